"""`--output rdjson`: reviewdog's Diagnostic Format. Columns are UTF-8 bytes; a line without them is a whole line."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, TextIO

from trustlint.diagnostic import Diagnostic, Edit, Severity
from trustlint.errors import TrustlintError
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.encoded import write_json
from trustlint.reporters.places import Region, in_bytes, replaces, slashed
from trustlint.reporters.wording import harmless, unread

SEVERITIES = {Severity.error: "ERROR", Severity.warning: "WARNING", Severity.suggestion: "INFO"}
SOURCE = {"name": "trustlint"}


def write(report: Report, out: TextIO, view: View) -> None:
    result = {
        "source": SOURCE,
        "severity": SEVERITIES[max((severity for _, severity in report.counts), default=Severity.warning)],
        "diagnostics": [],
    }
    write_json(result, "diagnostics", diagnostics(report), out)


def diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    return chain(map(unchecked, report.all_errors), map(diagnostic, report.diagnostics))


def diagnostic(one: Diagnostic) -> dict[str, Any]:
    told = [one.message, *([f"{one.fix.label.capitalize()}: {one.fix.title}"] if one.fix else []), one.record.name]
    shown: dict[str, Any] = {
        "message": harmless("\n".join(told)),
        "location": {"path": slashed(one.path), "range": extent(one, in_bytes(one))},
        "severity": SEVERITIES[one.severity],
        "source": SOURCE,
        "code": {"value": one.rule},
    }
    if edits := suggestions(one):
        shown["suggestions"] = edits
    if one.labels:
        shown["related_locations"] = [
            {
                "message": harmless(label.text),
                "location": {"path": slashed(label.path or one.path), "range": {"start": {"line": label.start.line}}},
            }
            for label in one.labels
        ]
    return shown


def suggestions(one: Diagnostic) -> list[dict[str, Any]]:
    """What a fix replaces; nothing when the place of a part is not known."""
    found: list[tuple[Edit, Region | None]] = [(edit, in_bytes(one, edit)) for edit in replaces(one)]
    if not all(place for _, place in found):
        return []
    return [{"range": extent(one, place), "text": edit.content} for edit, place in found]


def extent(one: Diagnostic, place: Region | None) -> dict[str, Any]:
    if place is None:
        return {"start": {"line": one.start.line}, "end": {"line": one.end.line}}
    return {
        "start": {"line": place.start_line, "column": place.start_column},
        "end": {"line": place.end_line, "column": place.end_column},
    }


def unchecked(error: TrustlintError) -> dict[str, Any]:
    location: dict[str, Any] = {"path": slashed(error.path) if error.path else "."}
    if error.line:
        location["range"] = {"start": {"line": error.line}}
    return {
        "message": harmless(f"not checked: {unread(error)}"),
        "location": location,
        "severity": "ERROR",
        "source": SOURCE,
        "code": {"value": "not-checked"},
    }
