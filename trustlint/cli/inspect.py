"""`trustlint inspect PATH`: what was read, and what was left out and why."""

import json
import sys
from collections.abc import Sequence
from typing import Any

import click

from trustlint.cli import options


@click.command()
@options.paths
@options.files_from
@options.input_format
@click.option("--output", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--include-inactive", is_flag=True, default=None, help="Also read records that are switched off.")
@click.option("--explain-format", is_flag=True, help="Only say which format each file has, and why.")
@options.settings
def command(paths: Sequence[str], output: str, explain_format: bool, **asked: Any) -> int:
    """Show what is read in a file, the way a customer gets it.

    For each file its format and why it is that one, its records, the messages with their visible text and
    placeholders, and everything that was left out, with the reason.
    """
    from trustlint.__main__ import OK, UNCHECKED
    from trustlint.cli.inspected import Inspected, as_data, as_text
    from trustlint.cli.terminal import prepare_streams, wants_color
    from trustlint.errors import SourceError
    from trustlint.reading import Reader
    from trustlint.run import readings

    settings = options.settled(asked)
    prepare_streams()
    failed, color = False, wants_color(sys.stdout)
    documents: list[Any] = []
    for reading in readings(
        options.targets(paths, settings, asked), Reader(settings), options.standard_input(paths, asked)
    ):
        if isinstance(reading, SourceError):
            found = Inspected(reading.path or "", None, "", errors=(reading,))
        else:
            found = Inspected.of(reading)
        failed = failed or bool(found.errors)
        if output == "json":
            documents.append(as_data(found))
        else:
            click.echo("\n".join(as_text(found, color=color, brief=explain_format)), color=color)
    if output == "json":
        click.echo(json.dumps(documents, ensure_ascii=False, indent=1))
    return UNCHECKED if failed else OK
