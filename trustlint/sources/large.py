"""JSON documents too large to hold, in parts cut between their records.

The document is gone through twice: once to see what it is, whether it is well-formed and where it can be cut, and once
to read it. So a document is refused as a whole, with the place of its error, however large it is.
"""

import json
from collections.abc import Callable, Iterator
from typing import TypeAlias

from trustlint.message import SourceFile
from trustlint.sources import decoding
from trustlint.sources.containers import jsonl
from trustlint.sources.containers._json_outline import NoListsError, Outline, outline
from trustlint.sources.containers._json_part import Part, PartDocument, parts
from trustlint.sources.containers._windows import WINDOW
from trustlint.sources.detect import KnownFile, Opened, holds_json_lines
from trustlint.sources.formats import Format
from trustlint.sources.records import records, route_of_records
from trustlint.sources.routes import Pattern

Open: TypeAlias = Callable[[SourceFile], Opened]
"""A file opened as the user's wishes have it, to see its format."""


def windows(path: str, open_as: Open, *, named: bool, size: int = WINDOW) -> Iterator[SourceFile]:
    """A `.json` file in windows of about `size` characters; whole if its records can't be told apart by its lists."""
    if holds_json_lines(decoding.head(path, size)):
        yield from jsonl.windows(path, size)
        return
    try:
        found = outline(path, size)
    except NoListsError:
        yield decoding.read(path)
        return
    known = open_as(SourceFile(path, json.dumps(found.data, ensure_ascii=False)))
    if found.error and (named or known.format):
        raise found.error
    if known.format is None:
        yield KnownFile(path, "", known=known)
        return
    pattern = known.pattern or route_of_records(found.data, known.format)
    if known.format.layout == "records" and _holds_whole_records(found, known.format, pattern):
        for part in parts(path, found, size):
            yield _known(part, known._replace(pattern=pattern))
    else:
        yield decoding.read(path)


def _holds_whole_records(found: Outline, format: Format, pattern: Pattern) -> bool:
    """Whether no record has one of the lists in it that are cut."""
    cut = {extent.route for extent in found.extents if extent.route is not None}
    ways = (each.route for each in records(found.data, format, pattern) if isinstance(each.data, dict))
    return not any(route[: len(way)] == way for way in ways for route in cut)


def _known(part: Part, known: Opened) -> KnownFile:
    file, known = part.file, known._replace(documents=iter([PartDocument(part)]))
    return KnownFile(file.path, file.text, file.encoding, file.bom, file.base, known)
