"""A file with its fixes made is read again: nothing but what was meant may read differently.

Two things are held against each other before and after: what customers read, message by message, and all that the
file says, whoever reads it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from trustlint.diagnostic import Edit, Fix
from trustlint.errors import SourceError
from trustlint.fixes.edits import apply_edits
from trustlint.message import Message, Route, SourceFile
from trustlint.sources.containers import Document, container
from trustlint.sources.detect import opened
from trustlint.sources.read import contents
from trustlint.sources.registry import Formats
from trustlint.sources.writing.values import visible
from trustlint.span import Span
from trustlint.tuples import NamedTuple


class Reading(NamedTuple):
    """How a file is to be read: its format if one is asked for, and among which it is found."""

    formats: Formats
    format: str | None = None
    include_inactive: bool = False


class Held(NamedTuple):
    """What a file says: its format, its documents, its messages, and how often it is broken."""

    format: str | None
    documents: Sequence[Document]
    messages: Sequence[Message]
    broken: int


def held(file: SourceFile, reading: Reading) -> Held:
    """SourceError when nothing of the file can be read."""
    known = opened(file, reading.format, formats=reading.formats)
    found = list(contents(file, known, include_inactive=reading.include_inactive))
    documents = list(container(known.container).documents(file))
    return Held(
        known.format.name if known.format else None,
        [each for each in documents if not isinstance(each, SourceError)],
        [each for each in found if isinstance(each, Message)],
        sum(isinstance(each, SourceError) for each in (*found, *documents)),
    )


def sound(file: SourceFile, fixes: Sequence[Fix], reading: Reading) -> list[Fix]:
    """Those of some fixes, apart from each other, that change what they mean to and nothing else."""
    return _grown([], fixes, file, held(file, reading), reading)


def _grown(kept: list[Fix], more: Sequence[Fix], file: SourceFile, before: Held, reading: Reading) -> list[Fix]:
    """Some sound fixes with those of more that are sound beside them: all at once, or half by half."""
    if _is_sound(file, before, [*kept, *more], reading):
        return [*kept, *more]
    if len(more) < 2:
        return kept
    half = len(more) // 2
    kept = _grown(kept, more[:half], file, before, reading)
    return _grown(kept, more[half:], file, before, reading)


def _is_sound(file: SourceFile, before: Held, fixes: Sequence[Fix], reading: Reading) -> bool:
    edits = [edit for fix in fixes for edit in fix.edits]
    words = _Apart(Edit(edit.span, fix.words) for fix in fixes for edit in fix.edits)
    try:
        text = apply_edits(file.text, edits)
        after = held(SourceFile(file.path, text, file.encoding, file.bom), reading)
    except (SourceError, ValueError):
        return False
    return (
        (before.format, before.broken) == (after.format, after.broken)
        and _same_messages(before.messages, after.messages, words)
        and _same_data(before.documents, after.documents, edits)
    )


class _Apart:
    """Edits that do not touch each other, found by where they stand."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits)
        self._starts = [edit.span.start for edit in self._edits]
        self._ends = [edit.span.end for edit in self._edits]

    def near(self, span: Span) -> Sequence[Edit]:
        """Those that overlap or touch a span, in order."""
        return self._edits[bisect_left(self._ends, span.start) : bisect_right(self._starts, span.end)]


def _same_messages(before: Sequence[Message], after: Sequence[Message], words: _Apart) -> bool:
    return len(before) == len(after) and all(
        _place(old) == _place(new) and (new.text == old.text or new.text == _expected(old, words))
        for old, new in zip(before, after, strict=True)
    )


def _place(message: Message) -> tuple[str, str, str, str | None]:
    return message.record.route, message.route, message.role, message.branch


def _expected(message: Message, words: _Apart) -> str:
    """What a message says when its words are others."""
    runs = message.map.runs
    near = words.near(Span(runs[0].start, runs[-1].end)) if runs else ()
    said = [Edit(span, content) for at, content in near if (span := visible(message.map, at))]
    return apply_edits(message.text, said)


def _same_data(before: Sequence[Document], after: Sequence[Document], edits: Iterable[Edit]) -> bool:
    """Whether the texts that changed are those that were edited, and nothing else changed."""
    if len(before) != len(after):
        return False
    unseen = set(edits)
    apart = _Apart(unseen)
    for old, new in zip(before, after, strict=True):
        for route, was, now in differences(old.data, new.data):
            if not isinstance(was, str) or not isinstance(now, str):
                return False
            token = old.span(route)
            inside = {edit for edit in apart.near(token) if token.contains(edit.span)} & unseen
            if not inside:
                return False
            unseen -= inside
    return not unseen


def differences(before: Any, after: Any, route: Route = ()) -> Iterator[tuple[Route, Any, Any]]:
    """Where two pieces of data differ: the routes of the smallest values that do."""
    pending: list[tuple[Route, Any, Any]] = [(route, before, after)]
    while pending:
        place, old, new = pending.pop()
        if isinstance(old, dict) and isinstance(new, dict) and list(old) == list(new):
            pending += (((*place, key), old[key], new[key]) for key in old)
        elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
            pending += (((*place, number), *both) for number, both in enumerate(zip(old, new, strict=True)))
        elif type(old) is not type(new) or (old != new and not (old != old and new != new)):
            yield place, old, new
