"""Headings and subject lines in one case."""

from collections.abc import Callable

import pytest

from trustlint.checks.casing import sentence, title

Underlined = Callable[[str, str], list[str]]


@pytest.mark.parametrize(
    "heading", ["What happens next", "How Lantern Pay works", "Ask NASA or I will", "{{name}} asks us"]
)
def test_headings_in_sentence_case(underlined: Underlined, heading: str) -> None:
    rule = "check: capitalization\nmatch: sentence\nexceptions: [Lantern Pay]"
    assert underlined(rule, f"{heading}\n\nThat Is All.") == []


def test_headings_in_another_case(underlined: Underlined) -> None:
    rule = "check: capitalization\nmatch: sentence"
    assert underlined(rule, "What Happens To You\n\nThat Is All.") == ["What Happens To You"]


def test_what_is_judged_can_be_said(underlined: Underlined) -> None:
    rule = "check: capitalization\nmatch: '(?-i:^[A-Z])'\nof: [item, sentence]"
    assert underlined(rule, "we came.\n\n- you saw\n- They won") == ["we came.", "- you saw", "- They won"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what HAPPENS next", "What HAPPENS next"),
        ("Top-Level Ideas", "Top-level ideas"),
        ("1. An Idea: Then more", "1. An idea: Then more"),
        ("Il’s Été", "Il’s été"),
        ("", ""),
    ],
)
def test_sentence_case(text: str, expected: str) -> None:
    assert sentence(text, threshold=1).expected == expected


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        ("AP", "the way of the lamp", "The Way of the Lamp"),
        ("AP", "what a lamp is for", "What a Lamp Is For"),  # the last word
        ("AP", "lamps: a guide between friends", "Lamps: A Guide Between Friends"),
        ("Chicago", "a guide between friends", "A Guide between Friends"),
        ("AP", "top-level ideas", "Top-Level Ideas"),
        ("AP", "How to read it", "How to Read It"),  # `to` may be written either way
        ("AP", "How To read it", "How To Read It"),
    ],
)
def test_title_case(style: str, text: str, expected: str) -> None:
    assert title(text, style, threshold=1).expected == expected  # type: ignore[arg-type]
