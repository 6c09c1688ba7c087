"""`check: consistency`: one thing is written one way.

    either: {cancelled: canceled, e-mail: email}
    terms: {Acme Pay: [AcmePay, acme pay]}

Of each pair under `either` only one may appear: in the message, in its record or in the whole library, as `where:
{scope: …}` says; the rarer one is underlined. `terms` names the right form, and wrong ones that are never fine.
`{match}` and `{other}` fill the rule's message.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from trustlint.checks import Match, Statement, Verdict
from trustlint.checks.anchors import anchors as anchors_of
from trustlint.checks.patterns import Pattern, form_pattern, phrase_pattern
from trustlint.checks.substitution import OPTIONS as SUBSTITUTION
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.tuples import NamedTuple

if TYPE_CHECKING:
    from trustlint.fact import Fact
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

_FORMS = {"anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": {"type": "string", "minLength": 1}}]}

OPTIONS = {
    "either": {
        "type": "object",
        "additionalProperties": {"type": "string", "minLength": 1},
        "minProperties": 1,
        "description": "Pairs of forms, phrases or patterns, of which only one may appear.",
    },
    "terms": {
        "type": "object",
        "additionalProperties": _FORMS,
        "minProperties": 1,
        "description": "Right forms, each with the wrong ones that are written for it.",
    },
    "setting": {"enum": ["brand"], "description": "The setting that holds the terms."},
    "applicability": SUBSTITUTION["applicability"],
}
REQUIRED = (("either", "terms", "setting"),)
VALUES = ("match", "other")

WIDE = ("record", "library")
"""The scopes that are judged when everything has been read."""


class Pair(NamedTuple):
    """Two forms of one thing."""

    forms: tuple[str, str]
    patterns: tuple[Pattern, Pattern]


def wrong_forms(rule: Rule) -> Iterator[tuple[str, str]]:
    """Each wrong form of a term, with the right one."""
    for right, wrong in rule.options.get("terms", {}).items():
        yield from ((form, right) for form in ([wrong] if isinstance(wrong, str) else wrong))


def _sources(rule: Rule, lexicon: "Lexicon") -> list[str]:
    either = [form for pair in rule.options.get("either", {}).items() for form in pair]
    wrong = [form for form, _ in wrong_forms(rule)]
    return [form_pattern(form, lexicon) for form in either] + [phrase_pattern(form, lexicon) for form in wrong]


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return anchors_of(_sources(rule, lexicon))


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Consistency | LibraryConsistency":
    pairs = [
        Pair(pair, tuple(Pattern(rule, [form_pattern(form, lexicon)], limit) for form in pair))  # type: ignore[arg-type]
        for pair in rule.options.get("either", {}).items()
    ]
    if rule.where.get("scope") in WIDE:
        return LibraryConsistency(rule, pairs)
    terms = [
        (Pattern(rule, [rf"(?<![@./#-]){phrase_pattern(form, lexicon)}(?![@/-]|\.\w)"], limit), right)
        for form, right in wrong_forms(rule)
    ]
    return Consistency(pairs, terms)


class Consistency:
    """The forms of one message."""

    def __init__(self, pairs: Sequence[Pair], terms: Sequence[tuple[Pattern, str]]) -> None:
        self.pairs = pairs
        self.terms = terms

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        for pair in self.pairs:
            yield from self._mixed(pair, prose)
        for pattern, right in self.terms:
            for found in pattern.matches(prose.masked):
                span = Span(*found.span())
                written = span.of(prose.text)
                if " ".join(written.split()) != right:
                    yield Match(span, {"match": written, "other": right}, replacement=right)

    def _mixed(self, pair: Pair, prose: "Prose") -> Iterator[Match]:
        one, other = (spans_of(pattern, prose) for pattern in pair.patterns)
        if not one or not other:
            return
        # As many of both: the message began the way it meant to go on.
        rarer, usual = sorted((one, other), key=lambda spans: (len(spans), -spans[0].start))
        for span in rarer:
            values = {"match": span.of(prose.text), "other": usual[0].of(prose.text)}
            yield Match(span, values, ((usual[0], "another form"),))


def spans_of(pattern: Pattern, prose: "Prose") -> list[Span]:
    return [Span(*found.span()) for found in pattern.matches(prose.masked)]


class LibraryConsistency:
    """The forms of all messages of a record, or of the whole library."""

    def __init__(self, rule: Rule, pairs: Sequence[Pair]) -> None:
        self.rule = rule
        self.pairs = pairs

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Statement]:
        for number, pair in enumerate(self.pairs):
            for side, pattern in enumerate(pair.patterns):
                for span in spans_of(pattern, prose):
                    yield Statement(span, (number, side))

    def judge(self, facts: "Sequence[Fact]") -> Iterator[Verdict]:
        """Every use of the rarer form of a pair; of two as frequent ones, of that which comes up later."""
        groups: dict[Any, list[int]] = {}
        for number, fact in enumerate(facts):
            groups.setdefault((self._whole(fact), fact.value[0]), []).append(number)
        for numbers in groups.values():
            yield from _rarer(facts, numbers)

    def _whole(self, fact: "Fact") -> object:
        # British and American records may stand side by side.
        return fact.owner if self.rule.where["scope"] == "record" else fact.language


def _rarer(facts: "Sequence[Fact]", numbers: Sequence[int]) -> Iterable[Verdict]:
    counts = Counter(facts[number].value[1] for number in numbers)
    if len(counts) < 2:
        return
    first = facts[numbers[0]].value[1]
    usual = max(counts, key=lambda side: (counts[side], side == first))
    shown = next(number for number in numbers if facts[number].value[1] == usual)
    for number in numbers:
        if facts[number].value[1] != usual:
            values = {"match": facts[number].text, "other": facts[shown].text}
            yield Verdict(number, {**values, "count": str(counts[usual])}, ((shown, "another form"),))
