"""Which of many literals stand in a text, and where.

An Aho-Corasick automaton finds them all in one pass. Making it takes longer than looking for each by itself in a small
text, and a run over one such text is done by then.
"""

from trustlint.checks.anchors import BORDER
from trustlint.memo import cached_property
from trustlint.typed import TYPE_CHECKING, Iterable, Iterator, Mapping, Protocol, Sequence

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

SMALL = 4_000
"""Characters that are gone through before there is an automaton."""

HEAD = 4
"""First characters by which literals are told apart."""

SEPARATOR = "\0"
"""Between literals of one head: no text has it in its words."""

LEFT, RIGHT = 1, 2
"""Ends of a literal at which no word may go on."""


class Finder(Protocol):
    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Literals of a folded text, by their numbers, and where each begins: all of them, over one another too."""


def bare(literals: Sequence[str]) -> tuple[tuple[str, ...], bytes]:
    """What `Literals` takes, of literals with borders."""
    borders = ((literal[0] == BORDER) * LEFT | (literal[-1] == BORDER) * RIGHT for literal in literals)
    return tuple(literal.strip(BORDER) for literal in literals), bytes(borders)


def head(literal: str) -> str:
    """What a literal begins with; nothing for the few that are shorter than that."""
    return literal[:HEAD] if len(literal) >= HEAD else ""


class Heads:
    """Literals by what they begin with: a text has few of the heads, and is searched for the literals of these alone.

    `groups` has for each head the number of its first literal, and all of them, which follow one another.
    """

    def __init__(self, groups: Mapping[str, tuple[int, str]]) -> None:
        self.groups = groups

    @classmethod
    def of(cls, literals: Sequence[str]) -> "Heads":
        """Of literals that are sorted by their heads."""
        groups: dict[str, tuple[int, str]] = {}
        for number, literal in enumerate(literals):
            first, others = groups.get(head(literal), (number, None))
            groups[head(literal)] = first, literal if others is None else f"{others}{SEPARATOR}{literal}"
        return cls(groups)

    def __len__(self) -> int:
        return sum(joined.count(SEPARATOR) + 1 for _, joined in self.groups.values())

    def __iter__(self) -> Iterator[str]:
        return (literal for _, joined in self.groups.values() for literal in joined.split(SEPARATOR))

    def standing_in(self, text: str) -> Iterator[tuple[int, str]]:
        """Those that a text holds, with their numbers."""
        heads = {text[at : at + HEAD] for at in range(len(text))}
        heads.add("")
        for each in self.groups.keys() & heads:
            first, joined = self.groups[each]
            for number, literal in enumerate(joined.split(SEPARATOR), first):
                if literal in text:
                    yield number, literal


class Literals:
    """Some literals, and the ends at which each has a border; none where nothing is said."""

    def __init__(self, literals: Sequence[str] | Heads, borders: bytes = b"") -> None:
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
        literals, borders = self._literals, self._borders
        if isinstance(literals, Heads):
            standing: Iterable[tuple[int, str]] = literals.standing_in(text)
        else:
            standing = ((number, literal) for number, literal in enumerate(literals) if literal in text)
        return Few([(number, literal, borders[number] if borders else 0) for number, literal in standing])

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
