"""The file beside a file, which says whether that one is in use: Salesforce's `.email-meta.xml`."""

import os

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources import decoding
from trustlint.sources.containers import container
from trustlint.sources.formats import Beside


def stands(file: SourceFile, beside: Beside) -> bool:
    """Whether there is such a file."""
    return os.path.isfile(file.path + beside.ending)


def switched_off(file: SourceFile, beside: Beside) -> str | None:
    """Why the file is not in use, if the one beside it says so. What cannot be read says nothing here."""
    if not stands(file, beside):
        return None
    try:
        for document in container(beside.container).documents(decoding.read(file.path + beside.ending)):
            if not isinstance(document, SourceError):
                reasons = (switch.reason for switch in beside.inactive if switch.applies(document.data, document.data))
                return next(reasons, None)
    except SourceError:
        return None
    return None
