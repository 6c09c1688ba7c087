"""What fixes change in a file, as a diff that `patch -p1` and `git apply` read.

Fixes are small and keep the order of lines, so one walk down both texts finds them. A general diff would take minutes
on an export of some megabytes, whose lines are brackets over and over.
"""

import json
import os
from collections.abc import Iterator, Sequence

from trustlint.tuples import NamedTuple

AROUND = 3
"""Lines of context."""

_NO_LINE_END = "\n\\ No newline at end of file\n"
_FARTHEST = 200
"""Lines after which both texts must have come together again; else all that follows counts as changed."""


class Change(NamedTuple):
    """Lines `[start, end)` before, and those after."""

    start: int
    end: int
    new_start: int
    new_end: int


def unified(path: str, before: str, after: str) -> str:
    """The unified diff of a file's text; empty when nothing changes. A line ends in a line feed, as for `patch`."""
    old, new = _lines(before), _lines(after)
    hunks = _hunks(list(changes(old, new)))
    shown = [line for hunk in hunks for line in _hunk(hunk, old, new)]
    if not shown:
        return ""
    shown = [f"--- {_named('a', path)}\n", f"+++ {_named('b', path)}\n", *shown]
    return "".join(line if line.endswith("\n") else line + _NO_LINE_END for line in shown)


def changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Where the lines differ, in order."""
    at = new_at = 0
    while at < len(old) or new_at < len(new):
        if at < len(old) and new_at < len(new) and old[at] == new[new_at]:
            at, new_at = at + 1, new_at + 1
        else:
            end, new_end = _together(old, new, at, new_at)
            yield Change(at, end, new_at, new_end)
            at, new_at = end, new_end


def _together(old: Sequence[str], new: Sequence[str], at: int, new_at: int) -> tuple[int, int]:
    """Where the texts go on alike for some lines."""
    for lines in range(1, _FARTHEST):
        for less in range(lines + 1):
            end, new_end = at + lines - less, new_at + less
            if old[end : end + AROUND] == new[new_end : new_end + AROUND]:
                return end, new_end
    return len(old), len(new)


def _hunks(found: Sequence[Change]) -> list[list[Change]]:
    """Changes whose context would meet stand in one hunk."""
    hunks: list[list[Change]] = []
    for change in found:
        if hunks and change.start - hunks[-1][-1].end <= 2 * AROUND:
            hunks[-1].append(change)
        else:
            hunks.append([change])
    return hunks


def _hunk(hunk: Sequence[Change], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    start, end = max(0, hunk[0].start - AROUND), min(len(old), hunk[-1].end + AROUND)
    new_start, new_end = hunk[0].new_start - (hunk[0].start - start), hunk[-1].new_end + end - hunk[-1].end
    yield f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@\n"
    for change in hunk:
        yield from (f" {line}" for line in old[start : change.start])
        yield from (f"-{line}" for line in old[change.start : change.end])
        yield from (f"+{line}" for line in new[change.new_start : change.new_end])
        start = change.end
    yield from (f" {line}" for line in old[start:end])


def _range(start: int, end: int) -> str:
    count = end - start
    return f"{start + 1 if count else start},{count}" if count != 1 else f"{start + 1}"


def _lines(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _named(side: str, path: str) -> str:
    name = path if os.path.isabs(path) else f"{side}/{path}"
    return name if name.isprintable() else json.dumps(name)
