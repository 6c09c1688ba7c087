"""Values that are not written as they are read: text and runs made together, and errors with their place."""

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.span import Run, TextMap
from trustlint.tuples import NamedTuple


class Mapped(NamedTuple):
    """A value, and where each of its characters is written."""

    text: str
    runs: tuple[Run, ...]

    def over(self, lower: "Mapped") -> "Mapped":
        """This value, made from `lower`'s text, taken down to where that is written."""
        return Mapped(self.text, TextMap(self.runs).over(TextMap(lower.runs)).runs)


class Pieces:
    """Collects a value piece by piece from the text that says it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0

    def copy(self, start: int, end: int) -> None:
        """The source's `[start, end)` is read as it is written."""
        if start < end:
            self._add(self.source[start:end], start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """`text` is read where the source's `[start, end)` says it in other characters."""
        if len(text) == end - start and len(text) > 1:
            # Runs of equal length are verbatim: a first character apart keeps the rest from looking like one.
            self._add(text[:1], start, end)
            self._add(text[1:], start, end)
        elif text:
            self._add(text, start, end)

    def mapped(self) -> Mapped:
        return Mapped("".join(self._parts), tuple(self._runs))

    def _add(self, text: str, start: int, end: int) -> None:
        self._parts.append(text)
        self._runs.append(Run(self._length, len(text), start, end))
        self._length += len(text)


def verbatim(source: str, start: int, end: int) -> Mapped:
    """A value that is written as it is read."""
    runs = (Run(0, end - start, start, end),) if start < end else ()
    return Mapped(source[start:end], runs)


def broken(message: str, file: SourceFile, offset: int, hint: str | None = None) -> SourceError:
    """The error at an offset of the file's text."""
    place = file.lines.position(min(offset, len(file.text)))
    return SourceError(message, path=file.path, line=place.line, column=place.column, hint=hint)
