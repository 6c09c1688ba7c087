"""What nobody in a conversation waits for."""

import pytest

from trustlint.checks.unawaited import is_unawaited
from trustlint.message import Message, Record, SourceFile
from trustlint.prose import Prose
from trustlint.span import TextMap


def unawaited(text: str) -> bool:
    file = SourceFile("own", text)
    prose = Prose(Message(Record("own", "conversation", ""), "", text, file, lambda: TextMap.identity(len(text))))
    assert prose.commitments
    return any(is_unawaited(commitment, prose) for commitment in prose.commitments)


@pytest.mark.parametrize(
    "text",
    [
        "We'll look into the leak.",
        "We'll send you the pane with extra care.",
        "I'll document it and call you.",
        "I'll forward your case to the clerk.",
        "We'll look into it soon, in the future.",
        "We'll send you the pane when the glazier answers.",
        "You'll get a confirmation email with the tracking link shortly.",
        "You'll get our confirmation of the repair shortly.",
    ],
)
def test_what_is_waited_for(text: str) -> None:
    assert not unawaited(text)


@pytest.mark.parametrize(
    "text",
    [
        "We'll wrap it with extra care.",
        "I'll document the case.",
        "I'll relay your concerns to the clerk.",
        "We'll check the lifts so that it does not happen again.",
        "We'll test the pane before delivery.",
        "The code will be applied at checkout.",
        "The driver will call you shortly before arriving.",
        "Our fitters will collect the old lift when they bring the new one.",
        "The driver will collect the old lift when the replacement arrives.",
        "I'll send you the steps after this chat.",
        "You'll get a confirmation email shortly.",
        "You'll receive an email confirmation shortly.",
        "You'll receive an order confirmation shortly.",
        "We're reviewing our packing protocols.",
        "While the investigation is underway, we'll see.",
    ],
)
def test_what_is_care(text: str) -> None:
    assert unawaited(text)
