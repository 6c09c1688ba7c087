"""`--output json`: version 1 of the machine-readable report, one document per run."""

from typing import Any, TextIO

from trustlint import __version__
from trustlint.diagnostic import Diagnostic, Fix, Label, Severity
from trustlint.errors import TrustlintError
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.encoded import write_json
from trustlint.reporters.wording import unread
from trustlint.span import Position

SCHEMA = "trustlint/1"
TOOL = {"name": "trustlint", "version": __version__}


def write(report: Report, out: TextIO, view: View) -> None:
    document = {
        "schema": SCHEMA,
        "tool": TOOL,
        "summary": summary(report),
        "diagnostics": [],
        "errors": [error(one) for one in report.all_errors],
    }
    write_json(document, "diagnostics", map(diagnostic, report.diagnostics), out)


def summary(report: Report) -> dict[str, Any]:
    return {
        "files": len(report.read),
        "records": report.records,
        "messages": report.messages,
        **{severity.name: report.count(severity) for severity in sorted(Severity, reverse=True)},
        "suppressed": report.left_out("suppressed"),
        "baselined": report.left_out("baselined"),
        "unread": sum(bool(file.errors) for file in report.files),
        "seconds": round(report.seconds, 3),
    }


def diagnostic(one: Diagnostic) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "severity": one.severity.name,
        "confidence": one.confidence.name,
        "message": one.message,
        "path": one.path,
        "start": position(one.start),
        "end": position(one.end),
        "text": one.text,
        "record": {
            "format": one.record.format,
            "id": one.record.id,
            "title": one.record.title,
            "route": one.route,
            "language": one.record.language,
            "branch": one.branch,
        },
        "labels": [label(related, one.path) for related in one.labels],
        "note": one.note,
        "fix": fix(one.fix) if one.fix else None,
        "fingerprint": one.fingerprint,
    }


def position(where: Position) -> dict[str, int]:
    return {"line": where.line, "column": where.column, "offset": where.offset}


def label(one: Label, path: str) -> dict[str, Any]:
    return {"path": one.path or path, "start": position(one.start), "end": position(one.end), "text": one.text}


def fix(one: Fix) -> dict[str, Any]:
    edits = [{"start": edit.span.start, "end": edit.span.end, "content": edit.content} for edit in one.edits]
    return {"title": one.title, "applicability": one.applicability, "edits": edits}


def error(one: TrustlintError) -> dict[str, Any]:
    return {"path": one.path, "line": one.line, "column": one.column, "message": unread(one)}
