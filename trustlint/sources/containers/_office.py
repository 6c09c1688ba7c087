"""Documents out of Office files: what they say stands in a text made for it, and places have names of their own."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from trustlint.errors import SourceError
from trustlint.frozen import dataclass
from trustlint.message import Route, SourceFile, show_route
from trustlint.span import LineIndex, Position, Span, TextMap
from trustlint.tuples import NamedTuple

UNWRITABLE = "zip"
"""The encoding of a text made from an archive: nothing can be written back."""

LARGEST_TEXT = 64 << 20
"""Characters of all texts together: cells may share one long text."""


class Piece(NamedTuple):
    """Where a text stands in the made text, and what a person calls the place: `Sheet1!C12`, `paragraph 7`.

    `line` is the number of its row or paragraph.
    """

    span: Span
    place: str
    line: int


class Content(NamedTuple):
    """The data of a document, the pieces of its texts, the name of its place, and why nobody uses it, if that is so."""

    data: Any
    pieces: dict[Route, Piece]
    place: str = ""
    left_out: str = ""


class Lines(LineIndex):
    """Rows or paragraphs are the lines of an Office file; a column is a character of a cell or paragraph."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        super().__init__(text)
        self._pieces = pieces
        self._begins = [piece.span.start for piece in pieces]

    def position(self, offset: int) -> Position:
        index = bisect_right(self._begins, offset) - 1
        if index < 0:
            return super().position(offset)
        piece = self._pieces[index]
        return Position(piece.line, offset - piece.span.start + 1, offset)


@dataclass(frozen=True)
class OfficeFile(SourceFile):
    """A file without a text of its own: `text` was made from it and cannot be written back, so nothing is fixed."""

    contents: tuple[Content, ...] = ()

    def place(self, offset: int) -> str:
        """What a person calls the place of an offset of the text."""
        index = bisect_right(self._starts, offset) - 1
        return self._smallest[index].place if index >= 0 else ""

    @cached_property
    def lines(self) -> LineIndex:
        return Lines(self.text, self._smallest)

    @cached_property
    def _smallest(self) -> list[Piece]:
        """The pieces that hold no other, in order."""
        by_start = {piece.span.start: piece for content in self.contents for piece in content.pieces.values()}
        for content in self.contents:
            for piece in content.pieces.values():
                if piece.span.end < by_start[piece.span.start].span.end:
                    by_start[piece.span.start] = piece
        return [by_start[start] for start in sorted(by_start)]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.span.start for piece in self._smallest]


class Document:
    """A row of a workbook, or a whole text document."""

    def __init__(self, file: OfficeFile, content: Content) -> None:
        self.file = file
        self.data = content.data
        self.place_of_all = content.place
        self.left_out = content.left_out
        self._pieces = content.pieces

    def span(self, route: Route) -> Span:
        """A text, or from the first to the last text below a route."""
        spans = [piece.span for key, piece in self._pieces.items() if key[: len(route)] == route]
        if not spans:
            raise KeyError(route)
        return Span(min(spans).start, max(span.end for span in spans))

    def locate(self, route: Route) -> TextMap:
        span = self._pieces[route].span
        return TextMap.verbatim(span.end - span.start, span.start)

    def place(self, route: Route) -> str:
        """What a person calls the place of the text at a route, or of the first one below it."""
        if not route:
            return self.place_of_all
        below = (piece.place for key, piece in self._pieces.items() if key[: len(route)] == route)
        return next(below, show_route(route))


def documents(file: SourceFile, kind: str) -> Iterator[Document]:
    if not isinstance(file, OfficeFile):
        raise SourceError(f"is no {kind}, whatever its name says", path=file.path)
    for content in file.contents:
        yield Document(file, content)


class Writer:
    """Makes the text of an Office file, a paragraph or cell after the other."""

    def __init__(self, path: str, between: str) -> None:
        self.length = 0
        self._path = path
        self._between = between
        self._parts: list[str] = []

    def add(self, text: str) -> Span:
        if self._parts:
            self._parts.append(self._between)
            self.length += len(self._between)
        span = Span(self.length, self.length + len(text))
        self._parts.append(text)
        self.length = span.end
        if self.length > LARGEST_TEXT:
            raise SourceError(f"has more than {LARGEST_TEXT >> 20} million characters of text", path=self._path)
        return span

    def text(self) -> str:
        return "".join(self._parts)
