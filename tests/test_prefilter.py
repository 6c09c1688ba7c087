"""What the short cut over literals leaves out, no rule would have found."""

from pathlib import Path

import pytest

from trustlint.checks import Match
from trustlint.cli import asked
from trustlint.config import Settings
from trustlint.engine import linter
from trustlint.linter import Linter
from trustlint.prose import Prose, plain_message

CLEAN = sorted((Path(__file__).parent / "clean").glob("*.txt"))
TOGETHER = 6
"""Faulty sentences in one clean message."""


@pytest.fixture(scope="module")
def quick() -> Linter:
    return linter(Settings(packs=("all",), cache=False))


@pytest.fixture(scope="module")
def thorough() -> Linter:
    return linter(Settings(packs=("all",), cache=False, prefilter=False))


def assert_same(quick: Linter, thorough: Linter, text: str) -> None:
    message = plain_message(text)
    assert quick.lint(message) == thorough.lint(message)


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_in_clean_messages_with_faulty_sentences(path: Path, quick: Linter, thorough: Linter) -> None:
    """Some in each message: what takes its time without the short cut are the words around them."""
    texts = path.read_text(encoding="utf-8").split("\n---\n")
    faulty = [example.text for rule in quick.rules for example in rule.bad][CLEAN.index(path) :: len(CLEAN)]
    for number in range(0, len(faulty), TOGETHER):
        paragraphs = texts[number // TOGETHER % len(texts)].split("\n\n")
        for at, sentence in enumerate(faulty[number : number + TOGETHER]):
            paragraphs.insert(1 + (number + at) % len(paragraphs), sentence)
        assert_same(quick, thorough, "\n\n".join(paragraphs))


WAYS = (
    lambda text: text.replace(" ", "\n"),
    lambda text: f"Tell us more. {text.upper()} And then?",
    lambda text: text.replace("s", "ſ").replace("k", "\u212a"),
)


@pytest.mark.parametrize("way", range(len(WAYS)))
def test_when_lines_are_wrapped_hard_and_letters_are_odd(way: int, quick: Linter, thorough: Linter) -> None:
    """Each example in one of the ways, and each rule in all of them."""
    for rule in quick.rules:
        for example in rule.bad[way :: len(WAYS)]:
            assert_same(quick, thorough, WAYS[way](example.text))


def test_of_one_rule_alone(quick: Linter, thorough: Linter) -> None:
    clean = [text for path in CLEAN[:3] for text in path.read_text(encoding="utf-8").split("\n---\n")[:6]]
    gated = 0
    for number, rule in enumerate(quick.rules):
        if number not in quick._needs:
            continue
        alone = Linter([rule], quick.lexicon, anchors=[quick._anchors[number]], needs={0: quick._needs[number]})
        gated += alone._local._candidates._gate is not None
        for example in rule.bad:
            message = plain_message(f"{clean[number % len(clean)][:200]}\n\n{example.text}")
            whole = Prose(message, quick.lexicon)
            found = [match.span for match in thorough.matches(number, whole) if isinstance(match, Match)]
            assert {(one.start.offset, one.end.offset) for one in alone.lint(message).diagnostics} == set(found)
        assert not any(alone.lint(plain_message(text)).diagnostics for text in clean)
    assert gated > 40


def test_it_can_be_switched_off_from_the_command_line() -> None:
    assert asked.settled({"no_prefilter": True, "isolated": True}).prefilter is False
    assert asked.settled({"isolated": True}).prefilter is True
