"""Java property files: `{key: text}`. Of a key that comes again the last text is live."""

from collections.abc import Iterator

from trustlint.message import SourceFile
from trustlint.patterns import lazy
from trustlint.sources.containers._keyed import Document
from trustlint.sources.containers._mapped import Mapped, Pieces
from trustlint.span import Span

END = r"(?:\r\n|\r|\n)"
BLANKS = rf"(?:[ \t\f]|\\{END})*+"
SKIPPED = lazy(rf"(?:[ \t\f]*+(?:[#!][^\r\n]*+)?{END})*+[ \t\f]*+(?:[#!][^\r\n]*+\Z)?")
ENTRY = lazy(
    rf"(?P<key>(?:[^\\\s=:]|\\(?:{END}[ \t\f]*+|(?s:.)|\Z))*+){BLANKS}(?:[=:]{BLANKS})?"
    rf"(?P<value>(?:[^\\\r\n]++|\\(?:{END}|(?s:.)|\Z))*+)"
)
ESCAPE = lazy(
    rf"\\(?:{END}[ \t\f]*+|u[dD][89abAB][0-9a-fA-F]{{2}}\\u[dD][c-fC-F][0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|(?s:.)|\Z)"
)
ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}


def documents(file: SourceFile) -> Iterator[Document]:
    """The one document of a property file."""
    yield Document(file, dict(_entries(file.text)), said)


def said(text: str, token: Span) -> Mapped:
    """What a written key or value says."""
    pieces = Pieces(text)
    start = token.start
    for escape in ESCAPE.finditer(text, *token):
        pieces.copy(start, escape.start())
        pieces.put(_unescaped(escape[0][1:]), *escape.span())
        start = escape.end()
    pieces.copy(start, token.end)
    return pieces.mapped()


def _entries(text: str) -> Iterator[tuple[str, Span]]:
    at = 0
    while True:
        skipped = SKIPPED.match(text, at)
        assert skipped
        entry = ENTRY.match(text, skipped.end())
        assert entry
        if entry.end() == skipped.end() == len(text):
            return
        at = entry.end()
        yield said(text, Span(*entry.span("key"))).text, Span(*entry.span("value"))


def _unescaped(escape: str) -> str:
    if escape[:1] in ("\r", "\n"):
        return ""
    if len(escape) < 5:
        return ESCAPED.get(escape, escape)
    units = bytes.fromhex("".join(escape.split("\\u"))[1:])
    return units.decode("utf-16-be", "replace")
