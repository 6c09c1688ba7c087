"""Fixed phrases over tokens: words in a row, with sets and words that may be missing.

A phrase is written `in (the) near future` or `as {speed} as possible`: `(word)` may be missing, `{name}` is one word of a named set,
`a|b` is one of the two.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from trustlint.prose.time.tokens import Tokens


class Step(NamedTuple):
    words: frozenset[str]
    optional: bool


Phrases = Mapping[str, list[tuple[Step, ...]]]
"""Phrases by each word they can start with."""


def index(phrases: Iterable[str], sets: Mapping[str, str]) -> Phrases:
    by_first: dict[str, list[tuple[Step, ...]]] = {}
    for phrase in phrases:
        steps = tuple(_step(part, sets) for part in phrase.split())
        for word in _first(steps):
            by_first.setdefault(word, []).append(steps)
    return by_first


def _step(part: str, sets: Mapping[str, str]) -> Step:
    optional = part[0] == "("
    part = part.strip("()")
    words = sets[part[1:-1]] if part[0] == "{" else part.replace("|", " ")
    return Step(frozenset(words.split()), optional)


def _first(steps: tuple[Step, ...]) -> Iterator[str]:
    for step in steps:
        yield from step.words
        if not step.optional:
            return


def found(tokens: Tokens, phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Token ranges of the phrases in a text, the longest at each place, none overlapping."""
    at = 0
    for start, token in enumerate(tokens.items):
        if start < at or token.word not in phrases:
            continue
        end = max((_match(tokens, start, steps) for steps in phrases[token.word]), default=0)
        if end:
            yield start, end
            at = end


def _match(tokens: Tokens, start: int, steps: tuple[Step, ...]) -> int:
    """The token after the phrase if it stands at `start`, else 0. Optional words are taken greedily."""
    at = start
    for step in steps:
        if tokens.word(at) in step.words:
            at += 1
        elif not step.optional:
            return 0
    return at
