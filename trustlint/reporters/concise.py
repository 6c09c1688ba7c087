"""`--output concise`: one line per diagnostic, for pipes and editors.

macros.json:12:34: error timelines/vague-time “soon” gives no date. Name one. [macro 'Refund delay' (id 36)]
"""

from trustlint.diagnostic import Diagnostic
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.wording import one_line
from trustlint.typed import TextIO


def write(report: Report, out: TextIO, view: View) -> None:
    out.writelines(f"{line(one)}\n" for one in report.diagnostics)


def line(one: Diagnostic) -> str:
    place = f"{one_line(one.path)}:{one.start.line}:{one.start.column}"
    return f"{place}: {one_line(f'{one.severity.name} {one.rule} {one.message} [{one.record.name}]')}"
