"""What is known and what is new: swaps and copies are new, moves are not."""

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint import baseline, discover
from trustlint.__main__ import run as command
from trustlint.baseline import Baseline, Scope, compare
from trustlint.config import Settings
from trustlint.diagnostic import Confidence, Diagnostic, Excerpt, Severity
from trustlint.errors import ConfigError
from trustlint.message import Record
from trustlint.narrowing import without_known
from trustlint.run import check
from trustlint.span import Position, Span


def found(
    text: str = "shortly",
    *,
    sentence: str = "We'll reply shortly.",
    record: str = "1",
    path: str = "macros.json",
    rule: str = "timelines/vague-time",
    line: int = 1,
) -> Diagnostic:
    return Diagnostic(
        rule=rule,
        severity=Severity.error,
        confidence=Confidence.high,
        message="",
        path=path,
        start=Position(line, 1, line * 100),
        end=Position(line, 8, line * 100 + 7),
        text=text,
        record=Record("zendesk-macros", "macro", f"macros[{line}]", record, f"Macro {record}"),
        route="",
        excerpt=Excerpt(sentence, Span(0, 1)),
    )


def scope(*read: str, ran: Sequence[str] | None = None, exists: bool = True) -> Scope:
    return Scope(frozenset(read), lambda rule: ran is None or rule in ran, lambda _: exists)


def new(known: Sequence[Diagnostic], now: Sequence[Diagnostic], at: Scope | None = None) -> list[Diagnostic]:
    answers = compare(baseline.of(known, ""), now, at or scope("macros.json")).known
    return [one for one, is_known in zip(now, answers, strict=True) if not is_known]


# What must not be taken for known.


@pytest.mark.parametrize(
    "other",
    [
        found("soon"),
        found(sentence="Your refund comes shortly."),
        found(record="2"),
        found(rule="timelines/other"),
        found(path="other.json"),
    ],
)
def test_another_problem_is_new(other: Diagnostic) -> None:
    assert new([found()], [other]) == [other]


def test_a_second_copy_is_new() -> None:
    first, copy = found(line=1), found(line=2)
    assert new([first], [first, copy]) == [copy]


def test_a_solved_problem_does_not_pay_for_another() -> None:
    assert new([found("soon"), found("shortly")], [found("shortly"), found("asap")]) == [found("asap")]


# What must not be taken for new.


def test_moved_lines_and_renamed_titles_are_known() -> None:
    now = found(line=9)
    renamed = replace(now, record=replace(now.record, title="Another title", route="macros[3]"))
    spaced = replace(now, excerpt=Excerpt("We'll  reply\n shortly.", Span(0, 1)))
    for one in (now, renamed, spaced, replace(now, severity=Severity.warning, message="other words")):
        assert new([found(line=1)], [one]) == []


def test_a_renamed_file_is_known_when_the_old_one_is_gone() -> None:
    page = replace(found(path="a.md"), record=Record("markdown", "reply", "", None, "a"))
    renamed = replace(page, path="b.md", record=Record("markdown", "reply", "", None, "b"))
    assert new([page], [renamed], scope("b.md")) == [renamed]
    compared = compare(baseline.of([page], ""), [renamed], scope("b.md", exists=False))
    assert compared.known == [True]
    assert not len(compared.gone)
    assert {key.path for key, count in compared.left.counts.items() if count} == {"b.md"}


def test_paths_are_those_from_the_baselines_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = baseline.of([found(path=str(tmp_path / "texts" / "a.json"))], str(tmp_path))
    assert {key.path for key in known.counts} == {"texts/a.json"}
    monkeypatch.chdir(tmp_path)
    now = found(path=os.path.join("texts", "a.json"))
    assert compare(known, [now], scope("texts/a.json")).known == [True]


# What is gone.


def test_nothing_is_said_of_files_that_were_not_read_and_rules_that_did_not_run() -> None:
    known = baseline.of([found(), found(path="other.json"), found(rule="respect/you-failed")], "")
    compared = compare(known, [], scope("macros.json", ran=["timelines/vague-time"]))
    assert {(key.path, compared.gone.shown[key].rule) for key in compared.gone.counts} == {
        ("macros.json", "timelines/vague-time")
    }
    assert len(compared.left) == 2


