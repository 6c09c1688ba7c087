"""trustlint as a library: texts and paths in, typed findings out. Nothing is printed, no settings file is looked for.

`config` is everywhere the same: nothing for the defaults, the path of a settings file, a mapping that says what such a
file would say, or `Settings`. What is made of it is kept for the next call; calls may come from any thread.
"""

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from trustlint.config import Settings
from trustlint.tuples import NamedTuple

if TYPE_CHECKING:
    from trustlint.diagnostic import Diagnostic
    from trustlint.ledger.promises import Promise
    from trustlint.linter import Linter
    from trustlint.reading import FileReading, Reader
    from trustlint.report import Report

Config: TypeAlias = "Settings | Mapping[str, Any] | str | os.PathLike[str] | None"

NAME = "<text>"
"""The path of what is found in a text that came from no file."""

PLAIN = "plain"


def check_text(text: str, *, input_format: str = PLAIN, config: Config = None) -> "list[Diagnostic]":
    """What the rules say about a text, in its order.

    `input_format` is `plain`, `html`, `markdown` or any other that `--input-format` takes. TrustlintError when the text
    cannot be read in this format, a rule runs out of time, or the settings ask for what is not there.
    """
    from trustlint.cache import Cache
    from trustlint.run import lint, suppressor

    ready = _ready(config, input_format)
    settings = ready.reader.settings
    report = lint(ready.reading(text), ready.linter, suppressor(settings, Cache.user(enabled=settings.cache)))
    ready.keep()
    if report.errors:
        raise report.errors[0]
    return list(report.diagnostics)


def check_paths(paths: "Iterable[str | os.PathLike[str]]", *, config: Config = None) -> "Report":
    """Lint files, folders and globs as `trustlint check` does.

    What cannot be read is in the report's errors, and the rest is checked. TrustlintError when the settings ask for
    what is not there.
    """
    from trustlint import discover
    from trustlint.run import check

    return check(list(discover.targets(os.fspath(path) for path in paths)), _settings(config))


def promises(text: str, *, input_format: str = PLAIN, config: Config = None) -> "list[Promise]":
    """What a text promises, in its order. Formats and errors are those of `check_text`."""
    from trustlint.errors import SourceError
    from trustlint.ledger.promises import promises
    from trustlint.message import Omission

    ready = _ready(config, input_format)
    found: list[Promise] = []
    for each in ready.reading(text):
        if isinstance(each, SourceError):
            raise each
        if not isinstance(each, Omission):
            found += promises(each, ready.linter.lexicon)
    ready.keep()
    return found


class _Ready(NamedTuple):
    """Settings made ready. They are held so that their identity is not given to others."""

    config: Config
    linter: "Linter"
    reader: "Reader"

    def keep(self) -> None:
        """Keep for the next start what had to be compiled."""
        from trustlint.engine import keep_compiled

        keep_compiled(self.reader.settings)

    def reading(self, text: str) -> "FileReading":
        from trustlint.discover import Target
        from trustlint.message import SourceFile
        from trustlint.reading import FileReading

        return FileReading(self.reader, Target(NAME, named=True), iter([SourceFile(NAME, text)]))


_KEPT = 16
_made: dict[object, _Ready] = {}
"""What was made last, by settings and format. Entries are values that never change: reading them needs no lock."""


def _ready(config: Config, input_format: str) -> _Ready:
    key = (_key(config), input_format)
    ready = _made.get(key)
    if ready is None:
        ready = _made[key] = _make(config, input_format)
        for oldest in list(_made)[:-_KEPT]:
            _made.pop(oldest, None)
    return ready


def _make(config: Config, input_format: str) -> _Ready:
    from dataclasses import replace

    from trustlint.engine import linter
    from trustlint.reading import Reader

    settings = _settings(config)
    name = "text" if input_format == PLAIN else input_format
    return _Ready(config, linter(settings), Reader(replace(settings, input_format=name)))


def _settings(config: Config) -> Settings:
    from trustlint.config import load, of_mapping

    if config is None:
        return Settings()
    if isinstance(config, Settings):
        return config
    if isinstance(config, Mapping):
        return of_mapping(config)
    return load(os.fspath(config))


def _key(config: Config) -> object:
    """What tells one configuration from another, quickly. A settings file that has changed is another one."""
    if config is None:
        return None
    if isinstance(config, Settings):
        return id(config)
    if isinstance(config, Mapping):
        import json

        return json.dumps(config, sort_keys=True, default=str)
    path = os.path.abspath(os.fspath(config))
    try:
        stat = os.stat(path)
    except OSError:
        return path
    return path, stat.st_mtime_ns, stat.st_size
