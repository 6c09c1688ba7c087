"""The five ways to write a YAML scalar: what type it has, and where each of its characters is written.

The parser says what the value is; here the token is walked again to find the places. Where both
disagree the whole token is one atomic run: never a wrong place.
"""

import re
from itertools import takewhile

from trustlint.patterns import lazy
from trustlint.span import Run
from trustlint.typed import Any, Iterator

NULL = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
INTEGER = lazy(r"[-+]?[0-9]{1,4000}\Z")
OCTAL_OR_HEX = lazy(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
FLOAT = lazy(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
SPECIAL_FLOAT = lazy(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")
CORE = frozenset("~nNtTfF.+-0123456789")

BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"
BREAKS = lazy(BREAK)
FOLD = rf"[ \t]*+{BREAK}(?:[ \t]*+{BREAK})*+[ \t]*+|[ \t]{{2,}}+"
"""Line ends with the blanks around them, or blanks alone: taken at once, so that long runs of them cost no more."""
TOKENS = {
    "": re.compile(FOLD),
    "'": re.compile(rf"''|{FOLD}"),
    '"': re.compile(
        rf"\\{BREAK}(?:[ \t]*{BREAK})*[ \t]*|\\x[0-9a-fA-F]{{2}}|\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}}|\\.|{FOLD}"
    ),
}
PROPERTIES = lazy(r"(?:[&!]\S*\s*(?:#[^\r\n]*\s*)*)*")
BLOCK_HEADER = lazy(rf"[|>][-+0-9]*[ \t]*(?:#[^\r\n\x85\u2028\u2029]*)?{BREAK}")
LINE = lazy(rf"([^\r\n\x85\u2028\u2029]*)({BREAK}|\Z)")

Piece = tuple[str | None, int, int]
"""A character made from `[start, end)` of the source, or None for a stretch that is copied."""


def typed(text: str, style: str, tag: str | None) -> Any:
    """A scalar's value by the YAML 1.2 core schema."""
    if tag is None or (
        tag.startswith("tag:yaml.org,2002:") and tag.rpartition(":")[2] in {"null", "bool", "int", "float"}
    ):
        return _core(text) if tag or not style else text
    return text


def _core(text: str) -> Any:
    if text[:1] not in CORE and text:
        return text
    if text in NULL:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if INTEGER.match(text):
        return int(text)
    if OCTAL_OR_HEX.match(text):
        return int(text, 0)
    if FLOAT.match(text):
        return float(text)
    return float(text.replace(".", "")) if SPECIAL_FLOAT.match(text) else text


def runs(text: str, start: int, end: int, style: str, value: str) -> list[Run]:
    """The runs of a scalar whose token, properties included, is `text[start:end]`."""
    if not value:
        return []
    properties = PROPERTIES.match(text, start, end)
    assert properties
    start = properties.end()
    pieces = _block(text, start, end, style, value) if style in {"|", ">"} else _flow(text, start, end, style)
    return _checked(text, pieces, value) or [Run(0, len(value), start, end)]


def _checked(text: str, pieces: Iterator[Piece], value: str) -> list[Run] | None:
    """The pieces as runs, cut at the value's end; None if they do not make the value."""
    made: list[Run] = []
    at = 0
    for char, start, end in pieces:
        length = min(1 if char else end - start, len(value) - at)
        if length <= 0:
            break
        if value[at : at + length] != (char or text[start : start + length]) and char != "\\":
            return None
        made.append(Run(at, length, start, end if char else start + length))
        at += length
    return made if at == len(value) else None


def _flow(text: str, start: int, end: int, style: str) -> Iterator[Piece]:
    if style:
        start, end = start + 1, end - 1
    for token in TOKENS[style].finditer(text, start, end):
        if not token[0].strip(" \t"):
            continue
        if token.start() > start:
            yield None, start, token.start()
        start = token.end()
        yield from _token(text, token)
    if start < end:
        yield None, start, end


def _token(text: str, token: re.Match[str]) -> Iterator[Piece]:
    """A doubled quote, an escape, or line ends folded as the style wants."""
    if token[0] == "''":
        yield "'", *token.span()
        return
    breaks = list(BREAKS.finditer(text, *token.span()))
    if not breaks:
        yield "\\", *token.span()  # whatever it stands for, it is one character
    elif token[0].startswith("\\"):
        yield from map(_line_end, breaks[1:])
    else:
        yield from _folded(breaks)


def _folded(breaks: list[re.Match[str]]) -> Iterator[Piece]:
    """One line end is a blank; of more, the first vanishes."""
    first = _line_end(breaks[0])
    if first[0] != "\n":
        yield first
    elif len(breaks) == 1:
        yield " ", first[1], first[2]
    yield from map(_line_end, breaks[1:])


def _line_end(found: re.Match[str]) -> Piece:
    kept = found[0] if found[0] in "\u2028\u2029" else "\n"
    return kept, found.start(), found.end()


def _block(text: str, start: int, end: int, style: str, value: str) -> Iterator[Piece]:
    """A literal or folded block; line ends behind the last line come too and are cut by the value's length."""
    header = BLOCK_HEADER.match(text, start)
    if not header:
        return
    lines = [line for line in LINE.finditer(text, header.end(), end) if line[0]]
    indent = _indent([line[1] for line in lines], value)
    waiting: list[Piece] = []  # line ends that a folded block may turn into a blank
    folds = False
    for line in lines:
        content = line.start(1) + indent
        line_end: Piece = ("\n" if line[2] not in {"\u2028", "\u2029"} else line[2], *line.span(2))
        if content >= line.end(1) and not line[1].strip(" "):
            waiting.append(line_end)
            continue
        blank = text[content : content + 1] in {" ", "\t"}
        if style == ">" and folds and not blank and waiting[0][0] == "\n":
            first = waiting.pop(0)
            if not waiting:
                yield " ", first[1], first[2]
        yield from waiting
        yield None, content, line.end(1)
        waiting = [line_end] if line[2] else []
        folds = not blank
    yield from waiting


def _indent(lines: list[str], value: str) -> int:
    """How many blanks of each line are indentation: what the value's first words lost."""
    written = _first_margin(lines)
    kept = _first_margin(BREAKS.split(value))
    if written is not None and kept is not None:
        return written - kept
    # Nothing but blanks: the longest line tells.
    return max(map(len, lines), default=0) - max(map(len, BREAKS.split(value)))


def _first_margin(lines: list[str]) -> int | None:
    first = next((line for line in lines if line.strip(" ")), None)
    return None if first is None else sum(1 for _ in takewhile(" ".__eq__, first))
