"""The structure of a mail: its headers, and the texts in it that a reader sees."""

import re

from trustlint.patterns import lazy
from trustlint.sources.containers._mapped import Mapped
from trustlint.sources.containers._mime_bodies import TRANSFERS, body
from trustlint.sources.containers._mime_headers import Header, decoded, headers, parameters
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator

DEEPEST = 20
FROM_LINE = lazy(r"(?:\A\s*+|\n\r?\n)(?=From [^\r\n]*?\d:\d\d)")
KINDS = {"": "plain", "text/plain": "plain", "text": "plain", "text/html": "html"}


class Part(NamedTuple):
    """A text: its kind, where its body stands, and how that is written."""

    kind: str
    span: Span
    transfer: str
    content_type: dict[str, str]

    def said(self, text: str, in_mbox: bool) -> Mapped:
        return body(text, self.span, self.transfer, self.content_type, in_mbox)


Body = dict[str, Part]
"""One message by kind: `html`, `plain`, or both where a sender gave the choice."""


class Mail(NamedTuple):
    headers: list[Header]
    bodies: list[Body]


def mail(text: str, start: int, end: int) -> Mail:
    """The mail in a stretch of a text."""
    found, body_start = headers(text, start, end)
    return Mail(found, list(_bodies(text, found, Span(body_start, end), DEEPEST)))


def _bodies(text: str, found: list[Header], span: Span, depth: int, default: str = "") -> Iterator[Body]:
    content_type = parameters(_first(text, found, "content-type") or default)
    kind = content_type[""]
    if kind.startswith("multipart/") and content_type.get("boundary"):
        parts = list(_parts(text, span, content_type["boundary"]))
        if parts and depth:
            default = "message/rfc822" if kind == "multipart/digest" else ""
            inside = [each for part in parts for each in _bodies(text, *_entity(text, part), depth - 1, default)]
            yield from _merged(inside) if kind == "multipart/alternative" else inside
            return
        kind = "" if depth else kind  # a mail without the boundary it promises is read as it stands
    disposition = parameters(_first(text, found, "content-disposition"))
    transfer = _first(text, found, "content-transfer-encoding").lower()
    is_attached = disposition[""] == "attachment" or "filename" in disposition
    is_read = kind in KINDS and transfer in TRANSFERS and not is_attached
    if is_read and not text[span.start : span.end].isspace() and span.start < span.end:
        yield {KINDS[kind]: Part(KINDS[kind], span, transfer, content_type)}


def _entity(text: str, part: Span) -> tuple[list[Header], Span]:
    found, start = headers(text, *part)
    return found, Span(start, part.end)


def _merged(bodies: list[Body]) -> Iterator[Body]:
    """The alternatives as one body; a second text of the same kind is a body of its own."""
    first: Body = {}
    rest: list[Body] = []
    for each in bodies:
        if each.keys() & first.keys():
            rest.append(each)
        else:
            first.update(each)
    yield from ([first] if first else []) + rest


def _parts(text: str, span: Span, boundary: str) -> Iterator[Span]:
    """What stands between the lines that say `--boundary`."""
    line = re.compile(rf"^--{re.escape(boundary.rstrip())}(--)?[ \t]*+(?=\r?\n|\Z)", re.MULTILINE)
    start = -1
    for found in line.finditer(text, *span):
        if start >= 0:
            # The line end before a boundary belongs to the boundary, and so does the one behind it.
            before = 2 if text.endswith("\r\n", start, found.start()) else 1
            yield Span(start, max(start, found.start() - before))
        start = min(span.end, found.end() + 1 + text.startswith("\r\n", found.end()))
        if found[1]:
            return
    if start >= 0:
        yield Span(start, span.end)


def _first(text: str, found: list[Header], name: str) -> str:
    return next((decoded(text, header.span).text for header in found if header.name == name), "")


def mails(text: str) -> Iterator[Span]:
    """Where the mails of a mailbox stand, each with its `From ` line."""
    start = -1
    for begin in FROM_LINE.finditer(text):
        if start >= 0:
            yield Span(start, begin.start() + 1)
        elif text[: begin.end()].strip():
            return
        start = begin.end()
    if start >= 0:
        yield Span(start, len(text))


def after_from(text: str, span: Span) -> Span:
    """A mail without the `From ` line of a mailbox, which single mails may have too."""
    start = span.end - len(text[span.start : span.end].lstrip())
    if text.startswith(("From ", ">From "), start):
        start = text.find("\n", start, span.end) + 1 or span.end
    return Span(start, span.end)
