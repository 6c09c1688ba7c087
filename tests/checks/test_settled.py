"""What a turn of a conversation dates elsewhere, and what it leaves open."""

import pytest

from trustlint.checks.settled import is_settled
from trustlint.message import Message, Record, SourceFile
from trustlint.prose import Prose
from trustlint.span import TextMap


def settled(text: str, *before: str) -> list[str]:
    """The promises of a turn that need no date of their own, after what was said before."""
    file = SourceFile("own", text)
    message = Message(
        Record("own", "conversation", ""), "", text, file, lambda: TextMap.identity(len(text)), before=before
    )
    prose = Prose(message)
    return [each.span.of(text) for each in prose.commitments if not each.dated and is_settled(each, prose)]


@pytest.mark.parametrize(
    "text",
    [
        "We'll refund you. The van comes within 3 days.",
        "We'll send you the pane. Your refund takes 3 days.",
        "I'll keep you posted.",
        "I'll keep you posted. Is there anything else I can do today?",
        "We'll look into the leak. The van brings the pane within 3 days.",
        "You'll get the money once the clerk is back. The pane comes within 3 days.",
        "We'll repair the lift soon. The pane comes within 3 days.",
        "I'll write to you shortly. The pane comes within 3 days.",
        "We'll look into it immediately.",
        "The cover lasts for 3 days. I'll keep you posted.",
        "Look at it this time. I'll keep you posted.",
    ],
)
def test_what_stays_open(text: str) -> None:
    assert not settled(text)


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("The pane comes within 3 days. I'll keep an eye on it.", "I'll keep an eye on it"),
        ("It comes tomorrow. I'll keep you posted.", "I'll keep you posted"),
        ("Trams need 3 to 5 days for that. I'll keep you posted.", "I'll keep you posted"),
        ("It leaves by the timeline provided. I'll keep you posted.", "I'll keep you posted"),
        ("It will be there by the promised date. I'll keep you posted.", "I'll keep you posted"),
        ("We'll send you the pane. Thank you. It will arrive within 3 days.", "We'll send you the pane"),
        ("We'll refund you. Payments usually take 3-5 days.", "We'll refund you"),
        ("We'll ask the depot. The lift is old. I'll call you by noon.", "We'll ask the depot"),
        ("We'll proceed with an exchange. Expect the exchange within 3 days.", "We'll proceed with an exchange"),
        (
            "The pane ships within 3 days. You'll get a number once it has shipped.",
            "You'll get a number once it has shipped",
        ),
        (
            "Our nurse reviews it within 2 days. Once the review is over, you'll get a refund.",
            "Once the review is over, you'll get a refund",
        ),
        ("I'll write to you shortly. I'll write by noon.", "I'll write to you shortly"),
        ("It ships within 3 days. You'll get the tracking code shortly.", "You'll get the tracking code shortly"),
        ("We'll write within the agreed time.", "We'll write within the agreed time"),
        ("If it is late, I'll call you promptly.", "I'll call you promptly"),
        ("We'll fix it in a timely manner. The pane comes within 3 days.", "We'll fix it in a timely manner"),
        ("Once you have signed, we'll look into it immediately.", "we'll look into it immediately"),
        ("We'll start the refund immediately. You'll have it within 3 days.", "We'll start the refund immediately"),
    ],
)
def test_what_the_turn_tells(text: str, promise: str) -> None:
    assert promise in settled(text)


def test_a_long_text_is_read_near_by_only() -> None:
    apart = "The garden is green. " * 100
    assert not settled(f"We'll ask the depot. {apart}I'll call you by noon.")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Thank you for the photos.", "I'll keep you posted."),
        ("The pane comes within 3 days.", "We'll look into the leak."),
        ("You'll be called within 3 days.", "We'll refund you."),
        ("The pane came 3 days ago.", "I'll keep you posted."),
        ("The van comes within 3 days.", "We'll refund you promptly."),
        ("Your refund takes 3 days.", "We'll refund you shortly."),
        ("Your refund takes 3 days.", "We'll refund you soon."),
        ("Thanks for writing.", "We'll refund you as quickly as possible."),
        ("We'll call you within 3 days.", "You'll get a confirmation email shortly."),
        ("The pane comes within 3 days.", "I'll call you shortly."),
    ],
)
def test_what_earlier_turns_leave_open(before: str, text: str) -> None:
    assert not settled(text, before)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("The pane comes within 3 days.", "I'll keep you posted."),
        ("You'll have the refund within 3 days.", "We'll refund you."),
        ("The pane ships within 3 days.", "You'll get a number once it has shipped."),
        ("Your refund takes 3 days.", "We'll refund you promptly."),
        ("We'll refund you within 3 days.", "We'll refund you as quickly as possible."),
        ("We'll call you within 3 days.", "We'll fix this promptly."),
        ("We'll call you within 3 days.", "I'll be in touch shortly."),
        ("Please allow us 3 days to inspect the pane.", "I'll be in touch shortly."),
        ("We'll fix the pane within 3 days.", "We'll fix it as soon as possible."),
        ("Thanks.", "Please allow 3 days for the inspection. We'll write to you as soon as possible."),
    ],
)
def test_what_an_earlier_turn_told(before: str, text: str) -> None:
    assert settled(text, before, "Thank you for the photos.")
