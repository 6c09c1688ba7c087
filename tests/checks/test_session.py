"""What is done while the customer is in the conversation, and what only looks like it."""

import pytest

from trustlint.checks.session import is_in_session
from trustlint.message import Message, Record, SourceFile
from trustlint.prose import Prose
from trustlint.span import TextMap


def prose(kind: str, text: str, format: str = "own") -> Prose:
    file = SourceFile("own", text)
    return Prose(Message(Record(format, kind, ""), "", text, file, lambda: TextMap.identity(len(text))))


def owed(kind: str, text: str, format: str = "own") -> list[bool]:
    read = prose(kind, text, format)
    return [is_in_session(commitment, read) for commitment in read.commitments]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("conversation", "We'll send you the pane."),
        ("conversation", "Please allow us a few days to look at the pane."),
        ("conversation", "We'll look into the leak. Is there anything else I can do for you?"),
        ("conversation", "We'll refund you. The lift was out. Could you tell me the number of the flat?"),
        ("conversation", "We'll refund you soon. Could you tell me the number of the flat?"),
        ("conversation", "We'll refund you. Please let us know if you have any other question."),
        ("conversation", "We'll refund you. Would you like anything else?"),
        ("conversation", "Please note the number. We'll refund you."),
        ("conversation", "Please open the door. We'll refund you."),
        ("conversation", "It seems old. We're looking into it."),
        ("macro", "We'll refund you. Would that be acceptable?"),
        ("macro", "I'm checking the pane."),
        ("macro", "We will process a replacement order immediately."),
        ("macro", "I'll look into the leak immediately."),
        ("conversation", "We'll refund you immediately."),
        ("macro", "We'll look into the leak. Could you tell me the number of the flat?"),
        ("mail", "Please allow me a moment to look at the pane."),
        ("conversation", "We're reviewing your case."),
        ("mail", "We're reviewing your photos now."),
        ("conversation", "We're checking with the depot."),
        ("conversation", "We're checking the lift with the depot."),
    ],
)
def test_what_outlasts_the_conversation(kind: str, text: str) -> None:
    assert True not in owed(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("conversation", "Please allow me a moment to look at the pane."),
        ("conversation", "We'll look into the leak. Could you tell me the number of the flat?"),
        ("conversation", "I'll look into the leak right away."),
        ("conversation", "We will process a replacement order immediately."),
        ("conversation", "I will immediately review the lease."),
        ("conversation", "We'll refund you. Could you tell me the number of the flat?"),
        ("macro", "Please hold while I check the lease."),
        ("macro", "Kindly give me a minute."),
        ("conversation", "We'll look into the leak soon. Could you tell me the number of the flat?"),
        ("conversation", "We'll refund you. The lift was out. Would that be acceptable?"),
        ("conversation", "We'll refund you. Are you interested?"),
        ("conversation", "I'll refund you. Please wait for a few moments."),
        ("conversation", "I will retrieve your order."),
        ("conversation", "We'll look into the leak promptly. Please allow me a moment."),
        ("conversation", "We're looking into the leak. It seems that the pipe is old."),
        ("conversation", "Please call the desk. We will then refund you."),
        ("conversation", "Could you send the photos? We'll refund you."),
        ("conversation", "We'll look into the leak. I need to know your flat."),
        ("conversation", "We're now reviewing the photos."),
        ("conversation", "I'll look up the flat soon. Please allow few moments."),
        ("conversation", "We're checking the delivery details."),
        ("conversation", "I'm gathering some options."),
        ("conversation", "I'll add the voucher to your account immediately."),
        ("conversation", "I'll correct the entry immediately."),
    ],
)
def test_what_is_done_while_they_wait(kind: str, text: str) -> None:
    assert set(owed(kind, text)) == {True}


@pytest.mark.parametrize(
    "text",
    [
        "We'll send you the pane. Please allow me a moment to read it.",
        "We'll write to you when the clerk is back. Please allow me a moment.",
    ],
)
def test_a_moment_is_for_what_can_be_done_in_it(text: str) -> None:
    assert owed("conversation", text) == [False, True]
