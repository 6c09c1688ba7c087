"""Words inside a cell of a table. Only the words are touched: a cell gets no quotes that it did not have."""

from trustlint.sources.containers import _rows
from trustlint.sources.containers.csv import Document
from trustlint.sources.writing import RefusedError, Token


def write(token: Token, words: str) -> str:
    cell = _cell(token, token.text)
    if cell.quoted and cell.quoted.contains(token.at):
        return words.replace('"', '""')
    if '"' in words or _delimiter(token) in words:
        raise RefusedError("the cell has no quotes, and with these words it would need them")
    return words


def read(token: Token, text: str) -> str:
    return _rows.value(text, _cell(token, text))


def _cell(token: Token, text: str) -> _rows.Cell:
    """The one cell that a text is."""
    try:
        cells = _rows.cells(text, _delimiter(token), 0)
    except _rows.UnclosedQuoteError:
        cells = []
    if len(cells) != 1 or cells[0].span.end != len(text):
        raise RefusedError("the cell would not be one cell any more")
    return cells[0]


def _delimiter(token: Token) -> str:
    document = token.place.document
    assert isinstance(document, Document)
    return document.delimiter
