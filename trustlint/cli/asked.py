"""What was asked for on a command line, made of: settings, the files to read, standard input."""

import os
import sys

from trustlint import config, discover
from trustlint.cache import Cache
from trustlint.config import Settings
from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import SourceError, UsageError
from trustlint.frozen import replace
from trustlint.typed import TYPE_CHECKING, Any, Iterator, Mapping, Sequence

if TYPE_CHECKING:
    from datetime import date


def settled(asked: Mapping[str, Any]) -> Settings:
    """The settings file, if any, and over it what the command line says."""
    keeps = Cache.user(enabled=not asked.get("no_cache"))
    found = _from_file(asked.get("config_file"), keeps, isolated=asked.get("isolated", False))
    confidence = asked.get("min_confidence")
    merged = found.said(
        "command line",
        packs=asked.get("packs") or None,
        select=asked.get("select") or None,
        ignore=asked.get("ignore") or None,
        min_confidence=Confidence[confidence] if confidence else None,
        include_inactive=asked.get("include_inactive"),
        input_format=asked.get("input_format"),
        today=_date(asked.get("today")),
        cache=False if asked.get("no_cache") else None,
        prefilter=False if asked.get("no_prefilter") else None,
    )
    fail_on = asked.get("fail_on")
    if fail_on:
        level = None if fail_on == "never" else Severity[fail_on]
        merged = replace(merged, fail_on=level, origins={**merged.origins, "fail_on": "command line"})
    return merged


def _date(written: str | None) -> "date | None":
    if written is None:
        return None
    from datetime import date  # most runs go by the day they are made on

    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"--today: {written!r} is no date", hint="write it like 2026-11-21") from None


def _from_file(path: str | None, cache: Cache, *, isolated: bool) -> Settings:
    if isolated:
        return Settings()
    found = path or config.find()
    return config.load(found, cache) if found else Settings()


def targets(
    paths: Sequence[str], settings: Settings, asked: Mapping[str, Any]
) -> "list[discover.Target | SourceError]":
    """The files to read: those named and listed, else the settings' sources, else the working directory."""
    named = [path for path in paths if path != "-"]
    listed = asked.get("files_from")
    if listed:
        named += _listed(listed, paths)
    elif not paths:
        named = _sources(settings)
    found = list(discover.targets(named))
    if asked.get("only_sources"):
        return list(_among_sources(found, settings))
    return [_meant(each) for each in found]


def _sources(settings: Settings) -> list[str]:
    return [source.path for source in settings.sources] or ["."]


def _among_sources(
    found: "list[discover.Target | SourceError]", settings: Settings
) -> "Iterator[discover.Target | SourceError]":
    """Of some targets those that a run without paths reads, and as it reads them: a name says nothing here."""
    wanted = {os.path.realpath(each.path) for each in found if isinstance(each, discover.Target)}
    yield from (each for each in found if isinstance(each, SourceError))
    for each in discover.targets(_sources(settings)) if wanted else ():
        if isinstance(each, discover.Target) and os.path.realpath(each.path) in wanted:
            yield each


def is_whole(paths: Sequence[str], settings: Settings, asked: Mapping[str, Any]) -> bool:
    """Whether everything that the settings speak about is read: no path is given, or a folder around them."""
    if not paths and not asked.get("files_from"):
        return True
    about = os.path.abspath(os.path.dirname(settings.path or ""))
    return any(os.path.isdir(path) and (about + os.sep).startswith(os.path.abspath(path) + os.sep) for path in paths)


def _meant(found: discover.Target | SourceError) -> discover.Target | SourceError:
    """A path that is not there may be a command that is spelt wrong."""
    if isinstance(found, SourceError) and found.path and found.path.isalpha():
        from trustlint.cli import COMMANDS
        from trustlint.prose.lexicon import near

        found.hint = found.hint or near(found.path, COMMANDS)
    return found


def _listed(file: str, paths: Sequence[str]) -> list[str]:
    """The paths in a file, one on each line; `-` is standard input. UsageError when it cannot be read."""
    if file == "-" and "-" in paths:
        raise UsageError("standard input cannot be both a text to check and a list of files")
    try:
        if file == "-":
            data = _stdin()
        else:
            with open(file, "rb") as stream:
                data = stream.read()
    except OSError as error:
        raise UsageError(f"cannot read the list of files: {error.strerror}", path=file) from None
    if b"\0" in data:
        raise UsageError("is no list of files: it has a NUL byte", path=file, hint="write one path on each line")
    return [os.fsdecode(line) for line in data.splitlines() if line.strip()]


def standard_input(paths: Sequence[str], asked: Mapping[str, Any]) -> tuple[str, bytes] | None:
    """What to call standard input and what it holds, when a path is `-`."""
    if "-" not in paths:
        return None
    return asked.get("stdin_filename") or "<stdin>", _stdin()


def _stdin() -> bytes:
    if sys.stdin is None:
        raise UsageError("there is no standard input to read")
    return sys.stdin.buffer.read()
