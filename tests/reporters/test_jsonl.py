"""JSON and JSON lines: nothing is lost but what no reader could take."""

import json
import re

from hypothesis import given, settings
from reporters.arbitrary import reports, shown

from trustlint.report import Report


def readable(text: str | None) -> str | None:
    return None if text is None else re.sub("[\ud800-\udfff]", "\ufffd", text)


@given(report=reports)
@settings(max_examples=25, deadline=None)
def test_text_comes_out_as_it_went_in(report: Report) -> None:
    document = json.loads(shown(report, "json"))
    assert document == json.loads(shown(report, "json", encoding="ascii"))
    for one, read in zip(report.diagnostics, document["diagnostics"], strict=True):
        assert read["message"] == readable(one.message)
        assert read["text"] == readable(one.text)
        assert read["record"]["title"] == readable(one.record.title)
        assert read["start"] == one.start._asdict()
    lines = [json.loads(line) for line in shown(report, "jsonl").split("\n")[:-1]]
    assert [line.pop("type") for line in lines] == [
        *["diagnostic"] * len(document["diagnostics"]), *["error"] * len(document["errors"]), "summary",
    ]  # fmt: skip
    assert lines[: len(document["diagnostics"])] == document["diagnostics"]
    assert lines[len(document["diagnostics"]) : -1] == document["errors"]
    assert lines[-1] == {"schema": "trustlint/1", "tool": document["tool"], **document["summary"]}


def test_a_clean_run_is_one_line_that_says_how_much_was_read(clean: Report) -> None:
    (line,) = shown(clean, "jsonl").splitlines()
    assert json.loads(line)["messages"] == 4
