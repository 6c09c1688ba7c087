"""Vale's `readability`: the mean of some grades that is too high.

The formulae are the published ones: Gunning (1952), Coleman and Liau (1975), Kincaid and others (1975), McLaughlin's
SMOG (1969), and Senter and Smith's automated index (1967).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import sqrt
from typing import TYPE_CHECKING

from trustlint.checks import Match
from trustlint.checks.measures import Measures
from trustlint.checks.vale.blocks import blocks
from trustlint.checks.vale.metric import counted
from trustlint.checks.vale.occurrence import first_word
from trustlint.rule import Rule

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS: Mapping[str, object] = {}
REQUIRED: tuple[tuple[str, ...], ...] = ()

GRADES: Mapping[str, Callable[[Measures], float]] = {
    "Gunning Fog": lambda of: 0.4 * (of.words / of.sentences + 100 * of.complex_words / of.words),
    "Coleman-Liau": lambda of: 5.88 * of.characters / of.words - 29.6 * of.sentences / of.words - 15.8,
    "Flesch-Kincaid": lambda of: 0.39 * of.words / of.sentences + 11.8 * of.syllables / of.words - 15.59,
    "SMOG": lambda of: 1.0430 * sqrt(of.polysyllabic_words * 30 / of.sentences) + 3.1291,
    "Automated Readability": lambda of: 4.71 * of.characters / of.words + 0.5 * of.words / of.sentences - 21.43,
}


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Readability":
    return Readability(rule)


class Readability:
    """A message, or a block of it, that is too hard to read."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.metrics: Sequence[str] = rule.options["metrics"]

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        for block in blocks(prose, self.rule):
            counts = counted(prose, block)
            if not counts.words:
                continue
            grade = sum(GRADES[metric](counts) for metric in self.metrics) / len(self.metrics)
            if grade > self.rule.options["grade"]:
                span = first_word(block)
                yield Match(span, {"match": span.of(prose.text), "value": f"{grade:.2f}"})
