"""Quoted mail: what somebody wrote before, above or below our own words."""

from trustlint import masks
from trustlint.patterns import MULTILINE
from trustlint.prose.mask import paint
from trustlint.prose.patterns import lazy
from trustlint.typed import Iterable, Iterator

_QUOTED_LINE = lazy(r"^[ \t]{0,3}>.*$", MULTILINE)
_WROTE = lazy(r"^[ \t]*On [^\n]{0,160}(?:\n[^\n]{0,120})?\b(?:wrote|writes):[ \t]*$", MULTILINE)
_FORWARD = lazy(
    r"^[ \t]*(?:-{2,}[ \t]*(?:Original|Forwarded) [Mm]essage[ \t]*-{2,}|Begin forwarded message:)[ \t]*$", MULTILINE
)
_HEADERS = lazy(r"^\*?From:\*? [^\n]+\n(?:\*?(?:Sent|Date|To|Cc|Subject|Reply-To):\*? ?[^\n]*(?:\n|\Z)){2,}", MULTILINE)


def paint_history(text: str) -> str:
    """Mail that is quoted below or between: `>` lines, “On … wrote:”, forwarded blocks."""
    return paint(text, _merge(_history(text)), masks.HISTORY)


def _history(text: str) -> Iterator[tuple[int, int]]:
    if ">" in text:
        yield from (match.span() for match in _QUOTED_LINE.finditer(text))
    if "wrote:" in text or "writes:" in text:
        yield from _replies(text)
    if "essage" in text:
        yield from ((match.start(), len(text)) for match in _FORWARD.finditer(text))
    if "From:" in text:
        # Headers that open the text are the template's own.
        yield from ((match.start(), len(text)) for match in _HEADERS.finditer(text) if text[: match.start()].strip())


def _replies(text: str) -> Iterator[tuple[int, int]]:
    """“On … wrote:” and all below it, or only the line when `>` marks what is quoted."""
    for match in _WROTE.finditer(text):
        # “On Monday our engineer wrote:” is prose; a mail client names a date or an address.
        if any(char.isdigit() or char in "@<" or char == masks.URL for char in match[0]):
            yield match.start(), match.end() if _quotes_follow(text, match.end()) else len(text)


def _quotes_follow(text: str, at: int) -> bool:
    return text[at : at + 200].lstrip().startswith(">")


def _merge(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
