"""`--output gitlab`: a Code Quality report, shown in merge requests.

GitLab merges entries with equal fingerprints, so each is made unique.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from typing import Any, TextIO

from trustlint.diagnostic import Diagnostic, Severity
from trustlint.errors import TrustlintError
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.encoded import write_list
from trustlint.reporters.places import slashed
from trustlint.reporters.wording import one_line, unread

SEVERITIES = {Severity.error: "major", Severity.warning: "minor", Severity.suggestion: "info"}


def write(report: Report, out: TextIO, view: View) -> None:
    write_list(distinct(chain(map(unchecked, report.all_errors), map(entry, report.diagnostics))), out)
    out.write("\n")


def entry(one: Diagnostic) -> dict[str, Any]:
    made_of = f"{one.rule}\0{one.path}\0{one.route}\0{one.text}"
    return {
        "description": one_line(f"{one.message} [{one.record.name}]"),
        "check_name": one.rule,
        "fingerprint": one.fingerprint or digest(made_of),
        "severity": SEVERITIES[one.severity],
        "location": {"path": slashed(one.path), "lines": {"begin": one.start.line, "end": one.end.line}},
    }


def unchecked(error: TrustlintError) -> dict[str, Any]:
    return {
        "description": one_line(f"not checked: {unread(error)}"),
        "check_name": "not-checked",
        "fingerprint": digest(f"not-checked\0{error.path}\0{error.message}"),
        "severity": "critical",
        "location": {"path": slashed(error.path), "lines": {"begin": error.line or 1}},
    }


def digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def distinct(entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The entries, with a count behind a fingerprint that was there before."""
    taken: dict[str, int] = {}
    for each in entries:
        mark = each["fingerprint"]
        while each["fingerprint"] in taken:
            taken[mark] += 1
            each["fingerprint"] = f"{mark}/{taken[mark]}"
        taken[each["fingerprint"]] = 1
        yield each
