"""Patterns that compile when first used, and once for all runs.

Most texts never ask for most patterns, and compiling those they ask for takes longer than everything else about a small
file. What the standard library compiles a pattern to is a list of numbers: it is kept for the next run, which makes the
pattern of it, and has them checked by the library as it does so. Where that library is another one, we compile.
"""

import marshal
import sys

from trustlint.codes import Codes
from trustlint.typed import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import re

    from trustlint.shelf import Shelf

IGNORECASE, MULTILINE, DOTALL, VERBOSE = 2, 8, 16, 64
"""Those of `re`, whose import costs more than most modules that have patterns."""

_ESCAPED = {ord(char): f"\\{char}" for char in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}

Source: TypeAlias = tuple[str, int]
"""A pattern as it is written, and its flags."""

CODES: Codes[Source] = Codes()


def ship(shelf: "Shelf") -> None:
    """Take over the code that ships."""
    CODES.ship(lambda source: shelf.get(key(source)))


def key(source: Source) -> bytes:
    """What the code of a source is shipped under."""
    pattern, flags = source
    return f"{flags} {pattern}".encode("utf-8", "surrogatepass")


class Lazy:
    """Stands in for `re.compile(source, flags)`; the first method called compiles it."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = (source, int(flags))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = compile(*self.source)
        for method in ("match", "search", "finditer", "findall", "sub", "split", "fullmatch"):
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)


if TYPE_CHECKING:

    def lazy(source: str, flags: int = 0) -> "re.Pattern[str]": ...

else:
    lazy = Lazy


def escape(text: str) -> str:
    """As `re.escape`."""
    return text.translate(_ESCAPED)


def compile(source: str, flags: int = 0) -> "re.Pattern[str]":
    """The same as `re.compile`, from what is known if that can be."""
    code = CODES.get((source, flags))
    if code is not None:
        try:
            from _sre import compile as made  # type: ignore[import-not-found]

            pattern: re.Pattern[str] = made(source, *marshal.loads(code))  # noqa: S302 our own, and checked
        except Exception:  # whatever is wrong with it, it can be made again
            CODES.drop((source, flags))
        else:
            return pattern
    try:
        from _sre import compile as made

        parts = _parts(source, flags)
        pattern = made(source, *parts)
        CODES.add((source, flags), marshal.dumps(parts))
    except Exception:  # a Python that compiles patterns in another way, or no pattern
        from re import compile as standard

        return standard(source, flags)
    return pattern


def _parts(source: str, flags: int) -> tuple[Any, ...]:
    """What `re.compile` gives to the matcher: flags, code, and the numbers and names of groups."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source, flags)
    names: list[str | None] = [None] * tree.state.groups
    for name, number in tree.state.groupdict.items():
        names[number] = name
    code = [int(number) for number in _compiler._code(tree, flags)]
    return int(flags | tree.state.flags), code, tree.state.groups - 1, dict(tree.state.groupdict), tuple(names)


def version() -> bytes:
    """What tells the library that compiles from every other whose code it could not use."""
    try:
        from _sre import CODESIZE, MAGIC
    except ImportError:
        return sys.version.encode()
    return repr((sys.implementation.cache_tag, sys.version_info[:2], MAGIC, CODESIZE, sys.byteorder)).encode()
