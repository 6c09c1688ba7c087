"""`check: existence`: words that should not be there.

phrases: [as soon as possible, shortly]
patterns: ['in the (?:coming|next few) (?:days|weeks)']
"""

from trustlint.checks import Match
from trustlint.checks.anchors import anchors as anchors_of
from trustlint.checks.patterns import PATTERN_OPTIONS, UNDERLINE, Pattern, sources, underline
from trustlint.checks.units import Unit, units
from trustlint.rule import Rule
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    import regex

    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS: dict[str, object] = {
    **PATTERN_OPTIONS,
    "setting": {"enum": ["authority"], "description": "The setting without which a rule in state `auto` is off."},
}
REQUIRED = (("phrases", "patterns"),)


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return anchors_of(sources(rule.options, lexicon))


def sources_of(rule: Rule, lexicon: "Lexicon") -> list[str]:
    """What is looked for, each a pattern of its own."""
    return sources(rule.options, lexicon)


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Existence":
    return Existence(rule, Pattern(rule, sources(rule.options, lexicon), limit))


class Existence:
    """Every place where the rule's words stand."""

    def __init__(self, rule: Rule, pattern: Pattern) -> None:
        self.rule = rule
        self.pattern = pattern
        self._some: dict[tuple[int, ...], Existence] = {}

    def only(self, numbers: tuple[int, ...]) -> "Existence":
        """The same where no other sources than these can match."""
        some = self._some.get(numbers)
        if some is None:
            some = self._some[numbers] = Existence(self.rule, self.pattern.only(numbers))
        return some

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        for unit in units(prose, self.rule, places):
            for found in self.pattern.matches(unit.text):
                yield match_at(prose, unit, found)


def match_at(prose: "Prose", unit: Unit, found: "regex.Match[str]") -> Match:
    """A regular-expression match as a `Match`; its named groups fill the rule's message."""
    span = underline(found).shift(unit.span.start)
    values = {
        name: prose.text[unit.span.start + found.start(name) : unit.span.start + found.end(name)]
        for name in found.re.groupindex
        if name != UNDERLINE and found.start(name) >= 0
    }
    return Match(span, {"match": span.of(prose.text), **values})
