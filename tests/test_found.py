"""What is found in the fields of a file: the same whoever went through which of them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.diagnostic import Confidence, Diagnostic, Excerpt, Severity
from trustlint.errors import SourceError
from trustlint.found import NOTHING, Findings, Found
from trustlint.message import Record
from trustlint.span import Position, Span


def one(text: str) -> Diagnostic:
    place = Position(1, 1, 0)
    record = Record("text", "text", "r", None, None, None)
    return Diagnostic(
        rule="a/b", severity=Severity.error, confidence=Confidence.high, message=text, path="p", start=place, end=place,
        text=text, record=record, route="r", excerpt=Excerpt(text, Span(0, 1)),
    )  # fmt: skip


FINDINGS = st.builds(
    Findings,
    st.lists(st.text("ab\ud800", max_size=3).map(one), max_size=2),
    st.lists(st.text("e", max_size=3).map(SourceError), max_size=1),
    st.binary(max_size=5),
) | st.just(NOTHING)


def made_of(fields: "list[Findings | None]") -> Found:
    found = Found()
    for each in fields:
        found.add(each)
    return found


def said(found: Found) -> tuple[Any, ...]:
    facts = [(number, found.spool.read(start, end)) for number, start, end in found.facts()]
    diagnostics = [(number, one) for number, some in found.diagnostics() for one in some]
    return found.fields, found.noted, diagnostics, facts, list(map(str, found.errors))


@given(st.lists(FINDINGS))
def test_all_of_it_comes_back_in_order(fields: list[Findings]) -> None:
    assert said(made_of(list(fields))) == (
        len(fields),
        sum(bool(each.facts) for each in fields),
        [(number, one) for number, each in enumerate(fields) for one in each.diagnostics],
        [(number, each.facts) for number, each in enumerate(fields) if each.facts],
        [str(error) for each in fields for error in each.errors],
    )


@given(st.lists(FINDINGS), st.integers(1, 4))
def test_shares_are_as_one(fields: list[Findings], number: int) -> None:
    shares = [[each if at % number == share else None for at, each in enumerate(fields)] for share in range(number)]
    assert said(Found.merged(list(map(made_of, shares)))) == said(made_of(list(fields)))


def test_nothing_is_held_where_nothing_is_found() -> None:
    found = made_of([NOTHING, None] * 1000)
    assert found.fields == 2000
    assert not len(found.spool)


@pytest.mark.parametrize("fields", [[], [NOTHING]])
def test_of_nothing_there_is_nothing(fields: "list[Findings | None]") -> None:
    assert said(made_of(fields)) == (len(fields), 0, [], [], [])
