"""Vale's `occurrence`: a pattern that stands too often, or too seldom, in one block."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from trustlint.checks import Match
from trustlint.checks.measures import words
from trustlint.checks.vale.blocks import Block, blocks
from trustlint.checks.vale.existence import limited, pattern_anchors
from trustlint.checks.vale.search import Search, at
from trustlint.rule import Rule
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS: Mapping[str, object] = {}
REQUIRED: tuple[tuple[str, ...], ...] = ()


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return None if rule.options.get("min") else pattern_anchors(rule, "pattern")


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Occurrence":
    return Occurrence(rule, Search(rule.options["pattern"], limit))


class Occurrence:
    """Every block with too many or too few; its first match is underlined, or its first word."""

    def __init__(self, rule: Rule, pattern: Search) -> None:
        self.rule = rule
        self.pattern = pattern

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        return limited(self.rule, self._find(prose, places))

    def _find(self, prose: "Prose", places: Sequence[int] | None) -> Iterator[Match]:
        most, least = self.rule.options.get("max", 0), self.rule.options.get("min", 0)
        for block in blocks(prose, self.rule, places):
            found = [match.span() for match in self.pattern.matches(block.text)]
            if (0 < most < len(found)) or len(found) < least:
                telling = [(start, end) for start, end in found if block.text[start:end].strip()]
                if found and not telling:
                    continue
                span = at(block, *telling[0]) if telling else first_word(block)
                yield Match(span, {"match": span.of(prose.text), "count": str(len(found))})


def first_word(block: Block) -> Span:
    """Where to point when nothing in a block can be: its first word, or its first character."""
    word = next(words(block.text), block.text[:1])
    start = block.text.find(word)
    return at(block, start, start + len(word))
