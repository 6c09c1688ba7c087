"""Whether anything of a rule stands in a text: long alternatives are searched for one by one."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from trustlint.checks.patterns import ALONE, Pattern, _alternatives
from trustlint.diagnostic import Confidence, Severity
from trustlint.rule import Rule

RULE = Rule("trial", "one", "existence", Severity["warning"], Confidence["high"], "…")


@pytest.mark.parametrize(
    "source",
    [
        "soon",
        "(?:soon|later)!",
        "(?:soon|later)(?:today|tonight)",
        "(soon|later)",
        r"(?:(?P<x>soon)|later (?P=x))",
        r"(?:[[a-z]--[s|t]]oon|later)",
        r"(?:soo\||[|)]|later)?",
    ],
)
def test_what_belongs_together_stays_together(source: str) -> None:
    assert _alternatives(source) == [source]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("(?:soon|later)", ["soon", "later"]),
        ("(?:soon|later)|(?:today)", ["soon", "later", "today"]),
        ("(?:(?:soon|later)|today)", ["(?:soon|later)", "today"]),
        (r"(?:soo\|n|[|)]|(?<!x)later|)", [r"soo\|n", "[|)]", "(?<!x)later", ""]),
        ("(?:[]|]|[^])|]x)", ["[]|]", "[^])|]x"]),
    ],
)
def test_alternatives_are_told_apart(source: str, expected: list[str]) -> None:
    assert _alternatives(source) == expected


PIECES = st.sampled_from(
    ["soon", r"later\b", "(?:to|day)", "[a|)]", r"\|", r"\)", "(?<!x)t", "(?=o)", " ", "x?", "|", "|"]
)


@given(st.lists(PIECES, min_size=1, max_size=9).map("".join), st.text("sonlater today|)x", max_size=20))
def test_something_is_found_whether_alternatives_are_apart_or_not(source: str, text: str) -> None:
    long = f"(?:{source}|{'y' * ALONE}|{'z' * ALONE})"
    pattern = Pattern(RULE, [long, "never|ever"])
    whole = regex.search(f"{long}|never|ever", text, regex.IGNORECASE) is not None
    assert pattern.found(text) is whole
    assert pattern.found(text) is whole
    assert pattern.found(f"{text} {'Y' * ALONE}")
