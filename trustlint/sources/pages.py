"""Plain files: a Markdown page of replies, an e-mail template, a text."""

import os

from trustlint.errors import SourceError
from trustlint.frozen import replace
from trustlint.memo import partial
from trustlint.message import Message, Omission, Record, SourceFile
from trustlint.patterns import lazy
from trustlint.sources.containers import Document, container
from trustlint.sources.containers.text import Document as Text
from trustlint.sources.formats import Format, Role
from trustlint.sources.markup.front_matter import front_matter
from trustlint.sources.values import Place, Value, messages
from trustlint.span import Span, TextMap
from trustlint.typed import TYPE_CHECKING, Any, Iterator, Mapping

if TYPE_CHECKING:
    from trustlint.sources.markup.library import Reply

_TITLE = (("title",), ("name",), ("label",))
_LANGUAGE = (("locale",), ("lang",), ("language",))
_OFF: Mapping[str, tuple[str, ...]] = {
    "draft": ("true", "yes"),
    "active": ("false", "no"),
    "enabled": ("false", "no"),
    "status": ("draft", "archived", "inactive", "disabled"),
    "archived": ("true", "yes"),
}
_PRIVATE: Mapping[str, tuple[str, ...]] = {
    "internal": ("true", "yes"),
    "private": ("true", "yes"),
    "visibility": ("internal", "private"),
}
_SENT_TOO: Mapping[str, Role] = {"subject": "subject", "preheader": "subject", "preview_text": "subject"}
_TO_AGENTS = lazy(r"(?i)[_.-]to[_-](?:agents?|staff|admins?|moderators?)(?=[_.-])")
_TO_THE_SHOP = lazy(r"(?i)\A(?:new[_-]order[_-]notification|admin[_-]new[_-]order|fulfill?ment[_-]request)(?=[_.-])")
_ANNOTATION = lazy(r"(?s)\s*<!--(?P<notes>(?:(?!-->).){0,2000}?\btemplateType:\s*(?P<type>\w+)(?:(?!-->).){0,2000})-->")
_LABEL = lazy(r"(?m)^\s*label:[ \t]*(\S.*?)[ \t]*$")
_SUBJECT_FILE = lazy(r"(?i)(?:\b|_)subject\.")
_SUBJECT_COMMENT = lazy(r"(?s)<!--@subject\s+(?P<subject>.{0,1000}?)\s*@-->")
_SUBJECT_LINE = lazy(r"(?i)subject:[ \t]*(?P<subject>\S[^\r\n]*)(?:\r\n|\r|\n){2,}")


def read(file: SourceFile, format: Format, *, include_inactive: bool) -> Iterator[Message | Omission | SourceError]:
    """The messages of a page, those of its front matter first."""
    if _TO_AGENTS.search(os.path.basename(file.path)):
        yield Omission("", "its name says that it goes to agents")
        return
    if _TO_THE_SHOP.match(os.path.basename(file.path)):
        yield Omission("", "its name says that it goes to the shop or to who packs its orders")
        return
    page = _Page(file, format)
    try:
        page.read_header()
    except SourceError as error:
        yield error
    if page.annotation and page.annotation["type"].lower() != "email":
        yield Omission("", f"its first comment says `templateType: {page.annotation['type']}`")
    elif (reason := page.is_marked(_PRIVATE)) or (not include_inactive and (reason := page.is_marked(_OFF))):
        yield Omission("", f"its front matter says `{reason}`")
    else:
        yield from page.header_messages()
        yield from page.library() if format.layout == "library" else page.whole()


