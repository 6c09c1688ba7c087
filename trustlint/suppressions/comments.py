"""What a comment says: `trustlint-ignore RULE, RULE: reason (owner NAME, until 2027-01-31)`."""

import re
from collections.abc import Iterable, Sequence

from trustlint.diagnostic import Diagnostic
from trustlint.message import Record
from trustlint.patterns import lazy
from trustlint.sources.comments import MARK, Comment
from trustlint.span import Span
from trustlint.suppressions import Place, Suppression
from trustlint.tuples import NamedTuple

_OPTIONS = lazy(r"\s*\(((?:owner|until)\b[^()]*)\)\s*\Z")
_OWNER = lazy(r"owner\s+(?P<owner>\S.*)")
_UNTIL = lazy(r"until\s+(?P<until>\d[\d./-]*)")


class Region(NamedTuple):
    """A stretch of a file, in code points: holds for what begins in it."""

    path: str
    span: Span

    def covers(self, diagnostic: Diagnostic) -> bool:
        return diagnostic.path == self.path and self.span.start <= diagnostic.start.offset < self.span.end


class Misused(NamedTuple):
    """A comment that suppresses nothing, and what is wrong with it: a rule of the pack `suppressions` and a message."""

    place: Place
    rule: str
    message: str


class Read(NamedTuple):
    suppressions: list[Suppression]
    misused: list[Misused]


def read(path: str, comments: Sequence[Comment]) -> Read:
    """The comments of a file as suppressions, pairs of `start` and `end` put together."""
    found: list[Suppression] = []
    misused: list[Misused] = []
    ends = _pairs(comments)
    for number, comment in enumerate(comments):
        place = Place(path, comment.start, comment.end, comment.source, Record("comment", "comment", ""))
        if comment.said[:1].isalnum():
            continue  # another word that only begins like ours
        if comment.kind == "end":
            if number not in ends.values():
                message = f"There is no {MARK}-start before this for it to end."
                misused.append(Misused(place, "unused", message))
        elif comment.said.startswith("-"):
            word = MARK + comment.said.split(maxsplit=1)[0]
            message = f"“{word}” means nothing here: write {MARK}, {MARK}-start or {MARK}-end."
            misused.append(Misused(place, "unknown-rule", message))
        else:
            end = comments[ends[number]].start.offset if number in ends else comment.covers.end
            suppression = _suppression(comment, place, Region(path, Span(comment.covers.start, end)))
            if suppression.rules:
                found.append(suppression)
            else:
                message = f"Name the rules that are to be ignored here: {MARK} RULE: reason."
                misused.append(Misused(place, "unknown-rule", message))
    return Read(found, misused)


def _pairs(comments: Sequence[Comment]) -> dict[int, int]:
    """The number of the `end` for each `start` that has one: the nearest that names the same rules, or none."""
    open_: list[int] = []
    pairs = {}
    for number, comment in enumerate(comments):
        if comment.kind == "start":
            open_.append(number)
        elif comment.kind == "end":
            rules = _rules(comment.said)[0]
            fitting = (
                other
                for other in reversed(open_)
                if comments[other].home == comment.home and rules in ((), _rules(comments[other].said)[0])
            )
            start = next(fitting, None)
            if start is not None:
                open_.remove(start)
                pairs[start] = number
    return pairs


def _suppression(comment: Comment, place: Place, region: Region) -> Suppression:
    rules, reason = _rules(comment.said)
    owner = until = None
    options = _OPTIONS.search(reason)
    if options:
        parts = [part.strip() for part in options[1].split(",")]
        owners, untils = _matches(_OWNER, parts), _matches(_UNTIL, parts)
        # Words in brackets that only begin like ours belong to the reason.
        if len(owners) + len(untils) == len(parts):
            reason = reason[: options.start()]
            owner, until = owners[-1] if owners else None, untils[-1] if untils else None
    return Suppression(rules, region, place, reason.strip(), owner, until)


def _matches(pattern: re.Pattern[str], parts: Iterable[str]) -> list[str]:
    return [match[1] for part in parts if (match := pattern.fullmatch(part))]


def _rules(said: str) -> tuple[tuple[str, ...], str]:
    """The rules that a comment names, and its reason."""
    names, colon, reason = " ".join(said.split()).partition(":")
    if colon:
        return tuple(name for name in re.split(r"[,\s]+", names) if name), reason.strip()
    # Without the colon the first word of each part is a rule; what else is said is no reason that can be told apart.
    return tuple(part.split()[0] for part in names.split(",") if part.split()), ""
