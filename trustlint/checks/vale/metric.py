"""Vale's `metric`: a formula over the counts of a message."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from trustlint.checks import Match
from trustlint.checks.formula import Tree, condition, holds, parse, worked_out
from trustlint.checks.measures import NAMES, Measures, measured
from trustlint.checks.vale.blocks import Block, blocks
from trustlint.checks.vale.occurrence import first_word
from trustlint.rule import Rule
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS: Mapping[str, object] = {}
REQUIRED: tuple[tuple[str, ...], ...] = ()

COUNTED = frozenset((*NAMES, "blockquote", "list"))
"""What a formula may count. A message does not tell the levels of its headings, nor what is preformatted."""


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Metric":
    return Metric(rule)


class Metric:
    """A message, or a block of it, whose value meets the condition."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    @cached_property
    def formula(self) -> Tree:
        return parse(self.rule.options["formula"])

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        for block in blocks(prose, self.rule):
            counts = counted(prose, block)
            value = self.value(counts, prose) if counts.words else None
            if value is not None and self.is_reached(value):
                span = first_word(block)
                yield Match(span, {"match": span.of(prose.text), "value": f"{value:.2f}"})

    def value(self, counts: Measures, prose: "Prose") -> float | None:
        elements = {"blockquote": len(prose.message.quoted), "list": _lists(prose)}
        return worked_out(self.formula, {**counts._asdict(), **elements})

    def is_reached(self, value: float) -> bool:
        return holds(value, *condition(self.rule.options["condition"]))


def counted(prose: "Prose", block: Block) -> Measures:
    """The counts of a block; of the whole message, those of its prose without headings and tables."""
    whole = "summary" in block.scope
    spans = [
        Span(max(sentence.span.start, block.span.start), sentence.span.end)
        for sentence in prose.sentences
        if block.span.overlaps(sentence.span) and not (whole and sentence.kind in ("heading", "cell"))
    ]
    return measured((span.of(prose.masked) for span in spans), len(prose.paragraphs) if whole else 1)


def _lists(prose: "Prose") -> int:
    """How many lists there are: runs of items."""
    kinds = [sentence.kind for sentence in prose.sentences]
    return sum(kind == "item" and before != "item" for kind, before in zip(kinds, ["", *kinds], strict=False))
