"""Bytes laid aside: they come back as they went in, wherever they lie."""

import os
import tempfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint import spool
from trustlint.spool import Spool

MAKE = tempfile.TemporaryFile


def sized(size: int) -> Spool:
    """One that holds so many bytes."""
    made = Spool()
    made._size = made._room = size
    return made


@given(st.lists(st.binary(max_size=9)), st.integers(1, 20), st.data())
def test_what_was_added_is_read(parts: list[bytes], held: int, data: st.DataObject) -> None:
    made, other, whole = sized(held), sized(3), b"".join(parts)
    for part in parts:
        made.add(part)
        other.add(b"between")
    assert len(made) == len(whole)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    assert made.read(start, end) == whole[start:end]
    assert b"".join(made.parts()) == whole
    made.add(b"more")
    assert made.read(0, len(made)) == whole + b"more"
    assert other.read(0, len(other)) == b"between" * len(parts)


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Those that are made."""
    made: list[Any] = []
    monkeypatch.setattr(spool, "_shared", None)
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda buffering: made.append(MAKE(buffering=0)) or made[-1])
    return made


def test_little_is_held_and_much_is_laid_down(files: list[Any]) -> None:
    made = Spool()
    made.add(b"x" * spool.HELD)
    assert not files
    made.add(b"y")
    assert len(files) == 1
    assert made._held == b"y"


def test_all_share_a_file_that_is_gone_with_the_last(files: list[Any]) -> None:
    """A library may have more files than a process may open."""
    spools = [sized(1) for _ in range(9)]
    for made in spools:
        made.add(b"some")
    assert len(files) == 1
    spools.pop()
    assert spools[0].read(0, 4) == b"some"
    assert not files[0].closed
    del made
    spools.clear()
    assert files[0].closed
    sized(1).add(b"some")
    assert len(files) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_child_has_its_own(files: list[Any]) -> None:
    made = sized(1)
    made.add(b"ours")
    child = os.fork()
    if not child:
        own = sized(1)
        own.add(b"what is theirs")
        os._exit(0 if len(files) == 2 and own.read(0, 4) == b"what" else 1)
    assert os.waitpid(child, 0)[1] == 0
    made.add(b", and more")
    assert made.read(0, len(made)) == b"ours, and more"


class Full:
    """A disk on which there is room for so many writes."""

    def __init__(self, writes: int) -> None:
        self.file, self.writes = MAKE(buffering=0), writes

    def write(self, content: bytes) -> int:
        self.writes -= 1
        if self.writes < 0:
            raise OSError(28, "No space left on device")
        return self.file.write(content[:3])

    def __getattr__(self, name: str) -> object:
        return getattr(self.file, name)


@pytest.mark.parametrize("writes", [0, 1, 2, 3, 4])
def test_a_full_disk_loses_nothing(writes: int, files: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda buffering: Full(writes))
    made = sized(5)
    parts = [bytes([number]) * 4 for number in range(9)]
    for part in parts:
        made.add(part)
    assert made.read(0, len(made)) == b"".join(parts)


def test_no_place_for_files(files: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(buffering: int) -> None:
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(tempfile, "TemporaryFile", nowhere)
    made = sized(3)
    made.add(b"all of it")
    made.add(b", and more")
    assert made.read(0, len(made)) == b"all of it, and more"
