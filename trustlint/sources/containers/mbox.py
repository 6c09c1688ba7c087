"""Mailboxes (.mbox): a document per mail, as `mime` reads it, `>From ` unquoted.

A mail begins with a line `From somebody at some time` after an empty line. One that is broken is given as an error,
the others are read.
"""

import re
from collections.abc import Iterator

from trustlint.errors import SourceError
from trustlint.frozen import replace
from trustlint.message import SourceFile
from trustlint.sources import decoding
from trustlint.sources.containers import mime
from trustlint.sources.containers._mapped import broken
from trustlint.sources.containers._mime_parts import mails
from trustlint.sources.containers._windows import LARGEST_RECORD, WINDOW, too_large
from trustlint.span import START, LineIndex

opened = mime.opened

_BEGIN = b"\nFrom "
_BLANK = (b"\n", b"\n\r")
_TIME = re.compile(rb"[^\r\n]*?\d:\d\d")


def documents(file: SourceFile) -> Iterator[mime.Document | SourceError]:
    """The mails of a mailbox, one after the other."""
    found = False
    for span in mails(file.text):
        found = True
        try:
            yield mime.document(file, span, in_mbox=True)
        except SourceError as error:
            yield error
    if not found:
        if not file.text.strip():
            raise SourceError("is empty", path=file.path)
        raise broken("is no mailbox: it does not begin with a line `From …`", file, 0)


def windows(path: str, size: int = WINDOW) -> Iterator[SourceFile]:
    """The file in windows cut between mails. Each is read in the charsets that its own mails declare."""
    base = START
    for data in _cut(path, size):
        window = replace(opened(data, path), base=base)
        yield window
        base = LineIndex(window.text, base).position(len(window.text))


def _cut(path: str, size: int) -> Iterator[bytes]:
    rest, next_look = b"", 0
    for data in decoding.blocks(path, size):
        rest += data
        if len(rest) < next_look:
            continue
        if len(rest) > LARGEST_RECORD:
            raise too_large(path)
        end = _last_begin(rest)
        next_look = 0 if end else 2 * len(rest)
        if end:
            yield rest[:end]
            rest = rest[end:]
    if rest:
        yield rest


def _last_begin(data: bytes) -> int:
    """Where the last mail begins whose `From ` line is all there; 0 if that is the first one."""
    at = data.rfind(_BEGIN)
    while at > 0:
        if data.endswith(_BLANK, 0, at) and _TIME.match(data, at + 1):
            return at + 1
        at = data.rfind(_BEGIN, 0, at)
    return 0
