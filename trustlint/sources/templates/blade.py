"""Blade: `{{ $order->number }}`, `{!! $body !!}`, `{{-- comment --}}`, `@if ($vip) … @else … @endif`."""

import re

from trustlint.patterns import lazy
from trustlint.sources.templates.expression import literals, printed
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.scanner import Mark, Scanner
from trustlint.sources.templates.tags import shown_as, trimmed
from trustlint.sources.templates.token import Token, in_order
from trustlint.sources.templates.translated import translated
from trustlint.span import Span

_CLOSERS = {"{{--": "--}}", "{{": "}}", "{!!": "!!}"}
_OPENS = frozenset(
    {
        "if",
        "unless",
        "isset",
        "empty",
        "foreach",
        "forelse",
        "for",
        "while",
        "switch",
        "component",
        "slot",
        "section",
        "auth",
        "guest",
    }
)
_BRANCHES = frozenset({"elseif", "else", "case", "default"})
_SCRIPT = lazy(r"(?s)@php\b(?!\s*\().{0,20000}?@endphp\b")
_DIRECTIVE = lazy(
    r"(?<![\w@.])@(?P<end>end)?(?P<word>[a-z]+)\b"
    r"(?P<arguments>[ ]?\((?:[^()\n]|\((?:[^()\n]|\([^()\n]{0,100}\)){0,100}\)){0,300}\))?"
)
_STATEMENTS = frozenset(
    {"include", "extends", "yield", "php", "break", "continue", "csrf", "method", "json", "props", "each", "push"}
)


def lex(value: str) -> list[Token]:
    """The tokens of a template."""
    if scripts := [Token(Span(*found.span()), "statement", "php") for found in _SCRIPT.finditer(value)]:
        hidden = _without(value, scripts)
        return in_order([*scripts, *(token for token in _lexed(hidden) if token.keyword != "php")])
    return _lexed(value)


def _without(value: str, scripts: list[Token]) -> str:
    """The value with blanks for scripts, so that nothing in them looks like a tag."""
    for script in scripts:
        value = value[: script.span.start] + " " * (script.span.end - script.span.start) + value[script.span.end :]
    return value


def _lexed(value: str) -> list[Token]:
    found = [
        token
        for mark in Scanner(value, _CLOSERS, plain={"{{--"})
        if not value.endswith("@", 0, mark.span.start)
        for token in _mark(value, mark)
    ]
    if "@" in value:
        loops = value.count("@forelse")
        directives = (_directive(value, each, loops > 0) for each in _DIRECTIVE.finditer(value))
        found.extend(token for token in directives if token)
    return in_order(found)


def _mark(value: str, mark: Mark) -> list[Token]:
    if mark.opener == "{{--":
        return [Token(mark.span, "comment", "--")]
    body = trimmed(value, mark.body)
    if around := translated(value, mark.span, body):
        return around
    _, kind, texts = printed(value, body)
    inside = value[body.start : body.end].partition("??")[0].partition("?:")[0].strip()
    name = (
        inside.lstrip("$").replace("->", ".") if "(" not in inside and '"' not in inside and "'" not in inside else ""
    )
    return [Token(mark.span, "placeholder", "", placeholder_kind(name) if name else kind, name[:80], texts)]


def _directive(value: str, found: re.Match[str], loops: bool) -> Token | None:
    word, span = found["word"], Span(*found.span())
    name = shown_as("", found[0], "").strip()
    if found["end"]:
        return Token(span, "close", word, name=name) if word in _OPENS else Token(span, "statement", word, name=name)
    bare = Span(span.start, found.end("word"))
    if word in _BRANCHES:
        return Token(span if found["arguments"] else bare, "branch", word, name=name)
    if word == "empty" and loops and not found["arguments"]:
        return Token(bare, "branch", "empty", name=name)
    if word in _OPENS and found["arguments"]:
        return Token(span, "open", word, name=name)
    if word == "lang" and found["arguments"]:
        texts = tuple(text for text in literals(value, span)[:1] if " " in text.of(value))
        return Token(span, "placeholder", word, "other", word, texts)
    # A directive that a package adds has arguments; in prose, what follows an @ has none.
    own = bool(found["arguments"])
    return Token(span, "statement", word, name=name) if word in _STATEMENTS or own else None
