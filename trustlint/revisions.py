"""Which lines have changed since a revision, as git tells it.

The only program that trustlint ever starts. It is started with a fixed list of arguments, without a shell, without a
network, and with external diffs, text conversions, file system monitors and pagers switched off.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterator

from trustlint.errors import UsageError
from trustlint.patterns import lazy
from trustlint.tuples import NamedTuple

SECONDS = 60
_SAFE = (
    *("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "core.pager=cat"),
    "--no-pager",
    "--literal-pathspecs",
)
_DIFF = (
    *("--unified=0", "--text", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv"),
    *("--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/", "--inter-hunk-context=0", "--full-index"),
)
_HUNK = lazy(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Lines(NamedTuple):
    """Stretches of lines of one file, first and last counted from 1; `everything` when the file as a whole is new."""

    spans: tuple[tuple[int, int], ...] = ()
    everything: bool = False

    def touch(self, first: int, last: int) -> bool:
        """Whether any of the lines from `first` to `last` is among them."""
        return self.everything or any(start <= last and first <= end for start, end in self.spans)


class Changes:
    """The lines of the working tree that were added or changed since a revision. UsageError when git can't tell."""

    def __init__(self, revision: str, folder: str = ".") -> None:
        self._folder = folder
        self._top = os.path.realpath(_top(folder))
        commit = _commit(revision, folder)
        self._changed = dict(parsed(_git(self._top, "diff", *_DIFF, commit, "--").decode("utf-8", "surrogateescape")))
        tracked = _git(self._top, "ls-files", "-z", "--full-name", "--").decode("utf-8", "surrogateescape")
        self._tracked = frozenset(tracked.split("\0"))

    def of(self, path: str) -> Lines:
        """The changed lines of a file. One that git does not follow is new as a whole."""
        absolute = os.path.realpath(os.path.join(self._folder, path))
        name = os.path.relpath(absolute, self._top).replace(os.sep, "/")
        if name not in self._tracked:
            return Lines(everything=True)
        found = self._changed.get(name, Lines())
        return Lines(everything=True) if found.spans and _counts_otherwise(absolute) else found


def parsed(diff: str) -> Iterator[tuple[str, Lines]]:
    """The files of a diff without context, with the lines that are on its new side."""
    name: str | None = None
    spans: list[tuple[int, int]] = []
    skip = 0
    for line in diff.split("\n"):
        if skip and line[:1] in {"+", "-"}:
            skip -= 1  # a line of a file, whatever it looks like
        elif line.startswith("+++ "):
            if name is not None:
                yield name, Lines(tuple(spans))
            name, spans = _name(line[4:]), []
        elif hunk := _HUNK.match(line):
            removed, start, added = (int(number) if number else 1 for number in hunk.groups())
            skip = removed + added
            if added:
                spans.append((start, start + added - 1))
    if name is not None:
        yield name, Lines(tuple(spans))


def _name(written: str) -> str | None:
    """A file's name: `b/` stands in front, quotes where it has unusual characters, a tab behind one with spaces."""
    written = written.removesuffix("\t")
    if written.startswith('"') and written.endswith('"'):
        written = _unquoted(written[1:-1])
    return written[2:] if written.startswith("b/") else None


_ESCAPES = {"a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"}


def _unquoted(written: str) -> str:
    def plain(match: re.Match[str]) -> str:
        escape = match[1]
        return chr(int(escape, 8)) if escape.isdigit() else _ESCAPES.get(escape, escape)

    return re.sub(r"\\([0-7]{3}|.)", plain, written)


def _counts_otherwise(path: str) -> bool:
    """Whether git and we count the lines of a file differently: then any change of it is one of all of it."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return True
    return data.startswith(_UTF_16) or data.count(b"\r") != data.count(b"\r\n")


def _top(folder: str) -> str:
    return _git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n")


def _commit(revision: str, folder: str) -> str:
    if not revision.strip() or revision.startswith("-") or any(char in revision for char in "\0\n"):
        raise UsageError(f"--new-from: {revision!r} is no revision", hint="name a branch, a tag or a commit")

    def unknown(_: str) -> UsageError:
        hint = "a clone without history has none: fetch it first" if os.environ.get("CI") else "`git log` lists commits"
        return UsageError(f"--new-from: git knows no revision {revision!r}", hint=hint)

    found = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", failed=unknown)
    return found.decode("ascii", "replace").strip()


def _failed(said: str) -> UsageError:
    if "not a git repository" in said:
        return UsageError("--new-from: this is not in a git repository", hint="use --baseline instead")
    return UsageError(f"--new-from: git failed: {' '.join(said.split()) or 'it does not say why'}")


def _git(folder: str, *arguments: str, failed: Callable[[str], UsageError] = _failed) -> bytes:
    environment = {
        **{name: value for name, value in os.environ.items() if name != "GIT_EXTERNAL_DIFF"},
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "LC_ALL": "C",
    }
    try:
        done = subprocess.run(  # noqa: S603 a fixed list of arguments, and a revision that cannot be an option
            ["git", *_SAFE, "-C", folder, *arguments],  # noqa: S607 the user's own git, wherever it is
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=environment,
        )
    except FileNotFoundError:
        raise UsageError("--new-from: git is not installed", hint="use --baseline instead") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"--new-from: git did not answer within {SECONDS} seconds") from None
    except OSError as error:
        raise UsageError(f"--new-from: git cannot be started: {error.strerror}") from None
    if done.returncode:
        raise failed(done.stderr.decode("utf-8", "replace"))
    return done.stdout
