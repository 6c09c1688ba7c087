"""Which rules run."""

import pytest

from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import ConfigError, UsageError
from trustlint.rule import Rule
from trustlint.selection import selected


def rule(id: str, confidence: Confidence = Confidence.high) -> Rule:
    pack, name = id.split("/")
    return Rule(pack, name, "existence", Severity.warning, confidence, "…")


RULES = [rule("timelines/vague-time"), rule("timelines/wishful"), rule("respect/calm-down", Confidence.low)]
ON = ["timelines/vague-time", "respect/calm-down"]


def ids(rules: list[Rule]) -> list[str]:
    return [one.id for one in rules]


def test_nothing_runs_that_is_not_enabled() -> None:
    assert ids(selected(RULES, ON)) == ON


def test_low_confidence_is_left_out_when_asked() -> None:
    assert ids(selected(RULES, ON, min_confidence=Confidence.medium)) == ["timelines/vague-time"]


def test_select_replaces_what_is_enabled() -> None:
    assert ids(selected(RULES, ON, select=["timelines/wishful"])) == ["timelines/wishful"]


def test_a_pack_name_or_glob_means_all_its_rules() -> None:
    assert ids(selected(RULES, ON, select=["timelines"])) == ids(selected(RULES, ON, select=["timelines/*"]))


def test_ignore_takes_away() -> None:
    assert ids(selected(RULES, ON, ignore=["respect/*"])) == ["timelines/vague-time"]


def test_settings_change_a_severity_and_switch_off() -> None:
    chosen = selected(RULES, ON, overrides={"timelines/vague-time": "error", "respect/*": "off"})
    assert [(one.id, one.severity) for one in chosen] == [("timelines/vague-time", Severity.error)]


def test_naming_a_rule_with_a_severity_turns_it_on_but_a_glob_does_not() -> None:
    assert "timelines/wishful" in ids(selected(RULES, ON, overrides={"timelines/wishful": "warning"}))
    assert "timelines/wishful" not in ids(selected(RULES, ON, overrides={"timelines/*": "warning"}))


@pytest.mark.parametrize(
    ("asked", "meant"), [("timelines/vague-tim", "timelines/vague-time"), ("vague-time", "timelines/vague-time")]
)
def test_a_name_that_fits_no_rule_is_said_with_what_was_meant(asked: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"did you mean '{meant}'"):
        selected(RULES, ON, select=[asked])
    with pytest.raises(ConfigError, match="there is no rule"):
        selected(RULES, ON, overrides={asked: "off"})
