"""A file to the messages that customers receive from it."""

from trustlint.errors import SourceError
from trustlint.message import Message, Omission, SourceFile
from trustlint.sources import comments
from trustlint.sources.detect import Opened, opened
from trustlint.sources.formats import Format
from trustlint.sources.registry import Formats
from trustlint.typed import Iterator, TypeAlias

Read: TypeAlias = Message | Omission | comments.Comment | SourceError


class NothingError(SourceError):
    """No record stands where the format has them; of a file in windows that may be true of one of them only."""


def read(
    file: SourceFile,
    *,
    format: str | None = None,
    formats: Formats | None = None,
    include_inactive: bool = False,
    named: bool = True,
) -> Iterator[Read]:
    """What a file holds, as it is found: messages, what was left out and why, and what is broken.

    A broken record or line does not stop those after it. `named` says that the user asked for this very file: it is an
    error then that nothing in it is known, else an omission. UsageError for a format that does not exist.
    """
    try:
        known = opened(file, format, formats=formats, named=named)
    except SourceError as error:
        yield error
        return
    yield from contents(file, known, include_inactive=include_inactive, named=named)


def contents(file: SourceFile, known: Opened, *, include_inactive: bool = False, named: bool = True) -> Iterator[Read]:
    """The same for a file that has been opened, to see its format, by `detect.opened`."""
    if known.format is None:
        hint = "name its format with --input-format, or describe it under `formats:` in trustlint.yaml"
        reason = known.detection.reason
        yield SourceError(reason, path=file.path, hint=hint) if named else Omission("", reason)
    elif internal := known.format.internal_file(file.path):
        yield Omission("", internal)
    elif not include_inactive and (off := _off_beside(file, known.format)):
        yield Omission("", off)
    elif known.format.is_page:
        from trustlint.sources import pages  # with all of Markdown, which exports do without

        yield from pages.read(file, known.format, include_inactive=include_inactive)
    elif known.format.layout == "catalogue":
        from trustlint.sources import catalogues  # for files of texts by key only

        yield from catalogues.read(file, known)
    else:
        from trustlint.sources import exports  # for files of records only

        yield from exports.read(file, known, include_inactive=include_inactive)


def _off_beside(file: SourceFile, format: Format) -> str | None:
    if format.beside is None:
        return None
    from trustlint.sources import beside  # for formats that come in pairs of files

    return beside.switched_off(file, format.beside)
