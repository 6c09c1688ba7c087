"""`--output csv`: a row per diagnostic for a spreadsheet. Cells are single lines, and never formulas."""

import csv
from itertools import chain
from typing import TextIO

from trustlint.diagnostic import Diagnostic
from trustlint.errors import TrustlintError
from trustlint.patterns import lazy
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.wording import one_line, unread

COLUMNS = (
    "path", "line", "column", "severity", "confidence", "rule", "message", "text", "sentence", "better",
    "format", "record_id", "record_title", "language", "route", "branch", "note", "fingerprint",
)  # fmt: skip
_FORMULA = lazy(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""What spreadsheets take for the start of a formula, in both widths."""


def write(report: Report, out: TextIO, view: View) -> None:
    table = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    for values in chain(map(unchecked, report.all_errors), map(row, report.diagnostics)):
        table.writerow({column: cell(value) for column, value in values.items()})


def row(one: Diagnostic) -> dict[str, object]:
    return {
        "path": one.path,
        "line": one.start.line,
        "column": one.start.column,
        "severity": one.severity.name,
        "confidence": one.confidence.name,
        "rule": one.rule,
        "message": one.message,
        "text": one.text,
        "sentence": one.excerpt.text,
        "better": one.fix.title if one.fix else None,
        "format": one.record.format,
        "record_id": one.record.id,
        "record_title": one.record.title,
        "language": one.record.language,
        "route": one.route,
        "branch": one.branch,
        "note": one.note,
        "fingerprint": one.fingerprint,
    }


def unchecked(error: TrustlintError) -> dict[str, object]:
    told = {"severity": "not checked", "message": unread(error)}
    return {"path": error.path, "line": error.line, "column": error.column, **told}


def cell(value: object) -> object:
    """A value as a cell: numbers stay numbers, text on one line, an apostrophe before what would be calculated."""
    if value is None or isinstance(value, int):
        return value
    text = one_line(str(value))
    return f"'{text}" if _FORMULA.match(text) else text
