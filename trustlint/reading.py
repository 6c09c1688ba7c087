"""Targets to what is read from them, field by field."""

import os
from itertools import groupby

from trustlint import digests
from trustlint.cache import Cache
from trustlint.config import Settings
from trustlint.discover import Target, covers
from trustlint.engine import formats
from trustlint.errors import SourceError, UsageError
from trustlint.frozen import replace
from trustlint.message import Message, Omission, SourceFile
from trustlint.modules import import_module
from trustlint.sources import comments, decoding
from trustlint.sources.comments import Comment
from trustlint.sources.detect import Opened, opened
from trustlint.sources.read import NothingError, Read, contents
from trustlint.typed import Iterable, Iterator, Sequence, TypeAlias

Field: TypeAlias = tuple[Message, ...]
"""The messages that one field can be, one for each way through its branches."""

WHOLE = 1024 * 1024
"""Files up to this size in bytes are held whole; larger ones of records one after the other are read in windows."""

BROKEN = "broken"
"""Stands for the format of a file that is too broken to say which one it has."""

DATE_WORDS = "date-placeholders"
"""The key of `lexicon:` for words that make a placeholder's name a date."""

_OPENED = {".eml": "mime", ".mbox": "mbox", ".docx": "docx", ".xlsx": "xlsx"}
_STREAMED = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".mbox": "mbox"}


class Reader:
    """Settings made ready to read file after file. UsageError or ConfigError for a format that does not exist."""

    def __init__(self, settings: Settings, cache: Cache | None = None) -> None:
        self.settings = settings
        self.formats = formats(settings, cache)
        self.date_words = frozenset(word.lower() for word in settings.lexicon.get(DATE_WORDS, ()))
        if settings.input_format is not None:
            self.formats.get(settings.input_format)
        for number, source in enumerate(settings.sources):
            self._check_source(f"sources[{number}].format", source.format)

    def _check_source(self, key: str, format: str | None) -> None:
        if format is not None:
            try:
                self.formats.get(format)
            except UsageError as error:
                raise self.settings.mistake(key, error.message, error.hint) from None

    def file(self, target: Target) -> "FileReading":
        read: list[bytes] = []
        kind = os.path.splitext(target.path)[1].lower()
        large = size(target.path) > WHOLE and (kind == ".json" or kind in _STREAMED)
        windows = self._in_windows(target, kind, read) if large else _whole(target.path, read)
        return FileReading(self, target, windows, read, large=large)

    def _in_windows(self, target: Target, kind: str, read: list[bytes]) -> Iterator[SourceFile]:
        """A file in windows. Its digest is left in `read`."""
        path = target.path
        content, before = digests.of_file(path), _state(path)
        yield from self._json(target) if kind == ".json" else _streamed(path, kind)
        # A file that was written to meanwhile is not the one of the digest.
        if content is not None and _state(path) == before:
            read.append(content)

    def _json(self, target: Target) -> Iterator[SourceFile]:
        from trustlint.sources import large  # for large files only

        asked = self.format_of(target)
        named = asked is not None or target.named

        def open_as(file: SourceFile) -> Opened:
            return opened(file, asked, formats=self.formats, named=named)

        return large.windows(target.path, open_as, named=named)

    def bytes(self, name: str, data: bytes) -> "FileReading":
        """What came from somewhere else than a file."""
        return FileReading(self, Target(name, named=True), _decoded(data, name), [digests.of(data)])

    @property
    def endings(self) -> tuple[str, ...]:
        """Of the paths of files beside a file that may have a say in how it is read."""
        return self.formats.beside

    def format_of(self, target: Target) -> str | None:
        """The format that the command line or the settings' sources name for a path."""
        if self.settings.input_format is not None:
            return self.settings.input_format
        formats = (each.format for each in self.settings.sources if each.format and covers(each.path, target.path))
        return next(formats, None)


