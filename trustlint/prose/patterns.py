"""Patterns that compile when first used, and sets of words.

Most messages never ask for most patterns, and start-up should not pay for them.
"""

import re
from typing import TYPE_CHECKING, Any


class Lazy:
    r"""Stands in for `re.compile(source, flags)`; the first method called compiles it.

    `\s+` here means up to forty of them: a search that tries every start in a long run of spaces would be quadratic.
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source.replace(r"\s+", r"\s{1,40}")
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        for method in ("match", "search", "finditer", "findall", "sub", "split", "fullmatch"):
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)


if TYPE_CHECKING:

    def lazy(source: str, flags: int = 0) -> re.Pattern[str]: ...

else:
    lazy = Lazy


def words(text: str) -> frozenset[str]:
    """The set of the words of a list written as text."""
    return frozenset(text.split())
