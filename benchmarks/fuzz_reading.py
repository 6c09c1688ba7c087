"""One broken file, read the way a run reads it."""

import os
import traceback
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from trustlint import reading
from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.engine import linter, words
from trustlint.errors import SourceError, TrustlintError
from trustlint.message import Message, Omission
from trustlint.prose import Prose
from trustlint.reading import FileReading, Reader
from trustlint.sources.writing import RefusedError
from trustlint.span import Span

_SMALL = 1000
"""Bytes from which on a file is read in windows here."""
_WORDS = "It’s “done” <now> & 100%"


def read(name: str, data: bytes, format: str | None, folder: str | None, *, linted: bool) -> str:
    """The traceback of what a file raises, as itself or from a `folder` and in windows; nothing if all is well."""
    try:
        found = _opened(name, data, format, folder)
        for field in found:
            if not isinstance(field, Omission | SourceError):
                for message in field:
                    _looked_at(message, linted=linted)
        for comment in found.comments:
            repr(comment)
    except Exception:
        return traceback.format_exc(limit=-12)
    return ""


def _opened(name: str, data: bytes, format: str | None, folder: str | None) -> FileReading:
    reader = _reader(format)
    reading.WHOLE = _SMALL
    if folder is None:
        return reader.bytes(name, data)
    path = os.path.join(folder, os.path.basename(name))
    Path(path).write_bytes(data)
    return reader.file(Target(path, named=True))


def _looked_at(message: Message, *, linted: bool) -> None:
    whole = Span(0, len(message.text))
    place = message.in_file(whole)
    assert 0 <= place.start <= place.end <= len(message.file.text)
    message.file.lines.position(place.end)
    message.file.byte_column(place.start)
    lexicon, rules = _rules()
    for number, sentence in enumerate(Prose(message, lexicon).sentences):
        message.in_file(sentence.span)
        if number < 2 and message.rewrite is not None:
            with suppress(TrustlintError, RefusedError):
                message.rewrite(sentence.span, _WORDS)
    if linted:
        rules.lint(message)


def warmed() -> None:
    """Everything made that all cases share."""
    rules = _rules()[1]
    for number in range(len(rules.rules)):
        rules._check(number)
    _reader(None)


@cache
def _reader(format: str | None) -> Reader:
    return Reader(Settings(input_format=format))


@cache
def _rules() -> Any:
    return words(Settings()), linter(Settings())
