"""Templates: the placeholders, branches and comments of a template language, lexed and never rendered.

A syntax is a module of this room with `lex(value) -> list[Token]`; `SYNTAXES` lists them.
"""

from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.lexing import SYNTAXES, tokens
from trustlint.sources.templates.masking import mask
from trustlint.sources.templates.problems import judged, problems
from trustlint.sources.templates.reading import READINGS, readings
from trustlint.sources.templates.token import Problem, Reading, Token, TokenKind

__all__ = [
    "READINGS",
    "SYNTAXES",
    "Problem",
    "Reading",
    "Token",
    "TokenKind",
    "judged",
    "mask",
    "placeholder_kind",
    "problems",
    "readings",
    "tokens",
]
