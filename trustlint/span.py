"""Places in text: spans, positions, and maps from what is read back to where it is written.

A `Span` counts code points and is the only coordinate inside the house. Lines and columns are made
from it when someone prints.
"""

from bisect import bisect_right
from itertools import accumulate

from trustlint.tuples import NamedTuple
from trustlint.typed import Iterable


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of code points."""

    start: int
    end: int

    def shift(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The text under this span."""
        return text[self.start : self.end]


class Position(NamedTuple):
    """Line and column count from 1 in code points; `offset` counts from 0."""

    line: int
    column: int
    offset: int


START = Position(1, 1, 0)


class LineIndex:
    r"""Offsets to positions. Lines end at `\n`, `\r\n`, `\r` and nowhere else.

    `base` is the position of the text's first character in its file: not the start when the text is a
    window on a file too large to hold.
    """

    def __init__(self, text: str, base: Position = START) -> None:
        self.base = base
        self._length = len(text)
        self._starts = [0, *_line_starts(text)]

    @property
    def lines(self) -> int:
        """How many lines the text has; a final line end opens one more, empty line."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """The position of a code point, or of the end of the text."""
        if not 0 <= offset <= self._length:
            raise ValueError(f"offset {offset} is outside a text of {self._length} characters")
        line = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[line] + 1
        if line == 0:
            column += self.base.column - 1
        return Position(self.base.line + line, column, self.base.offset + offset)

    def line_span(self, line: int) -> Span:
        """The span of a line (counted from 1 in this text), its line end included."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else self._length
        return Span(start, end)


def _line_starts(text: str) -> list[int]:
    if "\r" in text:
        # Of the same length, so that only one character is left to look for.
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    starts, at = [], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


class ByteIndex:
    """Offsets to UTF-8 bytes, quick even where a whole library stands on one line."""

    STEP = 4096

    def __init__(self, text: str) -> None:
        self._text = text
        steps = range(0, len(text), self.STEP)
        self._before = (
            [] if text.isascii() else [0, *accumulate(utf8_length(text[at : at + self.STEP]) for at in steps)]
        )

    def before(self, offset: int) -> int:
        """How many UTF-8 bytes the code points before this one take."""
        if not self._before:
            return offset
        step = offset // self.STEP
        return self._before[step] + utf8_length(self._text[step * self.STEP : offset])


def utf8_length(text: str) -> int:
    """The UTF-8 bytes of a text; a lone surrogate takes three."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


class Run(NamedTuple):
    """`visible` characters from `at` on come from the source span `[start, end)`.

    A run of equal length on both sides is verbatim, character by character; any other is atomic.
    """

    at: int
    length: int
    start: int
    end: int

    @property
    def verbatim(self) -> bool:
        return self.length == self.end - self.start


def _atomic(at: int, length: int, source: Span) -> list[Run]:
    """Runs that all come from the whole of `source`, even where both sides happen to be equally long."""
    if length != source.end - source.start:
        return [Run(at, length, *source)]
    return [Run(at + index, 1, *source) for index in range(length)]


class TextMap:
    """Takes spans of a text back to the text it was made from.

    Runs cover the made text without gap or overlap; on the source side they never go backwards.
    Source characters between runs are markup or escapes that nobody reads.
    """

    __slots__ = ("_ats", "length", "runs")

    def __init__(self, runs: Iterable[Run]) -> None:
        self.runs = tuple(runs)
        at, start, end = 0, 0, 0
        for run in self.runs:
            if run.at != at or run.length <= 0:
                raise ValueError(f"run {run} does not continue the text at {at}")
            if not (0 <= run.start <= run.end and start <= run.start and end <= run.end):
                raise ValueError(f"run {run} goes backwards in the source")
            at, start, end = at + run.length, run.start, run.end
        self.length = at
        self._ats = [run.at for run in self.runs]

    @classmethod
    def verbatim(cls, length: int, start: int = 0) -> "TextMap":
        """The map of `length` characters copied unchanged from `start`."""
        return cls([Run(0, length, start, start + length)] if length else [])

    def _run_at(self, offset: int) -> Run:
        return self.runs[bisect_right(self._ats, offset) - 1]

    def to_source(self, span: Span) -> Span:
        """The source span of a span of the made text, as tight as the runs allow.

        An empty span maps to an empty span: before the character it stands at, or after the last one.
        """
        if not 0 <= span.start <= span.end <= self.length:
            raise ValueError(f"{span} is outside a text of {self.length} characters")
        if not self.runs:
            return Span(0, 0)
        if span.start == span.end:
            point = self.runs[-1].end if span.start == self.length else self._first(span.start)
            return Span(point, point)
        return Span(self._first(span.start), self._last(span.end - 1))

    def _first(self, offset: int) -> int:
        run = self._run_at(offset)
        return run.start + (offset - run.at if run.verbatim else 0)

    def _last(self, offset: int) -> int:
        run = self._run_at(offset)
        return run.start + offset - run.at + 1 if run.verbatim else run.end

    def over(self, lower: "TextMap") -> "TextMap":
        """This map's text, taken through `lower` to the text that `lower` leads to."""
        if self.runs and self.runs[-1].end > lower.length:
            raise ValueError(f"{self.runs[-1]} leads outside a text of {lower.length} characters")
        runs: list[Run] = []
        for run in self.runs:
            if not run.verbatim:
                runs.extend(_atomic(run.at, run.length, lower.to_source(Span(run.start, run.end))))
                continue
            at, start = run.at, run.start
            while start < run.end:
                below = lower._run_at(start)
                length = min(run.end, below.at + below.length) - start
                if below.verbatim:
                    source = below.start + start - below.at
                    runs.append(Run(at, length, source, source + length))
                else:
                    runs.extend(_atomic(at, length, Span(below.start, below.end)))
                at, start = at + length, start + length
        return TextMap(runs)

    def slice(self, span: Span) -> "TextMap":
        """The map of a part of the made text."""
        return TextMap.verbatim(span.end - span.start, span.start).over(self)
