"""What texts a folder has, and how the settings name them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from trustlint.config import Settings
from trustlint.discover import Target, targets
from trustlint.errors import SourceError
from trustlint.message import Omission
from trustlint.reading import FileReading, Reader
from trustlint.tuples import NamedTuple

MOST = 12
"""Entries under `sources:` that a person still reads."""
_WILD = frozenset("*?[")


class Found(NamedTuple):
    """One file with texts that customers receive."""

    path: str
    format: str
    records: int
    languages: frozenset[str]


class Group(NamedTuple):
    """One entry under `sources:` and what it stands for. Without a `format` it is detected file by file."""

    path: str
    format: str | None
    files: tuple[Found, ...]

    @property
    def records(self) -> int:
        return sum(file.records for file in self.files)

    @property
    def languages(self) -> list[str]:
        return sorted(frozenset().union(*(file.languages for file in self.files)))


class Survey(NamedTuple):
    """How many files were looked at, and what was found, grouped as the settings name it."""

    files: int
    groups: tuple[Group, ...]

    @property
    def records(self) -> int:
        return sum(group.records for group in self.groups)


def survey(settings: Settings) -> Survey:
    """Look at every file that a run with these settings would."""
    looked = list(targets([source.path for source in settings.sources] or ["."]))
    reader = Reader(settings)
    found = [seen for each in looked if isinstance(each, Target) and (seen := _seen(reader.file(each)))]
    return Survey(len(looked), tuple(grouped(found, [each.path for each in looked if isinstance(each, Target)])))


def _seen(reading: FileReading) -> Found | None:
    """What a file has; `None` if no customer gets anything of it, or if no settings file could hold its name."""
    records: set[tuple[str, str | None]] = set()
    languages: set[str] = set()
    for each in reading:
        if isinstance(each, Omission | SourceError):
            continue
        records.add((each[0].record.route, each[0].record.id))
        languages.update(message.record.language for message in each if message.record.language)
    if not records or reading.format is None or not reading.path.isprintable():
        return None
    return Found(reading.path, reading.format, len(records), frozenset(languages))


def grouped(found: Sequence[Found], names: Iterable[str]) -> list[Group]:
    """Few entries that name these files and none of the others in their folders; `names` are those of all files."""
    everything = frozenset(names)
    by_kind = sorted(found, key=_kind)
    entries = [entry for kind, files in groupby(by_kind, _kind) for entry in _entries(*kind, tuple(files), everything)]
    return sorted(entries if len(entries) <= MOST else _folders(found), key=lambda entry: entry.path)


def _kind(one: Found) -> tuple[str, str, str]:
    """Folder, end of the name, format."""
    folder, name = os.path.split(one.path)
    return folder, os.path.splitext(name)[1], one.format


def _entries(folder: str, end: str, format: str, files: tuple[Found, ...], names: frozenset[str]) -> Iterator[Group]:
    """One pattern where it names no stranger and no file of another format, else each file by its name."""
    others = names.difference(file.path for file in files)
    alike = not any(os.path.split(path)[0] == folder and path.endswith(end) for path in others)
    if len(files) > 1 and folder and end and alike and not _WILD.intersection(folder):
        yield Group(f"{folder}/*{end}", format, files)
    else:
        yield from (Group(one.path, one.format, (one,)) for one in files)


def _folders(found: Sequence[Found]) -> Iterator[Group]:
    """The folders at the top, in which formats are detected; what lies beside them by its name."""
    for top, files in groupby(sorted(found), lambda one: one.path.partition("/")[0]):
        listed = tuple(files)
        yield Group(top, listed[0].format if listed[0].path == top else None, listed)
