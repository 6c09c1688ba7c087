"""Windows on a file too large to hold: texts cut between records, each with its position in the file."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from trustlint.errors import SourceError
from trustlint.sources.decoding import Encoding, pieces
from trustlint.span import START, LineIndex, Position

WINDOW = 256 << 10
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


def too_large(path: str, line: int | None = None) -> SourceError:
    """The error where no record ends for too long."""
    return SourceError(f"has a record of more than {LARGEST_RECORD >> 20} million characters", path=path, line=line)
