"""One thing written one way: in a message, a record, a library."""

from collections.abc import Callable

import pytest

from trustlint.checks import is_library, kind
from trustlint.checks.consistency import LibraryConsistency
from trustlint.fact import Fact
from trustlint.packs.build import read_pack
from trustlint.prose import Prose
from trustlint.prose.lexicon import Lexicon
from trustlint.rule import Rule

Underlined = Callable[[str, str], list[str]]

EITHER = "check: consistency\neither: {cancelled: canceled, e-mail: email}"


@pytest.mark.parametrize("text", ["It was cancelled. Cancelled!", "We canceled your e-mail.", "Nothing of it."])
def test_one_form_is_fine_whichever_it_is(underlined: Underlined, text: str) -> None:
    assert underlined(EITHER, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was cancelled. We canceled it, and canceled again.", ["cancelled"]),  # the rarer one
        ("It was cancelled. We canceled it.", ["canceled"]),  # the later one
        ("An E-mail about cancelled or canceled e-mail: no email.", ["canceled", "email"]),
    ],
)
def test_two_forms_in_one_message(underlined: Underlined, text: str, words: list[str]) -> None:
    assert underlined(EITHER, text) == words


TERMS = "check: consistency\nterms: {Lantern Pay: [LanternPay, lantern pay], PIN: pin}"


@pytest.mark.parametrize(
    "text",
    [
        "Lantern Pay asks for your PIN.",
        "Lantern\nPay asks.",
        "See lanternpay.com, help@lanternpay.com or https://x.example/lanternpay.",
        "A pincushion.",
        "{{lanternpay}}",
    ],
)
def test_the_right_form_is_fine(underlined: Underlined, text: str) -> None:
    assert underlined(TERMS, text) == []


def test_wrong_forms_are_never_fine(underlined: Underlined) -> None:
    found = underlined(TERMS, "Use lantern pay, LanternPay or Lantern pay with a Pin.")
    assert sorted(found) == ["Lantern pay", "LanternPay", "Pin", "lantern pay"]


# Record and library


def library(scope: str, *texts: tuple[str, str]) -> list[tuple[str, str]]:
    """What is underlined in a library of records with their texts: the record and the words."""
    rule = _rule(scope)
    check = kind("consistency").build(rule, Lexicon())
    assert isinstance(check, LibraryConsistency)
    facts = [
        Fact(
            rule.id, one.value, "a.json", (1, 1, 0), (1, 1, 0), one.span.of(text),
            ("", "", name, name, name, None), "", ("", 0, 0),
        )
        for name, text in texts
        for one in check.find(Prose.of_text(text))
    ]  # fmt: skip
    return [(facts[one.number].record[2] or "", one.values["match"]) for one in check.judge(facts)]


def _rule(scope: str) -> Rule:
    head = "pack: trial\nrules:\n  - id: one\n    severity: error\n    message: “{match}”\n    "
    body = EITHER.replace("\n", "\n    ") + f"\n    where: {{scope: {scope}}}\n"
    reading = read_pack(head + body, "trial.yaml")
    assert reading.pack is not None, reading.errors
    return reading.pack.rules[0]


def test_a_library_is_held_to_its_usual_form() -> None:
    texts = [("a", "It was canceled."), ("b", "Cancelled."), ("c", "We cancelled it."), ("d", "No email.")]
    assert library("library", *texts) == [("a", "canceled")]


def test_of_two_as_frequent_forms_the_first_is_the_librarys() -> None:
    assert library("library", ("a", "It was canceled."), ("b", "Cancelled.")) == [("b", "Cancelled")]


def test_records_are_held_against_themselves_only() -> None:
    assert library("record", ("a", "It was canceled."), ("b", "Cancelled.")) == []
    assert library("record", ("a", "Canceled."), ("a", "Cancelled. Cancelled.")) == [("a", "Canceled")]


def test_what_needs_the_library_is_known_by_its_scope() -> None:
    assert [is_library(_rule(scope)) for scope in ("message", "record", "library")] == [False, True, True]
