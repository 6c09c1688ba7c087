"""Tags of a language with words: `{% if vip %}`, `[% IF vip %]`."""

from trustlint.memo import lru_cache
from trustlint.patterns import lazy
from trustlint.sources.templates.expression import is_text, literals
from trustlint.sources.templates.scanner import Mark
from trustlint.sources.templates.token import Token
from trustlint.span import Span
from trustlint.tuples import NamedTuple

_WORD = lazy(r"[-~+=]?\s*(#|/?\w+)")
_SPACE = lazy(r"\s+")
_STRIP = frozenset("-~")
_CONTROL = frozenset("-~+")
_SHOWN = 60


class Grammar(NamedTuple):
    """The words of a language: what opens a block, what starts another alternative, what sets a text aside."""

    blocks: frozenset[str]
    branches: frozenset[str]
    texts: frozenset[str] = frozenset()


def tag(value: str, mark: Mark, grammar: Grammar) -> Token:
    """The token of a tag that prints nothing."""
    word = first_word(value, mark.body)
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
    texts = set_aside(value, mark.body) if word in grammar.texts else ()
    return Token(span, "statement", word, name=name, fallbacks=texts)


def set_aside(value: str, body: Span) -> tuple[Span, ...]:
    """The texts that a statement keeps for later: its literals of more than a word."""
    return tuple(text for text in literals(value, body) if " " in (said := text.of(value).strip()) and is_text(said))


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


def trimmed(value: str, body: Span) -> Span:
    """The inside of a mark without the signs of white space control."""
    start = body.start + (body.start < body.end and value[body.start] in _CONTROL)
    return Span(start, body.end - (start < body.end and value[body.end - 1] in _CONTROL))


def first_word(value: str, body: Span) -> str:
    """`if` of `{%- if vip %}`, `/if` of `{{/if}}`; nothing when it starts otherwise."""
    found = _WORD.match(value, body.start, body.end)
    return found[1] if found else ""


def shown(value: str, span: Span) -> str:
    """A tag's own text, tidied for people: `{% if vip %}`, `{{#if vip}}`."""
    opener, closer = value[span.start : span.start + 2], value[span.end - 2 : span.end]
    space = "" if opener == "{{" else " "
    return shown_as(opener + space, value[span.start + 2 : min(span.end - 2, span.start + 400)], space + closer)


@lru_cache(maxsize=2048)
def shown_as(opener: str, inside: str, closer: str) -> str:
    inside = _SPACE.sub(" ", inside[:400]).strip("-~+ ")
    if len(inside) > _SHOWN:
        inside = inside[: _SHOWN - 1].rstrip() + "…"
    return f"{opener}{inside}{closer}"
