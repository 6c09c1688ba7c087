"""Excel workbooks: a document per row below a sheet's header, `{column: value}`, as tables have it.

The header is the first row that has more than one value (a title stands above it), else the first with any. Texts are
strings, numbers and truth values are what they are. The file's text is made: a cell's text after the other, a line end
between them; `Sheet1!C12` is what a person calls a place.
"""

import re
from collections.abc import Iterator
from typing import Any

from trustlint.message import Route, SourceFile
from trustlint.sources.containers import _office
from trustlint.sources.containers._office import UNWRITABLE, Content, Document, OfficeFile, Piece, Writer
from trustlint.sources.containers._office_archive import Archive
from trustlint.sources.containers._xlsx_sheets import Row, SharedTexts, Sheet, SheetPart, Workbook

KIND = "Excel workbook (.xlsx)"


def documents(file: SourceFile) -> Iterator[Document]:
    """A document per row below the header of each sheet."""
    return _office.documents(file, KIND)


def opened(data: bytes, path: str) -> OfficeFile:
    """The workbook of a file's bytes."""
    archive = Archive(data, path, KIND)
    workbook = Workbook(archive)
    shared = SharedTexts()
    if archive.has(workbook.texts):
        archive.parse(workbook.texts, shared)
    writer = Writer(path, "\n")
    contents: list[Content] = []
    for part in workbook.sheets():
        sheet = Sheet(shared.texts)
        archive.parse(part.member, sheet)
        contents += _contents(part, sheet.rows, writer)
    return OfficeFile(path, writer.text(), UNWRITABLE, contents=tuple(contents))


def _contents(part: SheetPart, rows: list[Row], writer: Writer) -> Iterator[Content]:
    sheet, left_out = _quoted(part.name), "the sheet is hidden" if part.hidden else ""
    filled = [row for row in rows if row]
    at = next((at for at, row in enumerate(filled) if len(row) > 1), 0)
    columns = _columns(filled[at]) if filled else {}
    for row in filled[: at + 1]:
        for _, value in row.values():
            writer.add(str(value))  # what a file is, is told from its text, too
    for row in filled[at + 1 :]:
        data: dict[str, Any] = {}
        pieces: dict[Route, Piece] = {}
        line = 0
        for letters, (line, value) in row.items():
            column = columns.get(letters, f"column {letters}")
            data[column] = value
            if isinstance(value, str):
                pieces[column,] = Piece(writer.add(value), f"{sheet}!{letters}{line}", line)
        yield Content(data, pieces, f"{sheet}!{line}:{line}", left_out)


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
