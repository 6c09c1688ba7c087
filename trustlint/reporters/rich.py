"""`--output rich`: what a person reads on a terminal.

Grouped by file and record; under each record the sentences as the customer reads them, with the words underlined,
what is wrong with them, and the better wording.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from trustlint.diagnostic import Diagnostic, Excerpt, Severity
from trustlint.errors import TrustlintError
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.wording import counted, harmless, listed, one_line

STYLES = {Severity.error: "red", Severity.warning: "yellow", Severity.suggestion: "cyan"}
CONTEXT = 90
"""How many characters of a long sentence are shown on each side of the underlined words."""


def write(report: Report, out: TextIO, view: View) -> None:
    console = Console(
        file=out,
        force_terminal=view.color,
        no_color=not view.color,
        width=view.width,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for path, found in groupby(report.diagnostics, lambda one: one.path):
        console.print(Text(one_line(path), "bold underline" if view.color else ""), soft_wrap=True)
        for _, of_record in groupby(found, lambda one: (one.record.route, one.record.id)):
            console.print(record_block(list(of_record), console))
    for error in report.all_errors:
        console.print(error_line(error))
    console.print(summary(report))


def record_block(found: list[Diagnostic], console: Console) -> RenderableType:
    """A record's name and its diagnostics."""
    title = Text(one_line(found[0].record.name), "bold")
    return Group(Padding(title, (0, 0, 0, 2)), *(Padding(diagnostic(one, console), (0, 0, 1, 4)) for one in found))


def diagnostic(one: Diagnostic, console: Console) -> RenderableType:
    style = STYLES[one.severity]
    head = Text.assemble(
        (one.severity.name, f"bold {style}"),
        (f"  {one.rule}", style),
        (f"  {one_line(one.path)}:{one.start.line}:{one.start.column}", "dim"),
    )
    if one.branch:
        head.append(f"  in {one_line(one.branch)}", "dim")
    lines: list[RenderableType] = [head, *excerpt(one.excerpt, style, console), Text(one_line(one.message))]
    if one.note:
        lines.append(Text(one_line(one.note), "dim"))
    if one.fix:
        lines.append(Text.assemble(("better: ", "green"), one_line(one.fix.title)))
    return Group(*lines)


def excerpt(shown: Excerpt, style: str, console: Console) -> Iterator[Text]:
    """The sentence with its words underlined: by style, or by a line of carets where there are no styles."""
    before, inside, after = around(shown)
    sentence = Text.assemble(before, (inside, f"bold underline {style}"), after)
    for line in sentence.wrap(console, max(20, console.width - 8)):
        yield Text.assemble(("│ ", "dim"), line)
        if console.no_color and line.spans:
            start, end = line.spans[0].start, line.spans[-1].end
            yield Text("│ " + " " * cell_len(line.plain[:start]) + "^" * cell_len(line.plain[start:end].rstrip()))


def around(shown: Excerpt) -> tuple[str, str, str]:
    """The text before, under and after the underline, each on one line; far ends of a long sentence are left out."""
    before = _flat(shown.text[: shown.span.start])
    after = _flat(shown.text[shown.span.end :])
    if len(before) > CONTEXT:
        before = "… " + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + " …"
    return before.lstrip(), _flat(shown.span.of(shown.text)).strip(), after.rstrip()


def _flat(text: str) -> str:
    """Harmless text on one line, its outer spaces kept."""
    flat = " ".join(harmless(text).split())
    if not flat:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + flat + (" " if text[-1].isspace() else "")


def error_line(error: TrustlintError) -> Text:
    return Text.assemble(("not checked  ", "bold red"), one_line(str(error)))


def summary(report: Report) -> Text:
    """What was found in how much; it also says how much was fine."""
    line = Text()
    counts = [counted(report.count(one), one.name) for one in sorted(Severity, reverse=True) if report.count(one)]
    if counts:
        bad = max(one.severity for one in report.diagnostics)
        line.append(listed(counts), f"bold {STYLES[bad]}")
        line.append(f" in {report.flagged_records:,} of {counted(report.records, 'record')}")
        line.append(f"; {report.records - report.flagged_records:,} clean", "green")
    elif report.messages:
        line.append(f"No problems in {counted(report.records, 'record')}", "bold green")
    else:
        line.append("Nothing to check", "bold yellow")
    read = f"{counted(len(report.read), 'file')}, {counted(report.messages, 'message')}"
    line.append(f"\n{read}, {report.seconds:.2f} s", "dim")
    if report.all_errors:
        line.append(f"\n{counted(len(report.all_errors), 'problem')} kept something from being checked", "bold red")
    return line
