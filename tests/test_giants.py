"""Sentences without end: what they cost grows with their length, and not with its square."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from trustlint.checks.across.policies import statements
from trustlint.config import Settings
from trustlint.engine import linter
from trustlint.linter import Linter
from trustlint.message import Record
from trustlint.prose import Prose, plain_message
from trustlint.prose.memory import Memory
from trustlint.prose.sentences import LONGEST


@pytest.mark.parametrize("text", ["word " * (LONGEST // 5 - 1) + "end.", "x" * (3 * LONGEST)])
def test_what_is_no_longer_than_sentences_are_or_has_no_words_is_left_whole(text: str) -> None:
    assert [sentence.span.of(text) for sentence in Prose.of_text(text).sentences] == [text]


@pytest.mark.parametrize("clause", ["we will call you, ", "we wait; ", "and on ", "and on\n", "x" * 3000 + " "])
def test_pieces_are_cut_between_words(clause: str) -> None:
    text = (clause * (15000 // len(clause))).strip()
    pieces = [sentence.span.of(text) for sentence in Prose.of_text(text).sentences]
    assert len(pieces) > 2
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(piece == piece.strip() and len(piece) <= max(LONGEST, len(clause)) for piece in pieces)
    assert set(" ".join(pieces).split()) == set(clause.split())


@pytest.fixture(scope="module")
def rules() -> Linter:
    return linter(Settings(packs=("all",), cache=False))


def seconds(rules: Linter, text: str) -> float:
    """The least of two."""
    taken = []
    for _ in range(2):
        rules.memory = Memory()
        before = time.process_time()
        rules.lint(plain_message(text))
        taken.append(time.process_time() - before)
    return min(taken)


def once_in(tries: int, holds: Callable[[], bool]) -> bool:
    """Whether it holds at least once: what else the machine does may take the time of one try, not of all."""
    return any(holds() for _ in range(tries))


@pytest.mark.parametrize(
    "clause",
    ["sorry for the {} ", "we promise it on day {}, ", "any inconvenience with {} ", "we guarantee lamp {}; "],
)
def test_a_sentence_of_three_times_the_length_takes_about_three_times_as_long(clause: str, rules: Linter) -> None:
    one, two = (" ".join(clause.format(number) for number in range(times)) for times in (300, 900))
    seconds(rules, one[:5000])  # every pattern is compiled now
    assert once_in(3, lambda: seconds(rules, two) < 3 * 1.8 * seconds(rules, one))


def test_a_word_without_end_is_no_trap_for_patterns(rules: Linter) -> None:
    def cost(length: int) -> float:
        return seconds(rules, f"Please rate our services related to {'t' * length} and get 10% off.")

    assert cost(400) < 8 * max(cost(100), 0.005)


def test_nor_is_a_number_without_end() -> None:
    def cost(length: int) -> float:
        text = f"Our fee is {'9' * length} dollars."
        message = replace(plain_message(text), record=Record("plain", "macro", "[0]"))
        before = time.process_time()
        assert list(statements(Prose(message))) == []
        return time.process_time() - before

    assert cost(40_000) < 10 * max(cost(10_000), 0.005)


def test_a_message_of_many_promises_takes_as_long_as_many_messages(rules: Linter) -> None:
    def cost(promises: int) -> float:
        return seconds(rules, "We will be in touch. " * promises)

    cost(100)
    assert once_in(3, lambda: cost(12_000) < 12 * 2 * max(cost(1_000), 0.05))
