"""Which of many literals stand in a text, and where.

An Aho-Corasick automaton finds them all in one pass. Making it takes longer than looking for each by itself in a small
text, and a run over one such text is done by then.
"""

from trustlint.checks.anchors import BORDER
from trustlint.memo import cached_property
from trustlint.typed import TYPE_CHECKING, Iterator, Protocol, Sequence

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

SMALL = 4_000
"""Characters that are gone through before there is an automaton."""

LEFT, RIGHT = 1, 2
"""Ends of a literal at which no word may go on."""


class Finder(Protocol):
    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Literals of a folded text, by their numbers, and where each begins: all of them, over one another too."""


def bare(literals: Sequence[str]) -> tuple[tuple[str, ...], bytes]:
    """What `Literals` takes, of literals with borders."""
    borders = ((literal[0] == BORDER) * LEFT | (literal[-1] == BORDER) * RIGHT for literal in literals)
    return tuple(literal.strip(BORDER) for literal in literals), bytes(borders)


class Literals:
    """Some literals, and the ends at which each has a border; none where nothing is said."""

    def __init__(self, literals: Sequence[str], borders: bytes = b"") -> None:
        self._literals = literals
        self._borders = borders
        self._small = SMALL

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        places = self._automaton.find_matches_as_indexes(text, overlapping=True)
        if not self._borders:
            return ((number, start) for number, start, _ in places)
        borders = self._borders
        return ((number, start) for number, start, end in places if _stands(text, start, end, borders[number]))

    def among(self, text: str) -> Finder:
        """What finds them in parts of a text, and in the whole."""
        self._small -= len(text)
        if self._small < 0:
            return self
        borders = self._borders or bytes(len(self._literals))
        return Few(
            [(number, literal, borders[number]) for number, literal in enumerate(self._literals) if literal in text]
        )

    @cached_property
    def _automaton(self) -> "AhoCorasick":
        from ahocorasick_rs import AhoCorasick, Implementation

        # The contiguous automaton builds in a quarter of the time that the fastest one takes, and the scan is never
        # what a run waits for.
        return AhoCorasick(list(self._literals), implementation=Implementation.ContiguousNFA)


class Few:
    """Literals that are looked for one by one: their numbers, and the ends at which they have borders."""

    def __init__(self, literals: list[tuple[int, str, int]]) -> None:
        self._literals = literals

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        for number, literal, borders in self._literals:
            start = text.find(literal)
            while start >= 0:
                if not borders or _stands(text, start, start + len(literal), borders):
                    yield number, start
                start = text.find(literal, start + 1)


def _stands(text: str, start: int, end: int, borders: int) -> bool:
    """Whether no word goes on at the ends where none may."""
    if borders & LEFT and start and _is_word(text[start - 1]):
        return False
    return not (borders & RIGHT and end < len(text) and _is_word(text[end]))


def _is_word(char: str) -> bool:
    """Whether patterns are sure to hold a character for part of a word: `regex` does so with some marks as well."""
    return char.isalpha() or char.isdecimal() or char == "_"
