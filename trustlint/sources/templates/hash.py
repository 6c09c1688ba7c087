"""`#{ticket.customer.firstname}`: Zammad, and Ruby strings."""

from trustlint.patterns import lazy
from trustlint.sources.templates.expression import printed
from trustlint.sources.templates.token import Token
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_HASH = lazy(r"#\{(\s*[^{}\s][^{}\n]{0,200})\}")


def lex(value: str) -> list[Token]:
    """The placeholders of a value."""
    return [_token(value, found) for found in _HASH.finditer(value)]


def _token(value: str, found: "re.Match[str]") -> Token:
    name, kind, texts = printed(value, Span(*found.span(1)))
    return Token(Span(*found.span()), "placeholder", "", kind, name, texts)
