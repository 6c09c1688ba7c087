"""Tags with the places of their attributes, whether the text around them is well-formed or not."""

import html

from trustlint.patterns import VERBOSE, lazy
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Iterator, Mapping

if TYPE_CHECKING:
    import re

# What is no tag stands first; a `<` inside an attribute must be written as an entity, so no tag is scanned twice.
_TAG = lazy(
    r"""
      <!--(?s:.*?)(?:-->|\Z) | <!\[CDATA\[(?P<cdata>(?s:.*?))(?:\]\]>|\Z) | <\?[^<>]*+> | <![A-Za-z][^<>]*+>
    | <(?P<close>/?)(?P<name>[A-Za-z_][\w:.-]*+)(?P<attributes>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>
    """,
    VERBOSE,
)
# A name begins behind what is no part of one, so that a long word that is no attribute is gone through once.
_ATTRIBUTE = lazy(r"""(?<![^\s"'>/=])([^\s"'>/=]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")


class Tag(NamedTuple):
    """A tag. `name` is empty for comments, declarations and CDATA, whose content is `cdata`."""

    span: Span
    name: str
    closes: bool = False
    is_empty: bool = False
    attributes: Mapping[str, Span] = {}  # noqa: RUF012 read only
    cdata: Span | None = None


def tags(text: str, at: int = 0) -> Iterator[Tag]:
    """The tags from an offset on, in order."""
    return map(_tag, _TAG.finditer(text, at))


def said(text: str, span: Span) -> str:
    """An attribute's value on one line, its entities decoded."""
    return " ".join(html.unescape(span.of(text)).split())


def _tag(match: "re.Match[str]") -> Tag:
    span = Span(*match.span())
    if not match["name"]:
        return Tag(span, "", cdata=Span(*match.span("cdata")) if match["cdata"] is not None else None)
    written = match["attributes"]
    return Tag(span, match["name"], bool(match["close"]), written.endswith("/"), _attributes(match) if written else {})


def _attributes(match: "re.Match[str]") -> dict[str, Span]:
    return {
        each[1]: Span(*each.span(each.lastindex or 2))
        for each in _ATTRIBUTE.finditer(match.string, *match.span("attributes"))
    }
