"""From an opener to its closer: the marks of a template in the order in which they stand."""

from trustlint.memo import cache
from trustlint.patterns import escape, lazy
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Collection, Iterator, Mapping

if TYPE_CHECKING:
    import re

_QUOTE = {'"': '"', "'": "'"}
_REACH = 300
"""How far a string that hides a closer may carry a mark on past that closer, in characters."""


class Mark(NamedTuple):
    """`{% if vip %}`: the whole, its opener, and the inside."""

    span: Span
    opener: str
    body: Span


class Scanner:
    """Iterates over the marks of a value; `skip` moves on past what must not be read as marks.

    The insides of `plain` openers are prose: a quote in them starts no string.
    """

    def __init__(self, value: str, closers: Mapping[str, str], plain: Collection[str] = ()) -> None:
        self._value = value
        self._closers = closers
        self._plain = plain
        self._openers = _any_of(tuple(closers))
        self._at = 0
        self._last = {closer: value.rfind(closer) for closer in closers.values()}

    def skip(self, to: int) -> None:
        self._at = max(self._at, to)

    def __iter__(self) -> Iterator[Mark]:
        while found := self._openers.search(self._value, self._at):
            opener, inside = found[0], found.end()
            closer = self._closers[opener]
            # Never closed: what follows may still be a mark of its own.
            if self._last[closer] < inside:
                self._at = found.start() + 1
                continue
            plain = opener in self._plain
            close = self._value.find(closer, inside) if plain else closing(self._value, inside, opener, closer)
            self._at = close + len(closer)
            yield Mark(Span(found.start(), self._at), opener, Span(inside, close))


@cache
def _any_of(openers: tuple[str, ...]) -> "re.Pattern[str]":
    return lazy("|".join(escape(opener) for opener in sorted(openers, key=len, reverse=True)))


def closing(value: str, start: int, opener: str, closer: str) -> int:
    """Where the mark whose inside begins at `start` closes: the first closer that is not inside a string.

    The first one at all when that can't be told; -1 when there is none.
    """
    first = value.find(closer, start)
    if first < 0 or not _cut_string(value, start, first):
        return first
    at, reach = start, min(len(value), first + _REACH)
    while at < reach:
        char = value[at]
        if char in _QUOTE:
            end = value.find(char, at + 1, reach)
            if end < 0 or _leaves(value[at:end], opener, closer):
                return first
            at = end + 1
        elif value.startswith(closer, at):
            return at
        else:
            at += 1
    return first


def _cut_string(value: str, start: int, end: int) -> bool:
    return value.count('"', start, end) % 2 == 1 or value.count("'", start, end) % 2 == 1


def _leaves(text: str, opener: str, closer: str) -> bool:
    """Is this between two marks (`it's }} and {{ don't`), rather than a string inside one?"""
    closed = text.find(closer)
    return closed >= 0 and text.find(opener, closed) >= 0
