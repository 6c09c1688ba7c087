"""Bytes laid aside until the end of a run: in memory while they are few, and then in a file without a name."""

import os
from _thread import allocate_lock
from _weakref import ref

from trustlint.typed import Iterator

HELD = 128 * 1024
"""Bytes of a spool that are held in memory before they are laid down."""

PART = 64 * 1024
"""Bytes that are read at once."""


class Spool:
    """Bytes that are added at the end and read from anywhere.

    What there is no room for on disk, or no disk, stays in memory.
    """

    def __init__(self) -> None:
        self._held = bytearray()
        self._size = self._room = HELD
        self._disk: _Disk | None = None
        self._places: list[int] = []
        """Where on the disk each stretch of `_size` bytes lies."""

    def __len__(self) -> int:
        return self._size * len(self._places) + len(self._held)

    def add(self, content: bytes) -> None:
        self._held += content
        while len(self._held) > self._room:
            try:
                self._disk = self._disk or _disk()
                self._places.append(self._disk.lay(bytes(self._held[: self._size])))
            except OSError:
                self._room = 2 * len(self._held)
            else:
                del self._held[: self._size]

    def read(self, start: int, end: int) -> bytes:
        """What stands from `start` to `end`."""
        laid = self._size * len(self._places)
        found = b"".join(self._laid(start, min(end, laid)))
        return found + self._held[max(start - laid, 0) : max(end - laid, 0)]

    def parts(self) -> Iterator[bytes]:
        """All of it, a part at a time."""
        for start in range(0, len(self), PART):
            yield self.read(start, min(start + PART, len(self)))

    def _laid(self, start: int, end: int) -> Iterator[bytes]:
        while start < end:
            assert self._disk is not None
            number, at = divmod(start, self._size)
            size = min(self._size - at, end - start)
            yield self._disk.read(self._places[number] + at, size)
            start += size


class _Disk:
    """A file that the spools of a process share, so that there may be many of them. It is gone with the last."""

    def __init__(self) -> None:
        from tempfile import TemporaryFile  # most runs lay nothing down

        # Without a buffer, in which what a full disk refused would stay.
        self._file = TemporaryFile(buffering=0)  # noqa: SIM115
        self._end = 0
        self._lock = allocate_lock()
        self.process = os.getpid()

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()

    def lay(self, content: bytes) -> int:
        """Where some bytes lie from now on. OSError when there is no room for them."""
        with self._lock:
            self._file.seek(self._end)
            left = memoryview(content)
            while left:
                left = left[self._file.write(left) :]
            start, self._end = self._end, self._end + len(content)
        return start

    def read(self, start: int, size: int) -> bytes:
        with self._lock:
            self._file.seek(start)
            return self._file.read(size)


_shared: "ref[_Disk] | None" = None


def _disk() -> _Disk:
    """The one of this process: a child would read and write where its parent does."""
    global _shared
    disk = _shared() if _shared is not None else None
    if disk is None or disk.process != os.getpid():
        disk = _Disk()
        _shared = ref(disk)
    return disk
