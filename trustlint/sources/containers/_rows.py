"""Rows of a delimited table with their places: the csv module for the values, our own scanner for the cells."""

import csv
import io
import re

from trustlint.memo import cache
from trustlint.patterns import lazy
from trustlint.span import Run, Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator

LINE_END = lazy(r"\r\n|\r|\n|\Z")


class Row(NamedTuple):
    """The values of a row and its span, line end included."""

    values: list[str]
    start: int
    end: int


class Cell(NamedTuple):
    """The raw token of a cell and what is between its quotes; a cell without quotes is `tail` alone.

    `"quoted"tail`: what follows a closing quote belongs to the value, as in every reader of the format.
    """

    span: Span
    quoted: Span | None
    tail: Span


class UnclosedQuoteError(Exception):
    """A quote that opens a cell and is never closed; the argument is its offset."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def rows(text: str, delimiter: str, start: int = 0) -> Iterator[Row]:
    """The rows from `start` on, blank lines left out."""
    lines = io.StringIO(text, newline="")  # splits at \n, \r\n and \r only, and knows where it is
    lines.seek(start)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        try:
            for values in reader:
                end = lines.tell()
                if values:
                    yield Row(values, start, end)
                start = end
        except csv.Error:
            # Strict reading stops at an open quote, at text after a quote and at a very long cell. Our scanner decides.
            row = cells(text, delimiter, start)
            end = _row_end(text, row)
            yield Row([value(text, cell) for cell in row], start, end)
            start = lines.seek(end)
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
        else:
            return


def cells(text: str, delimiter: str, start: int) -> list[Cell]:
    """The cells of the row that begins at `start`."""
    found, pattern = [], _cell(delimiter)
    while True:
        cell = pattern.match(text, start)
        assert cell
        if cell.end(1) < 0 and text.startswith('"', start):
            raise UnclosedQuoteError(start)
        found.append(Cell(Span(*cell.span()), Span(*cell.span(1)) if cell.end(1) >= 0 else None, Span(*cell.span(2))))
        if not text.startswith(delimiter, cell.end()):
            return found
        start = cell.end() + 1


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    rest = rf"[^{re.escape(delimiter)}\r\n]*+"
    return re.compile(rf'(?:"((?:[^"]++|"")*+)")?({rest})')


def _row_end(text: str, row: list[Cell]) -> int:
    found = LINE_END.match(text, row[-1].span.end)
    assert found
    return found.end()


def value(text: str, cell: Cell) -> str:
    """What the cell says."""
    quoted = cell.quoted.of(text).replace('""', '"') if cell.quoted else ""
    return quoted + cell.tail.of(text)


def runs(text: str, cell: Cell) -> Iterator[Run]:
    """The runs of the cell's value: verbatim, but for doubled quotes."""
    at = 0
    for start, end in _verbatim(text, cell):
        if start < end:
            yield Run(at, end - start, start, end)
            at += end - start
        if text.startswith('""', end) and cell.quoted and end < cell.quoted.end:
            yield Run(at, 1, end, end + 2)
            at += 1


def _verbatim(text: str, cell: Cell) -> Iterator[tuple[int, int]]:
    """The stretches between doubled quotes."""
    if cell.quoted:
        start, stop = cell.quoted
        while (end := text.find('""', start, stop)) >= 0:
            yield start, end
            start = end + 2
        yield start, stop
    yield cell.tail
