"""Salesforce merge fields: `{!Contact.FirstName}`, `{!IF(…, "a", "b")}`, `{{{Recipient.Name}}}`, `[[TOKEN]]`."""

import re

from trustlint.patterns import lazy
from trustlint.sources.templates.expression import LITERAL, literal_span
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.token import Token
from trustlint.span import Span

_MERGE = lazy(
    r"""
      \{! (?P<formula> (?![ ]*\}) (?: [^{}"'\n] | "[^"\n]{0,200}" | '[^'\n]{0,200}' ){1,500} ) \}
    | \{\{\{ \s* (?P<lightning> [A-Za-z_][\w.$]{0,120} ) \s* \}\}\}
    | \[\[ \s* (?P<token> [A-Za-z_][\w.]{0,120} ) \s* \]\]
    """,
    re.VERBOSE,
)
_FIELD = lazy(r"\$?[A-Za-z]\w*(?:\.\w+)*(?!\w*\()")
_CHOICES = lazy(r"\s*(?:IF|CASE|NULLVALUE|BLANKVALUE)\s*\(", re.IGNORECASE)


def lex(value: str) -> list[Token]:
    """The merge fields of a value."""
    return [_token(found) for found in _MERGE.finditer(value)]


def _token(found: re.Match[str]) -> Token:
    span = Span(*found.span())
    formula = found["formula"]
    if formula is None:
        name = found["lightning"] or found["token"]
        return Token(span, "placeholder", "", placeholder_kind(name), name)
    if "(" not in formula:
        name = formula.strip()
        return Token(span, "placeholder", "", placeholder_kind(name), name)
    field = _FIELD.search(LITERAL.sub("", formula))
    name = field[0] if field else formula.strip().rstrip("()")
    texts = _texts(formula, found.start("formula")) if _CHOICES.match(formula) else ()
    return Token(span, "placeholder", "", placeholder_kind(name), name, texts)


def _texts(formula: str, offset: int) -> tuple[Span, ...]:
    """The literals of a choice, without those that it compares with."""
    return tuple(
        literal_span(found, offset)
        for found in LITERAL.finditer(formula)
        if not re.search(r"[=<>!]\s*\Z", formula[max(0, found.start() - 4) : found.start()])
    )
