"""HCL's quoted texts and heredocs: where they end, what they say, and where each character is written.

`${…}` and `%{…}` are kept as text: whoever reads the value knows what a placeholder is.
"""

import re

from trustlint.memo import lru_cache
from trustlint.patterns import lazy
from trustlint.sources.containers._mapped import Mapped, Pieces, verbatim
from trustlint.span import Span

IN_TEXT = lazy(r'(?:[^"\\$%\n]|\\.|\$\$\{|%%\{|[$%](?!\{))*+(?P<stop>"|[$%]\{)?')
IN_BRACES = lazy(r"""(?:[^"{}])*+(?P<stop>["{}])?""")
HEREDOC = lazy(r"<<(?P<indented>-?)(?P<marker>[A-Za-z_][\w-]*)[ \t]*\r?\n")
ESCAPE = lazy(r'\\(?:[nrt"\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|\$\$\{|%%\{')
DOUBLED = lazy(r"\$\$\{|%%\{")
ESCAPED = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
LARGEST_CODE = 0x10FFFF


def text_end(text: str, start: int) -> int:
    """Where the quoted text that begins at `start` ends; -1 if it does not. Interpolations may hold texts again."""
    inside = ['"']  # what is open: texts and braces
    at = start + 1
    while inside:
        found = (IN_TEXT if inside[-1] == '"' else IN_BRACES).match(text, at)
        if not found or not found["stop"]:
            return -1
        at = found.end()
        if found["stop"] == inside[-1] == '"' or found["stop"] == "}":
            inside.pop()
        else:
            inside.append('"' if found["stop"] == '"' else "{")
    return at


@lru_cache(maxsize=64)
def last_line(marker: str) -> re.Pattern[str]:
    """What ends a heredoc: its marker on a line of its own."""
    return re.compile(rf"^[ \t]*{re.escape(marker)}(?=[ \t]*\r?(?:\n|\Z))", re.MULTILINE)


def said(text: str, span: Span) -> Mapped:
    """What the quoted text or heredoc at `span` says."""
    if text[span.start] == '"':
        start, end = span.start + 1, span.end - 1
        if text.find("\\", start, end) < 0 and text.find("{", start, end) < 0:
            return verbatim(text, start, end)
        pieces = Pieces(text)
        _copy(pieces, start, end, ESCAPE)
        return pieces.mapped()
    return _heredoc(text, span)


def _heredoc(text: str, span: Span) -> Mapped:
    """The lines between the first and the last; `<<-` takes the blanks away that all of them begin with."""
    pieces = Pieces(text)
    lines = Span(text.index("\n", span.start) + 1, text.rindex("\n", span.start, span.end) + 1)
    indent = _indent(text, lines) if text.startswith("<<-", span.start) else 0
    start = lines.start
    while start < lines.end:
        end = text.index("\n", start) + 1
        blank = len(text[start:end]) - len(text[start:end].lstrip(" \t"))
        _copy(pieces, start + min(indent, blank), end, DOUBLED)
        start = end
    return pieces.mapped()


def _indent(text: str, lines: Span) -> int:
    """The blanks that every line begins with that is not blank itself."""
    return min((len(line) - len(line.lstrip(" \t")) for line in lines.of(text).split("\n") if line.strip()), default=0)


def _copy(pieces: Pieces, start: int, end: int, escapes: re.Pattern[str]) -> None:
    for escape in escapes.finditer(pieces.source, start, end):
        pieces.copy(start, escape.start())
        pieces.put(_unescaped(escape[0]), *escape.span())
        start = escape.end()
    pieces.copy(start, end)


def _unescaped(escape: str) -> str:
    if escape[0] != "\\":
        return escape[1:]
    if escape[1] in ESCAPED:
        return ESCAPED[escape[1]]
    code = int("0x" + escape[2:], 0)
    return chr(code) if code <= LARGEST_CODE and not 0xD800 <= code <= 0xDFFF else "\ufffd"
