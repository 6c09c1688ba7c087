"""What holds for every output, whatever the text."""

import re

import pytest
from hypothesis import Phase, given, settings
from reporters.arbitrary import reports, shown

from trustlint.report import Report
from trustlint.reporters import REPORTERS

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
GITHUB = re.compile(r"^\s*::\w[\w-]*(?: [^\n]*)?::|##\[", re.MULTILINE)
AZURE = re.compile(r"##vso\[", re.IGNORECASE)


@pytest.mark.parametrize("name", REPORTERS)
@given(report=reports)
@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_no_text_commands_a_terminal_or_a_build(name: str, report: Report) -> None:
    text = shown(report, name)
    assert not CONTROLS.search(text)
    if name != "github":
        assert not GITHUB.search(text)
    if name != "azure":
        assert not AZURE.search(text)


@pytest.mark.parametrize("name", sorted(set(REPORTERS) - {"rich", "concise", "github", "azure", "csv"}))
@given(report=reports)
@settings(max_examples=10, deadline=None)
def test_a_poor_stream_is_no_error(name: str, report: Report) -> None:
    assert shown(report, name, encoding="ascii").isascii()


@pytest.mark.parametrize("name", REPORTERS)
def test_an_unread_file_is_said(report: Report, name: str) -> None:
    # A person who pipes concise lines gets it on standard error.
    assert ("expected a comma" in shown(report, name)) == (name != "concise")


@pytest.mark.parametrize("name", REPORTERS)
def test_a_clean_run_and_an_empty_one_are_documents_too(clean: Report, nothing: Report, name: str) -> None:
    for report in (clean, nothing):
        text = shown(report, name)
        assert text.endswith("\n") or name in {"concise", "github", "azure", "rdjsonl"}
