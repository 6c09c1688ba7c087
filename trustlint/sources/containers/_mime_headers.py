"""The headers of a mail: unfolded, RFC 2047 words decoded, every character mapped."""

import binascii
import re

from trustlint.patterns import lazy
from trustlint.sources.containers._mapped import Mapped, Pieces
from trustlint.sources.containers._mime_characters import Characters, encoding
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator

HEADER = lazy(r"([!-9;-~]+)[ \t]*:((?:[^\r\n]++|\r(?!\n)|\r?\n(?=[ \t]+[^\s]))*+)(?:\r?\n|\Z)")
EMPTY_LINE = lazy(r"[ \t]*(?:\r?\n|\Z)")
WORD = lazy(r"=\?(?P<charset>[^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?(?P<kind>[bBqQ])\?(?P<text>[^?\r\n]*+)\?=")
FOLD = lazy(r"\r?\n")
Q_BYTE = lazy(r"=([0-9A-Fa-f]{2})|(_)")
PARAMETER = lazy(r""";\s*+([^\s=;*]++)(?:\*0?\*?)?\s*+=\s*+(?:"((?:[^"\\]|\\.)*+)"|(?:[\w.-]*+'[\w-]*+')?([^\s;]++))""")


class Header(NamedTuple):
    name: str
    span: Span
    """Where the value stands, blanks around it left out."""


def headers(text: str, start: int, end: int) -> tuple[list[Header], int]:
    """The headers that begin at `start`, and where the body begins."""
    found = []
    while header := HEADER.match(text, start, end):
        value = header[2]
        first = header.start(2) + len(value) - len(value.lstrip())
        found.append(Header(header[1].lower(), Span(first, max(first, header.start(2) + len(value.rstrip())))))
        start = header.end()
    empty = EMPTY_LINE.match(text, start, end)
    return found, empty.end() if empty else start


def decoded(text: str, span: Span) -> Mapped:
    """What a header says. Blanks between encoded words belong to neither."""
    pieces = Pieces(text)
    start = span.start
    last: Characters | None = None
    for word in WORD.finditer(text, *span):
        follows = last and (start == word.start() or text[start : word.start()].isspace())
        if last and not (follows and last.encoding == encoding(word["charset"])):
            last.finish()
            last = None
        if not follows:
            _unfold(pieces, start, word.start())
        last = last or Characters(pieces, word["charset"])
        _word(last, word)
        start = word.end()
    if last:
        last.finish()
    _unfold(pieces, start, span.end)
    return pieces.mapped()


def parameters(value: str) -> dict[str, str]:
    """`multipart/mixed; boundary="x"`: the first word under `""`, then each parameter."""
    found = {"": value.partition(";")[0].strip().lower()}
    for match in PARAMETER.finditer(value):
        quoted = match[2]
        found.setdefault(match[1].lower(), re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else match[3])
    return found


def _unfold(pieces: Pieces, start: int, end: int) -> None:
    for fold in FOLD.finditer(pieces.source, start, end):
        pieces.copy(start, fold.start())
        start = fold.end()
    pieces.copy(start, end)


def _word(characters: Characters, word: re.Match[str]) -> None:
    if word["kind"] in "bB":
        characters.bytes(from_base64(word["text"]), *word.span())
        return
    for data, start, end in _q_bytes(word):
        if data:
            characters.bytes(data, start, end)
        else:
            characters.text(start, end)


def _q_bytes(word: re.Match[str]) -> Iterator[tuple[bytes, int, int]]:
    """The bytes of escapes, and no bytes for what stands for itself."""
    start, end = word.span("text")
    for escape in Q_BYTE.finditer(word.string, start, end):
        if start < escape.start():
            yield b"", start, escape.start()
        yield (b" " if escape[2] else bytes([int("0x" + escape[1], 0)])), *escape.span()
        start = escape.end()
    if start < end:
        yield b"", start, end


def from_base64(text: str) -> bytes:
    """The bytes of base64, as far as there are any."""
    digits = re.sub("[^A-Za-z0-9+/]", "", text.partition("=")[0])
    digits = digits[: len(digits) - 1] if len(digits) % 4 == 1 else digits
    return binascii.a2b_base64(digits + "=" * (-len(digits) % 4))
