"""Of the files that lie on any machine nothing is read: manifests, lock files, schemas, sources, logs, manuals."""

import os
import sysconfig
from collections.abc import Iterator
from itertools import islice

import pytest

from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.errors import SourceError
from trustlint.message import Omission
from trustlint.reading import Reader

PLACES = (
    ("/usr/share/doc", 700),
    ("/usr/lib/node_modules", 1000),
    ("/usr/local/lib/node_modules", 1000),
    ("/usr/share", 700),
    (sysconfig.get_paths()["stdlib"], 1500),
    ("/etc", 200),
)
READ = (
    *(".json", ".jsonl", ".yaml", ".yml", ".csv", ".tsv", ".xml", ".txt", ".md", ".html", ".htm", ".tf", ".po", ".eml"),
    *(".py", ".js", ".sh", ".log", ".toml", ".ini"),
    *(".erb", ".j2", ".tpl", ".tt", ".twig", ".hbs", ".liquid", ".properties", ".strings", ".xlf", ".docx", ".xlsx"),
)
LARGEST = 500_000
ENOUGH = 2000


def files(folder: str) -> Iterator[str]:
    """The files of a folder that might be looked into. Packages that somebody installed may well have mails in them."""
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in ("site-packages", "dist-packages"))
        for name in sorted(names):
            path = os.path.join(top, name)
            if name.endswith(READ) and os.path.isfile(path) and os.path.getsize(path) <= LARGEST:
                yield path


def test_nothing_on_this_machine_is_a_message() -> None:
    paths = list(dict.fromkeys(path for place, number in PLACES for path in islice(files(place), number)))
    if len(paths) < ENOUGH:
        pytest.skip(f"only {len(paths)} files here, {ENOUGH} are wanted")
    reader = Reader(Settings())
    found = [
        (path, each[0].record.format)
        for path in paths
        for each in reader.file(Target(path, named=False))
        if not isinstance(each, Omission | SourceError)
    ]
    assert found == []
