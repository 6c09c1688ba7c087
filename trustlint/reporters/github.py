"""`--output github`: workflow commands; GitHub Actions shows each as an annotation on its line.

GitHub shows ten annotations of each kind and step, so the worst come first. `summary` is the text for the job's page:
who runs the reporter appends it to the file that `GITHUB_STEP_SUMMARY` names.
"""

from itertools import chain
from typing import TextIO

from trustlint.diagnostic import Diagnostic, Severity
from trustlint.errors import TrustlintError
from trustlint.report import Report
from trustlint.reporters import View, markdown
from trustlint.reporters.places import slashed
from trustlint.reporters.wording import findings, harmless, unread

COMMANDS = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "notice"}
SHOWN = 10
"""How many annotations of a kind GitHub shows for one step."""
SUMMARY_BYTES = 900_000
"""GitHub drops a job summary of more than 1 MiB."""


def write(report: Report, out: TextIO, view: View) -> None:
    kinds = {severity: report.count(severity) for severity in Severity}
    kinds[Severity.error] += len(report.all_errors)
    if max(kinds.values()) > SHOWN:
        told = f"{findings(report)}. GitHub shows {SHOWN} annotations of each kind; the log has them all."
        out.write(command("notice", {"title": "trustlint"}, told) + "\n")
    lines = chain(map(unchecked, report.all_errors), map(annotation, report.worst_first()))
    out.writelines(f"{line}\n" for line in lines)


def summary(report: Report) -> str:
    """The report as Markdown for the job's page, short enough to be shown."""
    return markdown.page(report, most_bytes=SUMMARY_BYTES)


def annotation(one: Diagnostic) -> str:
    properties: dict[str, object] = {
        "file": slashed(one.path),
        "line": one.start.line,
        "endLine": one.end.line,
    }
    if one.start.line == one.end.line:
        properties |= {"col": one.start.column, "endColumn": one.end.column}
    told = [one.message, *([f"{one.fix.label.capitalize()}: {one.fix.title}"] if one.fix else []), one.record.name]
    return command(COMMANDS[one.severity], {**properties, "title": one.rule}, "\n".join(told))


def unchecked(error: TrustlintError) -> str:
    properties: dict[str, object] = {
        "file": slashed(error.path) if error.path else None,
        "line": error.line,
        "col": error.column,
        "title": "not checked",
    }
    return command("error", properties, unread(error))


def command(name: str, properties: dict[str, object], message: str) -> str:
    """A workflow command. Empty properties are left out."""
    shown = ",".join(f"{key}={property_value(str(value))}" for key, value in properties.items() if value)
    return f"::{name} {shown}::{data(message)}"


def data(text: str) -> str:
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def property_value(text: str) -> str:
    return data(text).replace(":", "%3A").replace(",", "%2C")
