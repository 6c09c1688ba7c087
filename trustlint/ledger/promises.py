"""The ledger: every commitment of a library, with its place."""

import marshal
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from trustlint.errors import TrustlintError
from trustlint.frozen import dataclass
from trustlint.message import Message, Record
from trustlint.packing import Plain, plain_record, record
from trustlint.prose import Prose
from trustlint.prose.commitments import Act, Actor, Commitment, Modality
from trustlint.prose.lexicon import Lexicon
from trustlint.prose.time.value import TimeKind
from trustlint.span import Position


@dataclass(frozen=True)
class Deadline:
    """By when. `text` is as written; `at_most_hours` the latest, where it can be counted from the message."""

    kind: TimeKind = "none"
    text: str | None = None
    at_most_hours: float | None = None
    business: bool = False

    @property
    def words(self) -> str:
        """The deadline in a few words, the same for the same deadline however it is written out."""
        return self.written.lower()

    @property
    def written(self) -> str:
        """The same as it is written: `by Friday`."""
        return " ".join(self.text.split()) if self.text else "no date"


@dataclass(frozen=True)
class Promise:
    """An entry of the ledger. Positions are in the file, `text` and `sentence` as the customer reads them."""

    actor: Actor
    agent: str
    act: Act
    verb: str
    modality: Modality
    time: Deadline
    condition: str | None
    condition_text: str | None
    negated: bool
    path: str
    start: Position
    end: Position
    text: str
    sentence: str
    record: Record
    route: str
    branch: str | None


def packed(promises: Iterable[Promise]) -> bytes:
    """Promises in a fifth of the room."""
    return marshal.dumps(tuple(map(_plain, promises)))


def unpacked(content: bytes) -> list[Promise]:
    return [_promise(*one) for one in marshal.loads(content)]  # noqa: S302 our own


def _plain(one: Promise) -> Plain:
    held: dict[str, Any] = {name: getattr(one, name) for name in Promise.__match_args__}
    time = tuple(getattr(one.time, name) for name in Deadline.__match_args__)
    held.update(time=time, start=tuple(one.start), end=tuple(one.end), record=plain_record(one.record))
    return tuple(held.values())


def _promise(*stored: Any) -> Promise:
    held: dict[str, Any] = dict(zip(Promise.__match_args__, stored, strict=True))
    held.update(time=Deadline(*held["time"]), start=Position(*held["start"]), end=Position(*held["end"]))
    return Promise(**{**held, "record": record(held["record"])})


@dataclass(frozen=True)
class Ledger:
    """All promises of a run, how much was read for them, and what could not be."""

    promises: Sequence[Promise]
    records: int = 0
    files: int = 0
    errors: Sequence[TrustlintError] = ()


def promises(readings: Iterable[Message], lexicon: Lexicon | None = None) -> Iterator[Promise]:
    """The promises of one field, whichever way its branches are read; each is told once."""
    seen: set[tuple[int, int, str, str]] = set()
    for message in readings:
        prose = Prose(message, lexicon)
        for commitment in prose.commitments:
            if commitment.lent:
                continue  # the promise stands where its date does
            found = promise(commitment, prose)
            key = (found.start.offset, found.end.offset, found.act, found.time.words)
            if key not in seen:
                seen.add(key)
                yield found


def promise(commitment: Commitment, prose: Prose) -> Promise:
    """A commitment as an entry of the ledger."""
    message = prose.message
    start, end = message.in_file(commitment.span)
    lines = message.file.lines
    condition = commitment.condition_span
    return Promise(
        actor=commitment.actor,
        agent=commitment.agent,
        act=commitment.act,
        verb=commitment.verb,
        modality=commitment.modality,
        time=deadline(commitment, prose),
        condition=commitment.condition,
        condition_text=condition.of(prose.text) if condition else None,
        negated=commitment.negated,
        path=message.file.path,
        start=lines.position(start),
        end=lines.position(end),
        text=commitment.span.of(prose.text),
        sentence=prose.sentence_at(commitment.span.start).span.of(prose.text),
        record=message.record,
        route=message.route,
        branch=message.branch,
    )


def deadline(commitment: Commitment, prose: Prose) -> Deadline:
    time = commitment.time
    if time is None:
        return Deadline()
    return Deadline(time.kind, time.span.of(prose.text), time.upper, time.business)
