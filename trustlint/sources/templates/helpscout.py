"""Help Scout and FreeScout: `{%customer.firstName,fallback=there%}` is a variable, not a tag."""

from trustlint.patterns import lazy
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.token import Token
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_VARIABLE = lazy(r"\{%\s*([A-Za-z]\w*(?:\.\w+)*)\s*(?:,\s*fallback=((?:(?!%\}|\{%)[^\n]){0,200}))?\s*%\}")


def lex(value: str) -> list[Token]:
    """The variables of a saved reply."""
    return [_token(found) for found in _VARIABLE.finditer(value)]


def _token(found: "re.Match[str]") -> Token:
    fallbacks = (Span(*found.span(2)),) if found[2] is not None else ()
    return Token(Span(*found.span()), "placeholder", "", placeholder_kind(found[1]), found[1], fallbacks)
