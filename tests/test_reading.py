"""Large files are read in windows, and it makes no difference but to the memory."""

import json
from pathlib import Path

import pytest

from trustlint import reading
from trustlint.checks import compiled, held
from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.errors import SourceError
from trustlint.linter import Linter
from trustlint.message import Omission
from trustlint.reading import Reader
from trustlint.run import check
from trustlint.sources.containers import jsonl

TURN = {"messages": [{"role": "user", "content": "Will it?"}, {"role": "assistant", "content": "It will."}]}
MAIL = "From a Mon Jan  5 10:00:00 2026\nSubject: Soon\n\nIt will come.\n\n"


@pytest.fixture(autouse=True)
def small_windows(monkeypatch):
    monkeypatch.setattr(reading, "WHOLE", 100)
    windows = jsonl.windows
    monkeypatch.setattr(jsonl, "windows", lambda path: windows(path, 200))


def read(path: Path, text: str) -> list:
    path.write_text(text, encoding="utf-8")
    return list(Reader(Settings()).file(Target(str(path), named=True)))


def lines(*records: object) -> str:
    return "".join(json.dumps(one) + "\n" for one in records)


def test_a_window_without_a_record_is_no_mistake(tmp_path):
    text = lines(TURN, *[{"type": "STATE", "value": {"a": "b"}}] * 30, TURN)
    found = read(tmp_path / "chats.jsonl", text)
    assert [field[0].text for field in found] == ["It will.", "It will."]
    assert found[1][0].record.route == "line 32: "


def test_a_file_without_a_record_is_one(tmp_path):
    (tmp_path / "chats.jsonl").write_text(lines(*[{"type": "STATE"}] * 40), encoding="utf-8")
    settings = Settings(input_format="chat-transcripts")
    (error,) = Reader(settings).file(Target(str(tmp_path / "chats.jsonl"), named=True))
    assert isinstance(error, SourceError)
    assert "no conversation in here" in error.message


def test_a_file_that_begins_broken_is_not_read_on(tmp_path):
    (error,) = read(tmp_path / "chats.jsonl", '{"a": ' + "x" * 300 + "\n" + lines(TURN) * 20)
    assert isinstance(error, SourceError)
    assert error.line == 1


def test_a_mailbox_in_windows(tmp_path):
    found = [each for each in read(tmp_path / "sent.mbox", MAIL * 50) if not isinstance(each, Omission)]
    assert [field[0].text.strip() for field in found] == ["Soon", "It will come."] * 50
    assert found[-1][0].record.route == "line 247: "


def test_what_is_left_out_is_counted_when_it_is_too_much_to_list(tmp_path):
    twins = {"id": 1, "title": "Refund", "content": "It will.", "content_html": "<p>It will.</p>", "folder_id": 1}
    path = tmp_path / "replies.jsonl"
    path.write_text(lines(*[twins] * 1100), encoding="utf-8")
    (report,) = check([Target(str(path), named=True)], Settings(cache=False)).files
    assert (report.messages, report.records) == (1100, 1100)
    assert report.omissions[999].reason == "says the same as line 1000: content_html"
    assert report.omissions[1000:] == (Omission("", "and 100 more are left out"),)


def test_few_patterns_are_held_while_a_large_file_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "WHOLE", 150)
    most = []
    hear = Linter.heard
    monkeypatch.setattr(Linter, "heard", lambda *some: most.append(compiled._made._most) or hear(*some))
    small, large = tmp_path / "small.jsonl", tmp_path / "large.jsonl"
    small.write_text(lines(TURN), encoding="utf-8")
    large.write_text(lines(TURN) * 9, encoding="utf-8")
    check([Target(str(path), named=True) for path in (small, large, small)], Settings(cache=False))
    assert most == [held.MOST, *[held.LITTLE] * 9, held.MOST]
    assert compiled._made._most == held.MOST
