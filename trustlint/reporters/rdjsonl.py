"""`--output rdjsonl`: reviewdog's Diagnostic Format, one diagnostic per line."""

from typing import TextIO

from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.encoded import to_json
from trustlint.reporters.rdjson import diagnostics


def write(report: Report, out: TextIO, view: View) -> None:
    out.writelines(f"{to_json(each, out)}\n" for each in diagnostics(report))
