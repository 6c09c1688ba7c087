"""Files of records: exports, and whatever else a description says how to read."""

from trustlint.errors import SourceError
from trustlint.frozen import replace
from trustlint.message import Message, Omission, Record, Route, SourceFile, show_route
from trustlint.sources import comments, routes
from trustlint.sources.containers import Document, holds
from trustlint.sources.detect import Opened
from trustlint.sources.formats import Field, Format, Switch
from trustlint.sources.read import NothingError, Read
from trustlint.sources.records import Found, Text, day, language, looks_like, named, records, route_of_records, texts
from trustlint.sources.turns import in_turn
from trustlint.sources.values import Place, Value, messages
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence, cast

if TYPE_CHECKING:
    from trustlint.sources.containers._office import Document as OfficeDocument

_OFFICE = ("docx", "xlsx")


def read(file: SourceFile, known: Opened, *, include_inactive: bool) -> Iterator[Read]:
    """What the records of a file hold, and at last what ends the reading of it."""
    try:
        yield from _Reader(file, known, include_inactive).read()
    except SourceError as error:
        yield error


class _Reader:
    """Goes through the documents of a file, their records, and the fields of each."""

    def __init__(self, file: SourceFile, known: Opened, include_inactive: bool) -> None:
        assert known.format
        self.file = file
        self.format: Format = known.format
        self.pattern = known.pattern
        self.container = known.container
        self.documents = known.documents
        self.include_inactive = include_inactive
        self._repeats = any(field.once for field in self.format.fields)

    def read(self) -> Iterator[Read]:
        number = found = broken = 0
        for document in self.documents:
            if isinstance(document, SourceError):
                broken += 1
                yield document
                continue
            number += 1
            if (left_out := self._put_away(document)) and not self.include_inactive:
                found += 1
                yield Omission(self._address(document, "", ()), left_out)
                continue
            for record in records(document.data, self.format, self._pattern(document)):
                if not isinstance(record.data, dict) or not holds(document, record.route):
                    continue
                before = found
                said = self._record(document, record, number)
                for each in in_turn(said) if self.format.kind == "conversation" else said:
                    found += 1
                    yield each
                if found == before:
                    found += looks_like(record.data, self.format.signature)
        if number and not found and not broken:
            yield NothingError(
                f"no {self.format.kind} in here",
                path=self.file.path,
                hint=f"{self.format.about} are expected at {_shown(self.format.records)}",
            )

    def _pattern(self, document: Document) -> routes.Pattern:
        if self.pattern is None:
            self.pattern = route_of_records(document.data, self.format)
        return self.pattern

    def _record(self, document: Document, found: Found, number: int) -> Iterator[Read]:
        place = self._place(document, number)
        record = Record(
            self.format.name,
            self.format.kind,
            self._address(document, place, found.route),
            named(found, self.format.id),
            named(found, self.format.title),
            language(found.data, self.format.language) or language(document.data, self.format.document_language),
            day(found.data, self.format.updated),
        )
        if reason := self._switched_off(self.format.inactive, found.data, found.data):
            yield Omission(record.route, reason, record)
            return
        said: dict[tuple[str, ...], str] = {}
        for field in self.format.fields:
            for first, *twins in texts(found, field):
                route = found.written(first.route)
                shown = self._address(document, place, route)
                if reason := self._left_out(field, first, found):
                    yield Omission(shown, reason, record)
                    continue
                value = self._value(document, record, found, first, place, field)
                if first.embedded:
                    from trustlint.sources import embedded  # for texts in such a language only

                    value = embedded.unfolded(value, first.embedded)
                if twins:
                    same = tuple(self._value(document, record, found, twin, place, field) for twin in twins)
                    value = replace(value, twins=same)
                if comments.MARK in value.text:
                    yield from comments.in_text(self.file, value.text, value.locate)
                if self._repeats:
                    yield from self._once(value, field, said, record)
                else:
                    yield from messages(value)
                for twin in twins:
                    twin_route = self._address(document, place, found.written(twin.route))
                    yield Omission(twin_route, f"says the same as {shown}", record)

    def _once(
        self, value: Value, field: Field, said: dict[tuple[str, ...], str], record: Record
    ) -> Iterator[Message | Omission]:
        """The messages of a value, unless the record has said the same words and the field is one to say so."""
        found = list(messages(value))
        words = tuple(" ".join(message.text.replace("*", " ").split()) for message in found)
        if field.once and words in said:
            yield Omission(value.route, f"says the same as {said[words]}", record)
        else:
            said.setdefault(words, value.route)
            yield from found

    def _value(self, document: Document, record: Record, found: Found, text: Text, place: str, field: Field) -> Value:
        route = found.written(text.route)
        tag = language(text.item, field.language) or language(document.data, field.document_language)
        if tag:
            record = Record(record.format, record.kind, record.route, record.id, record.title, tag, record.updated)
        return Value(
            record,
            self._address(document, place, route),
            text.value,
            self.file,
            lambda: document.locate(route),
            text.markup,
            field.placeholders,
            field.role,
            Place(self.container, document, route),
        )

    def _left_out(self, field: Field, text: Text, found: Found) -> str | None:
        for switch in field.internal:
            if switch.applies(text.item, found.data):
                return switch.reason
        return self._switched_off(field.inactive, text.item, found.data)

    def _switched_off(self, switches: Sequence[Switch], item: object, record: object) -> str | None:
        if self.include_inactive:
            return None
        return next((switch.reason for switch in switches if switch.applies(item, record)), None)

    def _address(self, document: Document, place: str, route: Route) -> str:
        """How people are told of a route: by the place's name in an Office file, else behind that of its document."""
        if self.container in _OFFICE:
            return cast("OfficeDocument", document).place(route)
        return place + show_route(route)

    def _place(self, document: Document, number: int) -> str:
        """The document in its stream: the line where that says it, else which document it is."""
        if self.container in ("csv", "tsv", "jsonl", "mbox"):
            return f"line {self.file.lines.position(document.span(()).start).line}: "
        return f"document {number}: " if number > 1 else ""

    def _put_away(self, document: Document) -> str:
        """Why nobody uses what a document of an Office file says, if that is so."""
        return cast("OfficeDocument", document).left_out if self.container in _OFFICE else ""


def _shown(patterns: Sequence[routes.Pattern]) -> str:
    return " or ".join(f"`{routes.show(pattern)}`" for pattern in patterns)