class _Page:
    """A file, its front matter, and where the text goes on below it."""

    def __init__(self, file: SourceFile, format: Format) -> None:
        self.file = file
        self.format = format
        found = front_matter(file.text)
        self.header = found[0] if found else Span(0, 0)
        self.start = found[1] if found else 0
        self.front: Document | None = None
        self.data: Mapping[str, Any] = {}
        self._whole = Text(file)
        self.annotation = _ANNOTATION.match(file.text) if format.markup == "html" else None

    def read_header(self) -> None:
        """Read the front matter. SourceError if it is not YAML."""
        if self.header == (0, 0):
            return
        base = self.file.lines.position(self.header.start)
        part = replace(self.file, text=self.header.of(self.file.text), base=base)
        for document in container("yaml").documents(part):
            if isinstance(document, SourceError):
                raise document
            if isinstance(document.data, dict):
                self.front, self.data = document, document.data

    def is_marked(self, marks: Mapping[str, tuple[str, ...]]) -> str | None:
        """What the front matter says to keep this page out, if it does."""
        for key, values in marks.items():
            said = self.data.get(key)
            if said is not None and str(said).lower() in values:
                return f"{key}: {str(said).lower()}"
        return None

    def header_messages(self) -> Iterator[Message]:
        for key, role in _SENT_TOO.items():
            text = self.data.get(key)
            if self.front and isinstance(text, str):
                locate = partial(self._in_header, self.front, key)
                place = Place("yaml", self.front, (key,), self.header.start)
                record, placeholders = self._record(""), self.format.placeholders
                value = Value(record, key, text, self.file, locate, "plain", placeholders, role, place)
                yield from messages(value)

    def library(self) -> Iterator[Message | Omission]:
        """One record per reply; on such a page nothing is quoted from somebody else."""
        from trustlint.sources.markup.library import replies  # pages of replies only

        for number, reply in enumerate(replies(self.file.text)):
            record = self._record(reply.title, f"replies[{number}]")
            for span in reply.instructions:
                line = self.file.lines.position(span.start).line
                yield Omission(f"{record.route}, line {line}", "it tells agents how to use the reply", record)
            for message in self._reply(reply, record):
                yield replace(message, quoted=()) if message.quoted else message

    def _reply(self, reply: "Reply", record: Record) -> Iterator[Message]:
        if reply.subject:
            yield from messages(self._value(record, f"{record.route}.subject", reply.subject, "plain", "subject"))
        for number, body in enumerate(reply.bodies):
            route = f"{record.route}.body" if len(reply.bodies) == 1 else f"{record.route}.bodies[{number}]"
            yield from messages(self._value(record, route, body.span, body.markup))

    def whole(self) -> Iterator[Message]:
        """The page is one message; its first line may be a subject, or a comment in Magento's way."""
        record = self._record("")
        start = self.start
        if self.format.markup == "plain":
            subject = _SUBJECT_LINE.match(self.file.text, start)
            start = subject.end() if subject else start
        else:
            subject = _SUBJECT_COMMENT.search(self.file.text, start)
        if subject:
            yield from messages(self._value(record, "subject", Span(*subject.span("subject")), "plain", "subject"))
        role: Role = "subject" if _SUBJECT_FILE.search(os.path.basename(self.file.path)) else "body"
        body = self._value(record, role, Span(start, len(self.file.text)), self.format.markup, role)
        if self.format.embedded:
            from trustlint.sources import embedded  # for texts in such a language only

            body = embedded.unfolded(body, self.format.embedded)
        yield from messages(body)

    def _record(self, title: str, route: str = "") -> Record:
        front = next((str(self.data[key]) for (key,) in _TITLE if self.data.get(key)), None)
        stem = os.path.splitext(os.path.basename(self.file.path))[0]
        ident = self.data.get("id")
        return Record(
            self.format.name,
            self.format.kind,
            route,
            None if ident is None or isinstance(ident, dict | list) else str(ident),
            title or front or self._label() or stem,
            self._language(),
        )

    def _language(self) -> str | None:
        """The language that the front matter declares."""
        if not self.data:
            return None
        from trustlint.sources.records import language

        return language(self.data, _LANGUAGE)

    def _label(self) -> str | None:
        """What HubSpot's people know a template by."""
        found = _LABEL.search(self.annotation["notes"]) if self.annotation else None
        return found[1] if found else None

    def _value(self, record: Record, route: str, span: Span, markup: str, role: Role = "body") -> Value:
        def locate() -> TextMap:
            return TextMap.verbatim(span.end - span.start, span.start)

        text = span.of(self.file.text)
        place = Place("text", self._whole, ())
        return Value(record, route, text, self.file, locate, markup, self.format.placeholders, role, place)

    def _in_header(self, front: Document, key: str) -> TextMap:
        """The map from a text of the front matter to the file."""
        return front.locate((key,)).over(TextMap.verbatim(self.header.end - self.header.start, self.header.start))
