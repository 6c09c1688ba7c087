"""The files of packs, read. What goes wrong is a `PackError` with the path."""

import os

from trustlint.errors import PackError


def yaml_files(folder: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [
        os.path.join(folder, name) for name in names if name.endswith((".yaml", ".yml")) and not name.startswith(".")
    ]


def content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise PackError(f"cannot be read: {error.strerror}", path=path) from None


def text(path: str) -> str:
    try:
        return content(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        raise PackError("this file is not UTF-8", path=path, line=line, column=1, hint="save it as UTF-8") from None
