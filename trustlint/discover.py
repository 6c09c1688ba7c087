"""Paths as a user gives them to the files they mean.

Folders are walked in name order; `.gitignore` is honoured, and hidden folders, version control and installed
packages are passed over. What is named outright is always taken.
"""

import os

from trustlint.errors import SourceError
from trustlint.memo import cache
from trustlint.patterns import escape
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Iterable, Iterator

if TYPE_CHECKING:
    import re

PASSED_OVER = frozenset({"node_modules", "bower_components", "__pycache__", "site-packages", "venv"})
_WILD = "*?["


class Target(NamedTuple):
    """A file to read.

    `named` tells whether the user asked for this very file, or for a folder or pattern around it; `near` whether it
    stands directly in a folder that the user named.
    """

    path: str
    named: bool
    near: bool = False


def targets(paths: Iterable[str]) -> Iterator[Target | SourceError]:
    """The files behind paths, folders and globs, each once; a `SourceError` for what cannot be found or opened."""
    seen: set[str] = set()
    for path in paths:
        for found in _behind(path):
            if isinstance(found, SourceError):
                yield found
                continue
            key = os.path.realpath(found.path)
            if key not in seen:
                seen.add(key)
                yield found


def _behind(path: str) -> Iterator[Target | SourceError]:
    if os.path.isdir(path):
        yield from _walk(path)
    elif os.path.islink(path) and not os.path.exists(path):
        yield SourceError("this link leads nowhere", path=path)
    elif os.path.lexists(path):
        yield Target(tidy(path), named=True)
    elif any(char in path for char in _WILD):
        yield from _matching(path)
    else:
        yield SourceError("no such file or folder", path=path)


def _matching(pattern: str) -> Iterator[Target | SourceError]:
    import glob

    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        yield SourceError("no file matches this pattern", path=pattern)
    for path in found:
        if not os.path.isdir(path):
            # A pattern for names is as good as the name: a letter it meets is meant.
            yield Target(tidy(path), named=False, near=True)


def covers(pattern: str, path: str) -> bool:
    """Whether a path is what a file, folder or glob means: itself, in it, or matched by it."""
    wanted, given = _absolute(pattern), _absolute(path)
    if given == wanted or given.startswith(wanted.rstrip("/") + "/"):
        return True
    return any(char in pattern for char in _WILD) and _expression(wanted).fullmatch(given) is not None


def _absolute(path: str) -> str:
    return os.path.abspath(path).replace(os.sep, "/")


@cache
def _expression(glob: str) -> "re.Pattern[str]":
    """A glob as an expression: `*` stays in its folder, `**/` is any number of folders."""
    import re

    parts = re.split(r"(\*\*/|\*\*|\*|\?|\[!?\]?[^\]]*\])", glob)
    written = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]", "": ""}
    return re.compile("".join(written[part] if part in written else _literal(part) for part in parts), re.DOTALL)


def _literal(part: str) -> str:
    """Characters as they are, or one of a set: `[ab]`, `[!ab]`."""
    if not (part.startswith("[") and part.endswith("]")):
        return escape(part)
    inner = part[1:-1].replace("\\", "\\\\")
    return f"[^{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"


def _walk(folder: str) -> Iterator[Target | SourceError]:
    ignored = Ignored.above(folder)
    yield from _walk_below(folder, ignored, near=True)


def _walk_below(folder: str, ignored: "Ignored", *, near: bool = False) -> Iterator[Target | SourceError]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield SourceError(f"cannot open this folder: {error.strerror}", path=tidy(folder))
        return
    if any(entry.name == ".gitignore" for entry in entries):
        ignored = ignored.below(folder)
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if ignored.covers(entry.path, is_folder):
            continue
        if is_folder:
            if not entry.name.startswith(".") and entry.name not in PASSED_OVER:
                yield from _walk_below(entry.path, ignored)
        elif not entry.name.startswith(".") and entry.is_file():
            yield Target(tidy(entry.path), named=False, near=near)


class Ignored:
    """The `.gitignore` files in force in a folder: those of the folders above it, up to the repository's top."""

    def __init__(self, specs: "tuple[tuple[str, object], ...]" = ()) -> None:
        self._specs = specs

    @classmethod
    def above(cls, folder: str) -> "Ignored":
        """What the folders above this one ignore, if they belong to a repository."""
        above: list[str] = []
        at = os.path.abspath(folder)
        while not os.path.exists(os.path.join(at, ".git")):
            parent = os.path.dirname(at)
            if parent == at:
                return cls()
            at = parent
            above.append(at)
        ignored = cls()
        for each in reversed(above):
            ignored = ignored.below(each)
        return ignored

    def below(self, folder: str) -> "Ignored":
        """With the rules that the `.gitignore` of this folder adds, if it has one."""
        try:
            with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
                lines = file.read().splitlines()
        except OSError:
            return self
        # Imported where one is met: most folders have none, and it costs more than reading a small file.
        from pathspec import GitIgnoreSpec

        return Ignored((*self._specs, (os.path.abspath(folder), GitIgnoreSpec.from_lines(lines))))

    def covers(self, path: str, is_folder: bool) -> bool:
        """Whether git would ignore this path. The nearest file that speaks about it decides."""
        if not self._specs:
            return False
        absolute = os.path.abspath(path)
        for folder, spec in reversed(self._specs):
            below = os.path.relpath(absolute, folder).replace(os.sep, "/") + ("/" if is_folder else "")
            decision = spec.check_file(below).include  # type: ignore[attr-defined]
            if decision is not None:
                return bool(decision)
        return False


def tidy(path: str) -> str:
    """The path as reports show it: with forward slashes, and no `./` in front."""
    shown = path.replace(os.sep, "/")
    while shown.startswith("./") and len(shown) > 2:
        shown = shown[2:].lstrip("/")
    return shown
