"""Tab-separated tables: as `csv`, with the delimiter decided."""

from collections.abc import Iterator

from trustlint.message import SourceFile
from trustlint.sources.containers import csv
from trustlint.sources.containers._windows import WINDOW

TAB = "\t"


def documents(file: SourceFile) -> Iterator[csv.Document]:
    """A document per row below the header."""
    return csv.rows(file, csv.table(file, TAB))


def windows(path: str, size: int = WINDOW) -> Iterator[SourceFile]:
    """The file in windows cut between rows, quoted line ends respected."""
    return csv.windows(path, size, TAB)
