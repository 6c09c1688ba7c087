"""Liquid: Zendesk, Freshdesk, Intercom, Front, Gorgias, Shopify and others."""

from trustlint.sources.templates.expression import literals, printed
from trustlint.sources.templates.regions import region_tokens, regions
from trustlint.sources.templates.scanner import Mark, Scanner
from trustlint.sources.templates.tags import Grammar, apart, tag, trimmed
from trustlint.sources.templates.token import Token
from trustlint.span import Span

_CLOSERS = {"{{": "}}", "{%": "%}"}
_HIDDEN = frozenset({"comment", "doc", "schema", "style", "stylesheet", "javascript"})
_VERBATIM = frozenset({"raw"})
_GRAMMAR = Grammar(
    blocks=frozenset({"if", "unless", "case", "for", "tablerow", "ifchanged", "capture"}) | _HIDDEN | _VERBATIM,
    branches=frozenset({"elsif", "elseif", "else", "when"}),
    texts=frozenset({"assign"}),
)


def lex(value: str) -> list[Token]:
    """The tokens of a Liquid template."""
    scanner = Scanner(value, _CLOSERS)
    hidden = regions(value, _HIDDEN, _VERBATIM)
    found: list[Token] = []
    for mark in scanner:
        if mark.opener == "{{":
            found.append(_output(value, mark))
        elif region := hidden.get(mark.span.start):
            found.extend(region_tokens(region, _HIDDEN))
            scanner.skip(region.close.end)
        else:
            found.append(_tag(value, mark))
    return apart(found)


def _output(value: str, mark: Mark) -> Token:
    name, kind, texts = printed(value, trimmed(value, mark.body))
    return Token(mark.span, "placeholder", "", kind, name, texts)


def _tag(value: str, mark: Mark) -> Token:
    body = trimmed(value, mark.body)
    inside = value[body.start : body.end].lstrip()
    if inside.startswith(("echo ", "liquid", "t ")):
        return _echo(value, mark, body, inside)
    return tag(value, mark, _GRAMMAR)


def _echo(value: str, mark: Mark, body: Span, inside: str) -> Token:
    """`{% echo "text" %}`, and `{% liquid %}` with its `echo` lines, print where they stand."""
    keyword = inside.split(None, 1)[0]
    if keyword == "liquid":
        texts = tuple(text for text in literals(value, body) if _line_start(value, text.start).startswith("echo"))
        return Token(mark.span, "placeholder", keyword, "other", keyword, texts)
    start = value.index(keyword, body.start) + len(keyword)
    name, kind, texts = printed(value, Span(start, body.end))
    return Token(mark.span, "placeholder", keyword, kind, name, texts)


def _line_start(value: str, at: int) -> str:
    return value[value.rfind("\n", 0, at) + 1 : at].replace("{%-", "").replace("{%", "").replace("liquid", "").lstrip()
