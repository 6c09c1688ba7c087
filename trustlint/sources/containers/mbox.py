"""Mailboxes (.mbox): a document per mail, as `mime` reads it, `>From ` unquoted.

A mail begins with a line `From somebody at some time` after an empty line. One that is broken is given as an error,
the others are read.
"""

from collections.abc import Iterator

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers import mime
from trustlint.sources.containers._mapped import broken
from trustlint.sources.containers._mime_parts import mails

opened = mime.opened


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
