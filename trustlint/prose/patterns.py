"""Patterns over prose, and sets of words."""

from trustlint import patterns
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re


def lazy(source: str, flags: int = 0) -> "re.Pattern[str]":
    r"""A pattern that compiles when first used.

    `\s+` here means up to forty of them: a search that tries every start in a long run of spaces would be quadratic.
    """
    return patterns.lazy(source.replace(r"\s+", r"\s{1,40}"), flags)


def words(text: str) -> frozenset[str]:
    """The set of the words of a list written as text."""
    return frozenset(text.split())
