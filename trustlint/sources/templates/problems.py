"""What is broken in a template: tags without a partner, marks that never close."""

from trustlint.patterns import lazy
from trustlint.sources.templates.lexing import SYNTAXES
from trustlint.sources.templates.liquid_syntax import complaint, swallows_its_end
from trustlint.sources.templates.token import Problem, Token
from trustlint.span import Span
from trustlint.typed import Iterator, Sequence

_LOOSE = lazy(r"\{\{|\{%|<%|\[%|\*\||\}\}|%\}|%>|%\]|\|\*")
_CLOSERS = {"{{": "}}", "{%": "%}", "<%": "%>", "[%": "%]", "*|": "|*"}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
_BEGUN = {
    "}}": lazy(r"\{\s*[\w.]+\s*(?:\|[^{}]*)?\Z"),
    "%}": lazy(r"\{\s?[a-z][^{}]*\Z"),
    "%>": lazy(r"<\s?=?\s?[a-z@][^<>]*\Z"),
    "%]": lazy(r"(?:\[|(?<!\S)%)\s?[A-Za-z][^\[\]%]*\Z"),
    "|*": lazy(r"\*\s?[A-Z][^*|]*\Z"),
}
_KNOWN = frozenset({"liquid", "handlebars", "mailchimp", "salesforce", "hash", "dollar", "fill_in"})
_NEAR = 300
_MOST = 100
"""More problems than this in one value say nothing new."""


def problems(value: str, tokens: Sequence[Token], syntaxes: Sequence[str] = ("liquid",)) -> list[Problem]:
    """The located problems of a value, in order, judged by the delimiters of the syntaxes that it was lexed with."""
    found = [*_loose(value, tokens, syntaxes), *_partnerless(tokens)]
    if "liquid" in syntaxes:
        found += _refused(value, tokens)
    return sorted(found)[:_MOST]


def _refused(value: str, tokens: Sequence[Token]) -> Iterator[Problem]:
    for token in tokens:
        mark = token.span.of(value).strip()
        if token.kind == "comment":
            if swallows_its_end(mark):
                yield Problem(token.span, "a tag in it never ends, and takes the end of the comment with it.")
            mark = mark.partition("%}")[0] + "%}"
        if said := complaint(mark):
            yield Problem(token.span, f"{said}.")


def judged(value: str, tokens: list[Token], syntaxes: Sequence[str]) -> list[Token]:
    """The tokens, those that the language would not take with their problem.

    A tag without a partner is a slot then: it stands for nothing else. Only of languages whose tags are all known; in
    others a package may bring tags of its own, or one tag closes and opens at once.
    """
    strays = set(_strays(tokens)) if _KNOWN.issuperset(syntaxes) and _has_tags(tokens) else set()
    if not strays and "liquid" not in syntaxes:
        return tokens
    made = tokens
    for number, token in enumerate(tokens):
        said = _partner(token) if number in strays else ""
        if not said and "liquid" in syntaxes and token.kind not in {"comment", "raw"}:
            said = complaint(token.span.of(value).strip())
        if said:
            made = list(tokens) if made is tokens else made
            kind = "placeholder" if number in strays else token.kind
            made[number] = token._replace(kind=kind, problem=said)
    return made


def _strays(tokens: Sequence[Token]) -> Sequence[int]:
    """The numbers of the tags without a partner."""
    from trustlint.sources.templates.blocks import blocks  # for texts with tags only

    return blocks(tokens).strays


def _has_tags(tokens: Sequence[Token]) -> bool:
    return any(token.kind != "placeholder" for token in tokens)


def _partner(token: Token) -> str:
    if token.kind == "open":
        return "it is never closed"
    return "it closes nothing" if token.kind == "close" else "it stands outside a block"


def _partnerless(tokens: Sequence[Token]) -> Iterator[Problem]:
    for index in _strays(tokens)[:_MOST]:
        token = tokens[index]
        if token.kind == "open":
            yield Problem(token.span, f"{token.name} is never closed.")
        elif token.kind == "close":
            yield Problem(token.span, f"{token.name} closes nothing.")
        else:
            yield Problem(token.span, f"{token.name} stands outside a block.")


def _loose(value: str, tokens: Sequence[Token], syntaxes: Sequence[str]) -> Iterator[Problem]:
    openers = {opener for name in syntaxes for opener in SYNTAXES[name]}
    count = 0
    for gap in _gaps(value, tokens):
        for problem in _loose_in(value, gap, openers):
            yield problem
            count += 1
            if count >= _MOST:
                return


def _loose_in(value: str, gap: Span, openers: set[str]) -> Iterator[Problem]:
    at = gap.start
    while mark := _LOOSE.search(value, at, gap.end):
        text, span, at = mark[0], Span(*mark.span()), mark.end()
        if text in openers:
            closer = _CLOSERS[text]
            close = value.find(closer, at, min(gap.end, at + _NEAR))
            if close < 0:
                yield Problem(span, f"{text} is never closed by {closer}.")
            else:
                at = close + len(closer)
                yield Problem(Span(span.start, at), f"{text} … {closer} is not something this template language knows.")
        elif _OPENERS.get(text) in openers and _ends_a_name(value, span.start, text):
            yield Problem(span, f"{text} closes nothing: there is no {_OPENERS[text]} before it.")


def _ends_a_name(value: str, at: int, closer: str) -> bool:
    """A brace of JSON or CSS is no template: the closer must end something that began like its own kind of tag."""
    before = value[max(0, at - 60) : at].rpartition("\n")[2]
    return bool(_BEGUN[closer].search(before))


def _gaps(value: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """The text between tokens, raw text left out."""
    at, raw = 0, False
    for token in tokens:
        if token.span.start > at and not raw:
            yield Span(at, token.span.start)
        at = token.span.end
        if token.kind == "raw":
            raw = not raw
    if at < len(value):
        yield Span(at, len(value))
