"""Mails (.eml): `{"headers": {"subject": …}, "bodies": [{"html": …, "plain": …}]}`.

Header names are lower case; of a header that comes again the first is read. A body is one text that the customer
gets, as HTML, as plain text, or as both where the sender gave the choice. Attachments and forwarded mails are left out.
"""

from trustlint.errors import SourceError
from trustlint.message import Route, SourceFile
from trustlint.sources import decoding
from trustlint.sources.containers._mapped import Mapped, broken
from trustlint.sources.containers._mime_characters import encoding
from trustlint.sources.containers._mime_headers import decoded
from trustlint.sources.containers._mime_parts import Mail, after_from, mail, mails
from trustlint.span import Span, TextMap
from trustlint.typed import Any, Iterator

UNKNOWN = "unknown-8bit"
"""The encoding of a mail that is written in several ones: it can be read, not written."""


def documents(file: SourceFile) -> Iterator["Document"]:
    """The one mail of a file, the `From ` line before it left out."""
    yield document(file, Span(0, len(file.text)), in_mbox=False)


def document(file: SourceFile, span: Span, in_mbox: bool) -> "Document":
    """The mail that stands at `span`."""
    span = after_from(file.text, span)
    if span.start == span.end:
        raise SourceError("is empty", path=file.path)
    found = mail(file.text, *span)
    if not found.headers:
        raise broken("is no e-mail: it does not begin with headers", file, span.start)
    return Document(file, span, found, in_mbox)


class Document:
    """A mail."""

    def __init__(self, file: SourceFile, span: Span, found: Mail, in_mbox: bool) -> None:
        self.file = file
        self._span = span
        self._headers = {header.name: header.span for header in reversed(found.headers)}
        self._bodies = found.bodies
        self._in_mbox = in_mbox
        self.data: dict[str, Any] = {
            "headers": {name: decoded(file.text, at).text for name, at in self._headers.items()},
            "bodies": [
                {kind: part.said(file.text, in_mbox).text for kind, part in body.items()} for body in found.bodies
            ],
        }

    def span(self, route: Route) -> Span:
        """A header's value or a part's body as they are written; the whole mail for what holds several of them."""
        match route:
            case () | ("headers",) | ("bodies",):
                return self._span
            case ("headers", str(name)):
                return self._headers[name]
            case ("bodies", int(number)) if 0 <= number < len(self._bodies):
                spans = [part.span for part in self._bodies[number].values()]
                return Span(min(spans).start, max(span.end for span in spans))
            case ("bodies", int(number), str(kind)) if 0 <= number < len(self._bodies):
                return self._bodies[number][kind].span
        raise KeyError(route)

    def locate(self, route: Route) -> TextMap:
        return TextMap(self._said(route).runs)

    def _said(self, route: Route) -> Mapped:
        span = self.span(route)
        if len(route) == 2 and route[0] == "headers":
            return decoded(self.file.text, span)
        if len(route) == 3:
            return self._bodies[int(route[1])][str(route[2])].said(self.file.text, self._in_mbox)
        raise KeyError(route)


def opened(data: bytes, path: str) -> SourceFile:
    """The text of a mail whose parts may each have a charset of their own.

    Bytes that are no UTF-8 are read part by part as the part declares; lines stay lines, so that places hold.
    """
    detected = decoding.detect(data, path)
    try:
        return decoding.decode(data, path)
    except SourceError:
        if detected.name != "utf-8":
            raise
    data = data[len(detected.bom) :]
    return SourceFile(path, _decoded_by_part(data), UNKNOWN, bool(detected.bom))


def _decoded_by_part(data: bytes) -> str:
    """Offsets of bytes are offsets of the Latin-1 text that the structure is read from."""
    text = data.decode("latin-1")
    made, at = [], 0
    spans = list(mails(text)) or [Span(0, len(text))]
    parts = [part for span in spans for body in mail(text, *after_from(text, span)).bodies for part in body.values()]
    for part in sorted(parts, key=lambda part: part.span):
        made.append(_guessed(data[at : part.span.start]))
        charset = encoding(part.content_type.get("charset", ""))
        body = data[slice(*part.span)]
        made.append(_guessed(body) if charset == "utf-8" or body.isascii() else body.decode(charset, "replace"))
        at = part.span.end
    return "".join(made) + _guessed(data[at:])


def _guessed(data: bytes) -> str:
    """Bytes that declare nothing."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
