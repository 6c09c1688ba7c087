"""What is said about a library as a whole, through every door that diagnostics go through."""

import io
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from trustlint import check_text, discover
from trustlint.config import Settings, of_mapping
from trustlint.diagnostic import Diagnostic, Severity
from trustlint.report import Report
from trustlint.reporters import REPORTERS, View, reporter
from trustlint.run import check

RULE = "consistency/conflicting-deadline"
ONLY = Settings(cache=False, select=(RULE,))


def library(folder: Path, *texts: str) -> Path:
    """A file of macros for each text."""
    for number, text in enumerate(texts):
        macro = {
            "id": number,
            "title": f"Macro {number}",
            "active": True,
            "actions": [{"field": "comment_value", "value": text}],
        }
        (folder / f"{number}.json").write_text(json.dumps({"macros": [macro]}, indent=1), encoding="utf-8")
    return folder


def checked(folder: Path, settings: Settings = ONLY, processes: int = 1) -> Report:
    return check(list(discover.targets([str(folder)])), settings, processes=processes)


def told(found: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    return [(Path(one.path).name, one.text) for one in found]


def test_one_text_is_no_library() -> None:
    assert check_text("We reply within 24 hours. We reply within 3 days.", config=ONLY) == []


def test_what_goes_together_is_not_told(tmp_path: Path) -> None:
    assert checked(library(tmp_path, "We reply within 24 hours.", "We reply within 1 day.")).diagnostics == []


def test_the_other_side_is_named(tmp_path: Path) -> None:
    (one,) = checked(library(tmp_path, "We reply within 24 hours.", "We will reply within 3 days.")).diagnostics
    assert told([one]) == [("1.json", "within 3 days")]
    assert "within 24 hours" in one.message
    assert "Macro 0" in one.message
    (label,) = one.labels
    assert Path(label.path or "").name == "0.json"
    assert one.excerpt.text == "We will reply within 3 days."
    assert one.fingerprint


@pytest.mark.parametrize("processes", [2, 3])
def test_any_number_of_processes_says_the_same(tmp_path: Path, processes: int) -> None:
    texts = [
        "We reply within 24 hours.",
        "We reply within 3 days.",
        "We reply within 24 hours.",
        "We reply within 5 days.",
    ]
    folder = library(tmp_path, *texts)
    alone, shared = checked(folder), checked(folder, processes=processes)
    assert told(alone.diagnostics) == [("1.json", "within 3 days"), ("3.json", "within 5 days")]
    assert shared.diagnostics == alone.diagnostics


def test_diagnostics_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    settings = replace(ONLY, select=(RULE, "timelines/vague-time"))
    folder = library(
        tmp_path, "We reply within 24 hours.", "We will write soon.\nWe reply within 3 days.\nWe will call you shortly."
    )
    assert [one.text for one in checked(folder, settings).diagnostics] == ["soon", "within 3 days", "shortly"]


def test_it_is_suppressed_as_others_are(tmp_path: Path) -> None:
    folder = library(tmp_path, "We reply within 24 hours.", "We will reply within 3 days.")
    (tmp_path / "trustlint.yaml").write_text(
        f"ignore:\n  - {{rule: {RULE}, record: '1', reason: they are slower}}\n", encoding="utf-8"
    )
    from trustlint.config import load

    settings = replace(load(str(tmp_path / "trustlint.yaml")), cache=False, select=(RULE,))
    report = checked(folder, settings)
    assert told(report.diagnostics) == []
    assert report.left_out("suppressed") == 1


def test_a_file_may_take_it_less_seriously(tmp_path: Path) -> None:
    folder = library(tmp_path, "We reply within 24 hours.", "We will reply within 3 days.")
    override = {"path": str(tmp_path / "1.json"), "rules": {RULE: "suggestion"}}
    settings = replace(of_mapping({"overrides": [override]}), cache=False, select=(RULE,))
    (one,) = checked(folder, settings).diagnostics
    assert one.severity is Severity.suggestion


def test_a_file_that_is_not_asked_takes_no_part(tmp_path: Path) -> None:
    folder = library(tmp_path, "We reply within 24 hours.", "We will reply within 3 days.")
    override = {"path": str(tmp_path / "0.json"), "rules": {RULE: "off"}}
    settings = replace(of_mapping({"overrides": [override], "rules": {"*": "off", RULE: "warning"}}), cache=False)
    assert checked(folder, settings).diagnostics == []


def test_every_report_can_show_the_other_file(tmp_path: Path) -> None:
    report = checked(library(tmp_path, "We reply within 24 hours.", "We will reply within 3 days."))
    for name in REPORTERS:
        out = io.StringIO()
        reporter(name).write(report, out, View())
        assert "Macro 0" in out.getvalue(), name
        if name in {"rich", "json", "jsonl", "sarif", "rdjson", "rdjsonl", "html"}:
            assert "0.json" in out.getvalue(), name


def test_changed_lines_of_either_side_are_news(tmp_path: Path) -> None:
    from trustlint.narrowing import on_changed_lines
    from trustlint.revisions import Lines

    report = checked(library(tmp_path, "We reply within 24 hours.", "We will reply within 3 days."))

    class Changed:
        def __init__(self, name: str) -> None:
            self.name = name

        def of(self, path: str) -> Lines:
            return Lines(everything=Path(path).name == self.name)

    assert on_changed_lines(report, Changed("other.json")).diagnostics == []  # type: ignore[arg-type]
    for name in ("0.json", "1.json"):
        assert on_changed_lines(report, Changed(name)).diagnostics == report.diagnostics  # type: ignore[arg-type]


def test_a_baseline_knows_it_until_the_whole_library_was_read(tmp_path: Path) -> None:
    from trustlint import baseline
    from trustlint.narrowing import without_known

    folder = library(tmp_path, "We reply within 24 hours.", "We will reply within 3 days.")
    whole = checked(folder)
    known = baseline.of(whole.diagnostics, str(tmp_path))
    assert without_known(whole, known, lambda rule: True, frozenset({RULE}))[0].diagnostics == []
    part = check(list(discover.targets([str(folder / "0.json")])), ONLY)
    _, gone, left = without_known(part, known, lambda rule: True, frozenset({RULE}))
    assert not len(gone)
    assert len(left) == 1
