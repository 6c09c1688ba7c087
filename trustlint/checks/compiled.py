"""Patterns compiled once for all runs: compiling those of one small text takes longer than everything else about it.

What the `regex` library compiles a pattern to is plain data, which it pickles and so do we, with `marshal`, for its
version. Making a pattern of it takes the library's engine and no more: the part that compiles is not imported.
"""

import marshal
import os
import sys

from trustlint import digests
from trustlint.checks.held import Held
from trustlint.codes import Codes
from trustlint.memo import cache
from trustlint.modules import import_module
from trustlint.program import place
from trustlint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import regex

    from trustlint.shelf import Shelf

CODES: Codes[bytes] = Codes()
"""By the digest of a source."""


def ship(shelf: "Shelf") -> None:
    """Take over the code that ships."""
    CODES.ship(shelf.get)


_made = Held()
"""Rules ask for several choices of their sources, and two rules may look for the same."""


def compile(source: str) -> "regex.Pattern[str]":
    """The pattern of a source, ignoring case. `regex.error` when it is none."""
    pattern = _made.get(source)
    if pattern is None:
        pattern = _compiled(source)
        _made.keep(source, pattern)
    return pattern


def bound(*, little: bool) -> None:
    """Hold little from now on, for what is read is larger than memory should be; or as much as is worth it."""
    _made.bound(little=little)


def _compiled(source: str) -> "regex.Pattern[str]":
    key = digests.of(source.encode("utf-8", "surrogatepass"))[:16]
    code = CODES.get(key)
    if code is not None:
        try:
            kept: Any = _engine().compile(*marshal.loads(code))  # noqa: S302 our own, or shipped
        except Exception:  # whatever is wrong with it, it can be made again
            CODES.drop(key)
        else:
            return kept
    import regex

    compiled = regex.compile(source, regex.IGNORECASE)
    parts = _parts(compiled)
    if parts is not None:
        CODES.add(key, marshal.dumps(parts))
    return compiled


@cache
def version() -> bytes:
    """What tells the library that is installed from every other version of it, without importing it."""
    folder = place("regex")
    for name in ("_main.py", "regex.py") if folder else ():
        try:
            with open(os.path.join(folder or "", name), "rb") as file:
                return digests.of(file.read())  # its own version stands in it
        except OSError:
            continue
    import regex

    return str(regex.__version__).encode()


def _parts(pattern: "regex.Pattern[str]") -> tuple[Any, ...] | None:
    """What the engine makes the same pattern of, as the library pickles it; `None` where it is made otherwise."""
    import copyreg

    made: Any = copyreg.dispatch_table[type(pattern)](pattern)
    return made[1] if made[0] is _engine().compile else None


@cache
def _engine() -> Any:
    """The part of the library that is not Python, imported by itself if nobody has imported all of it."""
    folder = place("regex")
    if "regex._regex" not in sys.modules and folder is not None:
        # Where `importlib` has them from, which starting Python has imported.
        from _frozen_importlib import module_from_spec
        from _frozen_importlib_external import PathFinder

        spec = PathFinder.find_spec("regex._regex", [folder])
        if spec is not None and spec.loader is not None:
            engine = sys.modules["regex._regex"] = module_from_spec(spec)
            spec.loader.exec_module(engine)
            return engine
    return import_module("regex._regex")
