"""ERB and its look-alikes (EJS, SendGrid's `<%body%>`)."""

from trustlint.patterns import lazy
from trustlint.sources.templates.expression import LITERAL, bare_name, is_text, literal_span
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.scanner import Mark, Scanner
from trustlint.sources.templates.tags import apart, shown
from trustlint.sources.templates.token import Token
from trustlint.sources.templates.translated import translated
from trustlint.span import Span
from trustlint.typed import Iterator

_CLOSERS = {"<%": "%>", "<%#": "%>", "<%%": "%"}
_OPEN = lazy(r"\}?\s*(if|unless|case|while|until|for|begin|switch)\b")
_BRANCH = lazy(r"\}?\s*(elsif|else|when|rescue|ensure)\b")
_DO = lazy(r"\bdo\s*(?:\|[^|]*\|)?\s*\Z")
_LINKS = lazy(r"\s*(?:link_to|button_to|mail_to|link_to_if|content_tag|h|raw|sanitize)\b[ (]\s*")
_DATES = lazy(r"\bstrftime\b|\b(?:l|localize|time_ago_in_words|distance_of_time_in_words)[ (]|to_(?:fs|formatted_s)\b")
_CHOSEN = lazy(r"(?:\|\||\?|\s:|\A)\s*\Z")
_NOT_PRINTED = lazy(r"(?:[=!<>]=?|=>|\w:|\[|\b(?:include|require|render|url_for|when)\b\S*)\s*\Z")
_GETTEXT = lazy(r"(?<!\w)n?_\(\s*\Z")
_COMMENT = lazy(r"(?m)^\s*#[^\n]*")
_LONGEST = 4000


def lex(value: str) -> list[Token]:
    """The tokens of a template."""
    marks = (mark for mark in Scanner(value, _CLOSERS, plain={"<%#", "<%%"}) if mark.opener != "<%%")
    return apart([token for mark in marks for token in _tokens(value, mark)])


def _tokens(value: str, mark: Mark) -> list[Token]:
    prints = mark.opener == "<%" and value.startswith("=", mark.body.start)
    return (translated(value, mark.span, mark.body) if prints else None) or [_token(value, mark)]


def _token(value: str, mark: Mark) -> Token:
    if mark.opener == "<%#":
        return Token(mark.span, "comment", "#")
    inside = value[mark.body.start : mark.body.end]
    prints = inside.startswith("=")
    code = inside.strip("-= \t\r\n")
    name = shown(value, mark.span)
    if code in {"end", "}", "})", "});"} or code.startswith(("end ", "end.")):
        return Token(mark.span, "close", "", name=name)
    if branch := _BRANCH.match(code):
        return Token(mark.span, "branch", branch[1], name=name)
    if not prints and (opened := _OPEN.match(code)):
        return Token(mark.span, "open", opened[1], name=name)
    if _DO.search(code[-80:]) or (not prints and code.endswith("{")):
        return Token(mark.span, "open", "do", name=name)
    if prints or code.isidentifier():
        return _output(mark, inside, code)
    return Token(mark.span, "statement", name=name, fallbacks=tuple(_translated(inside, mark.body.start)))


def _output(mark: Mark, inside: str, code: str) -> Token:
    name = bare_name(code)
    if link := _LINKS.match(code):
        name = bare_name(code[link.end() :]) or name
    kind = "date" if _DATES.search(code[:400]) else placeholder_kind(name)
    texts = tuple(_texts(inside, mark.body.start)) if len(inside) < _LONGEST else ()
    return Token(mark.span, "placeholder", "", kind, name, texts)


def _translated(inside: str, offset: int) -> Iterator[Span]:
    """Literals that a script has translated, to print them elsewhere."""
    if "_(" in inside:
        # Apostrophes in comments are no quotes.
        inside = _COMMENT.sub(lambda comment: " " * len(comment[0]), inside)
        for part in LITERAL.finditer(inside):
            if _GETTEXT.search(inside, 0, part.start()) and is_text(part[part.lastindex or 0]):
                yield literal_span(part, offset)


def _texts(inside: str, offset: int) -> Iterator[Span]:
    """Literals that are printed: what is chosen (`x || "there"`), and arguments that read like a text."""
    for part in LITERAL.finditer(inside):
        before = inside[max(0, part.start() - 40) : part.start()]
        text = part[part.lastindex or 0]
        if _NOT_PRINTED.search(before.lstrip("=")) or not is_text(text):
            continue
        if _CHOSEN.search(before.lstrip("=")) or (" " in text.strip() and "%" not in text):
            yield literal_span(part, offset)
