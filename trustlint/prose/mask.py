"""Hide what is not prose: same length, other characters.

Every function here takes a text and gives one of equal length, so offsets hold through all of them.
"""

from trustlint import masks
from trustlint.message import Placeholder
from trustlint.patterns import DOTALL, IGNORECASE
from trustlint.prose.patterns import lazy
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Iterable, Iterator

if TYPE_CHECKING:
    import re

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


def paint_lines(text: str, spans: Iterable[Span], mask: str) -> str:
    """`mask` over the spans, line ends spared: what is hidden still ends the lines and paragraphs around it."""
    chars: list[str] | None = None
    for start, end in spans:
        chars = list(text) if chars is None else chars
        chars[start:end] = [char if char in "\r\n" else mask for char in text[start:end]]
    return text if chars is None else "".join(chars)


def paint_placeholders(text: str, placeholders: Iterable[Placeholder]) -> str:
    """Each placeholder under the mask of its kind, a broken one as a tag; the fallback texts inside stay readable."""
    chars: list[str] | None = None
    for placeholder in placeholders:
        # One list for all of them: a text may hold thousands.
        chars = list(text) if chars is None else chars
        mask = masks.TAG if placeholder.problem else masks.PLACEHOLDERS[placeholder.kind]
        for start, end in _around(placeholder.span, placeholder.fallbacks):
            chars[start:end] = mask * (end - start)
    return text if chars is None else "".join(chars)


def _around(span: Span, kept: Iterable[Span]) -> Iterator[tuple[int, int]]:
    at = span.start
    for inner in sorted(kept):
        yield at, inner.start
        at = inner.end
    yield at, span.end


_CODE = lazy(r"```.*?```|`[^`\n]+`", DOTALL)
_URL = lazy(r"(?<![a-z0-9])(?:(?:https?|ftps?|sms)://|www\.|mailto:|tel:(?=[+\d]))[^\s<>\"«»“”]+", IGNORECASE)
_PATH = lazy(r"(?<![\w.\-/@])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/[^\s<>\"«»“”]*", IGNORECASE)
_IN_PATH = lazy(r"\.[a-z]{2,}/", IGNORECASE)
_EMAIL = lazy(r"[\w.+-]++(@[\w-]+(?:\.[\w-]+)+)?")
"""An address, or what could begin one and does not: nobody looks at its middle, where it would take for ever."""


def paint_code(text: str) -> str:
    """Fenced blocks and `inline code`."""
    if "`" not in text:
        return text
    return paint(text, (match.span() for match in _CODE.finditer(text)), masks.CODE)


def paint_urls(text: str) -> str:
    """Web addresses, `host.tld/path` and e-mail addresses. A bare domain stays: it may be a company's name."""
    if "://" in text or "www." in text or "mailto:" in text or "tel:" in text:
        text = paint(text, map(_address, _URL.finditer(text)), masks.URL)
    if "/" in text and _IN_PATH.search(text) is not None:
        text = paint(text, map(_address, _PATH.finditer(text)), masks.URL)
    if "@" in text:
        text = paint(text, (match.span() for match in _EMAIL.finditer(text) if match[1]), masks.URL)
    return text


def _address(match: "re.Match[str]") -> tuple[int, int]:
    """The match without the punctuation of the sentence around it."""
    address = match[0].rstrip(".,;:!?'*_~")
    while address.endswith((")", "]", "}")) and address.count(address[-1]) > address.count(
        "([{"[")]}".index(address[-1])]
    ):
        address = address[:-1].rstrip(".,;:!?'*_~")
    return match.start(), match.start() + len(address)
