"""Vale's `conditional`: what `first` matches needs a `second`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from trustlint.checks import Match
from trustlint.checks.vale.blocks import Block, blocks
from trustlint.checks.vale.existence import acted, limited, pattern_anchors
from trustlint.checks.vale.search import Exceptions, Search, at
from trustlint.rule import Rule

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS: Mapping[str, object] = {}
REQUIRED: tuple[tuple[str, ...], ...] = ()


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return pattern_anchors(rule, "first")


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Conditional":
    first, second = (Search(rule.options[key], limit) for key in ("first", "second"))
    return Conditional(rule, first, second, Exceptions(rule, limit))


class Conditional:
    """Every `first` that is not among what `second` captured so far; without groups, all in a block without it."""

    def __init__(self, rule: Rule, first: Search, second: Search, exceptions: Exceptions) -> None:
        self.rule = rule
        self.first = first
        self.second = second
        self.exceptions = exceptions

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        return limited(self.rule, self._find(prose))

    def _find(self, prose: "Prose") -> Iterator[Match]:
        introduced: set[str] = set()
        for block in blocks(prose, self.rule):
            if not self._is_met(block, introduced):
                for found in self.first.matches(block.text):
                    if found[0] not in introduced and not self.exceptions.cover(block, *found.span()):
                        action = self.rule.options.get("action", ())
                        yield acted(prose, at(block, *found.span()), action, [found[0]])

    def _is_met(self, block: Block, introduced: set[str]) -> bool:
        """Whether a block holds a `second` that needs no more; the captured words are noted."""
        if not self.second.compiled.groups:
            return self.second.found(block.text)
        for found in self.second.matches(block.text):
            introduced.update(group for group in found.groups() if group)
        return False
