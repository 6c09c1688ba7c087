"""Rows for a spreadsheet that calculates nothing."""

import csv

import pytest
from hypothesis import given, settings
from reporters.arbitrary import reports, shown

from trustlint.report import Report
from trustlint.reporters.csv import COLUMNS, cell


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", " =1", '=HYPERLINK("x")']
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert str(cell(text)).startswith("'")


def test_other_cells_are_left_alone() -> None:
    assert [cell(value) for value in ("a=1", 12, None, "“soon”, he said")] == ["a=1", 12, None, "“soon”, he said"]


@given(report=reports)
@settings(max_examples=25, deadline=None)
def test_a_row_for_each_finding(report: Report) -> None:
    text = shown(report, "csv")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == len(report.diagnostics) + len(report.all_errors) == text.count("\n") - 1
    for row in rows:
        assert not [value for value in row.values() if value and value.strip()[:1] in set("=+-@")]


def test_rows(report: Report, clean: Report) -> None:
    unread, first, second = csv.DictReader(shown(report, "csv").splitlines())
    assert (unread["severity"], unread["path"], unread["line"]) == ("not checked", "broken.json", "3")
    assert first["sentence"] == "We’ll send your refund as soon as possible."
    assert first["text"] == "as soon as possible"
    assert second["record_title"] == "::error::␛[31mpwned\\u202e".replace("::", ": :", 1)
    assert shown(clean, "csv") == ",".join(COLUMNS) + "\n"
