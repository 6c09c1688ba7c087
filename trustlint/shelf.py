"""Values by key in one file, each read when it is asked for.

What ships ready is megabytes, of which a small text asks for a few dozen values: to read the rest, and to make values
of it, would take a tenth of its run. The file is a hash table: a key's entry is the one that its digest points to, or
one of the next.
"""

import os

from trustlint import digests
from trustlint.typed import Mapping

KEY, NUMBER = 8, 4
HEAD = 2 * NUMBER
"""Bytes of the number of entries, and of the size of the file."""

ENTRY = KEY + 2 * NUMBER
"""Bytes of the digest of a key, of where its value begins, and of where it ends."""

FREE = bytes(ENTRY)


def shelved(values: Mapping[bytes, bytes]) -> bytes:
    """The content of a shelf: its head, its entries, and the values."""
    by_digest = {_digest(key): value for key, value in values.items()}
    if len(by_digest) < len(values):
        raise ValueError("two keys have one digest")
    count = 2 * len(values) + 1
    entries = [FREE] * count
    at = HEAD + ENTRY * count
    for digest, value in sorted(by_digest.items()):
        number = int.from_bytes(digest) % count
        while entries[number] != FREE:
            number = (number + 1) % count
        entries[number] = digest + at.to_bytes(NUMBER) + (at + len(value)).to_bytes(NUMBER)
        at += len(value)
    head = count.to_bytes(NUMBER) + at.to_bytes(NUMBER)
    return b"".join((head, *entries, *(by_digest[digest] for digest in sorted(by_digest))))


class Shelf:
    """The values of an open file, which it closes. OSError or ValueError for what is no shelf, or cut short."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        head = self._read(0, HEAD)
        self._count, size = int.from_bytes(head[:NUMBER]), int.from_bytes(head[NUMBER:])
        self._entries = self._read(HEAD, HEAD + ENTRY * self._count)
        if not self._count or os.fstat(self._file).st_size != size:
            raise ValueError(path)

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            os.close(self._file)

    def get(self, key: bytes) -> bytes | None:
        """The value of a key; `None` where there is none."""
        digest = _digest(key)
        at = ENTRY * (int.from_bytes(digest) % self._count)
        while (entry := self._entries[at : at + ENTRY]) != FREE:
            if entry.startswith(digest):
                return self._read(int.from_bytes(entry[KEY:-NUMBER]), int.from_bytes(entry[-NUMBER:]))
            at = (at + ENTRY) % len(self._entries)
        return None

    def _read(self, start: int, end: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._file, end - start, start)  # processes that share the file share no place in it
        os.lseek(self._file, start, os.SEEK_SET)
        return os.read(self._file, end - start)


def _digest(key: bytes) -> bytes:
    return digests.of(key)[:KEY]
