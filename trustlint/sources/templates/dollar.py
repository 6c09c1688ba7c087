"""`${object.name}`, `$order`, `$session.params.name`: Odoo, Dialogflow, JavaScript strings. `$50` is money."""

from trustlint.patterns import VERBOSE, lazy
from trustlint.sources.templates.expression import printed
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.token import Token
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_DOLLAR = lazy(
    r"""
      \$\{ (\s*[^{}\s][^{}\n]{0,200}) \}
    | (?<![\w$\\]) \$ (?!(?:USD?|CAD|AUD?|NZD?|HKD?|SGD?|CA|MXN)\b) ( [A-Za-z_]\w{0,60} (?:\.\w{1,60}){0,8} ) (?![\w(])
    """,
    VERBOSE,
)


def lex(value: str) -> list[Token]:
    """The placeholders of a value."""
    return [_token(value, found) for found in _DOLLAR.finditer(value)]


def _token(value: str, found: "re.Match[str]") -> Token:
    if found[2]:
        return Token(Span(*found.span()), "placeholder", "", placeholder_kind(found[2]), found[2])
    name, kind, texts = printed(value, Span(*found.span(1)))
    return Token(Span(*found.span()), "placeholder", "", kind, name, texts)
