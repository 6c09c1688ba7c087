"""Hide what is not prose: same length, other characters.

Every function here takes a text and gives one of equal length, so offsets hold through all of them.
"""

import re
from collections.abc import Iterable, Iterator

from trustlint import masks
from trustlint.message import Placeholder
from trustlint.prose.patterns import lazy
from trustlint.span import Span

_VARIANTS = (
    *((char, "'") for char in "’‘ʼ‛"),
    *((char, '"') for char in "“”„‟"),
    *((char, "-") for char in "‐‑‒–—―−"),
    *(
        (char, " ")
        for char in "\xa0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u3000"
    ),
    *((chr(0xFF10 + digit), str(digit)) for digit in range(10)),
)


def normalise(text: str) -> str:
    r"""Typographic variants as plain ASCII and line ends as `\n`, one character for one."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if text.isascii():
        return text
    # str.translate is fifty times slower on text that is not ASCII.
    for variant, plain in _VARIANTS:
        if variant in text:
            text = text.replace(variant, plain)
    return text


def fold(text: str) -> str:
    """Lower case of the same length."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def paint(text: str, spans: Iterable[tuple[int, int]], mask: str) -> str:
    """`mask` over each of the spans, which are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += text[at:start], mask * (end - start)
        at = end
    return "".join((*parts, text[at:])) if parts else text


def paint_placeholders(text: str, placeholders: Iterable[Placeholder]) -> str:
    """Each placeholder under the mask of its kind; the fallback texts inside stay readable."""
    for placeholder in placeholders:
        mask = masks.PLACEHOLDERS[placeholder.kind]
        text = paint(text, _around(placeholder.span, placeholder.fallbacks), mask)
    return text


def _around(span: Span, kept: Iterable[Span]) -> Iterator[tuple[int, int]]:
    at = span.start
    for inner in sorted(kept):
        yield at, inner.start
        at = inner.end
    yield at, span.end


_CODE = lazy(r"```.*?```|`[^`\n]+`", re.DOTALL)
_URL = lazy(r"(?<![a-z0-9])(?:(?:https?|ftps?|sms)://|www\.|mailto:|tel:(?=[+\d]))[^\s<>\"«»“”]+", re.IGNORECASE)
_PATH = lazy(r"(?<![\w.\-/@])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/[^\s<>\"«»“”]*", re.IGNORECASE)
_EMAIL = lazy(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def paint_code(text: str) -> str:
    """Fenced blocks and `inline code`."""
    if "`" not in text:
        return text
    return paint(text, (match.span() for match in _CODE.finditer(text)), masks.CODE)


def paint_urls(text: str) -> str:
    """Web addresses, `host.tld/path` and e-mail addresses. A bare domain stays: it may be a company's name."""
    if "://" in text or "www." in text or "mailto:" in text or "tel:" in text:
        text = paint(text, map(_address, _URL.finditer(text)), masks.URL)
    if "/" in text:
        text = paint(text, map(_address, _PATH.finditer(text)), masks.URL)
    if "@" in text:
        text = paint(text, (match.span() for match in _EMAIL.finditer(text)), masks.URL)
    return text


def _address(match: re.Match[str]) -> tuple[int, int]:
    """The match without the punctuation of the sentence around it."""
    address = match[0].rstrip(".,;:!?'*_~")
    while address.endswith((")", "]", "}")) and address.count(address[-1]) > address.count(
        "([{"[")]}".index(address[-1])]
    ):
        address = address[:-1].rstrip(".,;:!?'*_~")
    return match.start(), match.start() + len(address)


_QUOTED_LINE = lazy(r"^[ \t]{0,3}>.*$", re.MULTILINE)
_WROTE = lazy(r"^[ \t]*On [^\n]{0,160}(?:\n[^\n]{0,120})?\b(?:wrote|writes):[ \t]*$", re.MULTILINE)
_FORWARD = lazy(
    r"^[ \t]*(?:-{2,}[ \t]*(?:Original|Forwarded) [Mm]essage[ \t]*-{2,}|Begin forwarded message:)[ \t]*$", re.MULTILINE
)
_HEADERS = lazy(
    r"^\*?From:\*? [^\n]+\n(?:\*?(?:Sent|Date|To|Cc|Subject|Reply-To):\*? ?[^\n]*(?:\n|\Z)){2,}", re.MULTILINE
)


def paint_history(text: str) -> str:
    """Mail that is quoted below or between: `>` lines, “On … wrote:”, forwarded blocks."""
    return paint(text, _merge(_history(text)), masks.HISTORY)


def _history(text: str) -> Iterator[tuple[int, int]]:
    if ">" in text:
        for match in _QUOTED_LINE.finditer(text):
            yield match.span()
    if "wrote:" in text or "writes:" in text:
        for match in _WROTE.finditer(text):
            # “On Monday our engineer wrote:” is prose; a mail client names a date or an address.
            if any(char.isdigit() or char in "@<\ue005" for char in match[0]):
                yield match.start(), match.end() if _quotes_follow(text, match.end()) else len(text)
    if "essage" in text:
        for match in _FORWARD.finditer(text):
            yield match.start(), len(text)
    if "From:" in text:
        for match in _HEADERS.finditer(text):
            # Headers that open the text are the template's own.
            if text[: match.start()].strip():
                yield match.start(), len(text)


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
