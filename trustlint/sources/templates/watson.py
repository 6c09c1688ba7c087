"""Watson Assistant's expressions in a text: `<? context.name ?>`. What they print is not known."""

from trustlint.patterns import lazy
from trustlint.sources.templates.expression import printed
from trustlint.sources.templates.token import Token
from trustlint.span import Span

_EXPRESSION = lazy(r"<\?(?!xml|php|=)([^<>?]{1,400}(?:\?(?!>)[^<>?]{0,400}){0,20})\?>")


def lex(value: str) -> list[Token]:
    """The placeholders of a value."""
    found = []
    for each in _EXPRESSION.finditer(value):
        name, kind, texts = printed(value, Span(*each.span(1)))
        found.append(Token(Span(*each.span()), "placeholder", "", kind, name.lstrip("$@"), texts))
    return found
