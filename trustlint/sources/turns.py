"""Conversations: what was said before a message, by those who say it."""

from trustlint.frozen import replace
from trustlint.message import Message
from trustlint.typed import Iterator, TypeVar

TURNS = 12
"""How many earlier messages are told: who reads the hundredth has forgotten the first."""


Read = TypeVar("Read")


def in_turn(said: Iterator[Read]) -> Iterator[Read]:
    """The messages of one conversation, each with the texts of those before it."""
    before: tuple[str, ...] = ()
    for each in said:
        if not isinstance(each, Message):
            yield each
            continue
        yield replace(each, before=before) if before else each
        before = (*before, each.text)[-TURNS:]
