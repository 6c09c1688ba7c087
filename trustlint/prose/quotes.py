"""Quoted words: somebody else's, or the label of a button.

Only quotations of three words and more count. One or two words in quotes are scare quotes or a term, and the sentence
goes on being ours.
"""

from trustlint.patterns import DOTALL
from trustlint.prose.patterns import lazy
from trustlint.span import Span
from trustlint.typed import Iterator

LEAST_WORDS = 3
_LONGEST = 1000

_WORD = lazy(r"[\w\ue000-\ue009]+(?:['’-]\w+)*")
_BLANK_LINE = lazy(r"\n[ \t]*\n")
# An opening mark stands before a word and after a space, so `5" pipe`, `don't` and `customers'` open nothing.
_OPENER = lazy(
    r"(?=[“„«\"‘'])(?:[“„«]"
    r"|(?<![\w.,;:!?%\ue000-\ue009])(?:[\"‘](?=\S)|'(?=\S)(?!(?:tis|twas|til|till|em|cause|n)\b|\d0s)))"
)
_CLOSERS = {
    "“": lazy(r"[”\"]"),
    "„": lazy(r"[“”]"),
    "«": lazy("»"),
    '"': lazy(r"(?<=\S)\"(?!\w)"),
    "‘": lazy(r"(?<=\S)’(?!\w)"),
    "'": lazy(r"(?<=\S)'(?!\w)"),
}
_STOP = lazy(r"[.!?…]+.$", DOTALL)


def quotations(text: str) -> tuple[Span, ...]:
    """Spans of quotations, their marks included, outermost only. Takes the text as it was typed.

    A message that is one quotation from end to end is a message somebody put in quotes.
    """
    if not any(mark in text for mark in "\"'“„«‘"):
        return ()
    return tuple(span for span in _pairs(text) if not _is_all(text, span))


def hidden(text: str, quotation: Span) -> Span:
    """What to mask of a quotation: a full stop at its end still ends the sentence around it."""
    stop = _STOP.search(text, quotation.end - 4, quotation.end)
    return Span(quotation.start, stop.start()) if stop else quotation


def _pairs(text: str) -> Iterator[Span]:
    at, length = 0, len(text)
    while (opener := _OPENER.search(text, at)) is not None:
        at = opener.end()
        close = _close(text, opener[0], at, min(length, at + _LONGEST))
        if close is not None and _says_enough(text, at, close):
            at = close + 1
            yield Span(opener.start(), at)


def _close(text: str, opener: str, start: int, end: int) -> int | None:
    """Where the quotation ends: in the same paragraph; a plural's apostrophe ends it only when nothing else does."""
    possessive = None
    blank = _BLANK_LINE.search(text, start, end)
    for mark in _CLOSERS[opener].finditer(text, start, blank.start() if blank else end):
        at = mark.start()
        if opener not in "'‘" or text[at - 1] != "s" or not text[at + 1 : at + 3].strip().islower():
            return at
        possessive = possessive or at
    return possessive


def _says_enough(text: str, start: int, end: int) -> bool:
    found = _WORD.finditer(text, start, end)
    return all(next(found, None) is not None for _ in range(LEAST_WORDS))


def _is_all(text: str, span: Span) -> bool:
    return not text[: span.start].strip() and not text[span.end :].strip()
