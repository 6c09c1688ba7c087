"""What a message says that only the rest of its library can judge: this deadline, that window, those hours."""

import marshal

from trustlint.diagnostic import Excerpt
from trustlint.message import Record
from trustlint.span import Position, Span
from trustlint.tuples import NamedTuple, bare
from trustlint.typed import Any, Iterable

STABLE = 0
"""The version of `marshal` in which equal values are equal bytes."""


class Fact(NamedTuple):
    """One statement of one message, small and plain: tuples, text, numbers and `None` all the way down.

    `rule` is the id of the rule that asked, `value` what the message says, in the words of the rule's kind. The rest is
    the place where a diagnostic would stand, as `Diagnostic` has it: positions, the excerpt and the record as tuples.
    """

    rule: str
    value: tuple[Any, ...]
    path: str
    start: tuple[int, int, int]
    end: tuple[int, int, int]
    text: str
    record: tuple[str | None, ...]
    route: str
    excerpt: tuple[str, int, int]
    branch: str | None = None
    source: str = ""
    byte_column: int | None = None

    @property
    def owner(self) -> tuple[str, str | None, str | None]:
        """What tells one record of a library from another."""
        return self.path, self.record[2], self.record[3]

    @property
    def language(self) -> str | None:
        return self.record[5]

    def record_value(self) -> Record:
        format, kind, route, id, title, language = self.record
        return Record(format or "", kind or "", route or "", id, title, language)

    def excerpt_value(self) -> Excerpt:
        text, start, end = self.excerpt
        return Excerpt(text, Span(start, end))

    def positions(self) -> tuple[Position, Position]:
        return Position(*self.start), Position(*self.end)


def plain_record(record: Record) -> tuple[str | None, ...]:
    """A record as `Fact.record` has it."""
    return record.format, record.kind, record.route, record.id, record.title, record.language


NONE = b""
"""No facts."""


def packed(facts: Iterable[Fact], path: str) -> bytes:
    """Facts of a file as they are kept until all files are read, in a fifth of the room. Equal ones are equal bytes."""
    plain = tuple(
        (rule, bare(value), None if own == path else own, *map(bare, rest)) for rule, value, own, *rest in facts
    )
    return marshal.dumps(plain, STABLE) if plain else NONE


def unpacked(data: bytes, path: str) -> tuple[Fact, ...]:
    # Our own, or part of what the cache has checked.
    plain = marshal.loads(data) if data else ()  # noqa: S302
    return tuple(Fact(rule, value, path if other is None else other, *rest) for rule, value, other, *rest in plain)
