"""Files replaced whole or not at all: at any moment, and after a crash, there is the old file or the new one."""

import os
from collections.abc import Callable
from contextlib import suppress


def replace(path: str, content: bytes, last_look: Callable[[], None] = lambda: None) -> None:
    """Put a file in the place of the one at `path`, with its mode and owner. OSError; the old file is then as it was.

    What a link leads to is replaced, not the link. `last_look` is called when nothing but the replacing is left to do;
    what it raises stops that.
    """
    path = os.path.realpath(path)
    temporary = f"{path}.{os.getpid()}.{os.urandom(4).hex()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(temporary, flags, 0o666), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(path):
            _become(temporary, os.stat(path))
        last_look()
        os.replace(temporary, path)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def _become(path: str, status: os.stat_result) -> None:
    """Take another file's owner, where the system lets us, and its mode."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)
    os.chmod(path, status.st_mode & 0o7777)