class FileReading:
    """One file, read as it is gone through.

    `format` is known from its first window on, with `why` it is that one; `None` if the file is not for us. `comments`
    are those that speak to trustlint, as far as the file has been gone through. `large`: it is read in windows.
    """

    def __init__(
        self,
        reader: Reader,
        target: Target,
        windows: Iterator[SourceFile],
        read: Sequence[bytes] = (),
        *,
        large: bool = False,
    ) -> None:
        self.path = target.path
        self.large = large
        self._read = read
        self.format: str | None = None
        self.why = ""
        self.comments: list[Comment] = []
        self._reader = reader
        self._target = target
        self._windows = windows

    @property
    def content(self) -> "bytes | None":
        """The digest of what was read, once all of it was."""
        return self._read[0] if self._read else None

    def __iter__(self) -> Iterator[Field | Omission | SourceError]:
        asked = self._reader.format_of(self._target)
        nothing: list[NothingError] = []
        windows = 0
        try:
            for windows, file in enumerate(self._windows, 1):  # noqa: B007 their number is asked for below
                for each in self._window(file, asked or self.format):
                    if isinstance(each, NothingError):
                        nothing.append(each)
                    else:
                        yield each
                if self.format in (None, BROKEN):
                    return
            if windows == len(nothing):
                yield from nothing[:1]
        except SourceError as error:
            # A folder may hold anything: what is no text there is passed over. What is named must be readable.
            yield error if self._target.named or error.line is not None else Omission("", error.message)

    def _window(self, file: SourceFile, format: str | None) -> Iterator[Field | Omission | SourceError]:
        named = format is not None or self._is_meant(file)
        try:
            known = opened(file, format, formats=self._reader.formats, named=named)
        except SourceError as error:
            self.format = format or BROKEN
            yield error
            return
        self.format = known.format.name if known.format else None
        self.why = known.detection.reason
        if known.format is not None and comments.MARK in file.text:
            self.comments += comments.in_file(file, known.container)
        found = contents(file, known, include_inactive=self._reader.settings.include_inactive, named=named)
        for field, group in groupby(found, _field):
            if field is None:
                yield from self._told(group)
            else:
                yield tuple(self._typed(each) for each in group if isinstance(each, Message))

    def _typed(self, message: Message) -> Message:
        """The message with the user's own words for a date taken as dates."""
        words = self._reader.date_words
        if not words or not message.placeholders:
            return message
        from trustlint.sources.templates import placeholder_kind

        slots = (
            slot if slot.kind == "fill-in" else slot._replace(kind=placeholder_kind(slot.name, words))
            for slot in message.placeholders
        )
        return replace(message, placeholders=tuple(slots))

    def _is_meant(self, file: SourceFile) -> bool:
        """Whether a file is read without further signs.

        It was named, or is a letter or a template of a text that lies directly in a named folder.
        """
        if self._target.named or not self._target.near:
            return self._target.named
        format = self._reader.formats.owner(file.path)
        if format is None or format.layout != "page" or format.markup == "html":
            return False
        from trustlint.sources.letters import is_letter  # for texts in folders only
        from trustlint.sources.places import makes_text

        return makes_text(file.path, self._reader.formats.extension(file.path)) and is_letter(file.text, file.path)

    def _told(self, group: Iterable[Read]) -> Iterator[Omission | SourceError]:
        """What is no message; comments are kept until all they can speak about has been read."""
        for each in group:
            if isinstance(each, Comment):
                self.comments.append(each)
            elif not isinstance(each, Message):
                yield each


def _field(each: Read) -> tuple[str, str] | None:
    """What the readings of one field have in common; `None` for what is no message."""
    return (each.record.route, each.route) if isinstance(each, Message) else None


def _whole(path: str, read: list[bytes]) -> Iterator[SourceFile]:
    """A file held whole. The digest of what was read is left in `read`."""
    data = decoding.content(path)
    read.append(digests.of(data))
    yield from _decoded(data, path)


def _decoded(data: bytes, name: str) -> Iterator[SourceFile]:
    yield _opened(data, name) if os.path.splitext(name)[1].lower() in _OPENED else decoding.decode(data, name)


def _opened(data: bytes, path: str) -> SourceFile:
    """The text of a file that is not one text in one encoding."""
    container = import_module(f"trustlint.sources.containers.{_OPENED[os.path.splitext(path)[1].lower()]}")
    opened: SourceFile = container.opened(data, path)
    return opened


def _streamed(path: str, kind: str) -> Iterator[SourceFile]:
    container = import_module(f"trustlint.sources.containers.{_STREAMED[kind]}")
    windows: Iterator[SourceFile] = container.windows(path)
    return windows


def _state(path: str) -> tuple[int, int] | None:
    """What changes when a file is written to."""
    try:
        about = os.stat(path)
    except (OSError, ValueError):
        return None
    return about.st_size, about.st_mtime_ns


def size(path: str) -> int:
    """The bytes of a file; 0 when it cannot be asked."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0  # Reading it will say what is wrong.
