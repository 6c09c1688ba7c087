"""Jinja, Django, Nunjucks, HubL, Twig."""

from trustlint.sources.templates.expression import literals, printed
from trustlint.sources.templates.regions import region_tokens, regions
from trustlint.sources.templates.scanner import Mark, Scanner
from trustlint.sources.templates.tags import Grammar, apart, first_word, set_aside, stripped, tag, trimmed
from trustlint.sources.templates.token import Token
from trustlint.sources.templates.translated import translated
from trustlint.span import Span

_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_HIDDEN = frozenset({"comment"})
_VERBATIM = frozenset({"raw", "verbatim"})
_TRANSLATED = frozenset({"trans", "blocktrans", "blocktranslate"})
_GRAMMAR = Grammar(
    blocks=frozenset({"if", "ifchanged", "ifequal", "ifnotequal", "for", "block", "with", "macro", "call", "filter"})
    | frozenset({"autoescape", "spaceless", "switch", "set", "asyncEach", "asyncAll"})
    | _TRANSLATED
    | _HIDDEN
    | _VERBATIM,
    branches=frozenset({"elif", "elseif", "else", "empty", "plural", "pluralize", "case", "default"}),
    texts=frozenset({"set"}),
)


def lex(value: str) -> list[Token]:
    """The tokens of a template of this family."""
    scanner = Scanner(value, _CLOSERS, plain={"{#"})
    hidden = regions(value, _HIDDEN, _VERBATIM)
    found: list[Token] = []
    for mark in scanner:
        if mark.opener == "{#":
            found.append(Token(stripped(value, mark.span), "comment", "#"))
        elif mark.opener == "{{":
            found.extend(_output(value, mark))
        elif region := hidden.get(mark.span.start):
            found.extend(region_tokens(region, _HIDDEN))
            scanner.skip(region.close.end)
        else:
            found.append(_tag(value, mark))
    return apart(found)


def _output(value: str, mark: Mark) -> list[Token]:
    body = trimmed(value, mark.body)
    if around := translated(value, mark.span, body):
        return around
    name, kind, texts = printed(value, body)
    return [Token(mark.span, "placeholder", "", kind, name, texts)]


def _tag(value: str, mark: Mark) -> Token:
    word = first_word(value, mark.body)
    if word in {"trans", "translate"} and (text := _translated(value, mark.body)):
        return Token(mark.span, "placeholder", word, "other", word, (text,))
    token = tag(value, mark, _GRAMMAR)
    # `{% set x = 1 %}` ends where it stands, `{% set x %}` does not.
    if word == "set" and "=" in value[mark.body.start : mark.body.end]:
        return token._replace(kind="statement", fallbacks=set_aside(value, mark.body))
    return token


def _translated(value: str, body: Span) -> Span | None:
    """The text of Django's `{% trans "text" %}`; a bare `{% trans %}` opens a block."""
    texts = literals(value, body)
    before = value[body.start : texts[0].start].rstrip("\"'&quot;#39") if texts else "="
    return None if "=" in before else texts[0]
