"""Values from one process to another: pickled, and what lies on a spool after it, a part at a time."""

import pickle
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, BinaryIO

from trustlint.spool import PART, Spool

_SIZE = 8
"""Bytes that say how long a spool is."""


class _Sender(pickle.Pickler):
    """Leaves the spools in a value out, and notes them."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out, pickle.HIGHEST_PROTOCOL)
        self.spools: list[Spool] = []

    def persistent_id(self, value: object) -> int | None:
        if not isinstance(value, Spool):
            return None
        self.spools.append(value)
        return len(self.spools) - 1


class _Receiver(pickle.Unpickler):
    """Puts empty spools in their places, and notes them."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__(source)
        self.spools: list[Spool] = []

    def persistent_load(self, number: int) -> Spool:
        while len(self.spools) <= number:
            self.spools.append(Spool())
        return self.spools[number]


def sent(value: object) -> Iterator[bytes]:
    """A value as bytes. What `pickle` raises for one that can't be sent is raised at once."""
    content = BytesIO()
    sender = _Sender(content)
    sender.dump(value)
    return _parts(content.getvalue(), sender.spools)


def _parts(content: bytes, spools: Sequence[Spool]) -> Iterator[bytes]:
    yield content
    for spool in spools:
        yield len(spool).to_bytes(_SIZE, "little")
        yield from spool.parts()


def received(source: BinaryIO) -> Any:
    """The value that was sent by a process of ours. EOFError or `pickle.UnpicklingError` where it ends too early."""
    receiver = _Receiver(source)
    value = receiver.load()
    for spool in receiver.spools:
        left = int.from_bytes(_exactly(source, _SIZE), "little")
        while left:
            part = _exactly(source, min(left, PART))
            spool.add(part)
            left -= len(part)
    return value


def _exactly(source: BinaryIO, size: int) -> bytes:
    content = source.read(size)
    if len(content) < size:
        raise EOFError("a worker process ended while it told what it found")
    return content
