"""Reports, whole, as people and programs get them. What must not get through comes first."""

import io
import json
from dataclasses import replace

import pytest

from trustlint.diagnostic import Excerpt
from trustlint.report import FileReport, Report
from trustlint.reporters import REPORTERS, View, reporter
from trustlint.reporters.wording import counted, harmless, listed
from trustlint.span import Span


def shown(report: Report, name: str, **view: object) -> str:
    out = io.StringIO()
    reporter(name).write(report, out, View(**view))  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize("name", ["rich", "concise"])
@pytest.mark.parametrize("color", [False, True])
def test_text_from_files_cannot_command_a_terminal(report: Report, name: str, color: bool) -> None:
    text = shown(report, name, color=color)
    assert "\x1b[2J" not in text
    assert "\x1b[31mpwned" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("name", REPORTERS)
def test_without_color_there_is_no_escape_at_all(report: Report, name: str) -> None:
    assert "\x1b" not in shown(report, name)


@pytest.mark.parametrize("width", range(60, 80))
def test_no_line_becomes_a_command_where_it_is_cut(report: Report, width: int) -> None:
    one = replace(report.diagnostics[0], message="x" * 64 + "::error::gone")
    text = shown(Report((FileReport("a", "x", 1, 1, (one,)),)), "rich", width=width)
    assert not any(line.strip().startswith("::") for line in text.splitlines())


def test_what_is_said_of_a_rule_is_said_once(report: Report) -> None:
    file = FileReport("a", "x", 1, 1, (report.diagnostics[0],) * 3)
    assert shown(Report((file,)), "rich").count("better:") == 1
    assert shown(Report((file,)), "rich", verbose=1).count("better:") == 3
    assert "better:" not in shown(Report((file,)), "rich", verbose=-1)


def test_a_long_report_ends_with_its_rules(report: Report) -> None:
    found = tuple(report.diagnostics) * 6
    text = shown(Report((FileReport("a", "x", 12, 12, found),)), "rich")
    assert "     6  error       timelines/vague-time\n     6  warning     respect/calm-down\n" in text


def test_a_poor_terminal_gets_carets_that_fit(report: Report) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", errors="backslashreplace", newline="\n")
    reporter("rich").write(report, out, View())
    out.flush()
    lines = raw.getvalue().decode("ascii").splitlines()
    sentence = next(number for number, line in enumerate(lines) if "We'll send" in line)
    start = lines[sentence + 1].index("^")
    assert lines[sentence][start:] == "as soon as possible."


def test_a_code_page_without_typographic_quotes_gets_plain_ones(report: Report) -> None:
    out = io.TextIOWrapper(raw := io.BytesIO(), encoding="cp437", newline="\n")
    reporter("rich").write(report, out, View())
    out.flush()
    text = raw.getvalue().decode("cp437")
    assert '"as soon as possible" gives no date. Name one.' in text
    assert "\\u201c" not in text


def test_a_place_that_does_not_fit_has_a_line_of_its_own(report: Report) -> None:
    lines = shown(report, "rich", width=48).splitlines()
    assert "    exports/macros.json:12:34" in lines
    assert all(len(line) <= 48 for line in lines)


def test_right_to_left_words_are_named_under_their_sentence(report: Report) -> None:
    one = replace(report.diagnostics[0], excerpt=Excerpt("נחזור אליך בהקדם, תודה", Span(11, 16)))
    text = shown(Report((FileReport("a", "x", 1, 1, (one,)),)), "rich")
    assert "│ נחזור אליך בהקדם, תודה\n    │ ^ בהקדם\n" in text


def test_concise(report: Report) -> None:
    assert shown(report, "concise") == (
        "exports/macros.json:12:34: error timelines/vague-time “as soon as possible” gives no date. Name one. "
        "[macro 'Billing::Refund delay' (id 36001)]\n"
        "exports/macros.json:12:34: warning respect/calm-down “calm down␛[2J” gives no date. Name one. "
        "[macro '::error::␛[31mpwned\\u202e' (id 7)]\n"
    )


