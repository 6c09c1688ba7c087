"""Anchors: literals that a pattern cannot match without."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from trustlint.candidates import Candidates
from trustlint.checks.anchors import anchors, fold


@pytest.mark.parametrize(
    "source",
    [
        r"\d+",
        r"(?:soon)?",
        r"a|soon",
        r"[[a-z]--[aeiou]]foo",
        r"(?:guarantee){e<=1}",
        r"\p{Lu}+",
        r"(?V1)ſoon|.",
        "the|",
    ],
)
def test_nothing_is_proven_where_nothing_can_be(source: str) -> None:
    assert anchors([source]) is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"(?<!\w)as\s+soon\s+as\s+possible(?!\w)", {"possible"}),
        (r"\bGuarantee", {"guarantee"}),
        (r"(?:shortly|soon)\b", {"shortly", "soon"}),
        (r"(?:we|i)\s+promise", {"promise"}),
        (r"(?:never){2,}", {"never"}),
    ],
)
def test_the_most_telling_literal_is_kept(source: str, expected: set[str]) -> None:
    assert anchors([source]) == expected


def test_one_source_without_an_anchor_leaves_the_rule_without() -> None:
    assert anchors(["soon", r"\d"]) is None


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


WORDS = st.sampled_from(
    ["soon", "as", "possible", "ſhortly", "İmmediately", "Kelvin", "k", "guarantee", "\u0301", "ß", "fi"]
)
PIECES = st.sampled_from(
    [r"soon", r"short(?:ly|est)?", r"\s+", r"(?:as|at)", r"im+ediately", r"kelvin|soon", r"[ab]?", r"\w*", r"guarantee"]
)


@given(st.lists(PIECES, min_size=1, max_size=4), st.lists(WORDS, max_size=8), st.booleans())
def test_whatever_matches_holds_an_anchor(pieces: list[str], words: list[str], upper: bool) -> None:
    source = "".join(f"(?:{piece})" for piece in pieces)
    text = " ".join(words).upper() if upper else " ".join(words)
    if regex.search(source, text, regex.IGNORECASE):
        assert [one.number for one in Candidates([anchors([source])]).of(text)] == [0]
