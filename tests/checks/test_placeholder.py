"""Slots that nothing fills."""

from dataclasses import replace

import pytest

from trustlint.checks.placeholder import PlaceholderCheck
from trustlint.diagnostic import Confidence, Severity
from trustlint.examples import placeholders
from trustlint.message import Record
from trustlint.prose import Prose, plain_message
from trustlint.rule import Rule

ALL = {
    "variables": {"closed": ["contact.name", "custom.*"]},
    "some-variables": {"open other": ["ticket.requester.name"]},
}


def found(about: str, text: str, kind: str = "macro", format: str = "open", **options: object) -> list[tuple[str, str]]:
    rule = Rule(
        "test",
        "one",
        "placeholder",
        Severity.error,
        Confidence.high,
        "{match}",
        options={"about": about, **ALL, **options},
    )
    message = replace(plain_message(text, placeholders=placeholders(text)), record=Record(format, kind, "[0]"))
    matches = PlaceholderCheck(rule).find(Prose(message))
    return [(match.span.of(text), match.values["instead"]) for match in matches]


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("Hi {{ticket.requester.name}},", "open"),
        ("Hi {{ticket.custom_field}},", "open"),
        ("Hi {{contact.name}}, {{custom.plan}}", "closed"),
        ("Hi {{anything.at.all}},", "unheard-of"),
        ("Hi [Name],", "closed"),
    ],
)
def test_names_that_may_be_right(text: str, format: str) -> None:
    assert found("unknown", text, format=format) == []


def test_slips_and_names_that_are_not_there() -> None:
    assert found("unknown", "Hi {{ticket.requester.nmae}},") == [
        ("{{ticket.requester.nmae}}", "did you mean ticket.requester.name?")
    ]
    assert found("unknown", "Hi {{user.name}},", format="closed") == [
        ("{{user.name}}", "nothing will stand in its place")
    ]


def test_names_of_the_settings() -> None:
    assert found("unknown", "By {{sla.reply}}.", known=["sla.*"]) == []
    assert found("unknown", "By {{slo.reply}}.", known=["sla.*"]) == [
        ("{{slo.reply}}", "nothing will stand in its place")
    ]


@pytest.mark.parametrize(
    "text", ["Hi {{name}},", "Hi {name},", "Hi [name],", "${{ price }}", '{"a": {"b": 1}}', "{{{x}}}"]
)
def test_slots_that_are_whole(text: str) -> None:
    assert found("unbalanced", text) == []


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Hi {{name},", "{{name}"),
        ("Hi {name}},", "{name}}"),
        ("By {{due we reply.", "{{due"),
        ("Dear [first name,", "[first name"),
    ],
)
def test_slots_that_are_not(text: str, broken: str) -> None:
    assert [slot for slot, _ in found("unbalanced", text)] == [broken]


def test_what_waits_for_a_person() -> None:
    assert found("fill-in", "Hi [Name], welcome.") == []
    assert found("fill-in", "Hi {{name}}, welcome.", kind="trigger") == []
    assert [slot for slot, _ in found("fill-in", "Hi [Name], welcome.", kind="trigger")] == ["[Name]"]


def test_names_without_fallback() -> None:
    assert found("no-fallback", "Hi {{first_name}},", formats=["other"]) == []
    assert found("no-fallback", "Hi {{first_name | default: 'there'}},", formats=["open"]) == []
    assert [slot for slot, _ in found("no-fallback", "Hi {{first_name}},", formats=["open"])] == ["{{first_name}}"]
