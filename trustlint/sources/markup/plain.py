"""Plain text: what is written is what is read, but for characters that have no width."""

from trustlint.patterns import lazy
from trustlint.sources.markup import Visible
from trustlint.sources.markup.elements import INVISIBLE
from trustlint.span import Run

_INVISIBLE = lazy(rf"[{INVISIBLE}]+")


def visible(value: str) -> Visible:
    if value.isascii():
        return Visible(value, (Run(0, len(value), 0, len(value)),) if value else ())
    runs: list[Run] = []
    length = at = 0
    for start, end in [*(match.span() for match in _INVISIBLE.finditer(value)), (len(value), len(value))]:
        if start > at:
            runs.append(Run(length, start - at, at, start))
            length += start - at
        at = end
    return Visible("".join(value[run.start : run.end] for run in runs), tuple(runs))