RICH = """\
exports/macros.json
  macro 'Billing::Refund delay' (id 36001)
    error  timelines/vague-time  exports/macros.json:12:34
    │ We’ll send your refund as soon as possible.
    │                        ^^^^^^^^^^^^^^^^^^^
    “as soon as possible” gives no date. Name one.
    in else of {% if vip %}
    Said in 3 other macros too.
    exports/macros.json:3:1: first said here
    better: We’ll send your refund by {{refund_date}}.

  macro '::error::␛[31mpwned\\u202e' (id 7)
    warning  respect/calm-down  exports/macros.json:12:34
    │ 日本 😀 please calm down␛[2J now
    │                ^^^^^^^^^^^^^
    “calm down␛[2J” gives no date. Name one.

not checked  broken.json:3:7: expected a comma
1 error and 1 warning in 2 of 412 records; 410 clean
2 files, 431 messages, 0.31 s
1 problem kept something from being checked
"""


def test_rich(report: Report) -> None:
    text = "\n".join(line.rstrip() for line in shown(report, "rich", width=78).splitlines()) + "\n"
    assert text == RICH


def test_a_clean_run_says_how_much_was_clean(clean: Report) -> None:
    assert shown(clean, "rich").startswith("No problems in 3 records")
    assert shown(clean, "concise") == ""


def test_what_was_not_judged_is_said() -> None:
    report = Report((FileReport("a", "x", 3, 3, suppressed=2, unspoken=1),), seconds=0.02)
    expected = "1 file, 3 messages, 0.02 s, 2 suppressed, 1 message in a language that no rule speaks\n"
    assert shown(report, "rich").endswith(expected)


def test_no_run_takes_no_time() -> None:
    assert shown(Report((FileReport("a", "x", 3, 3),), seconds=0.003), "rich").endswith("3 messages, under 0.01 s\n")


def test_nothing_to_check_is_never_called_clean(nothing: Report) -> None:
    assert shown(nothing, "rich").startswith("Nothing to check")


def test_json(report: Report) -> None:
    document = json.loads(shown(report, "json"))
    assert document["schema"] == "trustlint/1"
    assert document["summary"] == {
        "files": 2, "records": 412, "messages": 431, "error": 1, "warning": 1, "suggestion": 0,
        "suppressed": 0, "baselined": 0, "unread": 1, "seconds": 0.314,
    }  # fmt: skip
    assert document["errors"] == [{"path": "broken.json", "line": 3, "column": 7, "message": "expected a comma"}]
    first = document["diagnostics"][0]
    assert first["text"] == "as soon as\npossible"
    assert first["start"] == {"line": 12, "column": 34, "offset": 1033}
    assert first["record"] == {
        "format": "zendesk-macros", "id": "36001", "title": "Billing::Refund delay",
        "route": "macros[0].actions[0].value", "language": "en", "branch": "else of {% if vip %}",
    }  # fmt: skip
    assert first["fix"] == {
        "title": "We’ll send your refund by {{refund_date}}.",
        "applicability": "manual",
        "edits": [],
    }


def test_words_for_numbers_and_lists() -> None:
    assert [counted(1, "error"), counted(2, "query"), counted(1204, "message")] == [
        "1 error",
        "2 queries",
        "1,204 messages",
    ]
    assert [listed(["a"]), listed(["a", "b", "c"]), listed([])] == ["a", "a, b and c", ""]


def test_harmless_text_keeps_what_people_write() -> None:
    for text in ("Grüße, שלום\u200f 😀\tok\n", "Billing::Refund", "#1 ## two", "10:30:: later"):
        assert harmless(text) == text


def test_harmless_text_is_no_command_of_a_build() -> None:
    assert harmless("a ##vso[x]y ##[error]") == "a # #vso[x]y # #[error]"
    assert harmless("::error::a ::b") == ": :error::a : :b"


@pytest.mark.parametrize("name", ["rich", "markdown", "html"])
def test_a_file_without_lines_has_the_place_that_its_program_shows(report: Report, name: str) -> None:
    one = replace(report.diagnostics[0], path="replies.xlsx", route="Macros!C12", labels=())
    assert "Macros!C12" in shown(Report((FileReport("replies.xlsx", "x", 1, 1, (one,)),)), name)
    one = replace(one, path="replies.json")
    assert "Macros!C12" not in shown(Report((FileReport("replies.json", "x", 1, 1, (one,)),)), name)
