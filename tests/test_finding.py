"""Literals in a text: one by one in a small one, by an automaton in others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint import finding
from trustlint.checks.anchors import BORDER
from trustlint.finding import Literals, bare

B = BORDER


def found(literals: list[str], text: str) -> list[tuple[int, int]]:
    return sorted(Literals(*bare(literals)).among(text).found(text))


@pytest.fixture(params=[-1, finding.SMALL], ids=["automaton", "one by one"])
def small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "SMALL", request.param)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("literal", "text"),
    [
        ("ring", "rin g"),
        (f"{B}ring", "string, _ring, éring, 3ring"),
        (f"ring{B}", "rings, ring_, ringö, ring4"),
        (f"{B}ring{B}", "string ringing"),
    ],
)
def test_what_does_not_stand_there(literal: str, text: str) -> None:
    assert found([literal], text) == []


@pytest.mark.usefixtures("small")
def test_where_they_stand() -> None:
    literals = ["ring", f"{B}ring{B}", "in", "aa", "?"]
    assert found(literals, "ring, string aaa") == [(0, 0), (0, 8), (1, 0), (2, 1), (2, 9), (3, 13), (3, 14)]
    assert found([f"{B}ring{B}"], "½ring²") == [(0, 1)]  # `regex` may hold these for no part of a word
    assert found([], "ring") == []


def test_parts_of_a_text() -> None:
    literals = Literals(*bare([f"{B}ring{B}", "lamp"]))
    finder = literals.among("a ring and a lamp")
    assert list(finder.found("ring")) == [(0, 0)]
    assert list(finder.found("and a lamp")) == [(1, 6)]


def test_many_small_texts_are_worth_an_automaton() -> None:
    literals = Literals(["lamp"])
    finders = {type(literals.among("a lamp" * 100)) for _ in range(20)}
    assert finders == {finding.Few, Literals}


WORDS = st.text("ab_ é", min_size=1, max_size=3)
BORDERS = st.sampled_from(["", B])


@given(st.lists(st.builds(lambda left, word, right: left + word + right, BORDERS, WORDS, BORDERS)), st.text("ab_ é"))
def test_both_ways_find_the_same(literals: list[str], text: str) -> None:
    one_by_one, by_automaton = Literals(*bare(literals)), Literals(*bare(literals))
    assert sorted(one_by_one.among(text).found(text)) == sorted(by_automaton.found(text))
