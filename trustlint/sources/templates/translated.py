"""Texts that the code of a template has translated: read as they stand, and nothing of the call around them."""

import re

from trustlint.patterns import lazy
from trustlint.sources.templates.token import Token
from trustlint.span import Span

# Escapes and slots (`#{…}`, `%{…}`, `%name%`, `%s`) would show: such texts are read as what a tag prints.
_TEXT = r"""(?P<quote>['"]) (?P<text>(?:(?!(?P=quote)|\#\{|%[({\w])[^\\]){1,4000}) (?P=quote)"""
_CALLED = lazy(
    rf"[=\s]*(?:__?|_e|trans|translate|gettext)\( \s*{_TEXT}\s* (?:,.{{0,1000}})?\)[\s-]*", re.DOTALL | re.VERBOSE
)
_FILTERED = lazy(
    rf"\s*{_TEXT}\s* \|\s*(?:t|trans|translate)\b (?:\s*\([^()]{{0,1000}}\))? (?:\s*\|\s*raw)?\s*",
    re.DOTALL | re.VERBOSE,
)


def translated(value: str, whole: Span, body: Span) -> list[Token] | None:
    """What stands around a text, when a tag does nothing but have that text translated. A key is no text."""
    found = _CALLED.fullmatch(value, *body) or _FILTERED.fullmatch(value, *body)
    if found is None or " " not in found["text"]:
        return None
    text = Span(*found.span("text"))
    return [
        Token(Span(whole.start, text.start), "statement", "__"),
        Token(Span(text.end, whole.end), "statement", "__"),
    ]
