"""The baseline: problems that are known, so that a run reports only what is new.

A problem is known by what was found in which record, never by its line: a text that moves stays known, other words in
the same record are new, and so is a second copy. Known problems that are gone are dropped and never come back: writing
a baseline over an older one only makes it smaller.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from trustlint.diagnostic import Diagnostic
from trustlint.errors import ConfigError
from trustlint.tuples import NamedTuple

FILE_NAME = "trustlint-baseline.json"
SCHEMA = "trustlint-baseline/1"


class Key(NamedTuple):
    """What a problem is known by: its file, taken from the baseline's folder, and what was found in which record."""

    path: str
    digest: str


class Shown(NamedTuple):
    """What a person reads of an entry."""

    rule: str
    record: str
    text: str


@dataclass(frozen=True)
class Baseline:
    """How often each problem is known. `folder` is where its file stands; paths are taken from there."""

    folder: str
    counts: Mapping[Key, int] = field(default_factory=dict)
    shown: Mapping[Key, Shown] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(self.counts.values())


class Scope(NamedTuple):
    """What a run can speak about: the files it read whole (as keys have them), and the rules that ran."""

    read: frozenset[str]
    ran: Callable[[str], bool]
    exists: Callable[[str], bool]


class Compared(NamedTuple):
    """`known` tells for each diagnostic whether it is; `gone` are problems that are no more; `left` is without them."""

    known: list[bool]
    gone: Baseline
    left: Baseline


def of(diagnostics: Iterable[Diagnostic], folder: str) -> Baseline:
    """A baseline in which all of these are known."""
    counts: Counter[Key] = Counter()
    shown: dict[Key, Shown] = {}
    for one in diagnostics:
        key = key_of(one, folder)
        counts[key] += 1
        shown.setdefault(key, Shown(one.rule, one.record.title or one.record.id or "", one.text))
    return Baseline(folder, counts, shown)


def key_of(one: Diagnostic, folder: str) -> Key:
    path = place(one.path, folder)
    content = "\0".join([one.rule, one.record.format, _owner(one), " ".join(one.excerpt.text.split()), one.text])
    return Key(path, sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16])


def _owner(one: Diagnostic) -> str:
    """The record's id, else its title; not one that is the name of the file, which may change."""
    if one.record.id:
        return one.record.id
    stem = os.path.splitext(os.path.basename(one.path))[0]
    return "" if one.record.title in {None, stem} else str(one.record.title)


def place(path: str, folder: str) -> str:
    """A path as the baseline has it: from its own folder, with forward slashes, wherever the run was started."""
    if path.startswith("<"):
        return path  # standard input
    absolute = os.path.abspath(path)
    try:
        return os.path.relpath(absolute, os.path.abspath(folder or ".")).replace(os.sep, "/")
    except ValueError:  # on another drive
        return absolute.replace(os.sep, "/")


def compare(baseline: Baseline, diagnostics: Sequence[Diagnostic], scope: Scope) -> Compared:
    """Which of these are known, and what of the known is gone.

    A file that is no more may have been renamed: what was known in it is known in another file. Nothing is said of
    files that were not read, and of rules that did not run.
    """
    left = Counter(baseline.counts)
    kept: Counter[Key] = Counter()
    keys = [key_of(one, baseline.folder) for one in diagnostics]
    known = [_take(left, kept, key, key) for key in keys]
    vanished = _vanished(left, scope)
    if vanished:
        for number, key in enumerate(keys):
            for old in () if known[number] else vanished.get(key.digest, ()):
                known[number] = _take(left, kept, old, key)
                if known[number]:
                    break
    shown = {**of(diagnostics, baseline.folder).shown, **baseline.shown}
    gone = {key: count for key, count in left.items() if count and _is_judged(key, shown[key].rule, scope)}
    rest = Counter({key: count for key, count in left.items() if key not in gone}) + kept
    return Compared(known, Baseline(baseline.folder, gone, shown), Baseline(baseline.folder, rest, shown))


