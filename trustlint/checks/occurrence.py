"""`check: occurrence`: words that are fine in measure.

    patterns: ['!']
    max: 2
    where: {scope: message}

Fires at the first one too many, or, with `min`, on a unit that has too few.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from trustlint.checks import Match
from trustlint.checks.anchors import anchors as anchors_of
from trustlint.checks.existence import match_at
from trustlint.checks.patterns import PATTERN_OPTIONS, Pattern, sources
from trustlint.checks.units import units
from trustlint.rule import Rule

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS = {
    **PATTERN_OPTIONS,
    "max": {"type": "integer", "minimum": 0, "description": "How many are fine in one unit."},
    "min": {"type": "integer", "minimum": 1, "description": "How many there must be in one unit."},
}
REQUIRED = (("phrases", "patterns"), ("max", "min"))


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    if "min" in rule.options:
        return None
    return anchors_of(sources(rule.options, lexicon))


def sources_of(rule: Rule, lexicon: "Lexicon") -> list[str]:
    """What is looked for, each a pattern of its own."""
    return sources(rule.options, lexicon)


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Occurrence":
    return Occurrence(rule, Pattern(rule, sources(rule.options, lexicon), limit))


class Occurrence:
    """Too many, or too few, in one unit."""

    def __init__(self, rule: Rule, pattern: Pattern) -> None:
        self.rule = rule
        self.pattern = pattern
        self._some: dict[tuple[int, ...], Occurrence] = {}

    def only(self, numbers: tuple[int, ...]) -> "Occurrence":
        """The same where no other sources than these can match."""
        some = self._some.get(numbers)
        if some is None:
            some = self._some[numbers] = Occurrence(self.rule, self.pattern.only(numbers))
        return some

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        most, least = self.rule.options.get("max"), self.rule.options.get("min", 0)
        for unit in units(prose, self.rule, places):
            found = [match_at(prose, unit, match) for match in self.pattern.matches(unit.text)]
            count = {"count": str(len(found))}
            if most is not None and len(found) > most:
                yield found[most]._replace(values={**found[most].values, **count})
            elif len(found) < least and unit.text.strip():
                text = unit.span.of(prose.text)
                yield Match(unit.span, {"match": text, **count})
