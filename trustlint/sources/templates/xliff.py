"""Inline codes of XLIFF: `<x id="1" equiv-text="{{name}}"/>`, `<ph>…</ph>`, `<bpt>…</bpt>`.

They stand for markup and placeholders of the text that was given to the translator; what is inside is code. Codes
around a text (`<g>`, `<mrk>`, `<pc>`) are tags like any other.
"""

from trustlint.patterns import lazy
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.token import Token
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_CODE = lazy(
    r"<(?P<tag>x|ph|it|bx|ex|sc|ec|bpt|ept)(?P<attributes>(?:\s[^<>]*?)?)(?:/>|>(?P<code>(?s:[^<]{0,2000}?))</(?P=tag)\s*>)"
)
_ATTRIBUTE = lazy(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NAMES = ("equiv-text", "equiv", "disp", "id")
_MARKUP = frozenset(("bx", "ex", "sc", "ec", "bpt", "ept"))
_LINE = lazy(r"\bctype=[\"']lb[\"']")


def lex(value: str) -> list[Token]:
    """The codes of a text."""
    return [_token(found) for found in _CODE.finditer(value)]


def _token(found: "re.Match[str]") -> Token:
    span = Span(*found.span())
    if found["tag"] in _MARKUP or _LINE.search(found["attributes"]):
        return Token(span, "raw", found["tag"])
    said = {each[1]: each[2] or each[3] or "" for each in _ATTRIBUTE.finditer(found["attributes"])}
    name = next((said[key] for key in _NAMES if said.get(key)), found["code"] or "").strip("{}[]%$ ")
    return Token(span, "placeholder", "", placeholder_kind(name), name)
