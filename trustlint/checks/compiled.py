"""Patterns compiled once for all runs: compiling those of one small text takes longer than everything else about it.

What the `regex` library compiles a pattern to is plain data, which it pickles and so do we, with `marshal`, beside its
version. It is data of our own making: whoever keeps it must give back nothing else.
"""

import marshal
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import regex

LARGEST = 1024 * 1024
"""Bytes of code that are kept: more would cost every start more than it saves."""

_known: dict[bytes, bytes] = {}
_used: dict[bytes, bytes] = {}
_new: list[bytes] = []


def compile(source: str) -> "regex.Pattern[str]":
    """The pattern of a source, ignoring case. `regex.error` when it is none."""
    import regex

    key = sha256(source.encode("utf-8", "surrogatepass")).digest()[:16]
    code = _known.get(key)
    if code is not None:
        version, parts = marshal.loads(code)  # noqa: S302 our own bytes, kept with their digest
        if version == regex.__version__:
            _used[key] = code
            pattern: regex.Pattern[str] = _maker()(*parts)
            return pattern
    compiled = regex.compile(source, regex.IGNORECASE)
    _used[key] = marshal.dumps((regex.__version__, _parts(compiled)))
    _new.append(key)
    return compiled


def learn(codes: dict[bytes, bytes]) -> None:
    """Take over what an earlier run has compiled."""
    _known.update(codes)


def learned() -> dict[bytes, bytes] | None:
    """What the next run should know, `None` when it knows it."""
    if not _new:
        return None
    _new.clear()
    all_known = {**_known, **_used}
    return all_known if sum(map(len, all_known.values())) <= LARGEST else dict(_used)


def fresh() -> dict[bytes, bytes]:
    """What this process has compiled and nobody has kept yet."""
    return {key: _used[key] for key in _new}


def take_over(codes: dict[bytes, bytes]) -> None:
    """Keep with ours what another process of this run has compiled."""
    _new.extend(key for key in codes if key not in _used)
    _used.update(codes)


def _parts(pattern: "regex.Pattern[str]") -> tuple[Any, ...]:
    import copyreg

    parts: tuple[Any, ...] = copyreg.dispatch_table[type(pattern)](pattern)[1]  # type: ignore[assignment]
    return parts


@cache
def _maker() -> Any:
    """What makes a pattern of its parts, as pickles of patterns call it."""
    import copyreg

    import regex

    pattern = regex.compile("")
    return copyreg.dispatch_table[type(pattern)](pattern)[0]
