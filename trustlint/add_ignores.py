"""`--add-ignore`: what is found now is ignored from now on, by comments where a format has them, else by settings."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from trustlint import writing
from trustlint.cache import Cache
from trustlint.config import FILE_NAME, Settings
from trustlint.diagnostic import Diagnostic
from trustlint.errors import ConfigError, SourceError, UsageError
from trustlint.message import Omission
from trustlint.overrides import Linters
from trustlint.reading import Reader
from trustlint.report import Report
from trustlint.run import lint, suppressor
from trustlint.sources import decoding
from trustlint.suppressions import PACK
from trustlint.suppressions.insert import appended, commented
from trustlint.tuples import NamedTuple

_CONTAINERS = {".yaml": "yaml", ".yml": "yaml", ".po": "po", ".pot": "po", ".tf": "hcl", ".hcl": "hcl"}


class Added(NamedTuple):
    """How many problems are now ignored by comments in which files, and by entries in which settings file."""

    commented: int
    files: list[str]
    entered: int
    settings: str


def add(report: Report, settings: Settings, reason: str) -> Added:
    """Ignore what a report shows, for a reason. UsageError or ConfigError where that cannot be written down.

    A comment is only kept where the text reads as before and exactly these diagnostics are gone; else an entry is made.
    """
    reason = " ".join(reason.split())
    found = [one for one in report.diagnostics if not one.rule.startswith(f"{PACK}/")]
    relint = _Relint(settings)
    files: dict[str, bytes] = {}
    left: list[Diagnostic] = []
    for path, group in groupby(found, lambda one: one.path):
        diagnostics = list(group)
        content = _with_comments(path, diagnostics, reason, relint)
        if content is None:
            left += diagnostics
        else:
            files[path] = content
    target = settings.path or FILE_NAME
    # Made before anything is written: where it cannot be, nothing is.
    entries = {target: _with_entries(target, left, reason)} if left else {}
    for path, content in {**files, **entries}.items():
        _write(path, content)
    return Added(len(found) - len(left), list(files), len(left), target)


class _Relint:
    """What a file would say, and what would be found in it, if it had other bytes."""

    def __init__(self, settings: Settings) -> None:
        cache = Cache.user(enabled=settings.cache)
        self._reader = Reader(settings, cache)
        self._linters = Linters(settings, cache)
        self._suppressor = suppressor(settings, cache)

    def container(self, path: str, format: str | None) -> str | None:
        """Which kind of comments a file can take."""
        known = _CONTAINERS.get(os.path.splitext(path)[1].lower())
        if known or format is None:
            return known
        markup = self._reader.formats.get(format)
        return "page" if markup.layout != "records" and markup.markup in {"markdown", "html"} else None

    def of(self, path: str, data: bytes) -> "tuple[list[str], Counter[_Seen], str | None]":
        """The texts that customers read, what is found in them, and the format."""
        fields = (each for each in self._reader.bytes(path, data) if not isinstance(each, Omission | SourceError))
        texts = [message.text for field in fields for message in field]
        reading = self._reader.bytes(path, data)
        found = lint(reading, self._linters.of(path), self._suppressor).diagnostics
        return texts, Counter(map(_seen, found)), reading.format


_Seen = tuple[str, str, str, str | None]


def _seen(one: Diagnostic) -> _Seen:
    return one.rule, one.text, one.excerpt.text, one.record.id or one.record.title


def _with_comments(path: str, diagnostics: Sequence[Diagnostic], reason: str, relint: _Relint) -> bytes | None:
    """The file with comments, if it can have them and they change nothing else."""
    if os.path.islink(path) or not os.path.isfile(path):
        return None
    file = decoding.read(path)
    data = decoding.encode(file, file.text)
    texts, found, format = relint.of(path, data)
    container = relint.container(path, format)
    if container is None:
        return None
    content = decoding.encode(file, commented(file.text, container, diagnostics, reason))
    new_texts, new_found, _ = relint.of(path, content)
    as_wanted = new_texts == texts and new_found == found - Counter(map(_seen, diagnostics))
    return content if as_wanted else None


def _with_entries(path: str, diagnostics: Iterable[Diagnostic], reason: str) -> bytes:
    """The settings file with entries. ConfigError if there is no place for them in it."""
    from trustlint.packs.reading import plain
    from trustlint.packs.tree import Mapping as Tree
    from trustlint.packs.tree import SyntaxMistake, parse

    entries = _entries(diagnostics, os.path.dirname(os.path.abspath(path)), reason)
    data = b""
    if os.path.lexists(path):
        with open(path, "rb") as file:
            data = file.read()
    bom = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = data[len(bom) :].decode("utf-8")
    try:
        before, new = parse(text), appended(text, entries)
        after = parse(new)
    except SyntaxMistake:
        before = after = None
    old_data = plain(before) if isinstance(before, Tree) else {}
    wanted = {**old_data, "ignore": [*(old_data.get("ignore") or []), *entries]}
    # What cannot be done without a doubt is left to its owner.
    if not isinstance(after, Tree) or plain(after) != wanted:
        raise ConfigError("no entries can be added to this file", path=path, hint="write `ignore:` as a list of lines")
    return bom + new.encode("utf-8")


def _entries(diagnostics: Iterable[Diagnostic], folder: str, reason: str) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = []
    for one in diagnostics:
        if one.path.startswith("<"):
            raise UsageError("--add-ignore: what came from standard input has no place to be ignored in")
        record = one.record.id or one.record.title
        entry = {
            "rule": one.rule,
            "path": os.path.relpath(os.path.abspath(one.path), folder).replace(os.sep, "/"),
            **({"record": record} if record else {}),
            "text": " ".join(one.text.split()),
            **({"reason": reason} if reason else {}),
        }
        if entry not in entries:
            entries.append(entry)
    return entries


def _write(path: str, content: bytes) -> None:
    try:
        writing.replace(path, content)
    except OSError as error:
        raise UsageError(f"cannot write: {error.strerror}", path=path) from None


def told(added: Added) -> str:
    """`3 problems ignored by comments in 2 files, 1 by an entry in trustlint.yaml`"""
    parts = []
    if added.commented:
        files = added.files[0] if len(added.files) == 1 else f"{len(added.files)} files"
        parts.append(f"{added.commented:,} by comments in {files}")
    if added.entered:
        parts.append(f"{added.entered:,} by entries in {added.settings}")
    return f"ignored from now on: {', '.join(parts)}" if parts else "nothing to ignore"
