"""Title case and sentence case: how a heading is written in either, and how nearly one is.

Title case after the two guides that most houses follow: the Associated Press lowers articles, conjunctions and
prepositions of up to three letters, Chicago prepositions of any length; both capitalise the first and the last word.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from trustlint.patterns import lazy
from trustlint.span import Span
from trustlint.tuples import NamedTuple

if TYPE_CHECKING:
    import regex

Style = Literal["AP", "Chicago"]

THRESHOLD = 0.8
"""The share of words that must be right for the whole to be taken as right."""

_SHORT = frozenset("a an and as at but by for if in nor of on or per so the to v v. via vs vs. yet".split())
_PREPOSITIONS = frozenset(
    """about above across after against along among around before behind below beneath beside between beyond
    concerning despite down during except following from including inside into near outside over past since through
    throughout toward towards under until upon with within without""".split()
)
_EITHER = frozenset("to off up out over down past so yet near inside outside except behind below".split())
"""Lowered as prepositions, capitalised as adverbs, infinitives or conjunctions: only a parser could tell."""

_WORD = lazy(r"[^\W_]+[^\s/–—-]*")
_WRITTEN = r"[\p{N}\p{L}*]+[^\s]*"
_NUMBERED = lazy(r"\d+\.")


class Word(NamedTuple):
    """A word of a heading, and how it may be written."""

    span: Span
    text: str
    fine: tuple[str, ...]


class Casing(NamedTuple):
    """What a heading should be, and whether it is nearly that."""

    expected: str
    fits: bool


def title(text: str, style: Style = "AP", *, excepted: "regex.Pattern[str] | None" = None, threshold: float) -> Casing:
    """A heading held against title case."""
    found = _tokens(text, excepted)
    last = len(found) - 1
    words = [
        Word(Span(*token.span()), token[0], _in_title(token[0], style, edge=n in (0, last) or _opens(text, token)))
        if not _is_excepted(token, excepted)
        else Word(Span(*token.span()), token[0], (token[0],))
        for n, token in enumerate(found)
    ]
    return _judged(text, words, threshold)


def _opens(text: str, token: "regex.Match[str]") -> bool:
    """Whether a word begins anew, after a colon or a dash."""
    return text[: token.start()].rstrip().endswith((":", "-", "–", "—"))


def _in_title(token: str, style: Style, *, edge: bool) -> tuple[str, ...]:
    """How a token is written in title case; the parts of a compound are each capitalised."""
    plain = token.rstrip(".,;:!?)\"'”’").lower()
    raised = _WORD.sub(lambda part: part[0][:1].upper() + part[0][1:], token)
    small = plain in _SHORT or (style == "Chicago" and plain in _PREPOSITIONS)
    if edge or not small:
        return (raised,)
    return (token.lower(), raised) if plain in _EITHER else (token.lower(),)


def sentence(
    text: str,
    *,
    excepted: "regex.Pattern[str] | None" = None,
    indicators: Sequence[str] = (":",),
    threshold: float,
) -> Casing:
    """A heading held against sentence case: a capital at its beginning, and none after it but in names."""
    words: list[Word] = []
    for n, token in enumerate(_tokens(text, excepted)):
        written = token[0]
        lower = written.lower()
        raised = lower[:1].upper() + lower[1:]
        if _is_excepted(token, excepted):
            fine: tuple[str, ...] = (written,)
        elif n == 0:
            fine = (raised,)
        else:
            before = words[-1].text
            numbered = n == 1 and _NUMBERED.fullmatch(before)
            fine = (raised,) if numbered else (lower, raised) if before.endswith(tuple(indicators)) else (lower,)
        words.append(Word(Span(*token.span()), written, fine))
    if words and not _is_fine(words[0]):
        return _judged(text, words, threshold)._replace(fits=False)
    return _judged(text, words, threshold)


def _tokens(text: str, excepted: "regex.Pattern[str] | None") -> "list[regex.Match[str]]":
    """The words of a heading; what is excepted is one of them even where it has spaces in it."""
    import regex

    source = f"(?P<excepted>{excepted.pattern})|{_WRITTEN}" if excepted is not None else _WRITTEN
    return list(regex.finditer(source, text))


def _is_excepted(token: "regex.Match[str]", excepted: "regex.Pattern[str] | None") -> bool:
    return excepted is not None and (token.groupdict().get("excepted") is not None or bool(excepted.search(token[0])))


def _is_fine(word: Word) -> bool:
    """Capitals throughout are an acronym, and right in any case."""
    return word.text in word.fine or word.text == word.text.upper()


def _judged(text: str, words: Sequence[Word], threshold: float) -> Casing:
    expected, at = "", 0
    for word in words:
        expected += text[at : word.span.start] + (word.text if _is_fine(word) else word.fine[0])
        at = word.span.end
    share = sum(map(_is_fine, words)) / len(words) if words else 1.0
    return Casing(expected + text[at:], share >= threshold)


def exceptions(sources: Sequence[str]) -> "regex.Pattern[str] | None":
    """One pattern of the words and phrases that keep their own case, longer ones first."""
    import regex

    if not sources:
        return None
    joined = "|".join(f"(?:{source})" for source in sorted(sources, key=len, reverse=True))
    return regex.compile(rf"\b(?:{joined})\b")


def literal(words: Sequence[str]) -> list[str]:
    """Plain words as the sources of `exceptions`."""
    return [re.escape(word) for word in words]
