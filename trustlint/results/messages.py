"""What was heard in each message of a large file, for a run when it has changed and most of its messages have not.

A message is known by all that a rule can ask about it, which is not where it stands: macros may be added before it.
Places are found anew in the file as it is.
"""

import marshal
from bisect import bisect_left
from itertools import chain

from trustlint import digests
from trustlint.checks import Match, Statement
from trustlint.fact import STABLE
from trustlint.linter import Heard, Noted
from trustlint.span import Span
from trustlint.spool import Spool
from trustlint.tuples import bare
from trustlint.typed import TYPE_CHECKING, Any, Iterator

if TYPE_CHECKING:
    from trustlint.linter import Linter
    from trustlint.message import Message

MOST = 50_000
"""Messages of one file that are kept."""

Plain = tuple[Any, ...]

NOTHING = b""
"""What is kept of the many messages that the rules have nothing to say about."""

_KEY, _START, _SIZE = 16, 6, 4
"""Bytes of a line of the index: what tells a message, where what was heard in it begins, and how long that is."""

_LINE = _KEY + _START + _SIZE


class Answers:
    """What was heard in messages, laid aside: `number` of them."""

    def __init__(self) -> None:
        self.number = 0
        self.index, self.content = Spool(), Spool()

    def add(self, key: bytes, packed: bytes) -> None:
        if self.number < MOST:
            start, size = len(self.content).to_bytes(_START, "little"), len(packed).to_bytes(_SIZE, "little")
            self.index.add(key + start + size)
            self.content.add(packed)
            self.number += 1

    def take_over(self, other: "Answers") -> None:
        """Add those of another share."""
        for key, start, size in _lines(other.index):
            self.add(key, other.content.read(start, start + size))

    def parts(self) -> Iterator[bytes]:
        """How many there are, the index, and what was heard."""
        return chain([self.number.to_bytes(_START, "little")], self.index.parts(), self.content.parts())


class Known:
    """Answers of the last time, looked up where they lie. Their index alone is held."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._number = int.from_bytes(spool.read(0, _START), "little")
        self._content = _START + self._number * _LINE
        index = spool.read(_START, self._content)
        self._index = b"".join(sorted(index[at : at + _LINE] for at in range(0, len(index), _LINE)))

    def get(self, key: bytes) -> bytes | None:
        at = bisect_left(range(self._number), key, key=self._key)
        if at == self._number or self._key(at) != key:
            return None
        start, size = _extent(self._index[at * _LINE : (at + 1) * _LINE])
        return self._spool.read(self._content + start, self._content + start + size)

    def _key(self, at: int) -> bytes:
        return self._index[at * _LINE : at * _LINE + _KEY]


def _lines(index: Spool) -> Iterator[tuple[bytes, int, int]]:
    for at in range(0, len(index), _LINE):
        line = index.read(at, at + _LINE)
        yield line[:_KEY], *_extent(line)


def _extent(line: bytes) -> tuple[int, int]:
    start, size = line[_KEY : _KEY + _START], line[_KEY + _START :]
    return int.from_bytes(start, "little"), int.from_bytes(size, "little")


class Messages:
    """The messages of one file: `heard` are those of this run, `dated` says that the day had a say.

    What the day has a say in, and what could not be finished, is heard anew each time.
    """

    def __init__(self, known: Spool | None = None) -> None:
        self._known = Known(known) if known is not None else None
        self.heard = Answers()
        self.dated = False

    def of(self, message: "Message", rules: "Linter") -> Heard:
        """What the rules make of a message: known from the last time, or heard now."""
        key = _key(message)
        known = self._known.get(key) if self._known is not None else None
        heard = _heard(known) if known is not None else rules.heard(message)
        if known is None and rules.goes_by_the_day():
            self.dated = True
        elif not heard.errors:
            self.heard.add(key, known if known is not None else _packed(heard))
        return heard


def _key(message: "Message") -> bytes:
    record = message.record
    asked = (
        *(record.format, record.kind, record.id, record.title, record.language, record.updated),
        *(message.text, message.role, message.branch, message.before),
        *(tuple(map(tuple, message.code)), tuple(map(tuple, message.quoted))),
        tuple(
            (*slot.span, slot.kind, slot.name, tuple(map(tuple, slot.fallbacks)), slot.problem)
            for slot in message.placeholders
        ),
    )
    return digests.of(marshal.dumps(asked, STABLE))[:_KEY]


def _packed(heard: Heard) -> bytes:
    return marshal.dumps(tuple(_plain_match(*one) for one in heard.noted)) if heard.noted else NOTHING


def _plain_match(number: int, match: Match | Statement, around: Span) -> Plain:
    place = number, tuple(match.span), tuple(around)
    if isinstance(match, Statement):
        return *place, bare(match.value)
    related = tuple((*span, words) for span, words in match.related)
    return *place, dict(match.values), related, match.replacement


def _heard(packed: bytes) -> Heard:
    # Part of what the cache has checked.
    return Heard(tuple(map(_noted, marshal.loads(packed)))) if packed else Heard(())  # noqa: S302


def _noted(stored: Plain) -> Noted:
    number, span, around, said, *more = stored
    if not more:
        return Noted(number, Statement(Span(*span), said), Span(*around))
    related, replacement = more
    others = tuple((Span(start, end), words) for start, end, words in related)
    return Noted(number, Match(Span(*span), said, others, replacement), Span(*around))
