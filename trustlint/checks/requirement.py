"""`check: requirement`: who says A must also say B.

    phrases: [terms apply]
    requires: ['https?://', ': ']
    within: next-sentence

`within` is how far B may be from A: the same `sentence` (the default), also the `next-sentence`, the `paragraph`,
or anywhere in the `message`. B is looked for in the text with links and quotations left in place.
"""

from bisect import bisect_right

from trustlint.checks import Match
from trustlint.checks.anchors import anchors as anchors_of
from trustlint.checks.existence import match_at
from trustlint.checks.patterns import PATTERN_OPTIONS, Pattern, loose_pattern, sources
from trustlint.checks.units import units
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS = {
    **PATTERN_OPTIONS,
    "requires": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "minItems": 1,
        "description": "Regular expressions of which one must match near the words found.",
    },
    "within": {
        "enum": ["sentence", "next-sentence", "paragraph", "message"],
        "description": "How far away it may stand; `sentence` when not said.",
    },
}
REQUIRED = (("phrases", "patterns"), ("requires",))


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return anchors_of(sources(rule.options, lexicon))


def sources_of(rule: Rule, lexicon: "Lexicon") -> list[str]:
    """What is looked for, each a pattern of its own."""
    return sources(rule.options, lexicon)


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Requirement":
    required = [loose_pattern(pattern, lexicon) for pattern in rule.options["requires"]]
    return Requirement(rule, Pattern(rule, sources(rule.options, lexicon), limit), Pattern(rule, required, limit))


class Requirement:
    """Every A without its B."""

    def __init__(self, rule: Rule, pattern: Pattern, required: Pattern) -> None:
        self.rule = rule
        self.pattern = pattern
        self.required = required
        self._some: dict[tuple[int, ...], Requirement] = {}
        self._known: tuple[Prose | None, dict[Span, bool]] = (None, {})

    def only(self, numbers: tuple[int, ...]) -> "Requirement":
        """The same where no other sources of A than these can match."""
        some = self._some.get(numbers)
        if some is None:
            some = self._some[numbers] = Requirement(self.rule, self.pattern.only(numbers), self.required)
        return some

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        return (match for match in self.said(prose, places) if self.lacks(prose, match.span))

    def said(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        """Every A."""
        for unit in units(prose, self.rule, places):
            for found in self.pattern.matches(unit.text):
                yield match_at(prose, unit, found)

    def lacks(self, prose: "Prose", span: Span) -> bool:
        """Whether an A is without its B."""
        return not self._said(prose, self._window(prose, span))

    def _said(self, prose: "Prose", window: Span) -> bool:
        """Whether B stands in a window, as the customer reads it or as patterns know it (`{url}`)."""
        about, known = self._known
        if about is not prose:
            # Many A share a window: a message that is full of them would be searched from end to end for each.
            about, known = self._known = prose, {}
        if window not in known:
            known[window] = self.required.found(window.of(prose.plain)) or self.required.found(window.of(prose.text))
        return known[window]

    def _window(self, prose: "Prose", span: Span) -> Span:
        within = self.rule.options.get("within", "sentence")
        if within == "message":
            return Span(0, len(prose.text))
        if within == "paragraph":
            return prose.paragraph_around(span)
        sentences = prose.sentences
        at = min(bisect_right(sentences, span.start, key=lambda one: one.span.end), len(sentences) - 1)
        last = min(at + 1, len(sentences) - 1) if within == "next-sentence" else at
        return Span(sentences[at].span.start, sentences[last].span.end)
