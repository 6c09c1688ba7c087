"""Measures of a text, and the formulae over them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.checks.formula import FormulaError, condition, holds, names, parse, worked_out
from trustlint.checks.measures import measured, syllables

Underlined = Callable[[str, str], list[str]]

LONG = "check: metric\nformula: words / sentences\nmax: 6"


def test_a_text_within_its_limit(underlined: Underlined) -> None:
    assert underlined(LONG, "We pack it. You get it today.") == []


def test_the_longest_sentence_is_underlined(underlined: Underlined) -> None:
    text = "We pack it with all the care that we have. It is a lamp that came to us from far away."
    assert underlined(LONG, text) == ["It is a lamp that came to us from far away."]


def test_headings_greetings_and_sign_offs_are_not_counted(underlined: Underlined) -> None:
    rule = "check: metric\nformula: words\nmax: 3"
    assert (
        underlined(rule, "Dear Mr and Mrs Jones,\n\nAll about your new lamp\n\nWe pack it.\n\nKind regards,\nAnn") == []
    )


def test_short_texts_can_be_left_alone(underlined: Underlined) -> None:
    assert underlined(LONG + "\nfrom-words: 20", "We pack it with all the care that we have.") == []


def test_sentences_one_by_one(underlined: Underlined) -> None:
    rule = "check: metric\nformula: words\nmax: 4\nwhere: {scope: sentence}"
    assert underlined(rule, "We pack it. You get it very soon. Bye now.") == ["You get it very soon."]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("time", 1), ("times", 1), ("table", 2), ("free", 1), ("boxes", 2), ("closed", 1), ("wanted", 2), ("safely", 2),
        ("video", 3), ("create", 2), ("area", 3), ("information", 4), ("various", 3), ("being", 2), ("actual", 3),
        ("client", 2), ("patient", 2), ("association", 5), ("couldn’t", 2), ("we", 1), ("rhythm", 1), ("42", 1),
        ("immediately", 5), ("apologise", 4), ("experience", 4), ("people", 2), ("unfortunately", 5), ("resolved", 2),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_counts() -> None:
    counts = measured(["Immediately handled.", "…", "We don't know the up-to-date state."], 2)
    assert counts._asdict() == {
        "words": 8, "sentences": 2, "syllables": 16, "characters": 44, "long_words": 3, "complex_words": 2,
        "polysyllabic_words": 2, "paragraphs": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("-words + 1", -3),
        ("8 / 4 / 2", 1),
        ("math.sqrt(words) - abs(-2)", 0),
        (".5", 0.5),
    ],
)
def test_formulae(formula: str, value: float) -> None:
    assert worked_out(parse(formula), {"words": 4}) == value


@pytest.mark.parametrize("formula", ["words / 0", "sqrt(0 - 1)", "0 / 0"])
def test_formulae_without_a_value(formula: str) -> None:
    assert worked_out(parse(formula), {"words": 4}) is None


@pytest.mark.parametrize(
    ("formula", "offset"),
    [("1 +", 3), ("1 2", 2), ("(1", 2), ("1 & 2", 2), ("", 0), ("sqrt 4", 5), (")", 0), ("import('os')", 6)],
)
def test_what_is_no_formula(formula: str, offset: int) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(formula)
    assert caught.value.offset == offset


def test_deep_formulae_are_refused() -> None:
    with pytest.raises(FormulaError, match="nested too deeply"):
        parse("(" * 500 + "1" + ")" * 500)


@given(st.text(alphabet="words 0.5+-*/()sqrtab,", max_size=30))
def test_any_text_is_a_formula_or_refused(text: str) -> None:
    try:
        tree = parse(text)
    except FormulaError:
        return
    if names(tree) <= {"words"}:
        worked_out(tree, {"words": 3})


def test_conditions() -> None:
    assert condition("> 8.0") == (">", 8.0)
    assert holds(9, *condition(">= 9"))
    assert not holds(9, *condition("!=9"))
    with pytest.raises(FormulaError):
        condition("more than 8")