def _take(left: Counter[Key], kept: Counter[Key], old: Key, key: Key) -> bool:
    """Use up one that is known as `old` for a problem that now has `key`, if there is one."""
    if left[old] <= 0:
        return False
    left[old] -= 1
    kept[key] += 1
    return True


def _vanished(left: Mapping[Key, int], scope: Scope) -> dict[str, list[Key]]:
    """What was known in files that are no more, by digest."""
    paths = {path for path, _ in left}
    gone = {path for path in paths if path not in scope.read and not scope.exists(path)}
    found: dict[str, list[Key]] = {}
    for key in left:
        if key.path in gone:
            found.setdefault(key.digest, []).append(key)
    return found


def _is_judged(key: Key, rule: str, scope: Scope) -> bool:
    return scope.ran(rule) and (key.path in scope.read or not scope.exists(key.path))


def dumped(baseline: Baseline) -> bytes:
    """The baseline as JSON: sorted, one entry on a line, so that a change of one problem is a change of one line."""
    import json

    rows = sorted(
        (key.path, *baseline.shown[key], key.digest, count) for key, count in baseline.counts.items() if count
    )
    names = ("path", "rule", "record", "text", "key", "count")
    lines = [f"    {json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False)}" for row in rows]
    entries = "[\n" + ",\n".join(lines) + "\n  ]" if lines else "[]"
    text = f'{{\n  "schema": "{SCHEMA}",\n  "entries": {entries}\n}}\n'
    return text.encode("utf-8", "backslashreplace")


def load(path: str) -> Baseline:
    """The baseline in a file. ConfigError with the place when it is none."""
    import json

    text = _text(path)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        hint = "it has marks of a merge in it: keep the lines of both sides" if "<<<<<<<" in text else None
        raise ConfigError(
            f"this baseline is broken: {error.msg}", path=path, line=error.lineno, column=error.colno, hint=hint
        ) from None
    except (ValueError, RecursionError):
        raise ConfigError("this is no baseline", path=path, line=1) from None
    if not isinstance(data, dict) or not str(data.get("schema", "")).startswith(SCHEMA.rpartition("/")[0]):
        raise ConfigError("this is no baseline of trustlint", path=path, line=1, hint="it is left as it is")
    if data["schema"] != SCHEMA:
        message = f"this baseline is of another version ({data['schema']}; this trustlint reads {SCHEMA})"
        raise ConfigError(message, path=path, line=1)
    return _read(data.get("entries"), text, path)


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    except FileNotFoundError:
        hint = "make one with --write-baseline"
        raise ConfigError("there is no such baseline", path=path, hint=hint) from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"this baseline is not UTF-8 (byte {error.start})", path=path) from None
    except (OSError, ValueError) as error:
        raise ConfigError(f"cannot be read: {getattr(error, 'strerror', error)}", path=path) from None


def _read(entries: Any, text: str, path: str) -> Baseline:
    if not isinstance(entries, list):
        raise ConfigError("this baseline has no list of `entries`", path=path, line=1)
    counts: dict[Key, int] = {}
    shown: dict[Key, Shown] = {}
    for number, entry in enumerate(entries):
        if not _is_entry(entry):
            # Entries as we write them have a line each, below the two lines of the head.
            line = number + 4 if number + 4 <= text.count("\n") else None
            raise ConfigError(f"entry {number + 1} of this baseline is none", path=path, line=line)
        key = Key(entry["path"], entry["key"])
        # A merge can leave an entry twice: it is the same problem, not two.
        counts[key] = max(counts.get(key, 0), entry["count"])
        shown[key] = Shown(entry["rule"], entry["record"], entry["text"])
    return Baseline(os.path.dirname(path), counts, shown)


def _is_entry(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and all(isinstance(entry.get(name), str) for name in ("path", "rule", "record", "text", "key"))
        and type(entry.get("count")) is int
        and entry["count"] > 0
    )
