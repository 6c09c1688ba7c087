"""Smarty: `{$customer.name}`, `{if $vip}…{else}…{/if}`, `{l s='text'}`, `{* comment *}`.

A brace with a space after it is no tag.
"""

import re

from trustlint.patterns import lazy
from trustlint.sources.templates.expression import literals, printed
from trustlint.sources.templates.scanner import Scanner
from trustlint.sources.templates.tags import set_aside, shown_as
from trustlint.sources.templates.token import Token, in_order
from trustlint.span import Span

_OPENS = ("if", "foreach", "for", "while", "section", "capture", "block", "literal", "strip", "nocache", "function")
_BRANCHES = ("elseif", "else", "foreachelse", "forelse", "sectionelse")
_OTHERS = ("assign", "include", "include_php", "extends", "l", "t", "mailvar", "counter", "cycle", "append", "call")
_WORDS = "|".join(sorted(_OPENS + _BRANCHES + _OTHERS, reverse=True))
_TAG = lazy(
    rf"""
    (?<!\{{) \{{ (?: (?P<variable> \$ ) | (?P<close> / )? (?P<word> {_WORDS} ) \b )
    (?: [^{{}}"'\n] | "[^"\n]{{0,300}}" | '[^'\n]{{0,300}}' ){{0,300}} \}}
    """,
    re.VERBOSE,
)


def lex(value: str) -> list[Token]:
    """The tokens of a template."""
    comments = [Token(mark.span, "comment", "*") for mark in Scanner(value, {"{*": "*}"}, plain={"{*"})]
    tags = [_token(value, found) for found in _TAG.finditer(value)]
    return in_order(comments + tags)


def _token(value: str, found: re.Match[str]) -> Token:
    span, word = Span(*found.span()), found["word"] or ""
    inside = Span(span.start + 1, span.end - 1)
    name = shown_as("{", value[inside.start : inside.end], "}")
    if found["variable"]:
        bare, kind, texts = printed(value, inside)
        return Token(span, "placeholder", "", kind, bare.lstrip("$"), texts)
    if found["close"]:
        return Token(span, "close", word, name=name)
    if word in _OPENS:
        return Token(span, "open", word, name=name)
    if word in _BRANCHES:
        return Token(span, "branch", "else" if word.endswith("else") else word, name=name)
    if word in {"l", "t"}:
        return Token(span, "placeholder", word, "other", word, literals(value, inside)[:1])
    return Token(span, "statement", word, name=name, fallbacks=set_aside(value, inside) if word == "assign" else ())
