"""Many diagnostics: laid aside, and the same to everybody who looks at them."""

import json
import re
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_found import one
from trustlint import jobs, kept, spool
from trustlint.__main__ import run as command
from trustlint.config import Settings
from trustlint.diagnostic import Diagnostic
from trustlint.discover import targets
from trustlint.frozen import replace
from trustlint.kept import Joined, Kept
from trustlint.ledger import promises
from trustlint.ledger.promises import Ledger
from trustlint.packing import packed, unpacked
from trustlint.report import Report
from trustlint.reporters import REPORTERS, View, reporter
from trustlint.reporters.promises import reporter as of_promises
from trustlint.run import check, ledger

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SOME = st.lists(st.text("ab\ud800", max_size=3).map(one))


@given(SOME, st.lists(SOME, max_size=3), st.data())
def test_a_sequence_like_any_other(some: list[Diagnostic], more: list[list[Diagnostic]], data: st.DataObject) -> None:
    every = [one for part in (some, *more) for one in part]
    for made, like in (
        (Kept(some, packed, unpacked), some),
        (Joined([Kept(some, packed, unpacked), *map(tuple, more)]), every),
    ):
        assert list(made) == like == list(made)
        assert len(made) == len(like)
        if like:
            number = data.draw(st.integers(-len(like), len(like) - 1))
            assert made[number] == like[number]
        start, step = data.draw(st.integers(-3, 3)), data.draw(st.sampled_from([-2, -1, 1, 2]))
        assert list(made[start::step]) == like[start::step]
        with pytest.raises(IndexError):
            made[len(like)]


def test_few_are_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "FEW", 2)
    assert kept.kept([one("a")]) == (one("a"),)
    many = kept.kept([one("a"), one("b"), one("c")])
    assert isinstance(many, Kept)
    assert kept.kept(many) is many


@pytest.fixture
def much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is much."""
    monkeypatch.setattr(kept, "FEW", 1)
    monkeypatch.setattr(spool, "HELD", 1)


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    command(["check", "--no-cache", *arguments])
    return re.sub(r"\b\d+\.\d+\b", "0", capsys.readouterr().out).splitlines()


@pytest.fixture(scope="module")
def report() -> Report:
    return check(list(targets([str(EXAMPLES)])), Settings(cache=False))


@pytest.mark.parametrize("name", REPORTERS)
def test_every_output_is_the_same(name: str, report: Report) -> None:
    def shown(report: Report) -> str:
        out = StringIO()
        reporter(name).write(report, out, View())
        return out.getvalue()

    files = [replace(file, diagnostics=Kept(file.diagnostics, packed, unpacked)) for file in report.files]
    many = replace(report, files=files)
    assert len(report.diagnostics) > 10
    assert shown(many) == shown(report)
    assert (many.flagged_records, many.counts) == (report.flagged_records, report.counts)


def test_so_is_what_is_left_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """Of a baseline, and of comments and entries that suppress."""
    text = (
        "We reply as soon as possible.\n\n<!-- trustlint-ignore-next timelines/vague-time: agreed -->\nWe reply soon.\n"
    )
    path, baseline = tmp_path / "reply.md", tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    command(["check", "--no-cache", "--write-baseline", str(baseline), str(path)])
    path.write_text(text + "\nThis will never happen again, we guarantee it.\n", encoding="utf-8")
    capsys.readouterr()
    before = shown(capsys, "--baseline", str(baseline), "--output", "jsonl", str(path))
    assert [json.loads(line)["type"] for line in before].count("diagnostic") > 0
    request.getfixturevalue("much")
    assert shown(capsys, "--baseline", str(baseline), "--output", "jsonl", str(path)) == before


def test_processes_send_what_lies_on_disk(report: Report, monkeypatch: pytest.MonkeyPatch, much: None) -> None:
    monkeypatch.setattr(jobs, "WORTH", 1)
    together = check(list(targets([str(EXAMPLES)])), Settings(cache=False), processes=3)
    assert [list(file.diagnostics) for file in together.files] == [list(file.diagnostics) for file in report.files]


@pytest.mark.parametrize("name", ["table", "json", "csv", "markdown"])
def test_every_ledger_is_the_same(name: str, made: Ledger) -> None:
    def shown(ledger: Ledger) -> str:
        out = StringIO()
        of_promises(name).write(ledger, out, color=False, width=100)
        return out.getvalue()

    assert len(made.promises) > 5
    many = replace(made, promises=Kept(made.promises, promises.packed, promises.unpacked))
    assert shown(many) == shown(made)


@pytest.fixture(scope="module")
def made() -> Ledger:
    return ledger(list(targets([str(EXAMPLES)])), Settings(cache=False))


def test_a_large_ledger_is_laid_aside(made: Ledger, much: None) -> None:
    many = ledger(list(targets([str(EXAMPLES)])), Settings(cache=False))
    assert isinstance(many.promises, Kept)
    assert list(many.promises) == list(made.promises)
    assert (many.records, many.files) == (made.records, made.files)
