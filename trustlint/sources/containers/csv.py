"""Comma-separated tables, with the delimiter that their header uses: `,`, `;`, tab or `|`.

A row is a document, its data a dict from column name to cell: the route of a cell is `(column,)`. A column name
that comes again is told apart by a number (`name`, `name.2`), a column without one is called by its place
(`column 3`). A short row lacks the keys of its missing cells.
"""

from trustlint.errors import SourceError
from trustlint.frozen import dataclass
from trustlint.message import Route, SourceFile
from trustlint.patterns import IGNORECASE, lazy
from trustlint.sources.containers import _rows
from trustlint.sources.containers._windows import WINDOW, cut
from trustlint.span import Span, TextMap
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator

DELIMITERS = ",;\t|"
DECLARED = lazy(r'"?sep=([^\r\n"])"?(?:\r\n|\r|\n|\Z)', IGNORECASE)


class Table(NamedTuple):
    """How a table is written: the names of its columns, its delimiter, and where its rows begin in the text."""

    columns: tuple[str, ...]
    delimiter: str
    start: int


EMPTY = Table((), ",", 0)


@dataclass(frozen=True)
class TableWindow(SourceFile):
    """A window on a table, which knows the header even when it begins below it."""

    table: Table = EMPTY


class Document:
    """A row."""

    def __init__(self, file: SourceFile, table: Table, row: _rows.Row) -> None:
        self.file = file
        self.data = dict(zip(table.columns, row.values, strict=False))
        self._table = table
        self._start = row.start
        for number in range(len(table.columns), len(row.values)):
            self.data[f"column {number + 1}"] = row.values[number]

    @property
    def delimiter(self) -> str:
        return self._table.delimiter

    def span(self, route: Route) -> Span:
        cells = self._cells()
        if not route:
            return Span(self._start, cells[-1].span.end)
        return cells[self._column(route)].span

    def locate(self, route: Route) -> TextMap:
        cell = self._cells()[self._column(route)]
        return TextMap(_rows.runs(self.file.text, cell))

    def _cells(self) -> list[_rows.Cell]:
        return _rows.cells(self.file.text, self._table.delimiter, self._start)

    def _column(self, route: Route) -> int:
        if len(route) != 1 or route[0] not in self.data:
            raise KeyError(route)
        return list(self.data).index(str(route[0]))


def documents(file: SourceFile) -> Iterator[Document]:
    """A document per row below the header."""
    return rows(file, table(file))


def table(file: SourceFile, delimiter: str | None = None) -> Table:
    """The header of a table, its delimiter found in it unless it is given."""
    if isinstance(file, TableWindow):
        return file.table
    declared = DECLARED.match(file.text)
    start = declared.end() if declared else 0
    if delimiter is None:
        delimiter = declared[1] if declared else _sniffed(file.text)
    try:
        for header in _rows.rows(file.text, delimiter, start):
            return Table(_distinct(header.values), delimiter, header.end)
    except _rows.UnclosedQuoteError as error:
        raise _unclosed(file, error.offset) from None
    return Table((), delimiter, len(file.text))


def rows(file: SourceFile, table: Table) -> Iterator[Document]:
    """The rows of a table whose header is known; an open quote is raised after the rows before it."""
    try:
        for row in _rows.rows(file.text, table.delimiter, table.start):
            yield Document(file, table, row)
    except _rows.UnclosedQuoteError as error:
        raise _unclosed(file, error.offset) from None


def windows(path: str, size: int = WINDOW, delimiter: str | None = None) -> Iterator[SourceFile]:
    """The file in windows cut between rows, quoted line ends respected."""
    known: Table | None = None

    def border(text: str) -> int:
        if known:
            return _last_row(text, known.delimiter)
        try:
            first = table(SourceFile(path, text), delimiter)
        except SourceError:  # an open quote: the header goes on
            return 0
        end = _last_row(text, first.delimiter)
        return end if end >= first.start else 0

    for window in cut(path, size, border):
        plain = SourceFile(path, window.text, window.encoding.name, bool(window.encoding.bom), window.base)
        known = known._replace(start=0) if known else table(plain, delimiter)
        yield TableWindow(path, plain.text, plain.encoding, plain.bom, plain.base, known)


def _last_row(text: str, delimiter: str) -> int:
    """Where the last row of a text begins: it may go on behind the text."""
    start = 0
    try:
        for row in _rows.rows(text, delimiter):
            start = row.start
    except _rows.UnclosedQuoteError:
        pass
    return start


def _sniffed(text: str) -> str:
    """The delimiter that occurs most often in the header, outside quotes."""
    counts = dict.fromkeys(DELIMITERS, 0)
    quoted = False
    for char in text.lstrip("\r\n"):
        if char == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif char in "\r\n":
            break
        elif char in counts:
            counts[char] += 1
    return max(counts, key=lambda char: counts[char])


def _distinct(header: list[str]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    counts: dict[str, int] = {}
    for number, cell in enumerate(header, 1):
        name = unique = cell.strip() or f"column {number}"
        while unique in names:
            counts[name] = counts.get(name, 1) + 1
            unique = f"{name}.{counts[name]}"
        names[unique] = None
    return tuple(names)


def _unclosed(file: SourceFile, offset: int) -> SourceError:
    place = file.lines.position(offset)
    return SourceError(
        "the quote that opens this cell is never closed",
        path=file.path,
        line=place.line,
        column=place.column,
        hint="a quote inside a quoted cell is doubled",
    )
