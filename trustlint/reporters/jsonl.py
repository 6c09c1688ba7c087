"""`--output jsonl`: one JSON object per line, for streams and `jq`.

Each says its `type`: `diagnostic` and `error` hold what they hold in `json`; the last line is the `summary`.
"""

from typing import Any, TextIO

from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.encoded import to_json
from trustlint.reporters.json import SCHEMA, TOOL, diagnostic, error, summary


def write(report: Report, out: TextIO, view: View) -> None:
    for one in report.diagnostics:
        _line("diagnostic", diagnostic(one), out)
    for problem in report.all_errors:
        _line("error", error(problem), out)
    _line("summary", {"schema": SCHEMA, "tool": TOOL, **summary(report)}, out)


def _line(kind: str, content: dict[str, Any], out: TextIO) -> None:
    out.write(to_json({"type": kind, **content}, out) + "\n")
