"""Patterns that compile when first used, and once for all runs.

Most texts never ask for most patterns, and compiling those they ask for takes longer than everything else about a small
file. What the standard library compiles a pattern to is a list of numbers: it is kept for the next run, which makes the
pattern of it, and has them checked by the library as it does so. Where that library is another one, we compile.
"""

import marshal
import re
from typing import TYPE_CHECKING, Any, TypeAlias

Source: TypeAlias = tuple[str, int]
"""A pattern as it is written, and its flags."""

LARGEST = 1024 * 1024
"""Bytes of code that are kept: more would cost every start more than it saves."""

_known: dict[Source, bytes] = {}
_new: dict[Source, bytes] = {}


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

    def lazy(source: str, flags: int = 0) -> re.Pattern[str]: ...

else:
    lazy = Lazy


def compile(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, from what is known if that can be."""
    code = _known.get((source, flags))
    if code is not None:
        try:
            from _sre import compile as made  # type: ignore[import-not-found]

            pattern: re.Pattern[str] = made(source, *marshal.loads(code))  # noqa: S302 our own bytes, kept with their digest
        except Exception:  # whatever is wrong with it, it can be made again
            del _known[source, flags]
        else:
            return pattern
    try:
        from _sre import compile as made

        parts = _parts(source, flags)
        pattern = made(source, *parts)
        _new[source, flags] = marshal.dumps(parts)
    except Exception:  # a Python that compiles patterns in another way, or no pattern
        return re.compile(source, flags)
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


def learn(codes: dict[Source, bytes]) -> None:
    """Take over what an earlier run has compiled."""
    _known.update(codes)
    for source in [one for one in _new if one in codes]:
        del _new[source]


def fresh() -> dict[Source, bytes]:
    """What this process has compiled and nobody has kept yet."""
    return dict(_new)


def take_over(codes: dict[Source, bytes]) -> None:
    """Keep with ours what another process of this run has compiled."""
    _new.update(codes)


def learned() -> dict[Source, bytes] | None:
    """What the next run should know, `None` when it knows it."""
    if not _new:
        return None
    codes = {**_known, **_new}
    if sum(map(len, codes.values())) > LARGEST:
        codes = dict(_new)
    _known.update(_new)
    _new.clear()
    return codes
