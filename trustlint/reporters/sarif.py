"""`--output sarif`: SARIF 2.1.0, for GitHub code scanning and every viewer that reads it.

Columns are code points and the file says so (`columnKind`). Only rules with a result are described.
"""

import re
from collections.abc import Iterator
from typing import Any, TextIO

from trustlint import __version__
from trustlint.diagnostic import Diagnostic, Edit, Label
from trustlint.errors import TrustlintError
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.encoded import write_json
from trustlint.reporters.places import Region, edited, is_absolute, region, replaces, slashed, uri
from trustlint.reporters.sarif_rules import LEVELS, described
from trustlint.reporters.wording import unread

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"


def write(report: Report, out: TextIO, view: View) -> None:
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run(report, view)]}
    write_json(document, "results", results(report), out)


def run(report: Report, view: View) -> dict[str, Any]:
    """The run, but for its results."""
    first: dict[str, Diagnostic] = {}
    for one in report.diagnostics:
        first.setdefault(one.rule, one)
    described_rules = [described(one, (view.rules or {}).get(rule)) for rule, one in first.items()]
    return {
        "tool": {"driver": {"name": "trustlint", "version": __version__, "rules": described_rules}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that trustlint was started in."}}},
        "automationDetails": {"id": "trustlint/"},
        "invocations": [invocation(report.all_errors)],
        "results": [],
    }


def results(report: Report) -> Iterator[dict[str, Any]]:
    numbers: dict[str, int] = {}
    return (result(one, numbers.setdefault(one.rule, len(numbers))) for one in report.diagnostics)


def result(one: Diagnostic, number: int) -> dict[str, Any]:
    where = {
        "physicalLocation": physical(one.path, region(one.start, one.end), one.source or one.text),
        "logicalLocations": [{"name": one.record.name, "fullyQualifiedName": one.route, "kind": "member"}],
    }
    shown: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": number,
        "level": LEVELS[one.severity],
        "message": {"text": plain(f"{one.message} [{one.record.name}]")},
        "locations": [where],
        "properties": {"confidence": one.confidence.name, "format": one.record.format},
    }
    if one.fingerprint:
        shown["partialFingerprints"] = {"primaryLocationLineHash": one.fingerprint}
    if one.labels:
        shown["relatedLocations"] = [related(one.path, label, number) for number, label in enumerate(one.labels, 1)]
    if edits := replacements(one):
        replaced = {"artifactLocation": artifact(one.path), "replacements": edits}
        title = one.fix.title if one.fix else ""
        shown["fixes"] = [{"description": {"text": plain(title)}, "artifactChanges": [replaced]}]
    return shown


def related(path: str, label: Label, number: int) -> dict[str, Any]:
    place = physical(label.path or path, region(label.start, label.end))
    return {"id": number, "physicalLocation": place, "message": {"text": plain(label.text)}}


def replacements(one: Diagnostic) -> list[dict[str, Any]]:
    """What a fix replaces; nothing when a part of it is out of sight."""
    found = [(edit, edited(one, edit)) for edit in replaces(one)]
    return [replacement(edit, place) for edit, place in found if place] if all(place for _, place in found) else []


def replacement(edit: Edit, place: Region) -> dict[str, Any]:
    return {"deletedRegion": bounds(place), "insertedContent": {"text": edit.content}}


def physical(path: str, place: Region, snippet: str | None = None) -> dict[str, Any]:
    shown = {**bounds(place), "snippet": {"text": snippet}} if snippet else bounds(place)
    return {"artifactLocation": artifact(path), "region": shown}


def bounds(place: Region) -> dict[str, int]:
    return {
        "startLine": place.start_line,
        "startColumn": place.start_column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def artifact(path: str) -> dict[str, str]:
    return {"uri": uri(path)} if is_absolute(slashed(path)) else {"uri": uri(path), "uriBaseId": ROOT}


def invocation(errors: list[TrustlintError]) -> dict[str, Any]:
    """How the run went; what could not be read stands here, for it is no result of a rule."""
    notes = {"toolExecutionNotifications": [notification(error) for error in errors]} if errors else {}
    return {"executionSuccessful": not errors, **notes}


def notification(error: TrustlintError) -> dict[str, Any]:
    shown: dict[str, Any] = {"level": "error", "message": {"text": plain(unread(error))}}
    if error.path:
        place: dict[str, Any] = {"artifactLocation": artifact(error.path)}
        if error.line:
            column = {"startColumn": error.column} if error.column else {}
            place["region"] = {"startLine": error.line, **column}
        shown["locations"] = [{"physicalLocation": place}]
    return shown


def plain(text: str) -> str:
    r"""Text that no viewer makes a link of: `[words](target)` is one in SARIF, unless its brackets are escaped."""
    return re.sub(r"([\\\[\]])", r"\\\1", text) if "](" in text else text
