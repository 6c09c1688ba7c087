"""Where no sign of a time stands, no time begins."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustlint.masks import DATE, FILL_IN, NAME, OTHER, URL
from trustlint.prose import Prose, plain_message
from trustlint.prose.mask import fold
from trustlint.prose.time import events, recurring, signs, slots, vague
from trustlint.prose.time.recognise import times
from trustlint.prose.time.tokens import PART_OF

CLEAN = sorted((Path(__file__).parent.parent / "clean").glob("*.txt"))

PLAIN = "please check your order with the team and tell them what you can see in it to be sure".split()
OF_PHRASES = sorted(
    {
        word
        for written in (*vague.VAGUE, *vague.INSTANT, *vague.SAID_BEFORE, *vague.SETS.values(), *events.PHRASES)
        for word in written.replace("|", " ").translate(str.maketrans("", "", "(){}")).split()
    }
)
PLAYING = sorted({*PART_OF, *recurring.ADVERBS, *slots.BLANKS})
MARKS = ["5", "14", "2026", "4/5", "10:30", "3pm", "1st", DATE, NAME, OTHER, FILL_IN, URL, "_", "…", "\u0130", "é"]
JOINS = [" ", " ", " ", " ", "", "\n", "\n\n", ". ", ", ", "-", "'", "/", " (", ") "]

words = st.sampled_from(PLAIN) | st.sampled_from(OF_PHRASES) | st.sampled_from(PLAYING) | st.sampled_from(MARKS)
cased = st.builds(lambda word, change: change(word), words, st.sampled_from([str, str, str.capitalize, str.upper]))
texts = st.lists(st.tuples(cased, st.sampled_from(JOINS)), max_size=14).map(lambda each: "".join(map("".join, each)))


def is_open(text: str, start: int = 0) -> bool:
    folded = fold(text)
    return signs.may_begin(folded, text, start, len(text), signs.words(folded, start, len(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Please check that your order is in the basket.",
        "You may pay with any card, and we thank you for your trust.",
        "Our team can see what you have sent.",
        "The sun was in your eyes, and march music was on.",
    ],
)
def test_most_sentences_show_none(text: str) -> None:
    assert not is_open(text)


@pytest.mark.parametrize("text", ["in May", "WE OPEN IN MAY", "on Sun", "between five and six", "by XX", "at once"])
def test_some_show_one(text: str) -> None:
    assert is_open(text)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_whatever_is_a_time_shows_one(text: str) -> None:
    assert is_open(text) or not times(text)


@settings(max_examples=300, deadline=None)
@given(texts, texts)
def test_it_shows_one_itself_whatever_stands_before_it(before: str, text: str) -> None:
    whole = f"{before}. {text}"
    start = len(whole) - len(text)
    begun = [time for time in times(whole) if time.span.start >= start]
    assert is_open(whole, start) or not begun


@pytest.mark.parametrize("path", CLEAN[::3], ids=lambda path: path.stem)
def test_promises_are_the_same_without_looking_for_signs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    messages = [plain_message(text) for text in path.read_text(encoding="utf-8").split("\n---\n")]
    quick = [(prose.commitments, prose.times) for prose in map(Prose, messages)]
    monkeypatch.setattr(signs, "may_begin", lambda *_: True)
    assert [(prose.commitments, prose.times) for prose in map(Prose, messages)] == quick
