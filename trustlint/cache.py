"""A drawer for what is slow to make and always comes out the same: parsed packs and descriptions.

Entries live in the user's own cache directory, never in a project, hold plain data only (`marshal`), and are keyed by
the content they were made from. A missing, broken, foreign or read-only drawer costs time and nothing else.
"""

import marshal
import os
import sys
from itertools import chain

from trustlint import __version__, digests
from trustlint.memo import partial
from trustlint.spool import Spool
from trustlint.typed import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Sequence, TypeVar

if TYPE_CHECKING:
    from typing import BinaryIO

FORMAT = 7
"""Counted up when what is stored changes shape."""

MAGIC = b"trustlint cache\n"
KEPT_DAYS = 30
"""Days that an entry is kept without being asked for."""

KEPT_ENTRIES = 8
"""Of each name: one for every version of the sources that is in use at the same time, and some."""

KEPT_BYTES = 128 * 1024 * 1024
"""Of a name that has an entry for each of many things."""

_DAY = 86_400
_LARGEST = 64 * 1024 * 1024

T = TypeVar("T")


class Cache:
    """`folder` is where entries live; None does without.

    `memory` is for values that are made from entries and wanted more than once in a run.
    """

    __slots__ = ("folder", "memory")

    def __init__(self, folder: str | None) -> None:
        self.folder = folder
        self.memory: dict[str, Any] = {}

    @classmethod
    def user(cls, *, enabled: bool = True) -> "Cache":
        """The drawer in the user's cache directory; `enabled=False` is `--no-cache`."""
        return cls(user_folder() if enabled else None)

    def cached(self, name: str, sources: Sequence[str | os.PathLike[str]], build: Callable[[], T]) -> T:
        """What `build` makes of the contents of `sources`, made once for each content. OSError if one is missing.

        It must be plain data: numbers, text, bytes, None, lists, tuples, dicts, sets. It comes back as it went in.
        """
        return self.of_contents(name, [_content(source) for source in sources], build)

    def of_contents(self, name: str, contents: Iterable[bytes], build: Callable[[], T]) -> T:
        """The same, of contents already read."""
        if self.folder is None:
            return build()
        key = digest(contents)
        stored = self.load(name, key)
        if stored is not None:
            data: T = stored[0]
            return data
        data = build()
        self.store(name, key, data)
        return data

    def load(self, name: str, key: bytes) -> tuple[Any] | None:
        """The entry in a tuple of one, None when there is none that can be trusted."""
        if self.folder is None:
            return None
        try:
            with _own_file(self._path(name, key)) as file:
                content = file.read()
        except OSError:
            return None
        head = MAGIC + key
        payload = content[len(head) + digests.LENGTH :]
        # marshal must never see damaged bytes, which could crash it.
        if not content.startswith(head) or content[len(head) : len(head) + digests.LENGTH] != digests.of(payload):
            return None
        try:
            return (marshal.loads(payload),)  # noqa: S302 our own bytes, in our own folder, with their digest
        except (ValueError, EOFError, TypeError):
            return None

    def opened(self, name: str, key: bytes) -> Spool | None:
        """What was laid down as an entry; None when there is nothing that can be trusted."""
        if self.folder is None:
            return None
        spool = Spool()
        try:
            with _own_file(self._path(name, key)) as file:
                head, said = file.read(len(MAGIC + key)), file.read(digests.LENGTH)
                for part in iter(partial(file.read, digests.PART), b""):
                    spool.add(part)
        except OSError:
            return None
        return spool if head == MAGIC + key and digests.of_parts(spool.parts()) == said else None

    def store(self, name: str, key: bytes, data: Any, *, prune: bool = True) -> None:
        """Write an entry whole or not at all. A disk that is full or read-only is no error."""
        if self.folder is None:
            return
        payload = marshal.dumps(data)
        self.lay(name, key, lambda: (payload,))
        if prune:
            self.prune(name)

    def lay(self, name: str, key: bytes, parts: Callable[[], Iterable[bytes]]) -> None:
        """Write an entry that is larger than what should be held: `parts` gives it a part at a time, twice."""
        if self.folder is None:
            return
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            _replace(self._path(name, key), chain((MAGIC, key, digests.of_parts(parts())), parts()))
        except OSError:
            return

    def _path(self, name: str, key: bytes) -> str:
        assert self.folder is not None
        return os.path.join(self.folder, f"{name}-{key.hex()[:24]}.bin")

    def prune(self, name: str, *, many: bool = False) -> None:
        """Drop entries that nobody has asked for in a month, and those of this name that are too many or too large.

        `many`: entries of this name are for many things, so that not their number is limited but what they take.
        """
        try:
            ours = sorted(self._in_use(f"{name}-"), reverse=True)
        except OSError:
            return
        room = KEPT_BYTES
        for number, (_, size, path) in enumerate(ours):
            room -= size
            if room < 0 if many else number >= KEPT_ENTRIES:
                _remove(path)

    def _in_use(self, prefix: str) -> Iterator[tuple[float, int, str]]:
        """When the entries of a name were last asked for, their sizes and paths; what is too old goes."""
        from time import time

        assert self.folder is not None
        oldest = time() - KEPT_DAYS * _DAY
        with os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.endswith((".bin", ".tmp")) and entry.is_file(follow_symlinks=False):
                    about = entry.stat(follow_symlinks=False)
                    if about.st_mtime < oldest:
                        _remove(entry.path)
                    elif entry.name.startswith(prefix) and entry.name.endswith(".bin"):
                        yield about.st_mtime, about.st_size, entry.path


