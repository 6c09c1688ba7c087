"""Vale's `consistency`: two forms of one thing in the same text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from trustlint.checks import Match
from trustlint.checks.anchors import anchors as anchors_of
from trustlint.checks.vale.blocks import UNHINTED, Block, blocks
from trustlint.checks.vale.existence import limited
from trustlint.checks.vale.search import Search, at
from trustlint.rule import Rule
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS: Mapping[str, object] = {}
REQUIRED: tuple[tuple[str, ...], ...] = ()


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    named = {part for selector in rule.options["scope"] for _, parts in selector for part in parts}
    return None if named & UNHINTED else anchors_of(rule.options["pairs"])


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Consistency":
    return Consistency(rule, [Search(source, limit) for source in rule.options["pairs"]])


class Consistency:
    """Every block that goes on in one form after the other has been used, at its last word in either."""

    def __init__(self, rule: Rule, pairs: Sequence[Search]) -> None:
        self.rule = rule
        self.pairs = pairs

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        return limited(self.rule, self._find(prose))

    def _find(self, prose: "Prose") -> Iterator[Match]:
        for pair in self.pairs:
            seen: dict[str, Span] = {}
            for block in blocks(prose, self.rule):
                last = _last(pair, block, seen)
                if last is not None and len(seen) == 2:
                    form, span = last
                    other = next(first for name, first in seen.items() if name != form)
                    yield Match(span, {"match": span.of(prose.text)}, ((other, "another form"),))


def _last(pair: Search, block: Block, seen: dict[str, Span]) -> tuple[str, Span] | None:
    """The last form in a block and its place; the first place of each form is noted in `seen`."""
    last: tuple[str, Span] | None = None
    for found in pair.matches(block.text):
        form = next(name for name in ("one", "other") if found[name] is not None)
        last = form, at(block, *found.span(form))
        seen.setdefault(*last)
    return last
