"""JUnit and Checkstyle: well-formed whatever the text, and of the structure their readers expect."""

from dataclasses import replace
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from hypothesis import given, settings
from reporters.arbitrary import reports, shown, texts

from trustlint.report import FileReport, Report
from trustlint.reporters.encoded import element, escaped
from trustlint.reporters.wording import harmless


def junit(report: Report) -> Element:
    root = ET.fromstring(shown(report, "junit").encode())
    assert root.tag == "testsuites"
    return root


def checkstyle(report: Report) -> Element:
    root = ET.fromstring(shown(report, "checkstyle").encode())
    assert root.tag == "checkstyle"
    assert root.get("version")
    return root


@given(value=texts, content=texts)
def test_text_comes_out_as_it_went_in(value: str, content: str) -> None:
    read = ET.fromstring(element("a", {"b": value, "c": None}, escaped(content)))
    assert read.get("b") == harmless(value)
    assert (read.text or "") == harmless(content)
    assert "c" not in read.attrib


@given(report=reports)
@settings(max_examples=25, deadline=None)
def test_junit_counts_what_it_holds(report: Report) -> None:
    root = junit(report)
    for suite in root:
        assert suite.tag == "testsuite"
        assert suite.get("tests") == str(len(suite))
        assert len({case.get("name") for case in suite if case.find("error") is None}) == len(
            [case for case in suite if case.find("error") is None]
        )
        assert {case.tag for case in suite} == {"testcase"}
        assert all(case.get("name") and case.get("classname") is not None for case in suite)
        assert set(suite.keys()) == {"name", "tests", "failures", "errors", "skipped", "time"}
        for kind in ("failure", "error"):
            assert suite.get(f"{kind}s") == str(len(suite.findall(f"testcase/{kind}")))
    assert set(root.keys()) == {"name", "tests", "failures", "errors", "time"}
    assert root.get("failures") == str(len(report.diagnostics))
    assert root.get("errors") == str(len(report.all_errors))
    assert root.get("tests") == str(len(root.findall("testsuite/testcase")))


@given(report=reports)
@settings(max_examples=25, deadline=None)
def test_checkstyle_has_an_error_for_each_finding(report: Report) -> None:
    root = checkstyle(report)
    assert {file.tag for file in root} <= {"file"}
    found = root.findall("file/error")
    assert len(found) == len(report.diagnostics) + len(report.all_errors)
    for one in found:
        assert one.get("severity") in {"error", "warning", "info"}
        assert int(one.get("line", "")) >= 1
        assert one.get("message") is not None
        assert one.get("source", "").startswith("trustlint.")


def test_junit_shows_a_clean_file_as_a_passed_test(clean: Report, nothing: Report) -> None:
    (case,) = junit(clean).findall("testsuite/testcase")
    assert case.attrib == {
        "name": "trustlint", "classname": "exports.macros", "file": "exports/macros.json", "time": "0",
    }  # fmt: skip
    assert len(case) == 0
    assert junit(nothing).get("tests") == "0"


def test_junit_tells_an_unread_file_from_a_failed_one(report: Report) -> None:
    failed, unread = junit(report)
    assert [case.get("name") for case in failed] == ["timelines/vague-time (12:34)", "respect/calm-down (12:34)"]
    failure = failed[0].find("failure")
    assert failure is not None
    assert failure.get("type") == "error"
    assert failure.text == (
        "exports/macros.json:12:34: timelines/vague-time\nmacro 'Billing::Refund delay' (id 36001)\n"
        "We’ll send your refund as soon as possible.\nBetter: We’ll send your refund by {{refund_date}}."
    )
    assert [case.find("error") is not None for case in unread] == [True]


def test_junit_names_are_told_apart(report: Report) -> None:
    one = report.diagnostics[0]
    file = FileReport(one.path, "x", 1, 1, (one, replace(one, branch="else")))
    (suite,) = junit(Report((file,)))
    assert [case.get("name") for case in suite][1] == "timelines/vague-time (12:34) #2"


def test_checkstyle_names_every_file_that_was_read(report: Report) -> None:
    found, unread = checkstyle(report)
    assert found.get("name") == "exports/macros.json"
    assert found[1].attrib["severity"] == "warning"
    assert unread[0].attrib == {
        "line": "3", "column": "7", "severity": "error", "message": "not checked: expected a comma",
        "source": "trustlint.not-checked",
    }  # fmt: skip
