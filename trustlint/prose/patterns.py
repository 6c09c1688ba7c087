"""Patterns that compile when first used, and word sets: most messages never ask for most of them, and start-up should not pay."""

import re
from typing import TYPE_CHECKING, Any


class Lazy:
    """Stands in for `re.compile(source, flags)`; the first method called compiles it."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
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
