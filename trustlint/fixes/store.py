"""A fixed file written over the old one, or a clear word why not."""

import os
import stat
from contextlib import suppress

from trustlint import writing
from trustlint.errors import SourceError


def must_be_writable(path: str) -> None:
    """SourceError for a file that fixes must not be written to: a link, one without permission, no file at all."""
    try:
        status = os.lstat(path)
    except OSError as error:
        raise _failed(path, error) from None
    if stat.S_ISLNK(status.st_mode):
        raise SourceError("is a symbolic link: fixes are not written through links", path=path, hint=_target(path))
    if not stat.S_ISREG(status.st_mode):
        raise SourceError("is no ordinary file: fixes are not written to it", path=path)
    if _leads_out(path):
        raise SourceError("is not fixed: a symbolic link in its path leads out of this folder", path=path)
    if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise SourceError("is read-only: fixes cannot be written to it", path=path)


def replace_file(path: str, old: bytes, new: bytes) -> None:
    """Put `new` in the place of `old`: at any moment there is the one or the other.

    SourceError, with the file as it was, when it no longer holds `old` or cannot be written.
    """

    def last_look() -> None:
        must_be_writable(path)
        with open(path, "rb") as stream:
            if stream.read(len(old) + 1) != old:
                raise SourceError("was changed while it was checked: not fixed", path=path, hint="run it again")

    last_look()
    try:
        writing.replace(path, new, last_look)
    except OSError as error:
        raise _failed(path, error) from None


def _leads_out(path: str) -> bool:
    """Whether a path that is written as one below the working directory is not."""
    here = os.path.realpath(os.getcwd())
    written = os.path.abspath(path)
    return _is_below(written, here) and not _is_below(os.path.realpath(os.path.dirname(written)), here)


def _is_below(path: str, folder: str) -> bool:
    try:
        return os.path.commonpath([path, folder]) == folder
    except ValueError:  # on another drive
        return False


def _target(path: str) -> str | None:
    with suppress(OSError):
        return f"fix {os.readlink(path)} itself"
    return None


def _failed(path: str, error: OSError) -> SourceError:
    return SourceError(f"cannot be fixed: {error.strerror or error}", path=path)
