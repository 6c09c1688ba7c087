"""`--output markdown`: a report for a pull request, a wiki or a job's page."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TextIO

from trustlint.diagnostic import Diagnostic
from trustlint.errors import TrustlintError
from trustlint.patterns import lazy
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.encoded import write_markup
from trustlint.reporters.excerpts import marked
from trustlint.reporters.wording import cell, counted, effort, findings, one_line

_SPECIAL = lazy(r"[\\`*_\[\]<>&|~$]|(?<=:)//|(?i:(?<=www)\.)")
_LEADING = lazy(r"^([-+=#:]|\d+(?=[.)]))")
_REFERENCE = lazy(r"(?<![\w])([@#!%])(?=\w)")
"""Names and numbers that a forge would notify or link to."""


def write(report: Report, out: TextIO, view: View) -> None:
    write_markup([page(report)], out)


def page(report: Report, most_bytes: int | None = None) -> str:
    """The whole report, or as many whole records of it as fit into so many bytes of UTF-8."""
    shown = "".join(head(report))
    room = most_bytes - len(shown.encode()) if most_bytes is not None else None
    left = len(report.diagnostics)
    for number, block in blocks(report.diagnostics):
        if room is not None:
            room -= len(block.encode())
            if room < 0:
                return f"{shown}\n{counted(left, 'more diagnostic')} left out: the page would be too long.\n"
        shown += block
        left -= number
    return shown


def head(report: Report) -> Iterator[str]:
    yield f"## trustlint: {findings(report)}\n\n"
    clean = max(0, report.records - report.flagged_records)
    yield f"{f'{clean:,} clean. ' if report.diagnostics else ''}{effort(report)}\n"
    if report.all_errors:
        yield f"\n**{counted(len(report.all_errors), 'problem')} kept something from being checked**\n\n"
        yield from map(unchecked, report.all_errors)


def unchecked(error: TrustlintError) -> str:
    return f"* {inline(str(error))}\n"


def blocks(found: Iterable[Diagnostic]) -> Iterator[tuple[int, str]]:
    """A block per record and how many diagnostics it holds; the first of a file carries the file's heading."""
    for path, of_file in groupby(found, lambda one: one.path):
        heading = f"\n### {inline(path)}\n"
        for _, of_record in groupby(of_file, lambda one: (one.record.route, one.record.id)):
            listed = list(of_record)
            yield len(listed), f"{heading}\n#### {inline(listed[0].record.name)}\n" + "".join(map(entry, listed))
            heading = ""


def entry(one: Diagnostic) -> str:
    before, words, after = marked(one.excerpt)
    branch = f", in {inline(one.branch)}" if one.branch else ""
    place = inline(cell(one)) or f"line {one.start.line}, column {one.start.column}"
    lines = [
        f"\n**{one.severity.name}** {inline(one.rule)} ({place}{branch})\n",
        f"> {sentence(before, words, after)}\n",
        inline(one.message),
    ]
    if one.note:
        lines.append(inline(one.note))
    if one.fix:
        lines.append(f"\n**{one.fix.label.capitalize()}:** {inline(one.fix.title)}")
    return "\n".join(lines) + "\n"


def sentence(before: str, words: str, after: str) -> str:
    """A sentence with its words marked; bold by tags, which hold beside any letter or sign."""
    mark = f"<b>{inline(words)}</b>" if words else ""
    gap_before, gap_after = " " * before.endswith(" "), " " * after.startswith(" ")
    return f"{inline(before)}{gap_before}{mark}{gap_after}{inline(after)}".strip()


def inline(text: str) -> str:
    """Text on one line that Markdown shows as it is: no markup, no link, nobody notified."""
    text = _SPECIAL.sub(lambda found: f"\\{found.group()}", one_line(text))
    text = _LEADING.sub(_quieted, text)
    return _REFERENCE.sub("\\1\u200b", text)


def _quieted(found: re.Match[str]) -> str:
    start = found.group()
    return f"{start}\\" if start[0].isdigit() else f"\\{start}"
