"""Amounts held against what agents may grant."""

from collections.abc import Mapping

import pytest

import trustlint
from trustlint.errors import ConfigError

LIMITS = {"authority": {"refund": "50 GBP", "credit": "20"}}


def beyond(text: str, config: Mapping[str, object]) -> list[str]:
    found = trustlint.check_text(text, config=config)
    return [one.text for one in found if one.rule == "authority/uncapped-amount"]


@pytest.mark.parametrize(
    "text",
    [
        "I'll refund £50 to your card today.",
        "I have refunded £480 to your card.",
        "We can't refund £480.",
        "I'll refund $480 to your card today.",  # another currency says nothing about this limit
        "I'll refund £480, approved by Ana this morning.",
        "Your kettle costs £480.",
        "We will pay for your hotel up to £40.",
    ],
)
def test_what_is_within_the_limits(text: str) -> None:
    assert beyond(text, LIMITS) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'll refund £50.01 to your card today.", "£50.01"),
        ("We'll refund 1,200 pounds by Friday.", "1,200 pounds"),
        ("We will refund the full amount to your card.", "the full amount"),
        ("I'll credit your account with €21 today.", "€21"),
        ("We will pay for your hotel.", "pay for your hotel"),
        ("We'll credit you with three months for free.", "three months for free"),
    ],
)
def test_what_is_beyond_them(text: str, words: str) -> None:
    assert beyond(text, LIMITS) == [words]


def test_without_limits_nothing_is_held_against_them() -> None:
    assert beyond("We will refund the full amount to your card.", {}) == []


def test_a_limit_that_is_no_amount_is_said() -> None:
    with pytest.raises(ConfigError, match="refund: lots is no limit"):
        beyond("Hi.", {"authority": {"refund": "lots"}})


def test_words_of_approval_are_the_companys_own() -> None:
    text = "I'll refund £480 today, signed off by Ana."
    assert beyond(text, LIMITS) == ["£480"]
    assert beyond(text, {**LIMITS, "lexicon": {"approved": ["signed off by"]}}) == []


@pytest.mark.parametrize("config", [{}, LIMITS])
def test_rules_are_set_aside_only_where_limits_are_set(config: Mapping[str, object]) -> None:
    found = trustlint.check_text("I'll waive the late fee for you today.", config=config)
    assert ("authority/policy-override" in {one.rule for one in found}) is bool(config)
