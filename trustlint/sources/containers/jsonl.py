"""JSON lines: one value per line, and no line can spoil another.

A broken line is given as a SourceError in its place. Blank lines are skipped; a comma after the value is
forgiven, because files cut out of a JSON list have one on every line.
"""

import io

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.patterns import lazy
from trustlint.sources.containers import LinesWindow
from trustlint.sources.containers._json_errors import not_json
from trustlint.sources.containers._windows import WINDOW, cut
from trustlint.sources.containers.json import Document, decode
from trustlint.typed import Iterator

START = lazy(r"[ \t\r\n]*")
REST = lazy(r"[ \t]*,?[ \t\r\n]*")


def documents(file: SourceFile) -> Iterator[Document | SourceError]:
    """A document per line, or the SourceError of that line."""
    lines = io.StringIO(file.text, newline="")  # splits at \n, \r\n and \r only, and knows where it is
    start = 0
    for line in lines:
        end = lines.tell()
        if not line.isspace():
            yield _document(file, line, start)
        start = end


def _document(file: SourceFile, line: str, start: int) -> Document | SourceError:
    first = START.match(line)
    assert first
    try:
        data, end = decode(line, first.end(), file, start)
    except SourceError as error:
        return error
    rest = REST.match(line, end)
    assert rest
    if rest.end() < len(line):
        return not_json("the JSON value ends before this, and a line holds one value", file, start + rest.end())
    return Document(file, data, start + first.end(), start + end)


def windows(path: str, size: int = WINDOW) -> Iterator[SourceFile]:
    """The file in windows cut at line ends."""
    for window in cut(path, size, _last_line_end):
        yield LinesWindow(path, window.text, window.encoding.name, bool(window.encoding.bom), window.base)


def _last_line_end(text: str) -> int:
    return text.rfind("\n") + 1 or text.rfind("\r") + 1
