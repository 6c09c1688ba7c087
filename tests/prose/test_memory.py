"""What is remembered of words: bounded, and never more than the words say."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustlint.prose import Prose, plain_message
from trustlint.prose.memory import Memory, Recent


@settings(max_examples=60)
@given(st.integers(1, 8), st.lists(st.tuples(st.booleans(), st.integers(0, 30)), max_size=60))
def test_it_holds_two_generations_and_no_wrong_value(size: int, calls: list[tuple[bool, int]]) -> None:
    recent: Recent[str] = Recent(size)
    for keeps, key in calls:
        if keeps:
            recent.keep(key, f"value {key}")
        assert recent.get(key) in ((f"value {key}",) if keeps else (f"value {key}", None))
        assert len(recent._young) <= size
        assert len(recent._old) <= size


def test_what_nobody_asks_for_is_forgotten() -> None:
    recent: Recent[int] = Recent(4)
    for number in range(9):
        recent.keep(number, number)
    assert recent.get(0) is None
    assert recent.get(8) == 8


def test_what_is_asked_for_again_and_again_is_kept() -> None:
    recent: Recent[str] = Recent(4)
    recent.keep("greeting", "Dear reader")
    for number in range(100):
        recent.keep(number, "once")
        assert recent.get("greeting") == "Dear reader"


def test_equal_stretches_of_other_messages_are_known() -> None:
    memory = Memory()
    one = Prose(plain_message("Hi Ann.\n\nWe will call you on Monday."), memory=memory)
    two = Prose(plain_message("It is late. We will call you on Monday. Bye."), memory=memory)
    said = {stretch.span.of(two.text): stretch for stretch in two.stretches}
    assert said["We will call you on Monday."].known is one.stretches[-1].known


@pytest.mark.skipif(sys.platform == "emscripten", reason="there are no threads here")
def test_threads_that_share_it_read_the_same() -> None:
    texts = [f"We will call you on {day}. They will refund it within {n} days." for day in DAYS for n in range(6)]
    alone = [promised(text, Memory()) for text in texts]
    shared = Memory()
    shared.stretches, shared.paragraphs = Recent(5), Recent(3)  # so small that generations change all the time
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda text: promised(text, shared), texts * 4))
    finally:
        sys.setswitchinterval(interval)
    assert found == alone * 4
    assert len(shared.stretches._young) <= 5 + 4  # each thread may pass the bound once before another sees it


DAYS = ("Monday", "Tuesday", "Friday")


def promised(text: str, memory: Memory) -> list[object]:
    return [*Prose(plain_message(text), memory=memory).commitments]
