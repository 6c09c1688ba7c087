"""The zip archive of an Office file: its XML read with bounds, no document type, nothing from outside."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from trustlint.errors import SourceError

LARGEST = 128 << 20
"""Bytes that all members together may unpack to."""

DENSEST = 200
"""How many times its packed size a member larger than SMALL may be: bombs are 1,000 times as large."""

SMALL = 4 << 20
OLD = b"\xd0\xcf\x11\xe0"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError, OSError)


class Handler(Protocol):
    """Is told of elements by their names without namespace prefix."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def text(self, text: str) -> None: ...


class Archive:
    def __init__(self, data: bytes, path: str, kind: str) -> None:
        self.path = path
        self.kind = kind
        self._left = LARGEST
        if data.startswith(OLD):
            raise self.broken(
                "is an old Office document or one with a password", "save it without one as .docx or .xlsx"
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except UNREADABLE:
            raise self.broken(f"is no {kind}: it is not a readable archive") from None
        self._names = {info.filename.lower(): info for info in self._zip.infolist()}

    def has(self, name: str) -> bool:
        return name.lower() in self._names

    def parse(self, name: str, handler: Handler) -> None:
        """The XML of a member, told to `handler`. SourceError if there is none."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, attributes: handler.start(_local(tag), attributes)
        parser.EndElementHandler = lambda tag: handler.end(_local(tag))
        parser.CharacterDataHandler = handler.text
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        data = self._read(name)
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError):
            raise self.broken(f"is a broken {self.kind}: {name} in it cannot be read") from None

    def broken(self, message: str, hint: str | None = None) -> SourceError:
        return SourceError(message, path=self.path, hint=hint)

    def _read(self, name: str) -> bytes:
        info = self._names.get(name.lower())
        if info is None:
            raise self.broken(f"is no {self.kind}: it has no {name}")
        if info.flag_bits & 1:
            raise self.broken("is protected with a password", "save it without one")
        try:
            if info.compress_type not in METHODS:
                raise zipfile.BadZipFile
            with self._zip.open(info) as member:
                # What is written in the archive about sizes may be untrue: the bytes decide.
                densest = max(SMALL, info.compress_size * DENSEST)
                data = member.read(min(self._left, densest) + 1)
        except UNREADABLE:
            raise self.broken(f"is a broken {self.kind}: {name} in it cannot be unpacked") from None
        self._left -= len(data)
        if self._left < 0 or len(data) > densest:
            raise self.broken(f"unpacks to more than a {self.kind} can hold")
        return data

    def _refuse_doctype(self, *_: object) -> None:
        raise self.broken(f"is no {self.kind} that can be trusted: its XML defines a document type")


def _local(name: str) -> str:
    return name.rpartition(":")[2]
