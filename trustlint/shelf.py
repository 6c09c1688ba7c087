"""Values by key in one file, each read when it is asked for.

What ships ready is megabytes, of which a small text asks for a few hundred values: to read the rest, and to make values
of it, would take a tenth of its run. The file is a hash table: a key's entry is the one that its digest points to, or
one of the next.

It serves machines that write numbers, and Pythons that digest, as those did that made it, which its head tells. To ask
so takes a third of what it takes with numbers and digests that are the same everywhere.
"""

import os

from trustlint import digests
from trustlint.typed import Callable, Final, Mapping

KEY, NUMBER = 8, 4
HEAD = KEY + 2 * NUMBER
"""Bytes of the digest of nothing, of the number of entries, and of the size of the file."""

ENTRY = KEY + 2 * NUMBER
"""Bytes of the digest of a key, of where its value begins, and of where it ends."""

NUMBERS: Final = "I"
"""As this machine has numbers of so many bytes."""

FREE = bytes(KEY)


def shelved(values: Mapping[bytes, bytes]) -> bytes:
    """The content of a shelf: its head, its entries, and the values."""
    by_digest = {_digest(key): value for key, value in values.items()}
    if len(by_digest) < len(values) or FREE in by_digest:
        raise ValueError("two keys have one digest")
    count = 2 * len(values) + 1
    entries = [bytes(ENTRY)] * count
    at = HEAD + ENTRY * count
    for digest, value in sorted(by_digest.items()):
        number = (digest[0] << 8 | digest[1]) % count
        while not entries[number].startswith(FREE):
            number = (number + 1) % count
        entries[number] = digest + _bytes(at, at + len(value))
        at += len(value)
    head = _digest(b"") + _bytes(count, at)
    return b"".join((head, *entries, *(by_digest[digest] for digest in sorted(by_digest))))


class Shelf:
    """The values of an open file, which it closes. OSError or ValueError for what is no shelf, or cut short, or was
    made elsewhere.
    """

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        head = _read(self._file, 0, HEAD)
        if len(head) != HEAD or head[:KEY] != _digest(b""):
            raise ValueError(path)
        self._count, size = memoryview(head[KEY:]).cast(NUMBERS)
        if not self._count or os.fstat(self._file).st_size != size:
            raise ValueError(path)
        self._entries = _read(self._file, HEAD, HEAD + ENTRY * self._count)
        self._numbers = memoryview(self._entries).cast(NUMBERS)

    def __del__(self, close: Callable[[int], None] = os.close) -> None:
        if hasattr(self, "_file"):
            close(self._file)

    def get(self, key: bytes) -> bytes | None:
        """The value of a key; `None` where there is none."""
        digest, entries = _digest(key), self._entries
        number = (digest[0] << 8 | digest[1]) % self._count
        while (held := entries[ENTRY * number : ENTRY * number + KEY]) != digest:
            if held == FREE:
                return None
            number = (number + 1) % self._count
        after = ENTRY // NUMBER * number + KEY // NUMBER
        return _read(self._file, self._numbers[after], self._numbers[after + 1])


def _bytes(*numbers: int) -> bytes:
    made = memoryview(bytearray(NUMBER * len(numbers))).cast(NUMBERS)
    for at, number in enumerate(numbers):
        made[at] = number
    return made.tobytes()


try:
    # That of Python for its own modules. Who brings two keys that have one digest has chosen what is found under them.
    from _imp import source_hash
except ImportError:

    def _digest(key: bytes) -> bytes:
        return digests.of(key)[:KEY]
else:

    def _digest(key: bytes) -> bytes:
        made: bytes = source_hash(0, key)
        return made


if hasattr(os, "pread"):

    def _read(file: int, start: int, end: int) -> bytes:
        return os.pread(file, end - start, start)  # processes that share the file share no place in it
else:

    def _read(file: int, start: int, end: int) -> bytes:
        os.lseek(file, start, os.SEEK_SET)
        return os.read(file, end - start)
