"""Where a rule speaks: what the record around a text is called."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.checks.where import Where
from trustlint.diagnostic import Confidence, Severity
from trustlint.message import Record
from trustlint.prose import Prose, plain_message
from trustlint.prose.lexicon import Lexicon
from trustlint.rule import Rule
from trustlint.span import Span

LEXICON = Lexicon({"grievance": ("complaint", "damaged item")}, {})


def allowed(asked: str | list[str], title: str | None) -> bool:
    rule = Rule("trial", "one", "existence", Severity["warning"], Confidence["high"], "…", where={"title": asked})
    message = plain_message("Thanks.")
    record = Record("plain", "macro", "[0]", title=title)
    where = Where(rule, LEXICON)
    return where.allows(Prose(type(message)(record, "body", message.text, message.file, message.locate)), Span(0, 6))


def test_another_title_or_none() -> None:
    assert not allowed("complaint", "Order receipt")
    assert not allowed("complaint", "Complaints")
    assert not allowed(["complaint", "refund"], None)


def test_a_word_of_the_title() -> None:
    assert allowed("complaint", "Complaint::Late van")
    assert allowed(["refund", "late van"], "Complaint::Late\u00a0van")


def test_a_word_of_the_lexicon() -> None:
    assert allowed("{grievance}", "Re: damaged item")
    assert not allowed("{grievance}", "Damaged goods")


SORRY = "check: existence\nphrases: [sorry]\nwhere: {scope: adjacent}\nunless: [late van]"


@pytest.mark.parametrize(
    "text",
    [
        "We are sorry. It was a late van.",
        "It was a late van. We are sorry.",
        "We are sorry for the late van.",
        "Hello. It was a late van. We are sorry. Best, Ana.",
    ],
)
def test_the_sentence_beside_it_excuses(underlined: Callable[..., list[str]], text: str) -> None:
    assert underlined(SORRY, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "We are sorry. Thank you. It was a late van.",
        "It was a late van. Thank you. We are sorry.",
        "It was a late van.\n\nWe are sorry.",
        "We are sorry.\n\nIt was a late van.",
        "We are sorry.",
    ],
)
def test_one_further_off_or_in_another_paragraph_does_not(underlined: Callable[..., list[str]], text: str) -> None:
    assert underlined(SORRY, text) == ["sorry"]


@given(st.text("ab. \n", max_size=60), st.integers(0, 60))
def test_what_stands_beside_is_around_the_place(text: str, at: int) -> None:
    prose = Prose(plain_message(text))
    place = Span(min(at, len(text)), min(at, len(text)))
    around = prose.sentences_beside(place)
    assert 0 <= around.start <= around.end <= len(text)
    if prose.sentences:
        assert around.contains(prose.sentence_at(place.start).span)
