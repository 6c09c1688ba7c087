"""What a result depends on beside the text and the settings: this program, its packs, and the libraries it calls."""

import marshal
import os
import sys

from trustlint import digests
from trustlint.cache import Cache, digest
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterable, Iterator

LIBRARIES = ("regex", "ahocorasick_rs", "yaml")
"""Those that have a say in what is found."""

NO_SAY = frozenset({"__pycache__", "cli", "lsp", "mutation", "reporters", "schemas"})
"""Rooms that work on what was found."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a file that has not changed is not about to: one changed later has another time."""

_HERE = os.path.dirname(os.path.abspath(__file__))
PACKS = next(
    (
        folder
        for folder in (os.path.join(_HERE, "rules"), os.path.join(os.path.dirname(_HERE), "rules"))
        if os.path.isdir(folder)
    ),
    os.path.join(_HERE, "rules"),
)
"""The packs that ship: inside the installed package, or beside it in a checkout."""


class Program(NamedTuple):
    """Digests of all that trustlint is made of: the same for the same contents wherever and whenever installed.

    `own` is of its modules, packs and descriptions, on any Python; `all` of the libraries and this Python too.
    """

    own: bytes
    all: bytes


_running: list[Program] = []
"""What this process found first: it goes on with the modules that it has imported, whatever is installed meanwhile."""


def program(cache: Cache) -> Program:
    """Contents are read once for each state of the files, told by sizes and times as Python itself does for modules."""
    if not _running:
        _running.append(_program(cache))
    return _running[0]


def _program(cache: Cache) -> Program:
    own, libraries = list(_own()), list(_libraries())
    # Written out without references between its parts, which differ from run to run.
    key = digest([marshal.dumps((own, libraries), 2)])
    stored = cache.load("program", key)
    if stored is not None:
        return Program(*stored[0])
    of_own = digests.of_many(b"trustlint", _contents(own))
    made = Program(of_own, digests.of_many(of_own + sys.version.encode(), _contents(libraries)))
    if _are_settled([*own, *libraries]):
        cache.store("program", key, tuple(made))
    return made


_File = tuple[str, int, int]
"""Its path, its size, and when it was changed."""


def _own() -> list[_File]:
    """The modules, descriptions and packs of trustlint."""
    found: list[_File] = []
    for folder in (_HERE, PACKS):
        _add_below(folder, found)
    return found


def _libraries() -> Iterator[_File]:
    """The folders of libraries, which change when another version is installed."""
    for library in LIBRARIES:
        folder = place(library)
        if folder is not None:
            yield folder, 0, os.stat(folder).st_mtime_ns


def place(library: str) -> str | None:
    """The folder of a library, found as the import system finds it and without importing what helps with that."""
    for finder in sys.meta_path:
        find = getattr(finder, "find_spec", None)
        spec = find(library, None) if find is not None else None
        if spec is not None:
            return os.path.dirname(spec.origin) if spec.origin else None
    return None


def _add_below(folder: str, found: list[_File]) -> None:
    """Add the modules and the data in a folder, in order of their names."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        return  # a packed program has no folders: its version must do
    for entry in entries:
        if entry.name.endswith((".py", ".yaml", ".pyd", ".so")):
            about = entry.stat()
            found.append((entry.path, about.st_size, about.st_mtime_ns))
        elif entry.name not in NO_SAY and entry.path != PACKS and entry.is_dir():
            _add_below(entry.path, found)


def _contents(files: Iterable[_File]) -> Iterator[bytes]:
    """Names, which are the same wherever trustlint and its libraries lie, and contents."""
    for path, _, _ in files:
        inside: list[_File] = []
        if os.path.isdir(path):
            _add_below(path, inside)
        for each, _, _ in inside or [(path, 0, 0)]:
            yield _name(each, os.path.dirname(path) if inside else _HERE).encode("utf-8", "surrogatepass")
            with open(each, "rb") as file:
                yield _told(each, file.read())


def _told(path: str, content: bytes) -> bytes:
    """What tells some content from another. Libraries that are no Python are megabytes, and released by people who do
    not look for two that have one checksum and one size.
    """
    if not path.endswith((".so", ".pyd")):
        return content
    from zlib import crc32

    return b"%d %d" % (crc32(content), len(content))


def _name(path: str, folder: str) -> str:
    packs = path.startswith(PACKS + os.sep)
    name = os.path.join("rules", os.path.relpath(path, PACKS)) if packs else os.path.relpath(path, folder)
    return name.replace(os.sep, "/")


def _are_settled(files: Iterable[_File]) -> bool:
    from time import time_ns

    return max((changed for _, _, changed in files), default=0) + SETTLED < time_ns()
