"""Dates and days that cannot be right, or will not stay so."""

from dataclasses import replace

import pytest

from trustlint.cache import Cache
from trustlint.checks.date import ABOUT, DateCheck
from trustlint.diagnostic import Confidence, Severity
from trustlint.message import Record
from trustlint.packs import load_builtin
from trustlint.prose import Prose, plain_message
from trustlint.rule import Rule

LEXICON = load_builtin(Cache(None)).lexicon


def unchanged(updated: str | None, today: str, text: str = "We call you on Friday. Goodbye.") -> list[str]:
    options = {"about": "unchanged", "months": 18, "today": today}
    rule = Rule("test", "one", "date", Severity.error, Confidence.high, "{match}: {instead}", options=options)
    message = replace(plain_message(text), record=Record("plain", "macro", "[0]", updated=updated))
    return [match.span.of(text) for match in DateCheck(rule).find(Prose(message, LEXICON))]


@pytest.mark.parametrize(
    ("updated", "today"),
    [(None, "2026-11-21"), ("2025-05-21", "2026-11-21"), ("2025-08-31", "2027-02-28"), ("2026-11-21", "2026-11-21")],
)
def test_a_text_that_was_changed_or_does_not_say_is_not_stale(updated: str | None, today: str) -> None:
    assert unchanged(updated, today) == []


@pytest.mark.parametrize(("updated", "today"), [("2025-05-20", "2026-11-21"), ("2025-07-31", "2027-02-01")])
def test_a_text_that_nobody_has_changed_is_stale_at_its_beginning(updated: str, today: str) -> None:
    assert unchanged(updated, today) == ["We call you on Friday."]


def found(about: str, text: str, kind: str = "macro", today: str = "2026-11-21") -> list[str]:
    options = {"about": about, "today": today}
    rule = Rule("test", "one", "date", Severity.error, Confidence.high, "{match}: {instead}", options=options)
    message = plain_message(text)
    message = replace(message, record=Record("plain", kind, "[0]"))
    return [match.span.of(text) for match in DateCheck(rule).find(Prose(message, LEXICON))]


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("past", "We'll reopen on 3 January 2099."),
        ("past", "We reopened on 3 January 2023."),
        ("past", "Your order of 3 January 2023 will be refunded."),
        ("past", "We'll reopen on 3 January."),
        ("past", "We'll reopen on 21 November 2026."),
        ("impossible", "The trip ends on 29 February 2028."),
        ("impossible", "See section 31, June edition."),
        ("weekday", "We'll call on Saturday 21 November 2026."),
        ("weekday", "We'll call on Monday 21 November."),
        ("ambiguous", "Your cover ends on 25/12/2026."),
        ("ambiguous", "Write it as DD/MM/YYYY, like 03/04/2026."),
        ("ambiguous", "See https://example.com/03/04/2026."),
        ("relative", "We'll reply within 2 days."),
        ("relative", "We are closed on Mondays."),
        ("relative", "We'll reply the next working day."),
        ("no-zone", "I'll call you at 5 pm GMT."),
        ("no-zone", "The driver comes at 5 pm."),
        ("no-start", "We'll refund you within 5 days of the return."),
    ],
)
def test_what_is_right(about: str, text: str) -> None:
    assert found(about, text) == []


@pytest.mark.parametrize(
    ("about", "text", "underlined"),
    [
        ("past", "We'll reopen on 3 January 2023.", "on 3 January 2023"),
        ("past", "You will receive it by March 2024.", "by March 2024"),
        ("impossible", "We'll send it by 31 June.", "31 June"),
        ("impossible", "It ends on Friday, February 30th, 2027.", "February 30th, 2027"),
        ("impossible", "It ends on 29 Feb 2027.", "29 Feb 2027"),
        ("weekday", "We'll call on Monday, 21 November 2026.", "Monday, 21 November 2026"),
        ("weekday", "We'll call on Mon Nov 21, 2026.", "Mon Nov 21, 2026"),
        ("ambiguous", "Your cover ends on 3/4/26.", "3/4/26"),
        ("relative", "We'll call you on Friday.", "on Friday"),
        ("relative", "We'll reply by tomorrow.", "by tomorrow"),
        ("fixed", "We'll call you on 12 May 2099.", "on 12 May 2099"),
        ("no-zone", "I'll call you by 5 pm.", "by 5 pm"),
        ("no-start", "We'll refund you within 5 days.", "within 5 days"),
    ],
)
def test_what_is_not(about: str, text: str, underlined: str) -> None:
    assert found(about, text) == [underlined]


@pytest.mark.parametrize("about", ["past", "fixed", "relative"])
def test_what_was_said_once_is_no_template(about: str) -> None:
    text = "We'll call you on 3 January 2023, and tomorrow, and on 12 May 2099."
    assert found(about, text, kind="conversation") == []


def test_a_program_knows_the_day_it_sends() -> None:
    assert found("relative", "We'll send the list tomorrow.", kind="trigger") == []
    assert found("relative", "We'll send the list on Friday.", kind="trigger") == ["on Friday"]


def test_today_is_what_the_run_says() -> None:
    assert found("past", "We'll reopen on 3 January 2027.", today="2027-01-03") == []
    assert found("past", "We'll reopen on 3 January 2027.", today="2027-01-04") == ["on 3 January 2027"]


@pytest.mark.parametrize("about", ABOUT)
def test_nothing_is_found_in_nothing(about: str) -> None:
    assert found(about, "") == []
