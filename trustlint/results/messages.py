"""What was heard in each message of a large file, for a run when it has changed and most of its messages have not.

A message is known by all that a rule can ask about it, which is not where it stands: macros may be added before it.
Places are found anew in the file as it is.
"""

import marshal

from trustlint import digests
from trustlint.checks import Match, Statement
from trustlint.fact import STABLE
from trustlint.linter import Heard, Noted
from trustlint.span import Span
from trustlint.tuples import bare
from trustlint.typed import TYPE_CHECKING, Any, Mapping

if TYPE_CHECKING:
    from trustlint.linter import Linter
    from trustlint.message import Message

MOST = 50_000
"""Messages of one file that are kept."""

Plain = tuple[Any, ...]

NOTHING = b""
"""What is kept of the many messages that the rules have nothing to say about."""


class Messages:
    """The messages of one file: `heard` are those of this run, by their digests, `dated` says that the day had a say.

    What the day has a say in, and what could not be finished, is heard anew each time.
    """

    def __init__(self, known: Mapping[bytes, bytes]) -> None:
        self._known = known
        self.heard: dict[bytes, bytes] = {}
        self.dated = False

    def of(self, message: "Message", rules: "Linter") -> Heard:
        """What the rules make of a message: known from the last time, or heard now."""
        key = _key(message)
        known = self._known.get(key)
        heard = _heard(known) if known is not None else rules.heard(message)
        if known is None and rules.goes_by_the_day():
            self.dated = True
        elif not heard.errors and len(self.heard) < MOST:
            self.heard[key] = known if known is not None else _packed(heard)
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
    return digests.of(marshal.dumps(asked, STABLE))


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
