"""Catalogues of texts by key: an application's translations.

Most of them name buttons and fields. A key, or the name of its file, says which texts are sent to customers; all are
read where the user asks for the format by name.
"""

import os
from fnmatch import fnmatchcase

from trustlint.errors import SourceError
from trustlint.message import Message, Omission, Record, Route, SourceFile, show_route
from trustlint.sources import comments, languages
from trustlint.sources.containers import Document
from trustlint.sources.detect import ASKED_FOR, Opened
from trustlint.sources.formats import Format
from trustlint.sources.places import among_mails
from trustlint.sources.records import looks_like
from trustlint.sources.values import Place, Value, messages
from trustlint.typed import Any, Iterator, Sequence

_LOCALE = "@@locale"


def is_one(data: Any, format: Format, path: str, *, named: bool) -> bool:
    """Whether a document is a catalogue in this format, for its shape and a path that keeps languages apart."""
    if not isinstance(data, dict) or not data:
        return False
    if format.signature.has:
        return looks_like(data, format.signature)
    by_language = all(languages.tag_of(key) and isinstance(value, dict) for key, value in data.items())
    if format.catalogue.locale == "key":
        kept = named or languages.keeps_locales(path) or languages.of_path(path) is not None
        return by_language and kept
    texts = all(isinstance(value, str | dict | list) for value in data.values())
    return texts and not by_language and languages.keeps_locales(path, by_name=named)


def read(file: SourceFile, known: Opened) -> Iterator[Message | Omission | SourceError | comments.Comment]:
    """The texts of a catalogue that customers read, and how many others there are."""
    assert known.format
    try:
        for document in known.documents:
            if isinstance(document, SourceError):
                yield document
            else:
                yield from _Catalogue(file, known, known.format).read(document)
    except SourceError as error:
        yield error


class _Catalogue:
    def __init__(self, file: SourceFile, known: Opened, format: Format) -> None:
        self.file = file
        self.format = format
        self.container = known.container
        self.options = format.catalogue
        self.stem = os.path.basename(file.path).split(".")
        self.stems = [part for part in self.stem[:-1] if not languages.tag_of(part)]
        self.takes_all = not self.options.keys or known.detection.reason == ASKED_FOR or among_mails(file.path)

    def read(self, document: Document) -> Iterator[Message | Omission | comments.Comment]:
        others: dict[str, int] = {}
        for route, text in _texts(document.data, ()):
            steps = route[1:] if self.options.locale == "key" else route
            if not text.strip() or any(_matches(str(step), self.options.hidden) for step in steps):
                continue
            key = ".".join(map(str, steps))
            if self.takes_all or self._is_for_customers(key):
                yield from self._messages(document, route, key, text)
            else:
                section = show_route(route[: len(route) - len(steps) + 1]) if len(steps) > 1 else ""
                others[section] = others.get(section, 0) + 1
        for section, number in others.items():
            said = "1 text whose key does not say that customers read it"
            if number > 1:
                said = f"{number} texts whose keys do not say that customers read them"
            yield Omission(section, f"{said}; --input-format {self.format.name} reads all")

    def _is_for_customers(self, key: str) -> bool:
        return any(_matches(each, self.options.keys) for each in (key, *(f"{stem}.{key}" for stem in self.stems)))

    def _messages(
        self, document: Document, route: Route, key: str, text: str
    ) -> Iterator[Message | Omission | comments.Comment]:
        shown = show_route(route)
        record = Record(self.format.name, self.format.kind, shown, key, None, self._language(document.data, route))
        value = Value(
            record,
            shown,
            text,
            self.file,
            lambda: document.locate(route),
            "html" if _matches(key, self.options.html) else self.format.markup,
            self.format.placeholders,
            "subject" if key.endswith("subject") else "body",
            Place(self.container, document, route),
        )
        if comments.MARK in text:
            yield from comments.in_text(self.file, text, value.locate)
        yield from messages(value)

    def _language(self, data: Any, route: Route) -> str | None:
        if self.options.locale == "key":
            said = route[0] if route else None
        else:
            said = data.get(_LOCALE) if isinstance(data, dict) else None
            if said is None and languages.of_path(self.file.path) is None:
                said = self.stem[0]  # elsewhere a name like `nl` says little, but a catalogue's is its language
        return languages.tag_of(said) if isinstance(said, str) else None


# FormatJS and browser extensions have an object for each text.
_SAID = ("defaultMessage", "message")
_FOR_TRANSLATORS = ("description", "placeholders", "id")


def _texts(data: Any, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if not (key in _FOR_TRANSLATORS and any(isinstance(data.get(said), str) for said in _SAID)):
                yield from _texts(value, (*route, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*route, number))


def _matches(key: str, globs: Sequence[str]) -> bool:
    lower = key.lower()
    return any(fnmatchcase(lower, glob) for glob in globs)
