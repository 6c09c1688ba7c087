"""SARIF: against the standard's schema, and what GitHub asks for beyond it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from reporters.arbitrary import reports, shown

from trustlint.diagnostic import Confidence, Edit, Fix, Severity
from trustlint.report import FileReport, Report
from trustlint.reporters.places import uri
from trustlint.rule import Example, Rule
from trustlint.span import Position, Span

SCHEMA = Path(__file__).resolve().parents[2].parent / "shared/judges/sarif/sarif-schema-2.1.0.json"
RULE = Rule(
    "timelines", "vague-time", "existence", Severity.error, Confidence.high, "m",
    why="Nobody can hold on to it.", rewrite="By {{date}}.",
    bad=(Example("We *may* <b> soon."),), good=(Example("At 5."),),
)  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> Any:
    if not SCHEMA.exists():
        pytest.skip("the SARIF schema is not at hand")
    from jsonschema.validators import validator_for

    read = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return validator_for(read)(read)


def run(report: Report, **view: object) -> Any:
    (only,) = json.loads(shown(report, "sarif", **view))["runs"]
    return only


@given(report=reports)
@settings(max_examples=25, deadline=None)
def test_any_text_makes_valid_sarif(schema: Any, report: Report) -> None:
    schema.validate(json.loads(shown(report, "sarif")))


def test_a_clean_run_has_results_and_they_are_none(schema: Any, clean: Report) -> None:
    schema.validate(json.loads(shown(clean, "sarif")))
    assert run(clean)["results"] == []
    assert run(clean)["tool"]["driver"]["rules"] == []
    assert run(clean)["invocations"] == [{"executionSuccessful": True}]


def test_an_unread_file_is_a_notification_and_no_result(report: Report) -> None:
    (invocation,) = run(report)["invocations"]
    assert invocation["executionSuccessful"] is False
    (note,) = invocation["toolExecutionNotifications"]
    assert note["message"]["text"] == "expected a comma"
    place = note["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "broken.json"
    assert place["region"] == {"startLine": 3, "startColumn": 7}


def test_what_github_requires_is_there(report: Report) -> None:
    shown_run = run(report)
    assert shown_run["columnKind"] == "unicodeCodePoints"
    for rule in shown_run["tool"]["driver"]["rules"]:
        assert rule["id"]
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
    for number, result in enumerate(shown_run["results"]):
        assert result["ruleIndex"] == number
        assert result["partialFingerprints"] == {"primaryLocationLineHash": "9f86d081884c7d65:1"}
        region = result["locations"][0]["physicalLocation"]["region"]
        assert {"startLine", "startColumn", "endLine", "endColumn"} <= region.keys()
    assert [result["level"] for result in shown_run["results"]] == ["error", "warning"]


def test_a_rule_is_described_by_its_pack(report: Report) -> None:
    first = run(report, rules={RULE.id: RULE})["tool"]["driver"]["rules"][0]
    assert first["fullDescription"]["text"] == RULE.why
    assert "Better: By {{date}}." in first["help"]["text"]
    assert r"We \*may\* \<b\> soon." in first["help"]["markdown"]


def test_text_never_becomes_a_link(report: Report) -> None:
    from dataclasses import replace

    one = replace(report.diagnostics[0], message="[here](http://example.com)")
    (result,) = run(Report((FileReport("a", "x", 1, 1, (one,)),)))["results"]
    assert result["message"]["text"].startswith(r"\[here\](http://example.com)")


def test_a_fix_is_offered_where_its_edits_are_known(report: Report) -> None:
    from dataclasses import replace

    one = replace(report.diagnostics[0], source="as\nsoon", start=Position(2, 5, 100), end=Position(3, 5, 107))
    inside, outside = Edit(Span(103, 107), "now"), Edit(Span(90, 91), "An")

    def fixes(applicability: str, *edits: Edit) -> Any:
        fixed = replace(one, fix=Fix("Better", applicability, edits))  # type: ignore[arg-type]
        return run(Report((FileReport("a", "x", 1, 1, (fixed,)),)))["results"][0].get("fixes")

    assert fixes("manual", inside) is None
    assert fixes("safe", outside) is None
    (change,) = fixes("safe", inside)[0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 5},
            "insertedContent": {"text": "now"},
        }
    ]


def test_paths_are_uris() -> None:
    assert uri("./macros/refund delay#1.json") == "macros/refund%20delay%231.json"
    assert uri("a:b/ü.json") == "a%3Ab/%C3%BC.json"
    assert uri("/srv/a b.json") == "file:///srv/a%20b.json"
    assert uri("caf\udce9.json") == "caf%E9.json"
