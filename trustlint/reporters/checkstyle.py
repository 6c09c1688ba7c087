"""`--output checkstyle`: Checkstyle XML, which Jenkins and many review tools read. Clean files are listed, too."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TextIO

from trustlint.diagnostic import Diagnostic, Severity
from trustlint.errors import TrustlintError
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.encoded import element, opened, write_markup
from trustlint.reporters.places import slashed
from trustlint.reporters.wording import one_line, unread

SEVERITIES = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "info"}


def write(report: Report, out: TextIO, view: View) -> None:
    start = opened("checkstyle", {"version": "4.3"})
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n{start}\n'
    write_markup(chain([head], listed(report), ["</checkstyle>\n"]), out)


def listed(report: Report) -> Iterator[str]:
    for error in report.errors:
        yield from of_file(error.path, [unchecked(error)])
    for file in report.files:
        if file.errors or file.diagnostics:
            yield from of_file(file.path, chain(map(unchecked, file.errors), map(entry, file.diagnostics)))
        elif file.format is not None:
            yield f"  {element('file', {'name': slashed(file.path)})}\n"


def of_file(path: str | None, found: Iterable[str]) -> Iterator[str]:
    yield f"  {opened('file', {'name': slashed(path) if path else 'trustlint'})}"
    yield from (f"\n    {one}" for one in found)
    yield "\n  </file>\n"


def entry(one: Diagnostic) -> str:
    return element(
        "error",
        {
            "line": one.start.line,
            "column": one.start.column,
            "severity": SEVERITIES[one.severity],
            "message": one_line(f"{one.message} [{one.record.name}]"),
            "source": f"trustlint.{one.rule}",
        },
    )


def unchecked(error: TrustlintError) -> str:
    place = {"line": error.line or 1, "column": error.column}
    told = one_line(f"not checked: {unread(error)}")
    return element("error", {**place, "severity": "error", "message": told, "source": "trustlint.not-checked"})
