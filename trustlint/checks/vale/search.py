"""Patterns of Vale rules, and what is excepted from them."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from trustlint.checks import compiled
from trustlint.rule import Rule
from trustlint.span import Span

if TYPE_CHECKING:
    import regex

    from trustlint.checks.vale.blocks import Block


class Search:
    """A translated pattern, compiled when first used; `limit` is how many seconds one search may take."""

    def __init__(self, source: str, limit: float | None = None) -> None:
        self.source = source
        self._limit = limit

    @cached_property
    def compiled(self) -> "regex.Pattern[str]":
        return compiled.compile(self.source)

    def matches(self, text: str) -> "Iterator[regex.Match[str]]":
        """What is found from left to right; nothing is never a match."""
        found = (
            self.compiled.finditer(text) if self._limit is None else self.compiled.finditer(text, timeout=self._limit)
        )
        return (match for match in found if match.start() < match.end())

    def found(self, text: str) -> bool:
        return self.compiled.search(text, timeout=self._limit) is not None


class Exceptions:
    """What a rule leaves alone: words and phrases that are excepted, by the rule or by a vocabulary."""

    def __init__(self, rule: Rule, limit: float | None = None) -> None:
        listed, phrases = (rule.options.get(key) for key in ("exceptions", "phrases"))
        self._listed = Search(listed, limit) if listed else None
        self._phrases = Search(phrases, limit) if phrases else None

    def hold(self, observed: str) -> bool:
        """Whether words that were found contain an exception."""
        return self._listed is not None and self._listed.found(observed)

    def cover(self, block: "Block", start: int, end: int) -> bool:
        """Whether what was found in a block is excepted, by itself or as part of an excepted phrase."""
        if self.hold(block.text[start:end].strip()):
            return True
        if self._phrases is None:
            return False
        return any(match.start() <= start and end <= match.end() for match in self._phrases.matches(block.text))


def at(block: "Block", start: int, end: int) -> Span:
    """A stretch of a block's text as a span of the message."""
    return Span(block.span.start + start, block.span.start + end)
