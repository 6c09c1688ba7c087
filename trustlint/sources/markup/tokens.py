"""HTML's tokens as regular expressions: tags, comments and the like, entities, white space that collapses."""

from trustlint.patterns import VERBOSE, lazy
from trustlint.sources.markup import entities
from trustlint.sources.markup.elements import INVISIBLE

# Every alternative starts with a literal character: the engine then skips from one such character to the next.
_DECLARATION = r"""
    !--\[if[^\]>]*+\]>(?:\s*+<!-->|-->)?     # Outlook's conditions: what is between them is read by somebody
    | !\[(?:if[^\]>]*+|endif)\](?:--)?>
    | !--\s*<!\[endif\]-->
    | !\[CDATA\[
    | !--(?:-?>|(?s:.)*?(?:--!?>|\Z))"""
_TEXT = rf"""
    | {entities.PATTERN}
    | \]\]>
    | \n[ \t\n\r\f]*+ | \t[ \t\n\r\f]*+ | \r[ \t\n\r\f]*+ | \f[ \t\n\r\f]*+
    | {"|".join(INVISIBLE)}"""
_TAG = r"(?P<close>/?)(?P<name>[a-zA-Z][^\s/<>]*+)"
TOKENS = lazy(
    rf"""<(?:
      {_TAG}(?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|))*+)>
    | {_DECLARATION}
    | (?:[!?]|/(?![a-zA-Z]))[^>]*+>
    | (?=[a-zA-Z/!?])
    ){_TEXT}""",
    VERBOSE,
)
# For the rest of a value with a tag that does not end: no quoted attributes, so that each character is read once.
BROKEN_TOKENS = lazy(
    rf"""<(?:
      {_TAG}(?P<attributes>[^<>]*+)>
    | {_DECLARATION}
    | (?:[!?]|/(?![a-zA-Z]))[^<>]*+>
    ){_TEXT}""",
    VERBOSE,
)
