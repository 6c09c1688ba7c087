"""Options that several commands share, and what they come to."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import click

from trustlint import config, discover
from trustlint.cache import Cache
from trustlint.cli import completion
from trustlint.config import Settings
from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import SourceError, UsageError

Command = TypeVar("Command", bound=Callable[..., Any])

paths = click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completion.files)


def files_from(command: Command) -> Command:
    """Paths too many for a command line."""
    return click.option(
        "--files-from", metavar="FILE|-", help="Also take the paths listed in FILE, one on each line; - reads the list."
    )(command)


def only_sources(command: Command) -> Command:
    """For programs that pass whatever has changed."""
    return click.option(
        "--only-sources", is_flag=True, help="Of the paths given, check only what a run without paths would. For hooks."
    )(command)


def input_format(command: Command) -> Command:
    """How the input is read."""
    command = click.option("--stdin-filename", metavar="NAME", help="What to call standard input.")(command)
    return click.option(
        "--input-format",
        metavar="NAME",
        shell_complete=completion.formats,
        help="The format of the input.  [default: detected]",
    )(command)


def settings(command: Command) -> Command:
    """Where settings come from."""
    command = click.option("--isolated", is_flag=True, help="Use no settings file.")(command)
    return click.option("--config", "config_file", metavar="FILE", help="Use this settings file.")(command)


def selection(command: Command) -> Command:
    """Which rules run."""
    for option in (
        click.option("--no-cache", is_flag=True, help="Read packs anew, and keep nothing for the next run."),
        click.option(
            "--min-confidence",
            type=click.Choice(["high", "medium", "low"]),
            help="How sure a rule must be to be heard.  [default: medium]",
        ),
        click.option(
            "--ignore",
            multiple=True,
            metavar="RULE",
            shell_complete=completion.rules,
            help="Leave out a rule, a pack or a glob. Repeatable.",
        ),
        click.option(
            "--select",
            multiple=True,
            metavar="RULE",
            shell_complete=completion.rules,
            help="Run only these: rule, pack or glob. Repeatable.",
        ),
        click.option(
            "--pack",
            "packs",
            multiple=True,
            metavar="NAME|PATH",
            help="Use these rule packs: recommended, all, a pack's name, or a path. Repeatable.",
        ),
    ):
        command = option(command)
    return command


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
    )
    fail_on = asked.get("fail_on")
    if fail_on:
        level = None if fail_on == "never" else Severity[fail_on]
        merged = replace(merged, fail_on=level, origins={**merged.origins, "fail_on": "command line"})
    return merged


def _date(written: str | None) -> date | None:
    if written is None:
        return None
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
