"""reviewdog's format: against its schemas, with columns in UTF-8 bytes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from reporters.arbitrary import reports, shown

from trustlint.diagnostic import Edit, Fix
from trustlint.message import SourceFile
from trustlint.report import FileReport, Report
from trustlint.span import Position, Span

SCHEMAS = Path(__file__).resolve().parents[2].parent / "shared/judges/rdjson"


def validator(name: str) -> Any:
    if not SCHEMAS.exists():
        pytest.skip("the rdjson schemas are not at hand")
    from jsonschema.validators import validator_for

    read = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return validator_for(read)(read)


def only(report: Report, **changes: Any) -> Any:
    one = replace(report.diagnostics[0], **changes)
    (shown_one,) = json.loads(shown(Report((FileReport(one.path, "x", 1, 1, (one,)),)), "rdjson"))["diagnostics"]
    return shown_one


def marked(text: str, words: str) -> dict[str, Any]:
    """A diagnostic's place on words of a file."""
    file = SourceFile("a", text)
    start = text.index(words)
    end = start + len(words)
    return {
        "start": file.lines.position(start), "end": file.lines.position(end),
        "source": words, "byte_column": file.byte_column(start),
    }  # fmt: skip


def underlined(text: str, extent: Any) -> str:
    """What reviewdog takes a range for: byte columns of lines."""
    lines = text.encode().split(b"\n")
    start, end = extent["start"], extent["end"]
    taken = lines[start["line"] - 1 : end["line"]]
    taken[-1] = taken[-1][: end["column"] - 1]
    taken[0] = taken[0][start["column"] - 1 :]
    return b"\n".join(taken).decode()


@given(report=reports)
@settings(max_examples=25, deadline=None)
def test_any_text_makes_valid_rdjson(report: Report) -> None:
    result = json.loads(shown(report, "rdjson"))
    validator("DiagnosticResult").validate(result)
    lines = shown(report, "rdjsonl").split("\n")[:-1]
    assert [json.loads(line) for line in lines] == result["diagnostics"]
    for one in result["diagnostics"]:
        validator("Diagnostic").validate(one)


@pytest.mark.parametrize("text", ["We reply soon.", "日本 😀 – soon!", "ä\nöü soon", "x" * 9000 + "é soon"])
def test_columns_are_bytes(report: Report, text: str) -> None:
    extent = only(report, **marked(text, "soon"))["location"]["range"]
    assert underlined(text, extent) == "soon"


def test_a_range_over_two_lines_ends_in_the_second(report: Report) -> None:
    text = "😀 as sööön\nas pössible ok"
    extent = only(report, **marked(text, "as sööön\nas pössible"))["location"]["range"]
    assert underlined(text, extent) == "as sööön\nas pössible"


def test_a_column_that_is_not_known_is_not_made_up(report: Report) -> None:
    window = SourceFile("a", "é soon", base=Position(1, 500, 499))
    assert window.byte_column(2) is None
    assert only(report, byte_column=None)["location"]["range"] == {"start": {"line": 12}, "end": {"line": 12}}


def test_a_suggestion_replaces_what_its_edit_does(report: Report) -> None:
    text = "Ä reply very soon."
    place = marked(text, "very soon")
    edit = Edit(Span(place["start"].offset, place["start"].offset + 5), "")
    (suggestion,) = only(report, **place, fix=Fix("Shorter", "safe", (edit,)))["suggestions"]
    assert underlined(text, suggestion["range"]) == "very "
    assert suggestion["text"] == ""
    assert "suggestions" not in only(report, **place, fix=Fix("Shorter", "manual", (edit,)))
    elsewhere = Fix("Shorter", "safe", (edit, Edit(Span(0, 1), "A")))
    assert "suggestions" not in only(report, **place, fix=elsewhere)


def test_an_unread_file_is_an_error(report: Report) -> None:
    first = json.loads(shown(report, "rdjson"))["diagnostics"][0]
    assert first["severity"] == "ERROR"
    assert first["location"] == {"path": "broken.json", "range": {"start": {"line": 3}}}
