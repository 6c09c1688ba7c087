"""Merge fields as Word shows them in a document that is not merged yet: `«First_Name»`.

A name has no space in it and none beside its marks; words quoted in French have.
"""

from trustlint.patterns import lazy
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.token import Token
from trustlint.span import Span

_FIELD = lazy(r"«([A-Za-z_]\w{0,60})»")


def lex(value: str) -> list[Token]:
    """The placeholders of a value."""
    return [
        Token(Span(*found.span()), "placeholder", "", placeholder_kind(found[1]), found[1])
        for found in _FIELD.finditer(value)
    ]
