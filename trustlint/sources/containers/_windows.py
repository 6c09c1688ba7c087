"""Windows on a file too large to hold: texts cut between records, each with its position in the file."""

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.decoding import Encoding, pieces
from trustlint.span import START, LineIndex, Position
from trustlint.tuples import NamedTuple
from trustlint.typed import Callable, Iterator

WINDOW = 64 << 10
"""Bytes of a window: large enough to forget the cost of cutting, small enough to forget the memory."""

LARGEST_RECORD = 64 << 20
"""Characters without a record's end after which a file is not what its name says."""


class Window(NamedTuple):
    text: str
    encoding: Encoding
    base: Position


def cut(path: str, size: int, border: Callable[[str], int]) -> Iterator[Window]:
    """The text of a file in windows; `border` finds the last end of a record in a text, 0 if there is none."""
    encoding, texts = pieces(path, size)
    base, rest, next_look = START, "", 0
    for piece in texts:
        rest += piece
        if len(rest) < next_look:
            continue
        if len(rest) > LARGEST_RECORD:
            raise too_large(path, base.line)
        end = border(rest)
        # A record longer than a window is looked at again when the text has doubled, not at every piece.
        next_look = 0 if end else 2 * len(rest)
        if end:
            text, rest = rest[:end], rest[end:]
            yield Window(text, encoding, base)
            base = LineIndex(text, base).position(end)
    if rest:
        yield Window(rest, encoding, base)


class Stream:
    """The text of a file from some place on, of which as much is held as is asked for."""

    def __init__(self, path: str, size: int) -> None:
        self._path, self._size = path, size
        self._encoding, self._pieces = pieces(path, size)
        self.text, self.base = "", START
        self.ended = False

    @property
    def file(self) -> SourceFile:
        """What is held, as a window."""
        return SourceFile(self._path, self.text, self._encoding.name, bool(self._encoding.bom), self.base)

    def more(self) -> bool:
        """Hold twice as much, or another piece; False at the end of the file.

        What is looked at again from its beginning each time is gone through about twice then, however long it is.
        """
        if len(self.text) > LARGEST_RECORD:
            raise too_large(self._path, self.base.line)
        wanted = 2 * len(self.text)
        parts = [self.text]
        held = before = len(self.text)
        for piece in self._pieces:
            parts.append(piece)
            held += len(piece)
            if held > before and held >= wanted:
                break
        self.text = "".join(parts)
        self.ended = held == before
        return not self.ended

    def forget(self, at: int) -> int:
        """Hold nothing before an offset of the text any more; how many characters that are."""
        self.base = LineIndex(self.text[:at], self.base).position(at)
        self.text = self.text[at:]
        return at


def too_large(path: str, line: int | None = None) -> SourceError:
    """The error where no record ends for too long."""
    return SourceError(f"has a record of more than {LARGEST_RECORD >> 20} million characters", path=path, line=line)
