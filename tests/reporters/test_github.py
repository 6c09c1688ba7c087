"""Workflow commands, read back by the rules of the runner that takes them."""

from typing import NamedTuple

from hypothesis import given, settings
from reporters.arbitrary import reports, shown, texts

from trustlint.report import FileReport, Report
from trustlint.reporters.github import SUMMARY_BYTES, command, summary
from trustlint.reporters.places import slashed
from trustlint.reporters.wording import harmless


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def unescaped(text: str, *more: tuple[str, str]) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), *more, ("%25", "%")):
        text = text.replace(code, character)
    return text


def parsed(line: str) -> Command:
    assert line.startswith("::")
    info, separator, data = line[2:].partition("::")
    assert separator
    name, _, listed = info.partition(" ")
    pairs = [pair.split("=", 1) for pair in listed.strip().split(",") if pair]
    return Command(name, {key: unescaped(value, ("%3A", ":"), ("%2C", ",")) for key, value in pairs}, unescaped(data))


def commands(report: Report) -> list[Command]:
    return [parsed(line) for line in shown(report, "github").split("\n")[:-1]]


@given(title=texts, message=texts)
def test_a_command_is_read_as_it_was_meant(title: str, message: str) -> None:
    text = command("error", {"line": 3, "title": title}, message)
    assert not set(text) & set("\r\n")
    read = parsed(text)
    assert read.name == "error"
    assert read.properties.get("title", "").rstrip() == harmless(title).rstrip()
    assert read.properties["line"] == "3"
    assert read.data == harmless(message)


@given(report=reports)
@settings(max_examples=25, deadline=None)
def test_every_line_is_an_annotation_and_each_finding_has_one(report: Report) -> None:
    read = commands(report)
    assert {one.name for one in read} <= {"error", "warning", "notice"}
    assert len([one for one in read if one.properties.get("title") != "trustlint"]) >= len(
        [*report.diagnostics, *report.all_errors]
    )


def test_the_worst_come_first_and_the_unread_before_them(report: Report) -> None:
    unread, error, warning = commands(report)
    assert unread == Command(
        "error", {"file": "broken.json", "line": "3", "col": "7", "title": "not checked"}, "expected a comma"
    )
    assert error.properties == {
        "file": "exports/macros.json", "line": "12", "endLine": "12", "col": "34", "endColumn": "53",
        "title": "timelines/vague-time",
    }  # fmt: skip
    assert warning.name == "warning"
    assert error.data.endswith("gives no date. Name one.\nBetter: We’ll send your refund by {{refund_date}}.\n"
                               "macro 'Billing::Refund delay' (id 36001)")  # fmt: skip


def test_columns_are_left_out_over_several_lines(report: Report) -> None:
    from dataclasses import replace

    one = report.diagnostics[0]
    long = replace(one, end=one.end._replace(line=13))
    (read,) = commands(Report((FileReport(one.path, "x", 1, 1, (long,)),)))
    assert read.properties["endLine"] == "13"
    assert "col" not in read.properties
    assert "endColumn" not in read.properties


def test_when_github_will_not_show_them_all_it_is_said_first(report: Report) -> None:
    file = FileReport("a", "x", 412, 431, report.diagnostics[:1] * 11)
    first = commands(Report((file,)))[0]
    assert first.name == "notice"
    assert first.data.startswith("11 errors in 1 of 412 records.")


def test_the_summary_fits_on_the_page_of_a_job(report: Report) -> None:
    file = FileReport("a", "x", 412, 431, tuple(report.diagnostics) * 4000)
    text = summary(Report((file,)))
    assert len(text.encode()) < SUMMARY_BYTES + 200
    assert text.endswith("more diagnostics left out: the page would be too long.\n")
    assert summary(report) == shown(report, "markdown")


def test_paths_are_relative_with_slashes() -> None:
    assert [slashed(path) for path in ("./a/b.json", ".//a", "-", None, "a/b", "/a")] == [
        "a/b.json", "a", "stdin", "stdin", "a/b", "/a",
    ]  # fmt: skip
