"""Stretches: what is read by itself, and with how much of what stands around it."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustlint import masks
from trustlint.message import Placeholder
from trustlint.prose import Prose, plain_message
from trustlint.prose.memory import Memory
from trustlint.span import Span


def stretches(text: str, placeholders: tuple[Placeholder, ...] = ()) -> list[str]:
    prose = Prose.of_text(text, placeholders=placeholders)
    return [stretch.span.of(prose.text) for stretch in prose.stretches]


@pytest.mark.parametrize(
    "text",
    [
        "We are open until 6 a.m. Monday is fine.",
        "“We will call. You will see,” they said.",
        "- one lamp\n- two lamps",
        "Kind regards,\nAnn",
    ],
)
def test_what_may_go_on_is_not_cut(text: str) -> None:
    assert stretches(text) == [text]


def test_a_placeholder_over_a_stop_holds_its_sentences_together() -> None:
    text = "Ask for Ann. Lee. She will call."
    name = Placeholder(Span(text.index("Ann"), text.index(". She")), "name", "agent", ())
    assert stretches(text, (name,))[0].startswith("Ask for Ann. Lee.")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We call. You wait.", ["We call.", "You wait."]),
        ("Is it late? Yes!\n\nSend it", ["Is it late?", "Yes!", "Send it"]),
        ("The parcel left\n\nIt comes soon", ["The parcel left", "It comes soon"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_stops_and_blank_lines_cut(text: str, parts: list[str]) -> None:
    assert stretches(text) == parts


def views(text: str) -> dict[str, tuple[str, str]]:
    """By stretch: what its view has before and after it."""
    prose = Prose.of_text(text)
    found = {}
    for stretch in prose.stretches:
        own = stretch.span.of(prose.text)
        before, _, after = stretch.view.text.partition(own)
        found[own] = before, after
    return found


def test_a_neighbour_is_not_part_of_the_view() -> None:
    assert views("We promise. You wait.")["You wait."] == (". ", "")


def test_they_are_looked_for_in_what_stands_before() -> None:
    text = "Our drivers are on the road. They will call."
    assert views(text)["They will call."][0] == "Our drivers are on the road. "


def test_a_link_below_is_seen_from_above() -> None:
    found = views("You will find it here. See https://shop.example/terms and wait. Bye.")
    assert found["You will find it here."][1].endswith(masks.URL)
    assert found["Bye."][1] == ""


SENTENCES = [
    "We will call you on Monday.",
    "they will refund it",
    "“We never fail. Ever,” he said.",
    "It's 5 p.m.",
    "See https://shop.example/a.",
    "Dear Ann,",
    "- one\n- two",
    "ﬁne, İ ſay!",
    "e\u0301t\u0301e?",
    ">>> quoted",
    "Kind regards,",
]
TEXTS = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n", "\n\n", " \n \n", "", ", "])), max_size=8
).map(lambda parts: "".join(map("".join, parts)))


@settings(max_examples=40)
@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_stretches_hold_every_sentence_once_and_in_order(text: str, before: Sequence[str]) -> None:
    memory = Memory()
    for other in before:  # what was read before changes nothing
        _ = Prose(plain_message(other), memory=memory).commitments
    prose = Prose(plain_message(text), memory=memory)
    held = [
        (sentence.span.shift(stretch.span.start), sentence.kind)
        for stretch in prose.stretches
        for sentence in stretch.sentences
    ]
    assert held == [(sentence.span, sentence.kind) for sentence in prose.sentences]
    assert prose.sentences == Prose.of_text(text).sentences
    assert prose.commitments == Prose.of_text(text).commitments
    ends = 0
    for stretch in prose.stretches:
        assert ends <= stretch.span.start
        ends = stretch.span.end
        assert prose.sentences[stretch.first].span.start == stretch.span.start
        view = stretch.view
        place = stretch.span.shift(-stretch.shift)
        assert place.of(view.text) == stretch.span.of(prose.text)
        assert len(view.text) == len(view.plain) == len(view.masked)
        assert place.of(view.masked) == stretch.span.of(prose.masked)
