"""Logging commands, read back by the rules of the agent that takes them."""

from hypothesis import given, settings
from reporters.arbitrary import reports, shown, texts

from trustlint.diagnostic import Severity
from trustlint.report import Report
from trustlint.reporters.azure import command
from trustlint.reporters.wording import harmless


def unescaped(text: str) -> str:
    for code, character in (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")):
        text = text.replace(code, character)
    return text


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    assert line.startswith("##vso[")
    info, bracket, data = line[len("##vso[") :].partition("]")
    assert bracket
    name, _, listed = info.partition(" ")
    pairs = (pair.split("=", 1) for pair in listed.split(";") if pair)
    return name, {key: unescaped(value) for key, value in pairs}, unescaped(data)


@given(code=texts, message=texts)
def test_a_command_is_read_as_it_was_meant(code: str, message: str) -> None:
    text = command("task.logissue", {"type": "error", "code": code}, message)
    assert not set(text) & set("\r\n")
    name, properties, data = parsed(text)
    assert name == "task.logissue"
    assert properties.get("code", "") == harmless(code)
    assert data == harmless(message)


@given(report=reports)
@settings(max_examples=25, deadline=None)
def test_lines_are_issues_or_plain_suggestions(report: Report) -> None:
    lines = shown(report, "azure").split("\n")[:-1]
    plain = [line for line in lines if not line.startswith("##vso[")]
    assert len(plain) == report.count(Severity.suggestion)
    names = [parsed(line)[0] for line in lines if line not in plain]
    expected = len(report.all_errors) + report.count(Severity.error) + report.count(Severity.warning)
    assert names.count("task.logissue") == expected
    assert names.count("task.complete") == bool(expected)


def test_a_clean_run_says_nothing(clean: Report) -> None:
    assert shown(clean, "azure") == ""


def test_an_issue_stands_at_its_place(report: Report) -> None:
    _, error, _, complete = map(parsed, shown(report, "azure").split("\n")[:-1])
    assert error[1] == {
        "type": "error", "sourcepath": "exports/macros.json", "linenumber": "12", "columnnumber": "34",
        "code": "timelines/vague-time",
    }  # fmt: skip
    assert complete == (
        "task.complete", {"result": "SucceededWithIssues"}, "1 error and 1 warning in 2 of 412 records",
    )  # fmt: skip
