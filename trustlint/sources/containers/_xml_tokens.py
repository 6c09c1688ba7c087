"""XML's tokens as regular expressions, and its character data with every character's place."""

from trustlint.patterns import lazy
from trustlint.sources.containers._mapped import Mapped, Pieces, verbatim
from trustlint.sources.markup import entities

SPACE = " \t\r\n"
NAME = r"""[^\s<>/='"&!?][^\s<>/='"]*+"""
QUOTED = r"""(?:"[^"<]*+"|'[^'<]*+')"""
ATTRIBUTE = lazy(rf"""\s++(?P<name>{NAME})\s*+=\s*+(?P<value>{QUOTED})""")
NAMED = lazy(NAME)
TAG = lazy(rf"""<(?P<name>{NAME})(?P<attributes>(?:\s++{NAME}\s*+=\s*+{QUOTED})*+)\s*+(?P<empty>/?)>""")
CLOSING = lazy(rf"""</(?P<name>{NAME})\s*+>""")
DOCTYPE = lazy(
    r"""<!DOCTYPE(?:[^\["'>]|"[^"]*+"|'[^']*+')*+(?:\[(?:[^\]"'<]|"[^"]*+"|'[^']*+'|<!--(?s:.)*?-->|<)*+\]\s*+)?>"""
)
SKIPPED = (
    # How it begins, how it ends, what it is called.
    ("<!--", "-->", "comment"),
    ("<![CDATA[", "]]>", "CDATA section"),
    ("<?", "?>", "processing instruction"),
)
CDATA = SKIPPED[1][0]
CONTENT = lazy(
    r"""<!\[CDATA\[(?P<cdata>(?s:.*?))\]\]>|<!--(?s:.*?)-->|<\?(?s:.*?)\?>|<[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+>"""
)
ENTITY = lazy(r"&(?:#[0-9]++|#[xX][0-9a-fA-F]++|[A-Za-z][A-Za-z0-9]{1,31}+);")


def content(text: str, start: int, end: int) -> Mapped:
    """The character data of well-formed content: tags and comments gone, CDATA opened, entities decoded."""
    if text.find("&", start, end) < 0 and text.find("<", start, end) < 0:
        return verbatim(text, start, end)
    pieces = Pieces(text)
    for token in CONTENT.finditer(text, start, end):
        _decode(pieces, start, token.start())
        if token["cdata"] is not None:
            pieces.copy(*token.span("cdata"))
        start = token.end()
    _decode(pieces, start, end)
    return pieces.mapped()


def attribute(text: str, start: int, end: int) -> Mapped:
    """The value of an attribute between its quotes."""
    if text.find("&", start, end) < 0:
        return verbatim(text, start, end)
    pieces = Pieces(text)
    _decode(pieces, start, end)
    return pieces.mapped()


def _decode(pieces: Pieces, start: int, end: int) -> None:
    """Entities decoded; an `&` that begins none, or one that only the file's DTD knows, is read as it stands."""
    for match in ENTITY.finditer(pieces.source, start, end):
        decoded, rest = entities.decode(match[0])
        if decoded and not rest:
            pieces.copy(start, match.start())
            pieces.put(decoded, *match.span())
            start = match.end()
    pieces.copy(start, end)
