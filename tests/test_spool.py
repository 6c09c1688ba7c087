"""Bytes laid aside: they come back as they went in, wherever they lie."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint import spool
from trustlint.spool import Spool

MAKE = tempfile.TemporaryFile


@given(st.lists(st.binary(max_size=9)), st.integers(0, 20), st.data())
def test_what_was_added_is_read(parts: list[bytes], held: int, data: st.DataObject) -> None:
    made, whole = Spool(), b"".join(parts)
    made._room = held
    for part in parts:
        made.add(part)
    assert len(made) == len(whole)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    assert made.read(start, end) == whole[start:end]
    assert b"".join(made.parts()) == whole
    made.add(b"more")
    assert made.read(0, len(made)) == whole + b"more"


def test_little_is_held_and_much_is_laid_down(monkeypatch: pytest.MonkeyPatch) -> None:
    files = []
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda buffering: files.append(MAKE(buffering=0)) or files[-1])
    made = Spool()
    made.add(b"x" * spool.HELD)
    assert not files
    made.add(b"y")
    assert len(files) == 1
    assert not made._held


def test_a_part_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "some"
    path.write_bytes(b"beforewhat is meant")
    with open(path, "rb") as file:
        made = Spool(file, len(b"before"), len(b"beforewhat is meant"))
        assert made.read(0, 4) == b"what"
        assert b"".join(made.parts()) == b"what is meant"


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


@pytest.mark.parametrize("writes", [0, 1, 2, 3])
def test_a_full_disk_loses_nothing(writes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda buffering: Full(writes))
    monkeypatch.setattr(spool, "HELD", 3)
    made = Spool()
    parts = [bytes([number]) * 4 for number in range(9)]
    for part in parts:
        made.add(part)
    assert made.read(0, len(made)) == b"".join(parts)


def test_no_place_for_files(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(buffering: int) -> None:
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(tempfile, "TemporaryFile", nowhere)
    monkeypatch.setattr(spool, "HELD", 3)
    made = Spool()
    made.add(b"all of it")
    made.add(b", and more")
    assert made.read(0, len(made)) == b"all of it, and more"
