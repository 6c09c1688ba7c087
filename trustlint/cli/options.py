"""Options that several commands share. What they come to is in `cli.asked`."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from trustlint.cli import completion
from trustlint.cli.asked import is_whole, settled, standard_input, targets

__all__ = [
    "files_from",
    "fixes",
    "input_format",
    "is_whole",
    "news",
    "only_sources",
    "paths",
    "selection",
    "settings",
    "settled",
    "standard_input",
    "targets",
]

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
        click.option("--no-cache", is_flag=True, help="Read and check anew, and keep nothing for the next run."),
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


def news(command: Command) -> Command:
    """What is reported of what is found."""
    for each in (
        click.option("--reason", metavar="TEXT", help="Why, with --add-ignore."),
        click.option(
            "--add-ignore",
            is_flag=True,
            help="Ignore from now on what is found, by comments in the texts or entries in trustlint.yaml.",
        ),
        click.option(
            "--new-from", metavar="REV", help="Report only what stands on lines changed since a git revision."
        ),
        click.option(
            "--write-baseline",
            metavar="FILE",
            help="Make a baseline of all problems there are; drop from an existing one those that are solved.",
        ),
        click.option("--baseline", metavar="FILE", help="Report only problems that are not in this file."),
    ):
        command = each(command)
    return command


def fixes(command: Command) -> Command:
    """What is done about what is found."""
    for each in (
        click.option("--diff", is_flag=True, help="Show what fixes would change, as a diff, and write nothing."),
        click.option("--unsafe-fixes", is_flag=True, help="Fix also what may change the meaning."),
        click.option("--fix", is_flag=True, help="Fix what can be fixed without changing the meaning."),
    ):
        command = each(command)
    return command
