"""Bytes laid aside until the end of a run: in memory while they are few, and then in a file without a name."""

from trustlint.typed import TYPE_CHECKING, Iterator

if TYPE_CHECKING:
    from typing import BinaryIO

HELD = 128 * 1024
"""Bytes that are held in memory before they are laid down in the file."""

PART = 64 * 1024
"""Bytes that are read at once."""


class Spool:
    """Bytes that are added at the end and read from anywhere.

    The file is nobody else's and is gone with the process. Where none can be made or the disk is full, everything
    stays in memory.
    """

    def __init__(self, file: "BinaryIO | None" = None, start: int = 0, end: int = 0) -> None:
        """Nothing, or what stands in a file from `start` to `end`, to which nothing can be added."""
        self._file = file
        self._start = start
        self._laid = end - start
        self._held = bytearray()
        self._room: float = HELD

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    def __len__(self) -> int:
        return self._laid + len(self._held)

    def add(self, content: bytes) -> None:
        self._held += content
        if len(self._held) > self._room:
            self._lay_down()

    def read(self, start: int, end: int) -> bytes:
        """What stands from `start` to `end`."""
        laid = b""
        if start < self._laid:
            assert self._file is not None
            self._file.seek(self._start + start)
            laid = self._file.read(min(end, self._laid) - start)
        return laid + self._held[max(start - self._laid, 0) : max(end - self._laid, 0)]

    def parts(self) -> Iterator[bytes]:
        """All of it, a part at a time."""
        for start in range(0, len(self), PART):
            yield self.read(start, min(start + PART, len(self)))

    def _lay_down(self) -> None:
        try:
            if self._file is None:
                from tempfile import TemporaryFile  # most runs lay nothing down

                # Without a buffer, in which what a full disk refused would stay.
                self._file = TemporaryFile(buffering=0)  # noqa: SIM115 it is closed with the spool
            self._file.seek(self._laid)
            left = bytes(self._held)
            while left:
                left = left[self._file.write(left) :]
        except OSError:
            self._room = float("inf")
            return
        self._laid += len(self._held)
        self._held.clear()
