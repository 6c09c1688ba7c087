"""What shall not be reported, and why: comments in the texts, and entries under `ignore:` in the settings.

A suppression names rules and says where it holds. One that has nothing to hide any more, names no rule, is past its
date or gives no reason is itself reported, by the rules of the pack `suppressions`.
"""

from trustlint.diagnostic import Diagnostic
from trustlint.frozen import dataclass
from trustlint.globs import fnmatchcase
from trustlint.kept import kept
from trustlint.message import Record
from trustlint.span import Position
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterable, Iterator, Protocol, Sequence

PACK = "suppressions"


class Scope(Protocol):
    """Where a suppression holds."""

    def covers(self, diagnostic: Diagnostic) -> bool: ...


class Place(NamedTuple):
    """Where a suppression is written, and its words."""

    path: str
    start: Position
    end: Position
    text: str
    record: Record


@dataclass(frozen=True)
class Suppression:
    """`rules` are rule ids, packs or globs. `expires` is the last day it holds, written as an ISO date or wrongly."""

    rules: tuple[str, ...]
    scope: Scope
    place: Place
    reason: str = ""
    owner: str | None = None
    expires: str | None = None

    def holds(self, today: str) -> bool:
        """Whether it has not run out. A date that is none has."""
        return self.expires is None or (is_date(self.expires) and today <= self.expires)


class Applied(NamedTuple):
    """What is left of some diagnostics, how many are gone, and which rule names of which suppressions (by number) took
    those away.
    """

    kept: Sequence[Diagnostic]
    suppressed: int
    used: set[tuple[int, str]]


def apply(diagnostics: Iterable[Diagnostic], suppressions: Sequence[Suppression], today: str) -> Applied:
    """Take away what the suppressions cover. All that cover a diagnostic count as used."""
    live = [(number, each) for number, each in enumerate(suppressions) if each.holds(today)]
    used: set[tuple[int, str]] = set()
    suppressed = 0

    def left() -> Iterator[Diagnostic]:
        nonlocal suppressed
        for one in diagnostics:
            by = {
                (number, rule)
                for number, each in live
                for rule in each.rules
                if fits(rule, one.rule) and each.scope.covers(one)
            }
            used.update(by)
            suppressed += bool(by)
            if not by:
                yield one

    return Applied(kept(left()), suppressed, used)


def fits(pattern: str, rule: str) -> bool:
    """Whether a rule id is meant by a rule's name, its pack, or a glob."""
    return pattern in {rule, rule.partition("/")[0]} or fnmatchcase(rule, pattern)


def is_date(text: str) -> bool:
    """Whether a text is a day of the calendar, as `2027-01-31`."""
    from datetime import date

    try:
        return len(text) == len("2027-01-31") and bool(date.fromisoformat(text))
    except ValueError:
        return False
