"""Handlebars and Mustache: Postmark, SendGrid and others."""

from trustlint.patterns import lazy
from trustlint.sources.templates.expression import LITERAL, bare_name, literal_span
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.scanner import Mark, Scanner
from trustlint.sources.templates.tags import shown
from trustlint.sources.templates.token import Token
from trustlint.span import Span

_CLOSERS = {"{{!--": "--}}", "{{!": "}}", "{{{": "}}}", "{{": "}}", "{{~!--": "--~}}"}
_COMMENTS = frozenset({"{{!--", "{{!", "{{~!--"})
_TRANSLATES = frozenset({"t", "i18n", "translate", "__", "_", "gettext", "default", "or", "if", "fallback"})
_WORDS = lazy(r"[^\s'\"()=|]+(?![\w=]*=)")


def lex(value: str) -> list[Token]:
    """The tokens of a template."""
    found: list[Token] = []
    for mark in Scanner(value, _CLOSERS, plain=_COMMENTS):
        if mark.opener in _COMMENTS:
            found.append(Token(mark.span, "comment", "!"))
        elif not value.endswith("\\", 0, mark.span.start):
            found.append(_token(value, mark))
    return _with_inverses(value, found)


def _token(value: str, mark: Mark) -> Token:
    inside = value[mark.body.start : mark.body.end].strip("~ \t\r\n")
    name = shown(value, mark.span)
    sign, rest = inside[:1], inside[1:].strip("*> ")
    word = rest.split(None, 1)[0] if rest else ""
    if sign == "#":
        return Token(mark.span, "open", word, name=name)
    if sign == "/":
        return Token(mark.span, "close", word, name=name)
    if sign == "^" and word:
        return Token(mark.span, "open", word, name=name)
    if inside in {"^", "else"}:
        return Token(mark.span, "branch", "else", name=name)
    if inside.startswith("else "):
        return Token(mark.span, "branch", "else if", name=name)
    if sign in {">", "="}:
        return Token(mark.span, "statement", sign, name=name)
    return _output(mark.span, inside.lstrip("&").lstrip(), value.index(inside, mark.body.start))


def _output(span: Span, inside: str, offset: int) -> Token:
    helper = bare_name(inside)
    texts = tuple(_texts(inside, offset, helper)) if '"' in inside or "'" in inside else ()
    words = _WORDS.findall(LITERAL.sub(" ", inside))
    name = words[1] if len(words) > 1 else helper
    kind = placeholder_kind(name)
    if len(words) > 1 and kind == "other":
        kind = placeholder_kind(helper)
    return Token(span, "placeholder", "", kind, name, texts)


def _texts(inside: str, offset: int, helper: str) -> list[Span]:
    """`{{t "Always on time"}}` prints its text, `{{formatDate due "MMM d"}}` does not."""
    found: list[Span] = []
    for part in LITERAL.finditer(inside):
        text = literal_span(part, offset)
        content = part[part.lastindex or 0]
        if content.startswith("default="):
            found.append(Span(text.start + len("default="), text.end))
        elif helper in _TRANSLATES or not helper:
            found.append(text)
    return found


def _with_inverses(value: str, tokens: list[Token]) -> list[Token]:
    """`{{/vip}}{{^vip}}` is how Mustache says else."""
    merged: list[Token] = []
    for token in tokens:
        last = merged[-1] if merged else None
        if (
            last
            and last.kind == "close"
            and token.kind == "open"
            and last.keyword == token.keyword
            and "^" in value[token.span.start : token.span.start + 4]
            and not value[last.span.end : token.span.start].strip()
        ):
            merged[-1] = Token(Span(last.span.start, token.span.end), "branch", "else", name=token.name)
        else:
            merged.append(token)
    return merged
