"""Vale's `existence`: a pattern that should not be there."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from trustlint.checks import Match
from trustlint.checks.anchors import anchors as anchors_of
from trustlint.checks.vale.actions import listed, suggestions
from trustlint.checks.vale.blocks import UNHINTED, blocks
from trustlint.checks.vale.search import Exceptions, Search, at
from trustlint.rule import Rule
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS: Mapping[str, object] = {}
REQUIRED: tuple[tuple[str, ...], ...] = ()


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return pattern_anchors(rule, "pattern")


def pattern_anchors(rule: Rule, *keys: str) -> frozenset[str] | None:
    """The anchors of a rule that fires only where one of its patterns does, in text that others read too."""
    named = {part for selector in rule.options["scope"] for _, parts in selector for part in parts}
    return None if named & UNHINTED else anchors_of(rule.options[key] for key in keys)


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Existence":
    return Existence(rule, Search(rule.options["pattern"], limit), Exceptions(rule, limit))


class Existence:
    """Every match that no exception covers."""

    def __init__(self, rule: Rule, pattern: Search, exceptions: Exceptions) -> None:
        self.rule = rule
        self.pattern = pattern
        self.exceptions = exceptions

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        return limited(self.rule, self._find(prose, places))

    def _find(self, prose: "Prose", places: Sequence[int] | None) -> Iterator[Match]:
        for block in blocks(prose, self.rule, places):
            for found in self.pattern.matches(block.text):
                if not self.exceptions.cover(block, *found.span()):
                    groups = [found[0], *(group for group in found.groups() if group is not None)]
                    yield acted(prose, at(block, *found.span()), self.rule.options.get("action", ()), groups)


def limited(rule: Rule, matches: Iterator[Match]) -> Iterator[Match]:
    """No more matches in a message than the rule's `limit`."""
    return islice(matches, rule.options.get("limit") or None)


def acted(prose: "Prose", span: Span, action: Sequence[Any], groups: Sequence[str]) -> Match:
    """A match with what the rule's action makes of it: a fix when there is one answer, advice when there are more."""
    text = span.of(prose.text)
    options = suggestions(action, groups)
    values = {"match": text, "fixed": text}
    if not options:
        return Match(span, values)
    if len(options) == 1:
        return Match(span, {**values, "fixed": options[0]}, replacement=options[0])
    return Match(span, {**values, "fixed": listed(options), "rewrite": f"write {listed(options)}"})