def test_files_that_are_no_more_are_gone() -> None:
    compared = compare(baseline.of([found(path="old.json")], ""), [], scope("macros.json", exists=False))
    assert len(compared.gone) == 1
    assert not len(compared.left)


findings = st.lists(
    st.builds(
        found,
        st.sampled_from(["shortly", "soon"]),
        sentence=st.sampled_from(["We'll reply shortly.", "Soon."]),
        record=st.sampled_from(["1", "2"]),
        path=st.sampled_from(["a.json", "b.json"]),
        line=st.integers(1, 5),
    ),
    max_size=12,
)
everywhere = scope("a.json", "b.json")


@given(findings)
def test_what_is_written_down_is_known_and_nothing_is_gone(now: list[Diagnostic]) -> None:
    compared = compare(baseline.of(now, ""), now, everywhere)
    assert all(compared.known)
    assert not len(compared.gone)
    assert len(compared.left) == len(now)


@given(findings, st.integers(0, 11))
def test_one_more_is_the_only_news(now: list[Diagnostic], at: int) -> None:
    other = found("asap", path="a.json")
    more = [*now[:at], other, *now[at:]]
    assert new(now, more, everywhere) == [other]


@given(findings, findings)
def test_a_baseline_only_shrinks(before: list[Diagnostic], now: list[Diagnostic]) -> None:
    known = baseline.of(before, "")
    compared = compare(known, now, everywhere)
    left = compared.left
    assert all(0 <= count <= known.counts[key] for key, count in left.counts.items())
    assert len(left) + len(compared.gone) == len(known)
    assert sum(compared.known) == len(left)
    again = compare(left, now, everywhere)
    assert again.known == compared.known
    assert not len(again.gone)


@given(findings)
def test_order_does_not_change_how_many_are_new(now: list[Diagnostic]) -> None:
    half = baseline.of(now[::2], "")
    assert sum(compare(half, now, everywhere).known) == sum(compare(half, now[::-1], everywhere).known) == len(now[::2])


@given(findings)
def test_the_file_says_what_the_baseline_is(tmp_path_factory: pytest.TempPathFactory, now: list[Diagnostic]) -> None:
    path = tmp_path_factory.mktemp("baseline") / "known.json"
    known = baseline.of(now, str(path.parent))
    path.write_bytes(baseline.dumped(known))
    read = baseline.load(str(path))
    assert dict(read.counts) == dict(known.counts)
    assert baseline.dumped(read) == baseline.dumped(known)


def test_one_entry_is_one_line_and_they_are_sorted() -> None:
    lines = (
        baseline.dumped(baseline.of([found("soon"), found(), found(), found(path="a.json")], "")).decode().split("\n")
    )
    entries = [json.loads(line.rstrip(",")) for line in lines[3:-3]]
    assert [(one["path"], one["text"], one["count"]) for one in entries] == [
        ("a.json", "shortly", 1),
        ("macros.json", "shortly", 2),
        ("macros.json", "soon", 1),
    ]
    assert lines[:3] == ["{", '  "schema": "trustlint-baseline/1",', '  "entries": [']


def test_a_lone_surrogate_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_bytes(baseline.dumped(baseline.of([found("\ud800")], "")))
    assert len(baseline.load(str(tmp_path / "known.json"))) == 1


@pytest.mark.parametrize(
    ("content", "said", "line"),
    [
        (b"", "broken", 1),
        (b'{\n  "schema": "trustlint-baseline/1",\n<<<<<<< HEAD\n', "broken", 3),
        (b'{"macros": []}', "no baseline of trustlint", 1),
        (b"[]", "no baseline of trustlint", 1),
        (b'{"schema": "trustlint-baseline/7", "entries": []}', "another version", 1),
        (b'{"schema": "trustlint-baseline/1"}', "no list", 1),
        (b'{\n  "schema": "trustlint-baseline/1",\n  "entries": [\n    {"path": 1}\n  ]\n}\n', "entry 1", 4),
        (b"\xff\xfe", "not UTF-8", None),
        (b"[" * 100_000, "baseline", 1),
    ],
)
def test_a_file_that_is_no_baseline_is_an_error(tmp_path: Path, content: bytes, said: str, line: int | None) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(content)
    with pytest.raises(ConfigError) as error:
        baseline.load(str(path))
    assert said in error.value.message
    assert error.value.path == str(path)
    assert error.value.line == line


