"""`--output azure`: logging commands of Azure Pipelines. There is no kind for suggestions: they are plain lines."""

from itertools import chain
from typing import TextIO

from trustlint.diagnostic import Diagnostic, Severity
from trustlint.errors import TrustlintError
from trustlint.report import Report
from trustlint.reporters import View, concise
from trustlint.reporters.places import slashed
from trustlint.reporters.wording import findings, harmless, unread

TYPES = {Severity.error: "error", Severity.warning: "warning"}


def write(report: Report, out: TextIO, view: View) -> None:
    out.writelines(f"{line}\n" for line in chain(map(unchecked, report.all_errors), map(issue, report.worst_first())))
    if report.all_errors or report.reaches(Severity.warning):
        out.write(command("task.complete", {"result": "SucceededWithIssues"}, findings(report)) + "\n")


def issue(one: Diagnostic) -> str:
    if one.severity not in TYPES:
        return concise.line(one)
    properties: dict[str, object] = {
        "type": TYPES[one.severity],
        "sourcepath": slashed(one.path),
        "linenumber": one.start.line,
        "columnnumber": one.start.column,
        "code": one.rule,
    }
    return command("task.logissue", properties, f"{one.message} [{one.record.name}]")


def unchecked(error: TrustlintError) -> str:
    properties: dict[str, object] = {
        "type": "error",
        "sourcepath": slashed(error.path) if error.path else None,
        "linenumber": error.line,
        "columnnumber": error.column,
    }
    return command("task.logissue", properties, f"not checked: {unread(error)}")


def command(name: str, properties: dict[str, object], message: str) -> str:
    """A logging command. Empty properties are left out."""
    shown = "".join(f"{key}={property_value(str(value))};" for key, value in properties.items() if value)
    return f"##vso[{name} {shown}]{data(message)}"


def data(text: str) -> str:
    return harmless(text).replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def property_value(text: str) -> str:
    return data(text).replace("]", "%5D").replace(";", "%3B")
