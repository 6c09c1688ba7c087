"""What is a time, what only looks like one, and how much each tells."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint import masks
from trustlint.message import Placeholder
from trustlint.prose.mask import fold, normalise
from trustlint.prose.time import Time, times
from trustlint.prose.time.calendar import PIECE
from trustlint.prose.time.tokens import PARTS, tokens
from trustlint.span import Span

D, O, F, N = masks.DATE * 3, masks.OTHER * 3, masks.FILL_IN * 3, masks.NAME * 3  # noqa: E741


def shown(text: str, *kinds: str) -> list[str]:
    text = normalise(text)
    return [time.span.of(text) for time in times(text) if not kinds or time.kind in kinds]


def one(text: str) -> Time:
    found = [time for time in times(normalise(text)) if time.kind != "event"]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "We may refund you.",
        "By the way, write to us by email, within reason.",
        "It opens in 2 clicks.",
        "We are here 24/7.",
        "Update to version 1-2, or 4.5.2.",
        "A second engineer comes along for the second time.",
        "The Sun printed it and we sat in the sun.",
        "How soon do you leave? Sooner or later. Soon after you pay.",
        "It costs £5-7 and has 3.5 stars.",
        "Room 12, 4 people, 5 of 7 boxes.",
        "I went on a march. It may mar the finish.",
        "Write at your earliest convenience.",
        "Your monthly subscription has a daily limit.",
        f"It was reviewed by {O}. Dear {N}, stand by {N}.",
        "on the 2nd floor, by the 3rd party",
    ],
)
def test_no_time(text: str) -> None:
    assert (
        shown(
            text, "absolute", "placeholder", "relative", "bounded", "range", "recurring", "typical", "vague", "instant"
        )
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "You have 30 days to return it.",
        "Our 30-day return window.",
        "It is a 5-minute call.",
        "Keep it in a dry place for 30 days.",
        "In the last 3 days we heard nothing.",
        "We wrote 3 days ago.",
        "You must be 18 years old.",
        "The lines are open 24 hours a day.",
        "We need 14 days' notice.",
        "We are open Monday to Friday.",
        "We are open 9am to 5pm.",
        "Since 3 May we have waited.",
        "Your order of 3 June is here.",
        "It came yesterday.",
        "It came last week.",
        "A 12 months subscription.",
    ],
)
def test_time_that_is_no_deadline(text: str) -> None:
    assert [time.kind for time in times(text)] == ["none"]


@pytest.mark.parametrize(
    ("text", "span", "kind", "lower", "upper"),
    [
        ("We'll reply within 2 business days.", "within 2 business days", "bounded", None, 48),
        ("We'll reply in 24-48 hrs", "in 24-48 hrs", "range", 24, 48),
        ("We'll reply in 24–48 hours", "in 24-48 hours", "range", 24, 48),
        ("We'll reply in up to 48 hours.", "in up to 48 hours", "bounded", None, 48),
        (
            "We'll reply no later than 3 working days from now.",
            "no later than 3 working days from now",
            "bounded",
            None,
            72,
        ),
        ("It takes two to three weeks.", "two to three weeks", "range", 336, 504),
        ("It takes half an hour.", "half an hour", "bounded", 0.5, 0.5),
        ("It takes an hour and a half.", "an hour and a half", "bounded", 1.5, 1.5),
        ("We'll call in one business day.", "in one business day", "bounded", 24, 24),
        ("We'll call within a fortnight.", "within a fortnight", "bounded", None, 336),
        ("We'll call in a day or two.", "in a day or two", "range", 24, 48),
        ("We'll call within forty-eight hours.", "within forty-eight hours", "bounded", None, 48),
        ("We'll call within three (3) business days.", "within three (3) business days", "bounded", None, 72),
        ("We'll call between 2 and 3 weeks from now.", "between 2 and 3 weeks from now", "range", 336, 504),
        ("You'll hear in 24 hours to 3 days.", "in 24 hours to 3 days", "range", 24, 72),
        ("Wait 1 hour and 30 minutes.", "1 hour and 30 minutes", "bounded", 1.5, 1.5),
        ("Please allow 3 to 5 working days for delivery.", "3 to 5 working days", "range", 72, 120),
        ("A 24-hour turnaround.", "24-hour", "bounded", 24, 24),
        ("We'll call\nwithin 2\nbusiness days.", "within 2\nbusiness days", "bounded", None, 48),
        ("Write within the next 24 hours.", "within the next 24 hours", "bounded", None, 24),
        ("Ready in a few minutes.", "in a few minutes", "bounded", None, 1),
        ("This usually takes 3 days.", "3 days", "typical", 72, 72),
        ("Updates every 30 minutes.", "every 30 minutes", "recurring", 0.5, 0.5),
        ("We'll reply in at least 3 days.", "in at least 3 days", "vague", 72, None),
        ("We'll reply in a few days.", "in a few days", "vague", None, None),
        ("We'll reply in a couple of days.", "in a couple of days", "vague", 48, 48),
    ],
)
def test_durations(text: str, span: str, kind: str, lower: float | None, upper: float | None) -> None:
    time = one(text)
    assert (time.span.of(normalise(text)), time.kind, time.lower, time.upper) == (span, kind, lower, upper)


@pytest.mark.parametrize(
    ("text", "span", "date"),
    [
        ("by Friday 4 July.", "by Friday 4 July", "--07-04"),
        ("on 12 May at 17:00 BST.", "on 12 May at 17:00 BST", "--05-12"),
        ("on May 12th, 2026,", "on May 12th, 2026", "2026-05-12"),
        ("by 12.05.2026.", "by 12.05.2026", "2026-05-12"),
        ("by 2026-07-04.", "by 2026-07-04", "2026-07-04"),
        ("by 31/12/2026.", "by 31/12/2026", "2026-12-31"),
        ("by 03/04/2026.", "by 03/04/2026", "2026"),
        ("by the 14th.", "by the 14th", "---14"),
        ("before the 24th of May", "before the 24th of May", "--05-24"),
        ("in May.", "in May", "--05"),
        ("by the end of June", "by the end of June", "--06"),
        ("in Q3 2026", "in Q3 2026", "2026-09"),
        ("between 12 May and 14 May", "between 12 May and 14 May", "--05-14"),
        ("on Wednesday,\n7 May", "on Wednesday,\n7 May", "--05-07"),
        ("from 7-9 May", "from 7-9 May", "--05-09"),
    ],
)
def test_dates(text: str, span: str, date: str) -> None:
    time = one(f"We'll be back {text}")
    assert (time.span.of(f"We'll be back {text}"), time.kind, time.date) == (span, "absolute", date)


@pytest.mark.parametrize(
    ("span", "upper"),
    [
        ("today", 24),
        ("by tomorrow 5 pm", 48),
        ("tomorrow morning", 48),
        ("later today", 24),
        ("this afternoon", 24),
        ("by EOD", 24),
        ("by close of business", 24),
        ("by the end of the month", 720),
        ("by the end of next week", 336),
        ("next Friday", 336),
        ("by Sat", 168),
        ("between Monday and Wednesday", 168),
        ("between 9 and 11 am on Monday", 168),
        ("at 14:30 UTC", 24),
        ("by 5 p.m.", 24),
        ("by noon", 24),
        ("the next business day", 48),
        ("over the weekend", 168),
        ("in the morning", 48),
    ],
)
def test_days_told_from_today(span: str, upper: float) -> None:
    time = one(f"We'll call {span}")
    assert (time.span.of(f"We'll call {span}"), time.kind, time.upper) == (span, "relative", upper)


def test_zone_business_anchor_and_doubt() -> None:
    assert one("by 5 pm (EST) tomorrow").zone == "EST"
    assert one("at 10:00 your time on Monday").zone == "your time"
    assert one("within 2 working days").business
    assert one("about 3 days").approximate
    text = "within 3 days of receiving the parcel, we think"
    assert one(text).anchor == Span(text.index("of rec"), text.index(", we"))


@pytest.mark.parametrize(
    "vague",
    [
        "soon",
        "very soon",
        "shortly",
        "ASAP",
        "as soon as possible",
        "as quickly as we can",
        "in due course",
        "in the coming days",
        "within the next few days",
        "in the near future",
        "in a timely manner",
        "when we get a chance",
        "without delay",
        "at the earliest",
        "within a reasonable time",
        "once we can",
        "by XX",
        "by TBC",
        "at some point",
    ],
)
def test_vague(vague: str) -> None:
    assert shown(f"We'll call you {vague}.") == [vague]
    assert one(f"We'll call you {vague}.").kind == "vague"


@pytest.mark.parametrize(
    "instant", ["immediately", "right away", "in no time", "straight away", "at once", "in a flash"]
)
def test_instant(instant: str) -> None:
    assert shown(f"We'll fix it {instant}.", "instant") == [instant]


@pytest.mark.parametrize("event", ["upon your call", "once you call", "when you call", "after your call"])
def test_as_soon_as_something_happens_is_no_instant(event: str) -> None:
    assert shown(f"We'll fix it immediately {event}.", "instant") == []
    assert len(shown(f"We'll fix it immediately {event}.", "event")) == 1


@pytest.mark.parametrize(
    "again", ["daily", "every hour", "twice a week", "every Friday", "on Mondays", "every business day", "once a day"]
)
def test_recurring(again: str) -> None:
    assert shown(f"We'll write {again}.", "recurring") == [again]


@pytest.mark.parametrize(
    "event",
    [
        "once the engineer replies",
        "as soon as you confirm",
        "after inspection",
        "upon receipt of the item",
        "when you send it",
    ],
)
def test_event(event: str) -> None:
    assert shown(f"We'll write {event}, promise.") == [event]
    assert one_event(f"We'll write {event}, promise.").kind == "event"


def one_event(text: str) -> Time:
    (time,) = times(text)
    return time


def test_placeholders() -> None:
    assert shown(f"We'll write by {D}.", "placeholder") == [f"by {D}"]
    assert shown(f"We'll write by {O}.", "placeholder") == [f"by {O}"]
    assert shown(f"We'll write within {O} business days.", "placeholder") == [f"within {O} business days"]
    assert shown(f"We'll write by {F}.", "vague") == [f"by {F}"]
    named = Placeholder(Span(15, 18), "fill-in", "[Date]")
    assert [time.kind for time in times(f"We'll write on {F}.", [named])] == ["placeholder"]
    assert times(f"We'll write on {F}.", [named])[0].fill_in


@given(st.text(alphabet="in by 24-/:.t h5dayswekmonrf'\n" + masks.DATE, max_size=80))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    found = times(text)
    assert all(0 <= time.span.start < time.span.end <= len(text) for time in found)
    assert [time.span.start for time in found] == sorted(time.span.start for time in found)


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    folded = fold(text)
    read = tokens(folded, text)
    assert all(read.span(at, at + 1).of(folded) == word for at, word in enumerate(read.words))


def test_cost_is_linear() -> None:
    from time import process_time

    def cost(copies: int) -> float:
        start = process_time()
        times("within 2 days of the 3 to 5 Monday or " * copies)
        return process_time() - start

    cost(10)
    assert cost(800) < 30 * max(cost(100), 0.001)


@given(st.text("".join(PARTS) + "xdDSFkry.,-/()'", max_size=12))
def test_nothing_begins_otherwise_than_it_is_looked_for(parts: str) -> None:
    source = PIECE.pattern
    plain = re.compile(source[source.index("(?:") :])
    assert [each.span() for each in PIECE.finditer(parts)] == [each.span() for each in plain.finditer(parts)]
