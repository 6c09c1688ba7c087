"""A single brace: `{slot}` (Rasa, ICU, PrestaShop), `{0}`, `{amount:.2f}`.

Prose, JSON and CSS have braces too: only what closes on its line and looks like a name counts.
"""

from trustlint.patterns import VERBOSE, lazy
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.token import Token
from trustlint.span import Span

_BRACE = lazy(
    r"(?<![{$#%\\]) \{ ( [A-Za-z_][\w.$ -]{0,78} | \d{1,2} ) (?: [:!] [.,<>^+\w]? [\d.,]* [a-z%]? )? \} (?!\})",
    VERBOSE,
)


def lex(value: str) -> list[Token]:
    """The slots of a value."""
    return [
        Token(Span(*found.span()), "placeholder", "", placeholder_kind(found[1]), found[1].strip())
        for found in _BRACE.finditer(value)
    ]
