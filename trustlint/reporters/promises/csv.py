"""`trustlint promises --output csv`: the ledger as a sheet, a promise per row."""

import csv
from typing import TextIO

from trustlint.ledger.promises import Ledger, Promise
from trustlint.reporters.wording import one_line

COLUMNS = (
    "act", "deadline", "at_most_hours", "business", "kind", "actor", "modality", "condition", "negated", "promise",
    "record", "id", "path", "line", "column",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(ledger: Ledger, out: TextIO, *, color: bool, width: int) -> None:
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows([cell(value) for value in row(one)] for one in ledger.promises)


def row(one: Promise) -> tuple[object, ...]:
    return (
        one.act, one.time.text or "", one.time.at_most_hours if one.time.at_most_hours is not None else "",
        one.time.business, one.time.kind, one.actor, one.modality, one.condition_text or one.condition or "",
        one.negated, one.text, one.record.title or one.record.name, one.record.id or "", one.path, one.start.line,
        one.start.column,
    )  # fmt: skip


def cell(value: object) -> str:
    """A value that no spreadsheet takes for a formula."""
    text = one_line(str(value)) if isinstance(value, str) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()
