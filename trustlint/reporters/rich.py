"""`--output rich`: what a person reads on a terminal.

Grouped by file and record; under each record the sentences as the customer reads them, with the words underlined,
what is wrong with them, and the better wording. What is said about a rule as such is said once in a run.
"""

from itertools import groupby

from trustlint.diagnostic import Diagnostic, Excerpt, Severity
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.cells import cell_len
from trustlint.reporters.code_pages import in_reach
from trustlint.reporters.encoded import is_unicode
from trustlint.reporters.excerpts import marked
from trustlint.reporters.styled import Text
from trustlint.reporters.wording import cell, counted, effort, findings, is_right_to_left, one_line
from trustlint.typed import Iterator, TextIO

STYLES = {Severity.error: "red", Severity.warning: "yellow", Severity.suggestion: "cyan"}
INDENT = 4
NARROWEST = 30
RULES_SHOWN = 10


def write(report: Report, out: TextIO, view: View) -> None:
    page = Page(view, "" if is_unicode(out) else out.encoding)
    for block in page.blocks(report):
        out.writelines(f"{line.written(color=view.color)}\n" for line in block)


class Page:
    """A report as blocks of lines. It remembers what it has told."""

    def __init__(self, view: View, encoding: str) -> None:
        self.width = max(view.width, NARROWEST)
        self.view = view
        self.encoding = encoding
        self.bar = "| " if encoding else "│ "
        self.told: set[str] = set()

    def blocks(self, report: Report) -> Iterator[list[Text]]:
        for path, of_file in groupby(report.diagnostics, lambda one: one.path):
            yield [Text((self.safe(path), "bold underline"))]
            for _, of_record in groupby(of_file, lambda one: (one.record.route, one.record.id)):
                yield list(self.record(list(of_record)))
        for error in report.all_errors:
            yield self.wrapped(Text(("not checked  ", "bold red"), self.safe(str(error))))
        if self.view.verbose >= 0:
            yield list(self.summary(report))

    def safe(self, text: str) -> str:
        """Harmless text on one line, as it will stand on the screen."""
        return self.fitted(one_line(text))

    def fitted(self, text: str) -> str:
        """Text with what the stream's code page lacks written out, before anything is measured."""
        return in_reach(text, self.encoding) if self.encoding else text

    def wrapped(self, text: Text, indent: int = 0, bar: str = "") -> list[Text]:
        """The lines of a text under its indent."""
        width = max(self.width - indent - len(bar), NARROWEST // 2)
        lines = [text.rstrip()] if text.cell_len <= width else text.wrap(width)
        # A long word is cut where the line ends, and what follows may look like a command of a build.
        lines = [Text(": ", line.part(1)) if line.plain.startswith("::") else line for line in lines]
        return [Text(" " * indent, (bar, "dim"), line) for line in lines]

    def record(self, found: list[Diagnostic]) -> Iterator[Text]:
        yield from self.wrapped(Text((self.safe(found[0].record.name), "bold")), 2)
        for one in found:
            yield from self.diagnostic(one)
            if self.view.verbose >= 0:
                yield Text()

    def diagnostic(self, one: Diagnostic) -> Iterator[Text]:
        style = STYLES[one.severity]
        yield from self.heading(one, style)
        yield from self.sentence(one.excerpt, style)
        yield from self.wrapped(Text(self.safe(one.message)), INDENT)
        if self.view.verbose >= 0:
            yield from self.remarks(one)

    def heading(self, one: Diagnostic, style: str) -> Iterator[Text]:
        """Severity, rule and place. A place is never wrapped: a terminal makes a link only of a whole one."""
        rule = Text(" " * INDENT, (one.severity.name, f"bold {style}"), (f"  {self.safe(one.rule)}", style))
        within = cell(one)
        said = f"{self.safe(one.path)}:{one.start.line}:{one.start.column}"
        place = Text((f"{said} ({self.safe(within)})" if within else said, "dim"))
        if rule.cell_len + 2 + place.cell_len <= self.width:
            yield Text(rule, "  ", place)
        else:
            yield from (rule, Text(" " * INDENT, place))

    def sentence(self, excerpt: Excerpt, style: str) -> Iterator[Text]:
        """A sentence with its words underlined: by style, or by a line of carets where there are no styles."""
        before, words, after = map(self.fitted, marked(excerpt))
        mark = f"bold underline {style}"
        for line in self.wrapped(Text(before, (words, mark), after), INDENT, self.bar):
            yield line
            if not self.view.color:
                yield from self.carets(line, mark)

    def carets(self, line: Text, style: str) -> Iterator[Text]:
        found = line.styled(style)
        if found is None:
            return
        edge = INDENT + len(self.bar)
        start, words = found[0], line.plain[slice(*found)].rstrip()
        bar = " " * INDENT + self.bar
        # Each terminal lays out right-to-left text in its own way: there is no telling what carets would stand under.
        if is_right_to_left(line.plain):
            yield Text(f"{bar}^ {words}")
        else:
            yield Text(bar + " " * cell_len(line.plain[edge:start]) + "^" * cell_len(words))

    def remarks(self, one: Diagnostic) -> Iterator[Text]:
        """Where in a conditional, what else there is to know, and once per rule why and how better."""
        if one.branch:
            yield from self.wrapped(Text((f"in {self.safe(one.branch)}", "dim")), INDENT)
        if one.note:
            yield from self.wrapped(Text((self.safe(one.note), "dim")), INDENT)
        for label in one.labels:
            place = f"{self.safe(label.path or one.path)}:{label.start.line}:{label.start.column}"
            yield from self.wrapped(Text((f"{place}: ", "dim"), self.safe(label.text)), INDENT)
        known = (self.view.rules or {}).get(one.rule)
        if known and known.why and self.news(one.rule):
            yield from self.wrapped(Text(("why: ", "bold"), self.safe(known.why)), INDENT)
        if one.fix and self.news(one.fix.title):
            yield from self.wrapped(Text((f"{one.fix.label}: ", "green"), self.safe(one.fix.title)), INDENT)

    def news(self, told: str) -> bool:
        """Whether something was not told before in this run, or shall be told each time."""
        known = told in self.told
        self.told.add(told)
        return not known or self.view.verbose > 0

    def summary(self, report: Report) -> Iterator[Text]:
        """What was found in how much; it also says how much was fine."""
        if report.diagnostics:
            yield from self.rules(report)
            bad = max(severity for _, severity in report.counts)
            clean = max(0, report.records - report.flagged_records)
            told = Text((findings(report), f"bold {STYLES[bad]}"), (f"; {clean:,} clean", "green"))
            yield from self.wrapped(told)
        else:
            yield Text((findings(report), "bold green" if report.messages else "bold yellow"))
        yield Text((effort(report), "dim"))
        if report.all_errors:
            problems = counted(len(report.all_errors), "problem")
            yield from self.wrapped(Text((f"{problems} kept something from being checked", "bold red")))

    def rules(self, report: Report) -> Iterator[Text]:
        """The rules behind a report that does not fit on a screen."""
        counts = report.counts
        if len(report.diagnostics) <= RULES_SHOWN or len(counts) == 1:
            return
        for (rule, severity), number in sorted(counts.items(), key=lambda each: -each[1])[:RULES_SHOWN]:
            yield Text(f"{number:6,}  ", (f"{severity.name:12}", STYLES[severity]), self.safe(rule))
        if len(counts) > RULES_SHOWN:
            yield Text((f"        and {counted(len(counts) - RULES_SHOWN, 'more rule')}", "dim"))
        yield Text(("trustlint explain RULE says more about one of them", "dim"))
        yield Text()
