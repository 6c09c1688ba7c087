"""`check: metric`: a measure of the text that is beyond its limit.

    formula: 0.39 * words / sentences + 11.8 * syllables / words - 15.59
    max: 10

The counts that a formula may use are those of `measures`; operators are `+ - * /`, parentheses, `sqrt()` and `abs()`.
The longest sentence of the text is underlined; `{value}` fills the rule's message.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from trustlint.checks import Match
from trustlint.checks.formula import FormulaError, Tree, names, parse, worked_out
from trustlint.checks.measures import NAMES, measured, words
from trustlint.errors import PackError
from trustlint.rule import Rule
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS = {
    "formula": {
        "type": "string",
        "minLength": 1,
        "description": f"What is measured, of {', '.join(NAMES)}, with + - * / ( ) sqrt() and abs().",
    },
    "max": {"type": "number", "description": "The highest value that is fine."},
    "min": {"type": "number", "description": "The lowest value that is fine."},
    "from-words": {
        "type": "integer",
        "minimum": 1,
        "description": "Shorter texts are left alone: of a few words a measure says little.",
    },
}
REQUIRED = (("formula",), ("max", "min"))
VALUES = ("match", "value", "words")


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Metric":
    return Metric(rule)


def problem(formula: str) -> tuple[str, int] | None:
    """What is wrong with a formula, and where."""
    try:
        unknown = names(parse(formula)) - set(NAMES)
    except FormulaError as error:
        return str(error), error.offset
    if unknown:
        name = min(unknown)
        return f"nothing is counted as `{name}`", formula.index(name)
    return None


class Metric:
    """A text, paragraph or sentence whose value is out of bounds."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    @cached_property
    def formula(self) -> Tree:
        wrong = problem(self.rule.options["formula"])
        if wrong is not None:
            raise PackError(f"{self.rule.id}: {wrong[0]}", path=self.rule.path, line=self.rule.line)
        return parse(self.rule.options["formula"])

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        for text in self._texts(prose):
            sentences = [span for span in _spoken(prose) if text.contains(span)]
            counts = measured((span.of(prose.masked) for span in sentences), len(prose.paragraphs))
            value = worked_out(self.formula, counts._asdict()) if counts.words >= self._least else None
            if value is not None and self._is_beyond(value):
                longest = max(sentences, key=lambda span: sum(1 for _ in words(span.of(prose.masked))))
                values = {"match": longest.of(prose.text), "value": f"{value:.1f}", "words": str(counts.words)}
                yield Match(longest, values)

    @property
    def _least(self) -> int:
        return int(self.rule.options.get("from-words", 1))

    def _is_beyond(self, value: float) -> bool:
        most: float = self.rule.options.get("max", value)
        least: float = self.rule.options.get("min", value)
        return not least <= value <= most

    def _texts(self, prose: "Prose") -> Sequence[Span]:
        scope = self.rule.where.get("scope", "message")
        if scope == "sentence":
            return _spoken(prose)
        return prose.paragraphs if scope == "paragraph" else (Span(0, len(prose.text)),)


def _spoken(prose: "Prose") -> list[Span]:
    """The sentences that are read on: no headings, greetings or sign-offs."""
    return [sentence.span for sentence in prose.sentences if sentence.kind in ("sentence", "item")]
