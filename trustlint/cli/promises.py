"""`trustlint promises`: the ledger."""

import sys
from collections.abc import Sequence
from typing import Any

import click

from trustlint.cli import options, progress

EPILOG = """\b
Examples:
  trustlint promises macros.json
  trustlint promises --act refund exports/
  trustlint promises --output csv exports/ > promises.csv
"""


@click.command(epilog=EPILOG)
@options.paths
@options.files_from
@options.input_format
@click.option("--output", type=click.Choice(["table", "json", "csv", "markdown"]), default="table", show_default=True)
@click.option("--act", "acts", multiple=True, metavar="ACT", help="Only these acts: refund, reply, ship, … Repeatable.")
@click.option("--include-inactive", is_flag=True, default=None, help="Also read records that are switched off.")
@click.option("--allow-empty", is_flag=True, help="Having nothing to read is fine.")
@click.option("--no-cache", is_flag=True, help="Read packs anew, and keep nothing for the next run.")
@options.settings
def command(paths: Sequence[str], output: str, acts: Sequence[str], allow_empty: bool, **asked: Any) -> int:
    """List every promise that a library makes: what, to whom, by when, under which condition.

    PATH is a file, a folder, a glob, or - for standard input.
    """
    from trustlint.__main__ import OK, UNCHECKED
    from trustlint.cli.terminal import prepare_streams, wants_color, width
    from trustlint.reporters.promises import reporter
    from trustlint.reporters.wording import harmless

    settings = options.settled(asked)
    ledger = _ledger(paths, settings, asked, acts)
    prepare_streams()
    reporter(output).write(ledger, sys.stdout, color=wants_color(sys.stdout), width=width(sys.stdout))
    if output != "json":
        for error in ledger.errors:
            click.echo(harmless(f"trustlint: {error}"), err=True)
    if ledger.errors or not (ledger.records or allow_empty):
        return UNCHECKED
    return OK


def _ledger(paths: Sequence[str], settings: Any, asked: dict[str, Any], acts: Sequence[str]) -> Any:
    from trustlint.run import ledger

    shown = progress.shown()
    stdin = options.standard_input(paths, asked)
    found = ledger(options.targets(paths, settings, asked), settings, stdin, shown, acts=acts)
    if shown is not None:
        shown.wipe()
    return found
