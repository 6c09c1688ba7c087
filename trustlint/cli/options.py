"""Options that several commands share, and what they come to."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import click

from trustlint import config, discover
from trustlint.config import Settings
from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import SourceError

Command = TypeVar("Command", bound=Callable[..., Any])

paths = click.argument("paths", nargs=-1, metavar="[PATH]...")


def input_format(command: Command) -> Command:
    """How the input is read."""
    command = click.option("--stdin-filename", metavar="NAME", help="What to call standard input.")(command)
    return click.option("--input-format", metavar="NAME", help="The format of the input.  [default: detected]")(command)


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
        click.option("--ignore", multiple=True, metavar="RULE", help="Leave out a rule, a pack or a glob. Repeatable."),
        click.option("--select", multiple=True, metavar="RULE", help="Run only these: rule, pack or glob. Repeatable."),
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
    found = _from_file(asked.get("config_file"), isolated=asked.get("isolated", False))
    confidence = asked.get("min_confidence")
    merged = found.said(
        "command line",
        packs=asked.get("packs") or None,
        select=asked.get("select") or None,
        ignore=asked.get("ignore") or None,
        min_confidence=Confidence[confidence] if confidence else None,
        include_inactive=asked.get("include_inactive"),
        input_format=asked.get("input_format"),
        cache=False if asked.get("no_cache") else None,
    )
    fail_on = asked.get("fail_on")
    if fail_on:
        level = None if fail_on == "never" else Severity[fail_on]
        merged = replace(merged, fail_on=level, origins={**merged.origins, "fail_on": "command line"})
    return merged


def _from_file(path: str | None, *, isolated: bool) -> Settings:
    if isolated:
        return Settings()
    found = path or config.find()
    return config.load(found) if found else Settings()


def targets(paths: Sequence[str], settings: Settings) -> "list[discover.Target | SourceError]":
    """The files to read: those named, else the settings' sources, else the working directory."""
    named = [path for path in paths if path != "-"]
    if not paths:
        named = [source.path for source in settings.sources] or ["."]
    return list(discover.targets(named))


def standard_input(paths: Sequence[str], asked: Mapping[str, Any]) -> tuple[str, bytes] | None:
    """What to call standard input and what it holds, when a path is `-`."""
    if "-" not in paths:
        return None
    return asked.get("stdin_filename") or "<stdin>", sys.stdin.buffer.read()
