"""Entries under `ignore:` in the settings: for formats without comments, and for whole records or folders."""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from trustlint.diagnostic import Diagnostic
from trustlint.message import Record
from trustlint.span import START, Position
from trustlint.suppressions import Place, Suppression, is_date
from trustlint.tuples import NamedTuple

_WILD = "*?["

_TEXT = {"type": "string", "minLength": 1}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "rule": {**_TEXT, "description": "A rule, a pack or a glob of rules."},
        "record": {**_TEXT, "description": "The id or the title of a record, or a glob of them."},
        "path": {**_TEXT, "description": "A file, a folder or a glob, relative to this file."},
        "text": {**_TEXT, "description": "The underlined words, exactly as the customer reads them."},
        "reason": {**_TEXT, "description": "Why this is fine."},
        "owner": {**_TEXT, "description": "Who decided it."},
        "expires": {**_TEXT, "description": "The last day this holds, as 2027-01-31."},
    },
    "additionalProperties": False,
}
"""What an entry may say, in the part of JSON Schema that settings are read with."""


class Entry(NamedTuple):
    """Holds where all that it names fits; `path` is already taken from the settings file's folder."""

    record: str | None = None
    path: str | None = None
    text: str | None = None

    def covers(self, diagnostic: Diagnostic) -> bool:
        return (
            (self.record is None or _is_record(self.record, diagnostic.record))
            and (self.text is None or self.text.split() == diagnostic.text.split())
            and (self.path is None or _is_path(self.path, diagnostic.path))
        )

    @property
    def file(self) -> str | None:
        """The one file that this speaks about, if it is one."""
        return None if self.path is None or any(char in self.path for char in _WILD) else os.path.abspath(self.path)


def _is_record(pattern: str, record: Record) -> bool:
    from fnmatch import fnmatchcase

    names = [name for name in (record.id, record.title) if name is not None]
    # First as it stands: titles have brackets in them.
    return pattern in names or any(fnmatchcase(name, pattern) for name in names)


def _is_path(pattern: str, path: str) -> bool:
    from fnmatch import fnmatchcase

    absolute, wanted = os.path.abspath(path), os.path.abspath(pattern)
    if absolute == wanted or absolute.startswith(wanted + os.sep):
        return True
    # `**/` is any folders, or none.
    return fnmatchcase(absolute, wanted) or fnmatchcase(absolute, wanted.replace(f"**{os.sep}", ""))


def suppressions(
    entries: Sequence[Mapping[str, str]], path: str, folder: str, places: Mapping[str, tuple[int, int]]
) -> tuple[Suppression, ...]:
    """The entries of a settings file. `places` has the line and column of each, as `ignore[0]`."""
    return tuple(
        _suppression(entry, path, folder, f"ignore[{number}]", places.get(f"ignore[{number}]", (1, 1)))
        for number, entry in enumerate(entries)
    )


def _suppression(entry: Mapping[str, str], path: str, folder: str, key: str, at: tuple[int, int]) -> Suppression:
    start = Position(*at, START.offset)
    said = ", ".join(f"{name}: {entry[name]}" for name in ("rule", "record", "path", "text") if name in entry)
    place = Place(path, start, start, said, Record("trustlint.yaml", "entry", key))
    where = os.path.join(folder, entry["path"]) if "path" in entry else None
    return Suppression(
        rules=(entry.get("rule", "*"),),
        scope=Entry(entry.get("record"), where, entry.get("text")),
        place=place,
        reason=entry.get("reason", ""),
        owner=entry.get("owner"),
        expires=entry.get("expires"),
    )


def mistake(entry: Mapping[str, str]) -> str | None:
    """What is wrong with an entry that has the right shape, if anything."""
    if "rule" not in entry and "record" not in entry:
        return "an entry under `ignore` needs a `rule` or a `record`: without them it would hide everything"
    if "expires" in entry and not is_date(entry["expires"]):
        return f"`expires` is “{entry['expires']}”, which is no day: write it like 2027-01-31"
    return None
