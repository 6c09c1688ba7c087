"""What a person was to fill in: `[Customer Name]`, `<date>`, `XX`, `____`, `by TBC`.

Brackets hold much else in a support text: links, citations, check boxes, subjects such as `[Request received]`. So a
bracket counts when it stands in capitals or when its words name something that a person would have to know.
"""

import re

from trustlint.patterns import lazy
from trustlint.sources.templates.token import Token, in_order
from trustlint.span import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Each pattern starts with its own character, so that the search can leap from one to the next.
_PATTERNS = {
    "[": re.compile(r"\[ (?<![\[\w!\]\\]\[) ( [A-Za-z][^\[\]<>{}\n|]{0,60} ) \] (?![\[(:\w])", re.VERBOSE),
    "<": re.compile(r"< (?<![\w<]<) ( [A-Za-z][A-Za-z0-9 _/'’-]{0,40} ) > (?![\w>])", re.VERBOSE),
    "XX": re.compile(r"(XX (?<![\w./#-]XX) X{0,10} ) (?![\w-])", re.VERBOSE),
    "xx": re.compile(r"(xx (?<![\w./#-]xx) x{0,10} ) (?![\w-])", re.VERBOSE),
    "___": re.compile(r"(___ (?<![\w]___) _{0,37} ) (?![\w])", re.VERBOSE),
    "TB": re.compile(r"(TB[CDA]) (?<=[ ]TB.) \b", re.VERBOSE),
    "tb": re.compile(r"(tb[cda]) (?<=[ ]tb.) \b", re.VERBOSE),
}
_PROMISED = lazy(r"\b(?:by|on|before|until|at|from|in|within|is|be) ?\Z", re.IGNORECASE)
_WORDS = lazy(r"[a-z]+|\d+")
_ASKS = frozenset(
    {"insert", "enter", "add", "your", "type", "fill", "choose", "select", "specify", "include", "reason"}
)
_THINGS = _words(
    """
    name names firstname lastname surname date dates day time times amount number order id ticket reference ref
    address email phone product item company agent customer client user link url deadline eta hours days weeks
    price total tracking code department team manager signature title city country month year issue details
    timeframe timeframes timescale turnaround condition invoice account carrier location plan service when who
    """
)
_TAGS = _words(
    """
    a abbr address article aside b big blockquote body br button caption center cite code col dd del details div
    dl dt em figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend
    li link main map mark menu meta nav object ol option p param picture pre q s samp script section select small
    source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title
    tr tt u ul var video wbr attribute
    """
)
_SUBJECTS = _words(
    """
    received request resolved closed solved pending updated new open urgent external internal re fwd action
    required
    """
)
_NUMBERED = lazy(r" ?(?:(?:business|working|calendar|full) )*(?:minute|hour|day|week|month|year)s?\b", re.IGNORECASE)
"""What makes `[x]` a number that is left open, and no box that is ticked."""
_FORMATS = lazy(r"[DdMmYyHhSs]{1,4}(?:[/.: -][DdMmYyHhSs]{1,4})+")


def lex(value: str) -> list[Token]:
    """The fill-ins of a value."""
    found = [
        Token(Span(*match.span()), "placeholder", "", "fill-in", match[1].strip())
        for opener, pattern in _PATTERNS.items()
        if opener in value
        for match in pattern.finditer(value)
        if _is_left_over(opener, match)
    ]
    return in_order(found)


def _is_left_over(opener: str, found: re.Match[str]) -> bool:
    if opener in {"TB", "tb"}:
        return bool(_PROMISED.search(found.string, max(0, found.start() - 10), found.start()))
    if opener not in {"[", "<"}:
        return True
    text = found[1]
    words = _WORDS.findall(text.lower())
    if _FORMATS.fullmatch(text) or not words:
        return False
    if opener == "[" and words in (["x"], ["n"], ["y"]):
        return _NUMBERED.match(found.string, found.end()) is not None
    if opener == "<":
        return text.lower() not in _TAGS and (len(words) > 1 or words[0] in _THINGS) and _names_a_thing(words)
    if _SUBJECTS.intersection(words) and not _ASKS.intersection(words):
        return False
    if text.upper() == text and len(text) > 1:
        return len(words) > 1 or words[0] in _THINGS or len(text) > 3
    return _names_a_thing(words)


def _names_a_thing(words: list[str]) -> bool:
    return len(words) <= 8 and (words[-1] in _THINGS or words[0] in _ASKS or (words[0] in _THINGS and len(words) <= 3))
