"""Apple's string tables (.strings): `{key: text}`. Of a key that comes again the last text is live."""

import re
from collections.abc import Iterator

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.patterns import lazy
from trustlint.sources.containers._keyed import Document
from trustlint.sources.containers._mapped import Mapped, Pieces, broken
from trustlint.span import Span

SPACE = lazy(r"(?:\s|//[^\r\n]*+|/\*(?s:.)*?\*/)*+")
TOKEN = lazy(r'"(?:[^"\\]|\\(?s:.))*+"|[\w.$:-]++')
PAIR = r"[Uu][dD][89abAB][0-9a-fA-F]{2}\\[Uu][dD][c-fC-F][0-9a-fA-F]{2}"
ESCAPE = lazy(rf"\\(?:{PAIR}|[Uu][0-9a-fA-F]{{4}}|[0-7]{{1,3}}|(?s:.))")
ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def documents(file: SourceFile) -> Iterator[Document]:
    """The one document of a string table."""
    yield Document(file, dict(_entries(file)), said)


def said(text: str, token: Span) -> Mapped:
    """What a token says, in quotes or without."""
    quotes = int(text[token.start] == '"')
    pieces = Pieces(text)
    start, end = token.start + quotes, token.end - quotes
    for escape in ESCAPE.finditer(text, start, end):
        pieces.copy(start, escape.start())
        pieces.put(_unescaped(escape[0][1:]), *escape.span())
        start = escape.end()
    pieces.copy(start, end)
    return pieces.mapped()


def _entries(file: SourceFile) -> Iterator[tuple[str, Span]]:
    """`"key" = "text";` or `"key";`, which says itself."""
    text = file.text
    at = _next(text, 0)
    while at < len(text):
        key = value = _token(file, at, "a key")
        at = _next(text, key.end)
        if text.startswith("=", at):
            value = _token(file, _next(text, at + 1), "a text")
            at = _next(text, value.end)
        if not text.startswith(";", at):
            raise broken("expected ;" if value != key else "expected = or ;", file, at)
        yield said(text, key).text, value
        at = _next(text, at + 1)


def _token(file: SourceFile, at: int, what: str) -> Span:
    found = TOKEN.match(file.text, at)
    if found:
        return Span(*found.span())
    raise _not_a_token(file, at, what)


def _not_a_token(file: SourceFile, at: int, what: str) -> SourceError:
    if file.text.startswith('"', at):
        return broken("the text that begins here has no closing quote", file, at)
    if file.text.startswith("/*", at):
        return broken("the comment that begins here has no */", file, at)
    return broken(f"expected {what} in double quotes", file, at)


def _next(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    assert found
    return found.end()


def _unescaped(escape: str) -> str:
    if escape[0] in "Uu" and len(escape) > 1:
        return bytes.fromhex(re.sub(r"\\?[Uu]", "", escape)).decode("utf-16-be", "replace")
    if escape[0] in "01234567":
        return chr(int(escape, base=8))
    return ESCAPED.get(escape, escape)
