"""Words that should not be there."""

from collections.abc import Callable

import pytest

Underlined = Callable[[str, str], list[str]]

SOON = "check: existence\nphrases: [as soon as possible, 'we''ll see']"


@pytest.mark.parametrize(
    "text",
    [
        "It was as soon as possibles go.",  # a longer word
        "See https://example.com/as-soon-as-possible for details.",
        "She wrote: “you said as soon as possible, and nothing came”.",
        "Use `as soon as possible` as the key.",
        "As soon as. Possible next steps follow.",  # two sentences
    ],
)
def test_what_is_no_such_phrase(underlined: Underlined, text: str) -> None:
    assert underlined(SOON, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We reply AS SOON AS POSSIBLE.", "AS SOON AS POSSIBLE"),
        ("We reply as soon\nas  possible.", "as soon\nas  possible"),
        ("We reply as soon\u00a0as possible.", "as soon\u00a0as possible"),
        ("Then we’ll see.", "we’ll see"),
    ],
)
def test_a_phrase_is_found_however_it_is_written(underlined: Underlined, text: str, words: str) -> None:
    assert underlined(SOON, text) == [words]


def test_of_two_phrases_the_longer_is_underlined(underlined: Underlined) -> None:
    assert underlined("check: existence\nphrases: [soon, very soon]", "It comes very soon.") == ["very soon"]


def test_a_group_called_mark_is_what_gets_underlined(underlined: Underlined) -> None:
    rule = "check: existence\npatterns: ['we will (?P<mark>never)\\b']"
    assert underlined(rule, "We will never do it.") == ["never"]


def test_a_space_in_a_pattern_meets_a_hard_wrapped_line(underlined: Underlined) -> None:
    rule = "check: existence\npatterns: ['next few (?:days|weeks)']"
    assert underlined(rule, "You will hear in the next\nfew weeks from us.") == ["next\nfew weeks"]


def test_lexicon_words_stand_in_phrases_and_patterns(underlined: Underlined) -> None:
    assert underlined("check: existence\nphrases: ['{agent} will']", "I know the lab will do it.") == ["the lab will"]
    assert underlined("check: existence\npatterns: ['{agent} (?:may|might)']", "Our team might.") == ["Our team might"]


def test_unless_speaks_of_the_same_sentence_only(underlined: Underlined) -> None:
    rule = SOON + "\nunless: ['\\d+ minutes']"
    assert underlined(rule, "As soon as possible, in 6 minutes.") == []
    assert underlined(rule, "It took 6 minutes. We reply as soon as possible.") == ["as soon as possible"]


def test_where_asks_for_the_stance(underlined: Underlined) -> None:
    rule = "check: existence\nphrases: [guarantee]\nwhere: {negated: false, question: false}"
    assert underlined(rule, "We can't guarantee it. Can you guarantee it?") == []
    assert underlined(rule, "We guarantee it.") == ["guarantee"]


def test_quoted_words_are_judged_when_asked_for(underlined: Underlined) -> None:
    text = "He said “you will guarantee all of it today” to me."
    assert underlined("check: existence\nphrases: [guarantee]", text) == []
    assert underlined("check: existence\nphrases: [guarantee]\nwhere: {quoted: any}", text) == ["guarantee"]


def test_scope_message_reaches_over_sentences(underlined: Underlined) -> None:
    rule = "check: existence\npatterns: ['free.*(?P<mark>fee)']\nwhere: {scope: message}"
    assert underlined(rule, "It is free. There is a small fee.") == ["fee"]
