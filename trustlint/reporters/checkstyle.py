"""`--output checkstyle`: Checkstyle XML, which Jenkins and many review tools read. Clean files are listed, too."""

from collections.abc import Iterator
from typing import TextIO

from trustlint.diagnostic import Diagnostic, Severity
from trustlint.errors import TrustlintError
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.encoded import element, write_markup
from trustlint.reporters.places import slashed
from trustlint.reporters.wording import one_line, unread

SEVERITIES = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "info"}


def write(report: Report, out: TextIO, view: View) -> None:
    files = "".join(f"  {file}\n" for file in listed(report))
    content = element("checkstyle", {"version": "4.3"}, f"\n{files}")
    write_markup(f'<?xml version="1.0" encoding="UTF-8"?>\n{content}\n', out)


def listed(report: Report) -> Iterator[str]:
    for error in report.errors:
        yield of_file(error.path, [unchecked(error)])
    for file in report.files:
        found = [*map(unchecked, file.errors), *map(entry, file.diagnostics)]
        if found or file.format is not None:
            yield of_file(file.path, found)


def of_file(path: str | None, found: list[str]) -> str:
    content = "".join(f"\n    {one}" for one in found) + "\n  "
    return element("file", {"name": slashed(path) if path else "trustlint"}, content if found else None)


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
