"""Writing visible text and its map at the same time."""

from trustlint.sources.markup import Visible
from trustlint.span import Run, Span

_new = tuple.__new__


class Writer:
    """Collects visible text piece by piece, each with the stretch of the value it was made from.

    Line breaks wait until more text follows, so none stand at either end; white space before one is trimmed.
    """

    __slots__ = ("_breaks", "_parts", "_runs", "code", "length", "quoted", "spaced")

    def __init__(self) -> None:
        self.length = 0
        self.spaced = True
        """Nothing yet, or the last character is white space: one more space would not be seen."""
        self.code: list[Span] = []
        self.quoted: list[Span] = []
        self._breaks = 0
        self._parts: list[str] = []
        self._runs: list[tuple[int, int, int, int]] = []

    def copy(self, text: str, start: int) -> None:
        """`text` stands in the value at `start` exactly as it is read."""
        if self._breaks:
            self._break(start)
        count = len(text)
        runs = self._runs
        if runs and runs[-1][3] == start and runs[-1][1] == start - runs[-1][2]:
            at, length, first, _ = runs[-1]
            runs[-1] = (at, length + count, first, start + count)
        else:
            runs.append((self.length, count, start, start + count))
        self._parts.append(text)
        self.length += count
        self.spaced = text[-1] == " "

    def put(self, text: str, start: int, end: int) -> None:
        """`text` is read where the value's `[start, end)` says it in other characters."""
        if self._breaks:
            self._break(start)
        self._runs.append((self.length, len(text), start, end))
        self._parts.append(text)
        self.length += len(text)
        self.spaced = False

    def space(self, start: int, end: int) -> None:
        """White space of any length, read as one space or not at all."""
        if not self.spaced:
            self.put(" ", start, end)
            self.spaced = True

    def line(self) -> None:
        """A line ends here, whatever came before: two of them leave an empty line."""
        self._breaks += 1
        self.spaced = True

    def block(self, breaks: int) -> None:
        """At least so many line ends stand here: 1 for a new line, 2 for a new paragraph."""
        if self._breaks < breaks:
            self._breaks = breaks
        self.spaced = True

    @property
    def next(self) -> int:
        """Where the next visible character will stand in the text."""
        return self.length + self._breaks if self.length else 0

    def visible(self, attributes: tuple[Visible, ...] = ()) -> Visible:
        if self.spaced:
            self._trim()
        # Runs are made in bulk: it is the hottest place of reading HTML.
        runs = tuple([_new(Run, run) for run in self._runs])
        return Visible("".join(self._parts), runs, self._inside(self.code), self._inside(self.quoted), attributes)

    def _break(self, start: int) -> None:
        if self.length:
            self._trim()
            self._runs.append((self.length, self._breaks, self._runs[-1][3] if self._runs else 0, start))
            self._parts.append("\n" * self._breaks)
            self.length += self._breaks
        self._breaks = 0

    def _trim(self) -> None:
        while self._parts and self._parts[-1][-1] == " ":
            text = self._parts.pop()
            kept = text.rstrip(" ")
            if kept:
                self._parts.append(kept)
            self._cut(len(text) - len(kept))

    def _cut(self, count: int) -> None:
        """Take the map of the last `count` characters away."""
        self.length -= count
        while count:
            at, length, start, end = self._runs.pop()
            if length > count:
                kept = length - count
                self._runs.append((at, kept, start, end - count if length == end - start else end))
                return
            count -= length

    def _inside(self, spans: list[Span]) -> tuple[Span, ...]:
        return tuple(Span(s.start, min(s.end, self.length)) for s in spans if s.start < min(s.end, self.length))
