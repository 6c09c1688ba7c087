"""Excel workbooks: a document per row below a sheet's header, `{column: value}`, as tables have it.

The header is the first row that has a value. Texts are strings, numbers and truth values are what they are. The file's
text is made: a cell's text after the other, a line end between them; `Sheet1!C12` is what a person calls a place.
"""

import re
from collections.abc import Iterator
from typing import Any

from trustlint.message import Route, SourceFile
from trustlint.sources.containers import _office
from trustlint.sources.containers._office import UNWRITABLE, Content, Document, OfficeFile, Piece, Writer
from trustlint.sources.containers._office_archive import Archive
from trustlint.sources.containers._xlsx_sheets import Row, SharedTexts, Sheet, sheets

KIND = "Excel workbook (.xlsx)"


def documents(file: SourceFile) -> Iterator[Document]:
    """A document per row below the header of each sheet."""
    return _office.documents(file, KIND)


def opened(data: bytes, path: str) -> OfficeFile:
    """The workbook of a file's bytes."""
    archive = Archive(data, path, KIND)
    shared = SharedTexts()
    if archive.has("xl/sharedStrings.xml"):
        archive.parse("xl/sharedStrings.xml", shared)
    writer = Writer(path, "\n")
    contents: list[Content] = []
    for name, member in sheets(archive):
        sheet = Sheet(shared.texts)
        archive.parse(member, sheet)
        contents += _contents(name, sheet.rows, writer)
    return OfficeFile(path, writer.text(), UNWRITABLE, contents=tuple(contents))


def _contents(sheet: str, rows: list[Row], writer: Writer) -> Iterator[Content]:
    filled = (row for row in rows if row)
    header = next(filled, {})
    columns = _columns(header)
    for _, value in header.values():
        writer.add(str(value))  # what a file is, is told from its text, too
    for row in filled:
        data: dict[str, Any] = {}
        pieces: dict[Route, Piece] = {}
        for letters, (number, value) in row.items():
            column = columns.get(letters, f"column {letters}")
            data[column] = value
            if isinstance(value, str):
                pieces[column,] = Piece(writer.add(value), f"{_quoted(sheet)}!{letters}{number}")
        yield Content(data, pieces)


def _columns(header: Row) -> dict[str, str]:
    """Names by letters; one that comes again is told apart by a number."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    taken: set[str] = set()
    for letters, (_, value) in header.items():
        name = unique = str(value).strip() or f"column {letters}"
        while unique in taken:
            counts[name] = counts.get(name, 1) + 1
            unique = f"{name}.{counts[name]}"
        taken.add(unique)
        names[letters] = unique
    return names


def _quoted(sheet: str) -> str:
    """A sheet's name as formulas write it."""
    return sheet if re.fullmatch(r"\w+", sheet) else "'" + sheet.replace("'", "''") + "'"
