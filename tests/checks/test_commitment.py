"""Promises, as facts rather than as phrases."""

from collections.abc import Callable

import pytest

import trustlint

Underlined = Callable[[str, str], list[str]]

UNDATED = "check: commitment\nneeds-date: true\nunderline: trigger"


@pytest.mark.parametrize(
    "text",
    [
        "We'll send the label by Friday 4 July.",
        "I have sent the label.",
        "We won't share your address.",
        "Once you send the photo, we'll check it.",
        "Can you send the label?",
        "I'll be happy to help.",
        "The lamp will blink twice.",
        "She asked, “when will you send me that label at last?”",
    ],
)
def test_where_no_date_is_owed(underlined: Underlined, text: str) -> None:
    assert underlined(UNDATED, text) == []


@pytest.mark.parametrize(
    "text", ["We'll send you the label.", "Our plumber will repair the tap.", "You'll be contacted by a nurse."]
)
def test_where_a_date_is_owed(underlined: Underlined, text: str) -> None:
    assert len(underlined(UNDATED, text)) == 1


def test_the_time_can_be_underlined(underlined: Underlined) -> None:
    rule = "check: commitment\ntime: [vague]\nunderline: time"
    assert underlined(rule, "We'll send you the label soon.") == ["soon"]
    assert underlined(rule, "We'll send you the label by Friday.") == []


def test_only_what_is_asked_for(underlined: Underlined) -> None:
    rule = "check: commitment\nact: [refund]\nunderline: trigger"
    assert underlined(rule, "We'll call you by Friday.") == []
    assert len(underlined(rule, "We'll refund you by Friday.")) == 1


def test_a_later_word_can_excuse(underlined: Underlined) -> None:
    rule = UNDATED + "\nunless-later: ['next update']"
    assert underlined(rule, "We're looking into it. Next update: see the page.") == []
    assert len(underlined(rule, "We're looking into it. Goodbye.")) == 1


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("We'll send you the quote.", "We'll send you the quote by {{next_update}}."),
        ("We'll send you the quote soon.", "We'll send you the quote by {{next_update}}."),
        (
            "I've passed your case to our claims desk.",
            "I've passed your case to our claims desk. You'll have an answer by {{next_update}}.",
        ),
        ("We'll shortly send you the quote.", "We'll send you the quote by {{next_update}}."),
        ("Soon we'll send you the quote.", "We'll send you the quote by {{next_update}}."),
        (
            "And we'll call you soon with the answer.",
            "We'll call you with the answer by {{next_update}}.",
        ),
        (
            "You'll get the money shortly, usually on your card.",
            "You'll get the money by {{next_update}}, usually on your card.",
        ),
    ],
)
def test_the_better_wording_keeps_the_act_and_adds_the_time(text: str, better: str) -> None:
    assert [one.fix.title for one in trustlint.check_text(text) if one.fix] == [better]


def test_what_is_sent_need_not_be_a_parcel() -> None:
    (one,) = trustlint.check_text("A receipt will be sent to your email.")
    assert "promises something to come, but not by when" in one.message
