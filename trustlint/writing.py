"""Files replaced whole or not at all: at any moment, and after a crash, there is the old file or the new one."""

import os


def replace(path: str, content: bytes) -> None:
    """Put a file in the place of the one at `path`, with its mode. OSError; the old file is then as it was.

    What a link leads to is replaced, not the link.
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
            os.chmod(temporary, os.stat(path).st_mode & 0o7777)
        os.replace(temporary, path)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise
