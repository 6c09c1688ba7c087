"""What a result depends on beside the text and the settings: this program, its packs, and the libraries it calls."""

import os
import sys
from collections.abc import Iterator

from trustlint import digests
from trustlint.cache import Cache, digest

LIBRARIES = ("regex", "ahocorasick_rs", "yaml")
"""Those that have a say in what is found."""

NO_SAY = frozenset({"__pycache__", "cli", "lsp", "mutation", "reporters", "schemas"})
"""Rooms that work on what was found."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a file that has not changed is not about to: one changed later has another time."""


_running: list[bytes] = []
"""What this process found first: it goes on with the modules that it has imported, whatever is installed meanwhile."""


def program(cache: Cache) -> bytes:
    """A digest of all that trustlint is made of, the same for the same contents wherever and whenever installed.

    Contents are read once for each state of the files, told by sizes and times as Python itself does for modules.
    """
    if not _running:
        _running.append(_program(cache))
    return _running[0]


def _program(cache: Cache) -> bytes:
    files = list(_files())
    key = digest([repr(files).encode("utf-8", "surrogatepass")])
    stored = cache.load("program", key)
    if stored is not None:
        known: bytes = stored[0]
        return known
    made = digests.of_many(sys.version.encode(), _contents(files))
    if _are_settled(files):
        cache.store("program", key, made)
    return made


_File = tuple[str, int, int]
"""Its path, its size, and when it was changed."""


def _files() -> list[_File]:
    """The files of trustlint; of libraries their folders, which change when another version is installed."""
    found: list[_File] = []
    for folder in _own():
        _add_below(folder, found)
    for library in LIBRARIES:
        place = _place(library)
        if place is not None:
            found.append((place, 0, os.stat(place).st_mtime_ns))
    return found


def _own() -> tuple[str, str]:
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return own, os.path.join(os.path.dirname(own), "rules")  # in a checkout; installed, packs are inside


def _place(library: str) -> str | None:
    """The folder of a library, found as the import system finds it and without importing what helps with that."""
    for finder in sys.meta_path:
        find = getattr(finder, "find_spec", None)
        spec = find(library, None) if find is not None else None
        if spec is not None:
            return os.path.dirname(spec.origin) if spec.origin else None
    return None


def _add_below(folder: str, found: list[_File]) -> None:
    """Add the modules and the data in a folder."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        return  # a packed program has no folders: its version must do
    for entry in entries:
        if entry.name.endswith((".py", ".yaml", ".pyd", ".so")):
            about = entry.stat()
            found.append((entry.path, about.st_size, about.st_mtime_ns))
        elif entry.name not in NO_SAY and entry.is_dir():
            _add_below(entry.path, found)


def _contents(files: list[_File]) -> Iterator[bytes]:
    """Names and contents, wherever they lie."""
    for path, _, _ in files:
        inside: list[_File] = []
        if os.path.isdir(path):
            _add_below(path, inside)
        for each, _, _ in inside or [(path, 0, 0)]:
            yield os.path.relpath(each, os.path.dirname(path) if inside else _own()[0]).encode("utf-8", "surrogatepass")
            with open(each, "rb") as file:
                yield file.read()


def _are_settled(files: list[_File]) -> bool:
    from time import time_ns

    return max((time for _, _, time in files), default=0) + SETTLED < time_ns()
