"""Laravel's slots in translations: `:name`, `:Name`, `:NAME`."""

from trustlint.patterns import lazy
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.token import Token
from trustlint.span import Span

# `10:30`, `https://`, `Note:this`, `::` and `:smile:` are none.
_SLOT = lazy(r"(?<![\w:/.@$]):(?:([A-Za-z]\w{0,60})|%(\w{1,60})%)(?![\w:])")


def lex(value: str) -> list[Token]:
    """The slots of a text."""
    return [
        Token(
            Span(*found.span()),
            "placeholder",
            "",
            placeholder_kind((found[1] or found[2]).lower()),
            found[1] or found[2],
        )
        for found in _SLOT.finditer(value)
    ]
