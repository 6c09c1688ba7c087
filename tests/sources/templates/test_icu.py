"""ICU messages: every branch is read, quoting is undone, and what is no pattern is text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.message import Message, SourceFile
from trustlint.sources.read import read
from trustlint.sources.templates import mask, tokens


def texts(pattern: str) -> list[str]:
    return [message.text for message in messages(pattern)]


def messages(pattern: str) -> list[Message]:
    file = SourceFile("app_en.arb", json.dumps({"@@locale": "en", "text": pattern}))
    return [each for each in read(file) if isinstance(each, Message)]


@pytest.mark.parametrize(
    "pattern",
    ["It's here.", "A { brace", "100 % } sure", "{ }", "{not closed", "We don't {count, plural} know", "a # b", "{}"],
)
def test_what_is_no_pattern_is_text(pattern: str) -> None:
    assert texts(pattern) == [pattern]


@pytest.mark.parametrize(
    ("pattern", "read_as"),
    [
        (
            "{n, plural, =0{No items} one{One item} other{# items}} left",
            ["No items left", "One item left", "# items left"],
        ),
        ("{g, select, male{Mr.} female{Ms.} other{}} Doe", ["Mr. Doe", "Ms. Doe", " Doe"]),
        (
            "{g, select, a{{n, plural, one{x} other{y}}} other{z}}!",
            ["x!", "y!", "z!"],
        ),
        ("Write '{'name'}' here", ["Write {name} here"]),
        ("It''s yours", ["It's yours"]),
        ("{n, selectordinal, offset:1 one{#st} other{#th}} try", ["#st try", "#th try"]),
    ],
)
def test_branches_and_quotes(pattern: str, read_as: list[str]) -> None:
    assert texts(pattern) == read_as


def test_arguments_are_placeholders_with_a_kind() -> None:
    [message] = messages("Hi {first_name}, by {day, date, long} at {amount, number}.")
    assert [(slot.span.of(message.text), slot.kind) for slot in message.placeholders] == [
        ("{first_name}", "name"),
        ("{day, date, long}", "date"),
        ("{amount, number}", "money"),
    ]


def test_a_branch_is_named() -> None:
    assert [message.branch for message in messages("{n, plural, one{One} other{Many}} left")] == [
        "{n: one}",
        "{n: other}",
    ]


@given(st.text(alphabet="ab{}',# ponelurasctoh=01", max_size=60))
def test_any_text_is_lexed(pattern: str) -> None:
    assert len(mask(pattern, tokens(pattern, ["icu"]))) == len(pattern)
    texts(pattern)
