"""Places in files, in the units of each output."""

import os
import re
from dataclasses import dataclass

from trustlint.diagnostic import Diagnostic, Edit
from trustlint.span import LineIndex, Position, Span, utf8_length

STDIN = "stdin"
_PATH = b"/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What stands for itself in the path of a URI."""


def slashed(path: str | None) -> str:
    """A path with `/` between its parts and no `./` before them; what was piped in is called `stdin`."""
    if path in {None, "", "-"}:
        return STDIN
    path = str(path).replace(os.sep, "/")
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path or "."


def is_absolute(path: str) -> bool:
    return path.startswith("/") or re.match(r"[A-Za-z]:/", path) is not None


def uri(path: str) -> str:
    """The URI of a path: relative as it stands, `file:///…` when absolute."""
    slashes = slashed(path)
    bytes_of_path = slashes.encode("utf-8", "surrogateescape" if _from_system(slashes) else "surrogatepass")
    if is_absolute(slashes):
        return f"file:///{quoted(bytes_of_path, _PATH + b':').lstrip('/')}"
    return quoted(bytes_of_path, _PATH)


def quoted(path: bytes, plain: bytes) -> str:
    """A path with `%20` and the like for all but its plain characters."""
    return "".join(chr(byte) if byte in plain else f"%{byte:02X}" for byte in path)


def _from_system(path: str) -> bool:
    """Whether all lone surrogates are those that stand for undecodable bytes of a file name."""
    return not re.search("[\ud800-\udc7f\udd00-\udfff]", path)


@dataclass(frozen=True)
class Region:
    """A stretch of a file by lines and columns from 1, its end exclusive."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


def region(start: Position, end: Position) -> Region:
    """In code points."""
    return Region(start.line, start.column, end.line, end.column)


def edited(one: Diagnostic, edit: Edit) -> Region | None:
    """What an edit replaces, in code points. `None` outside the diagnostic's own text, where lines are not known."""
    inside = _inside(one, edit)
    if inside is None:
        return None
    lines = LineIndex(one.source, one.start)
    return region(lines.position(inside.start), lines.position(inside.end))


def in_bytes(one: Diagnostic, edit: Edit | None = None) -> Region | None:
    """A diagnostic, or an edit of it, with columns in UTF-8 bytes. `None` where they are not known."""
    inside = _inside(one, edit) if edit else Span(0, len(one.source))
    if inside is None or one.byte_column is None or len(one.source) != one.end.offset - one.start.offset:
        return None
    lines = LineIndex(one.source, one.start)
    start, end = (_byte_position(one, lines, offset) for offset in inside)
    return Region(*start, *end)


def _inside(one: Diagnostic, edit: Edit) -> Span | None:
    """An edit's place in `source`."""
    within = Span(one.start.offset, one.start.offset + len(one.source)).contains(edit.span)
    return edit.span.shift(-one.start.offset) if within else None


def _byte_position(one: Diagnostic, lines: LineIndex, offset: int) -> tuple[int, int]:
    line = lines.position(offset).line
    begin = lines.line_span(line - one.start.line + 1).start
    before = one.byte_column - 1 if line == one.start.line and one.byte_column else 0
    return line, before + utf8_length(one.source[begin:offset]) + 1


def replaces(one: Diagnostic) -> tuple[Edit, ...]:
    """The edits of a fix that a tool may offer. Advice for a person has none."""
    return one.fix.edits if one.fix and one.fix.applicability != "manual" else ()
