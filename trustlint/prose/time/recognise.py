"""Find the times in a text."""

from bisect import bisect

from trustlint.message import Placeholder
from trustlint.prose.mask import fold
from trustlint.prose.patterns import lazy
from trustlint.prose.time.calendar import calendar
from trustlint.prose.time.durations import durations
from trustlint.prose.time.events import events
from trustlint.prose.time.recurring import ADVERBS, recurring
from trustlint.prose.time.slots import BLANKS, slots
from trustlint.prose.time.tokens import Tokens, tokens
from trustlint.prose.time.vague import undated
from trustlint.prose.time.value import Time
from trustlint.typed import Iterable, Iterator, Sequence

CALENDAR = lazy(r"[dkymwgGPQKYsMX]|[ijJlet].?.?u|rz|nC|pun|tO[bc]?u|tn|tO|ef|nz")


def times(text: str, placeholders: Sequence[Placeholder] = (), *, folded: str | None = None) -> list[Time]:
    """The times in a masked text, in order, none overlapping another save inside an event.

    `text` has its typographic variants normalised and placeholders masked by kind, as in `Prose.masked`;
    `placeholders` tell
    the name of a slot that a person fills in, so that "[date]" counts as one. `folded` is the text in lower case, where
    that is known.
    """
    read = tokens(fold(text) if folded is None else folded, text)
    dated = _apart(_found(read, placeholders))
    waits = [event for event in events(read) if not _is_other(event, dated)]
    return sorted(dated + waits, key=_start) if waits else dated


def _found(read: Tokens, placeholders: Sequence[Placeholder]) -> Iterator[Time]:
    """All readings; whoever cannot match a text's parts is not asked."""
    parts = read.parts
    words = read.vocabulary
    if "D" in parts or "S" in parts or "F" in parts or words & BLANKS or "_" in words:
        yield from slots(read, placeholders)
    if "E" in parts or "H" in parts or "W" in parts or not words.isdisjoint(ADVERBS):
        yield from recurring(read)
    if "u" in parts or "O" in parts:
        yield from durations(read)
    yield from undated(read)
    if CALENDAR.search(parts):
        yield from calendar(read)


def _apart(found: Iterable[Time]) -> list[Time]:
    """The longest of each group that overlaps, in order; of equals, the first."""
    kept: list[Time] = []
    for time in sorted(found, key=lambda time: time.span.start - time.span.end):
        at = bisect(kept, time.span.start, key=_start)
        free = (not at or kept[at - 1].span.end <= time.span.start) and (
            at == len(kept) or kept[at].span.start >= time.span.end
        )
        if free:
            kept.insert(at, time)
    return kept


def _start(time: Time) -> int:
    return time.span.start


def _is_other(event: Time, dated: list[Time]) -> bool:
    """Whether an event is only the words of another time: "after 3 days", "once a week", "when we can"."""
    at = bisect(dated, event.span.start, key=_start)
    if at and event.span.start < dated[at - 1].span.end:
        return True
    return at < len(dated) and dated[at].span.start <= event.span.start + len(event.relation) + 1