def digest(contents: Iterable[bytes]) -> bytes:
    """The key of some contents: changes with them, and with every version that had a hand in the result.

    What depends on another library's version (compiled patterns) takes that version as one of its contents; asking for
    it here would import that library on every start.
    """
    return digests.of_many(_versions(), contents)


def _versions() -> bytes:
    return repr((FORMAT, marshal.version, __version__, sys.version, sys.implementation.cache_tag)).encode()


def user_folder() -> str | None:
    """Where this user's programs keep what can be made again; None when there is no such place outside projects.

    Written out here because importing a library for it would take longer than what the cache saves on a single file.
    """
    base = _base_folder()
    if not base or not os.path.isabs(base):
        return None
    folder = os.path.join(base, "trustlint", "Cache") if sys.platform == "win32" else os.path.join(base, "trustlint")
    return None if _in_a_project(folder) else folder


def _base_folder() -> str | None:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA")
    if sys.platform == "darwin":
        return _at_home("Library", "Caches")
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    # The specification says to ignore a relative path; it would lie in whatever project we are run in.
    return chosen if os.path.isabs(chosen) else _at_home(".cache")


def _at_home(*parts: str) -> str | None:
    home = os.path.expanduser("~")
    return os.path.join(home, *parts) if os.path.isabs(home) else None


def _in_a_project(folder: str) -> bool:
    """Whether the folder lies in a working tree, where a stranger's commit could have put entries."""
    try:
        here = os.path.realpath(os.getcwd())
    except OSError:
        return True  # the working directory is gone, and what it was part of cannot be told
    home = os.path.realpath(os.path.expanduser("~"))
    above = os.path.dirname(os.path.realpath(folder))
    while above not in {home, os.path.dirname(above)}:
        if above == here or os.path.exists(os.path.join(above, ".git")):
            return True
        above = os.path.dirname(above)
    return False


def _content(source: str | os.PathLike[str]) -> bytes:
    with open(source, "rb") as file:
        return file.read()


def _own_file(path: str) -> "BinaryIO":
    """A file, if it is an ordinary one that only this user can have written. OSError otherwise."""
    file = open(path, "rb", opener=_no_links)  # noqa: SIM115 who asked closes it
    try:
        about = os.fstat(file.fileno())
        if hasattr(os, "geteuid") and (about.st_uid != os.geteuid() or about.st_mode & 0o022):
            raise PermissionError(path)
        if about.st_size > _LARGEST:
            raise OSError(path)
        _touch(path, about.st_mtime)
    except OSError:
        file.close()
        raise
    return file


def _touch(path: str, used: float) -> None:
    """Note once a day that an entry is in use."""
    from time import time

    if used < time() - _DAY:
        try:
            os.utime(path)
        except OSError:
            return


def _no_links(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _replace(path: str, parts: Iterable[bytes]) -> None:
    """Two writers at once each write a file of their own; the last rename wins and a reader sees a whole one."""
    temporary = f"{path}.{os.getpid()}.{os.urandom(4).hex()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(temporary, flags, 0o600), "wb") as file:
            file.writelines(parts)
        os.replace(temporary, path)
    except OSError:
        _remove(temporary)
        raise


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
