"""Tags of a language with words: `{% if vip %}`, `[% IF vip %]`."""

import re
from typing import NamedTuple

from trustlint.sources.templates.expression import literals
from trustlint.sources.templates.scanner import Mark
from trustlint.sources.templates.token import Token
from trustlint.span import Span

_WORD = re.compile(r"[-~+=]?\s*(#|/?\w+)")
_SPACE = re.compile(r"\s+")
_STRIP = frozenset("-~")
_SHOWN = 60


class Grammar(NamedTuple):
    """The words of a language: what opens a block, what starts another alternative, what sets a text aside."""

    blocks: frozenset[str]
    branches: frozenset[str]
    texts: frozenset[str] = frozenset()


def tag(value: str, mark: Mark, grammar: Grammar) -> Token:
    """The token of a tag that prints nothing."""
    found = _WORD.match(value, mark.body.start, mark.body.end)
    word = found[1] if found else ""
    span = stripped(value, mark.span)
    name = shown(value, mark.span)
    if word == "#":
        return Token(span, "comment", "#", name=name)
    if word in grammar.blocks:
        return Token(span, "open", word, name=name)
    if word in grammar.branches:
        return Token(span, "branch", word, name=name)
    if word[:3].lower() == "end" and (word[3:] in grammar.blocks or word.lower() == "end"):
        return Token(span, "close", word[3:], name=name)
    texts = literals(value, mark.body) if word in grammar.texts else ()
    return Token(span, "statement", word, name=name, fallbacks=texts)


def apart(tokens: list[Token]) -> list[Token]:
    """The tokens without overlap: white space between two tags that both strip it goes to the first."""
    free = 0
    for index, token in enumerate(tokens):
        if token.span.start < free:
            tokens[index] = token._replace(span=Span(free, token.span.end))
        free = token.span.end
    return tokens


def stripped(value: str, span: Span) -> Span:
    """The span of a tag with the white space that it strips (`{%- if vip -%}`)."""
    start, end = span
    if value[start + 2] in _STRIP:
        start -= len(value[max(0, start - 200) : start]) - len(value[max(0, start - 200) : start].rstrip())
    if value[end - 3] in _STRIP:
        end += len(value[end : end + 200]) - len(value[end : end + 200].lstrip())
    return Span(start, end)


def shown(value: str, span: Span) -> str:
    """A tag's own text, tidied for people: `{% if vip %}`."""
    text = (
        _SPACE.sub(" ", value[span.start : span.end])
        if span.end - span.start < 400
        else value[span.start : span.start + 400]
    )
    opener, inside, closer = text[:2], text[2:-2].strip("-~+ "), text[-2:]
    if len(inside) > _SHOWN:
        inside = inside[: _SHOWN - 1].rstrip() + "…"
    return f"{opener} {inside} {closer}"
