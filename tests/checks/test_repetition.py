"""A word that stands twice."""

from collections.abc import Callable

import pytest

Underlined = Callable[[str, str], list[str]]

TWICE = "check: repetition\nexceptions: [had had, that that]"


@pytest.mark.parametrize(
    "text",
    [
        "He had had it, and knew that that was late.",
        "We did it. It was late.",  # two sentences
        "The theatre opens at an angle.",
        "Bye-bye bye, well-being being what it is.",  # parts of other words
        "Call 555 555.",
        "{{first_name}} {{first_name}}",
        "See `the the` and https://a.example/the/the.",
        "Yes, yes.",
    ],
)
def test_what_is_no_repetition(underlined: Underlined, text: str) -> None:
    assert underlined(TWICE, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We sent the the box.", "the the"),
        ("The the box.", "The the"),
        ("It was sent\nsent  back.", "sent\nsent"),
        ("We don’t don't know.", "don’t don't"),
        ("No no no way.", "No no no"),
    ],
)
def test_repeated_words(underlined: Underlined, text: str, words: str) -> None:
    assert underlined(TWICE, text) == [words]


def test_some_may_stand_in_a_row(underlined: Underlined) -> None:
    assert underlined("check: repetition\nmax: 2", "No no way. Ha ha ha.") == ["Ha ha ha"]


def test_what_counts_as_a_word_can_be_said(underlined: Underlined) -> None:
    rule = "check: repetition\npatterns: ['(?:please|kindly)']"
    assert underlined(rule, "Please please wait for the the box.") == ["Please please"]
