"""`where:` and `unless:`, the same for every kind of check."""

from trustlint.checks.patterns import Pattern, loose_pattern, phrase_pattern
from trustlint.checks.stored import is_conversed, is_stored
from trustlint.prose.lexicon import straighten
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

_STANCE = ("voice", "negated", "question", "condition", "mood", "tense", "part")


class Where:
    """Whether a rule speaks about a place in a message."""

    def __init__(self, rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> None:
        self._asked = {key: rule.where[key] for key in _STANCE if key in rule.where}
        self._quoted = rule.where.get("quoted", False)
        self._unless = (
            Pattern(rule, [loose_pattern(pattern, lexicon) for pattern in rule.unless], limit) if rule.unless else None
        )
        self._excused: tuple[Prose | None, dict[Span, bool]] = (None, {})
        self._scope = rule.where.get("scope", "sentence")
        self._stored = rule.where.get("stored")
        self._conversation = rule.where.get("conversation")
        self._title = _title(rule, lexicon, limit)

    def allows(self, prose: "Prose", span: Span) -> bool:
        if self._stored is not None and self._stored is not is_stored(prose.message):
            return False
        if self._conversation is not None and self._conversation is not is_conversed(prose.message):
            return False
        if self._title is not None and not self._title.found(straighten(prose.message.record.title or "")):
            return False
        if self._unless is not None and self._is_excused(prose, self._surroundings(prose, span), self._unless):
            return False
        if not self._asked and self._quoted != "only":
            return True
        stance = prose.stance(span)
        if self._quoted is True and not stance.quoted:
            return False
        return all(_agrees(getattr(stance, key), wanted) for key, wanted in self._asked.items())

    def _is_excused(self, prose: "Prose", around: Span, unless: Pattern) -> bool:
        """Whether an `unless` pattern matches in a stretch of a message, which several matches may share."""
        about, known = self._excused
        if about is not prose:
            about, known = self._excused = prose, {}
        if around not in known:
            known[around] = unless.found(around.of(prose.plain).replace("\n", " "))
        return known[around]

    def _surroundings(self, prose: "Prose", span: Span) -> Span:
        """Where an `unless` pattern may match: what the rule's scope is, quotations left in place."""
        if self._scope == "sentence":
            return prose.sentence_at(span.start).span
        if self._scope == "adjacent":
            return prose.sentences_beside(span)
        if self._scope == "paragraph":
            return prose.paragraph_around(span)
        return Span(0, len(prose.text))


def _title(rule: Rule, lexicon: "Lexicon", limit: float | None) -> Pattern | None:
    """The words of which one must stand in the title of the record, if the rule names any."""
    asked = rule.where.get("title", ())
    words = [asked] if isinstance(asked, str) else asked
    return Pattern(rule, [phrase_pattern(word, lexicon) for word in words], limit) if words else None


def _agrees(found: object, wanted: object) -> bool:
    if isinstance(wanted, (list, tuple)):
        return found in wanted
    return found == wanted
