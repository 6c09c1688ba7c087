"""GitLab's Code Quality report."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from reporters.arbitrary import reports, shown

from trustlint.report import FileReport, Report


def entries(report: Report) -> list[Any]:
    read = json.loads(shown(report, "gitlab"))
    assert isinstance(read, list)
    return read


def test_a_clean_run_is_an_empty_list(clean: Report) -> None:
    assert entries(clean) == []


@given(report=reports)
@settings(max_examples=25, deadline=None)
def test_every_entry_has_what_gitlab_needs(report: Report) -> None:
    read = entries(report)
    assert len(read) == len(report.diagnostics) + len(report.all_errors)
    assert len({one["fingerprint"] for one in read}) == len(read)
    for one in read:
        assert one["severity"] in {"info", "minor", "major", "critical"}
        assert isinstance(one["description"], str)
        assert isinstance(one["check_name"], str)
        assert one["location"]["path"]
        assert not one["location"]["path"].startswith("./")
        assert one["location"]["lines"]["begin"] >= 1


def test_entries(report: Report) -> None:
    unread, error, warning = entries(report)
    assert unread["severity"] == "critical"
    assert unread["location"] == {"path": "broken.json", "lines": {"begin": 3}}
    assert error == {
        "description": "“as soon as possible” gives no date. Name one. [macro 'Billing::Refund delay' (id 36001)]",
        "check_name": "timelines/vague-time",
        "fingerprint": "9f86d081884c7d65:1",
        "severity": "major",
        "location": {"path": "exports/macros.json", "lines": {"begin": 12, "end": 12}},
    }
    assert warning["severity"] == "minor"


def test_fingerprints_are_made_where_there_are_none(report: Report) -> None:
    bare = replace(report.diagnostics[0], fingerprint="")
    first, second = entries(Report((FileReport("a", "x", 1, 1, (bare, bare)),)))
    assert second["fingerprint"] == f"{first['fingerprint']}/2"
