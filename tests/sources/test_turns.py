"""What was said before a message of a conversation."""

from trustlint.message import Message, Omission, Record, SourceFile
from trustlint.sources.turns import TURNS, in_turn
from trustlint.span import TextMap


def message(text: str) -> Message:
    return Message(Record("own", "conversation", ""), "", text, SourceFile("own", text), lambda: TextMap.identity(0))


def test_the_first_has_nothing_before_it() -> None:
    (only,) = in_turn(iter([message("one")]))
    assert only.before == ()


def test_omissions_are_said_by_nobody() -> None:
    left_out = Omission("2", "a customer's")
    _, second, third = in_turn(iter([message("one"), left_out, message("two")]))
    assert second is left_out
    assert isinstance(third, Message)
    assert (third.text, third.before) == ("two", ("one",))


def test_the_latest_are_kept() -> None:
    *_, last = in_turn(message(str(number)) for number in range(TURNS + 3))
    assert last.before == tuple(str(number) for number in range(2, TURNS + 2))
