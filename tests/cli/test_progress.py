"""How far a long run is: on a terminal, after a while, and gone when it is over."""

from pathlib import Path

import pytest

from trustlint import discover
from trustlint.cli import progress
from trustlint.config import Settings
from trustlint.run import check, ledger


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "is_terminal", lambda _: True)


def test_nothing_where_nobody_looks() -> None:
    assert progress.shown() is None


def test_nothing_of_a_short_run(watched: None, capsys: pytest.CaptureFixture[str]) -> None:
    shown = progress.shown()
    assert shown is not None
    shown(0, 1, 1)
    shown.wipe()
    assert capsys.readouterr().err == ""


def test_one_line_that_goes(watched: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(progress, "INTERVAL", 0)
    shown = progress.shown()
    assert shown is not None
    shown(0, 1, 1)
    shown(2, 1200, 3200)
    shown.wipe()
    lines = capsys.readouterr().err.split("\r\x1b[K")
    assert lines == ["", "1 message checked", "file 3 of 1,200: 3,200 messages checked", ""]


@pytest.mark.parametrize("work", [check, ledger])
def test_messages_of_one_file_are_told_one_by_one(tmp_path: Path, work) -> None:
    path = tmp_path / "replies.csv"
    path.write_text("id,title,body\n1,A,We will reply.\n2,B,We will call.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Thank you.", encoding="utf-8")
    told: list[tuple[int, int, int]] = []
    targets = list(discover.targets([str(path), str(tmp_path / "b.txt")]))
    work(targets, Settings(cache=False), progress=lambda *said: told.append(said))
    assert told == [(0, 2, 1), (0, 2, 2), (1, 2, 1)]
