"""Who says A must also say B."""

from collections.abc import Callable
from time import process_time

import pytest

Underlined = Callable[[str, str], list[str]]

TERMS = "check: requirement\nphrases: [terms apply]\nrequires: ['https?://', ': ']"


@pytest.mark.parametrize(
    "text", ["Terms apply: UK only.", "Terms apply, see https://example.com/terms.", "These terms applying now."]
)
def test_b_is_there(underlined: Underlined, text: str) -> None:
    assert underlined(TERMS, text) == []


def test_b_is_missing(underlined: Underlined) -> None:
    assert underlined(TERMS, "You get a month. Terms apply.") == ["Terms apply"]


@pytest.mark.parametrize(
    ("within", "far", "near"),
    [
        ("sentence", "Terms apply. UK only: yes.", "Terms apply: UK."),
        ("next-sentence", "Terms apply. Yes. UK only: yes.", "Terms apply. UK only: yes."),
        ("paragraph", "Terms apply.\n\nUK only: yes.", "Terms apply. Yes. Well. UK only: yes."),
        ("message", "Terms apply.\n\nUK only.", "UK only: yes.\n\nTerms apply."),
    ],
)
def test_how_far_away_b_may_be(underlined: Underlined, within: str, far: str, near: str) -> None:
    rule = f"{TERMS}\nwithin: {within}"
    assert underlined(rule, near) == []
    assert underlined(rule, far) == ["Terms apply"]


def test_a_message_full_of_a_is_searched_once(underlined: Underlined) -> None:
    started = process_time()
    assert len(underlined(f"{TERMS}\nwithin: message", "Terms apply. " * 3000)) == 3000
    assert process_time() - started < 5
