"""Text with styles, wrapped and written: as much of it as a report on a terminal needs.

The library `rich` does the same and much more, and importing it takes longer than checking a file.
"""

from itertools import pairwise

from trustlint.reporters.cells import cell_len, chopped
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator, Union

CODES = {
    "bold": "1", "dim": "2", "underline": "4", "red": "31", "green": "32", "yellow": "33", "cyan": "36",
}  # fmt: skip


class Piece(NamedTuple):
    """Some text in one style: words of `CODES`, or nothing."""

    text: str
    style: str = ""


class Text:
    """One line of pieces."""

    def __init__(self, *parts: Union[str, tuple[str, str], "Text"]) -> None:
        self.pieces: list[Piece] = []
        for part in parts:
            self.pieces += part.pieces if isinstance(part, Text) else [_piece(part)]

    @property
    def plain(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def cell_len(self) -> int:
        return cell_len(self.plain)

    def part(self, start: int, end: int | None = None) -> "Text":
        """The characters of `[start, end)` in their styles."""
        made, at = Text(), 0
        for text, style in self.pieces:
            own = text[max(start - at, 0) : None if end is None else max(end - at, 0)]
            made.pieces += [Piece(own, style)] if own else []
            at += len(text)
        return made

    def rstrip(self) -> "Text":
        return self.part(0, len(self.plain.rstrip()))

    def styled(self, style: str) -> tuple[int, int] | None:
        """From where to where the text has a style."""
        at, found = 0, []
        for piece in self.pieces:
            if piece.style == style:
                found += [at, at + len(piece.text)]
            at += len(piece.text)
        return (found[0], found[-1]) if found else None

    def wrap(self, width: int) -> list["Text"]:
        """Lines that fit, cut between words; inside only where one is too long for a line."""
        cuts = [0, *_cuts(self.plain, width), len(self.plain)]
        return [self.part(start, end).rstrip() for start, end in pairwise(cuts)]

    def written(self, *, color: bool) -> str:
        """The text with the codes of its styles, or bare."""
        return "".join(_coded(piece) for piece in self.pieces) if color else self.plain


def _piece(part: str | tuple[str, str]) -> Piece:
    return Piece(part) if isinstance(part, str) else Piece(*part)


def _coded(piece: Piece) -> str:
    if not piece.style or not piece.text:
        return piece.text
    codes = ";".join(CODES[word] for word in piece.style.split())
    return f"\x1b[{codes}m{piece.text}\x1b[0m"


def _cuts(text: str, width: int) -> Iterator[int]:
    """Where lines begin, but for the first."""
    taken = 0
    for start, word in _words(text):
        length = cell_len(word.rstrip())
        if length <= width - taken:
            taken += cell_len(word)
        elif length > width:
            at = start
            for part in chopped(word, width):
                if at:
                    yield at
                at += len(part)
                taken = cell_len(part)
        else:
            if start:
                yield start
            taken = cell_len(word)


def _words(text: str) -> Iterator[tuple[int, str]]:
    """The words of a text and where they begin, each with the white space behind it, the first with that before it."""
    starts: list[int] = []
    at = 0
    for word in text.split():
        at = text.index(word, at)
        starts.append(at if starts else 0)
        at += len(word)
    for start, end in pairwise([*starts, len(text)] if starts else []):
        yield start, text[start:end]