def test_a_missing_baseline_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such baseline"):
        baseline.load(str(tmp_path / "known.json"))


def test_an_entry_that_a_merge_left_twice_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    data = json.loads(baseline.dumped(baseline.of([found(), found()], "")))
    data["entries"] *= 2
    path.write_text(json.dumps(data))
    assert len(baseline.load(str(path))) == 2


# End to end.


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, *sentences: str) -> None:
    path.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")


def test_from_first_writing_to_nothing_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "a.md", "We'll reply shortly.", "We'll call you soon.")
    assert command(["check", "--write-baseline", "known.json", "a.md"]) == 0
    assert "2 problems written to known.json" in capsys.readouterr().err

    write(folder / "a.md", "Hello.", "We'll call you soon.", "We'll write as soon as possible.")
    assert command(["check", "--baseline", "known.json", "a.md"]) == 1
    said = capsys.readouterr()
    assert "as soon as possible" in said.out
    assert "call" not in said.out
    assert "1 problem in known.json is gone" in said.err

    # Writing over it forgets what is solved, and learns nothing.
    assert command(["check", "--write-baseline", "known.json", "a.md"]) == 1
    assert "1 problem dropped from known.json, 1 left" in capsys.readouterr().err
    assert command(["check", "--write-baseline", "known.json", "a.md"]) == 1
    assert len(baseline.load("known.json")) == 1


def test_files_in_chunks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "a.md", "We'll reply shortly.")
    write(folder / "b.md", "We'll call you soon.")
    assert command(["check", "--write-baseline", "known.json", "a.md", "b.md"]) == 0
    before = (folder / "known.json").read_bytes()
    capsys.readouterr()
    for chunk in ("a.md", "b.md"):
        assert command(["check", "--baseline", "known.json", chunk]) == 0
        assert command(["check", "--write-baseline", "known.json", chunk]) == 0
        assert "gone" not in capsys.readouterr().err
    assert (folder / "known.json").read_bytes() == before


def test_the_settings_name_the_baseline(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "a.md", "We'll reply shortly.")
    (folder / "trustlint.yaml").write_text("baseline: known.json\n")
    assert command(["check", "a.md"]) == 2
    assert "make one with --write-baseline" in capsys.readouterr().err
    assert command(["check", "a.md", "--write-baseline", "known.json"]) == 0
    assert command(["check", "a.md", "--output", "json"]) == 0
    captured = capsys.readouterr().out
    assert json.loads(captured[captured.index("{") :])["summary"]["baselined"] == 1


def test_nothing_is_written_over_a_file_of_another_kind(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "a.md", "We'll reply shortly.")
    before = (folder / "a.md").read_bytes()
    assert command(["check", "--write-baseline", "a.md"]) == 2
    assert (folder / "a.md").read_bytes() == before
    assert "a.md:1" in capsys.readouterr().err


def test_two_baselines_are_one_too_many(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["check", "--baseline", "a.json", "--write-baseline", "b.json"]) == 2
    assert "two files" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_keeps_its_entries(folder: Path) -> None:
    write(folder / "a.md", "We'll reply shortly.")
    report = check(list(discover.targets(["a.md"])), Settings())
    known = baseline.of(report.diagnostics, "")
    (folder / "a.md").write_bytes(b"\xff\xfe\xff")
    broken = check(list(discover.targets(["a.md"])), Settings())
    _, gone, left = without_known(broken, known, lambda _: True)
    assert not len(gone)
    assert len(left) == 1


def test_an_empty_baseline_knows_nothing() -> None:
    assert compare(Baseline(""), [found()], everywhere).known == [False]
