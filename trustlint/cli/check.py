"""`trustlint check`: lint."""

from typing import Any

import click

from trustlint.cli import completion, options
from trustlint.reporters import REPORTERS

EPILOG = """\b
Examples:
  trustlint check macros.json templates/
  trustlint check --input-format html - < reply.html
  trustlint check --output concise --fail-on warning exports/
  trustlint check --output json=report.json --output rich macros.json

\b
Exit status:
  0  everything was checked and nothing reached --fail-on
  1  something did
  2  something could not be checked; the rest was
  3  a bug in trustlint
"""


@click.command(epilog=EPILOG)
@options.paths
@options.files_from
@options.only_sources
@options.input_format
@click.option(
    "--output",
    "output",
    multiple=True,
    metavar="NAME[=FILE]",
    help=f"How to report: {', '.join(REPORTERS)}. Repeatable.  [default: rich on a terminal, else concise]",
    shell_complete=completion.outputs,
)
@options.settings
@options.selection
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "suggestion", "never"]),
    help="The mildest severity that makes the run fail.  [default: error]",
)
@click.option("--today", metavar="DATE", help="The day that dates are held against, like 2026-11-21.")
@click.option("--include-inactive", is_flag=True, default=None, help="Also check records that are switched off.")
@options.news
@options.fixes
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes to use.  [default: one for each processor, one for small inputs]",
)
@click.option("--no-prefilter", is_flag=True, hidden=True, help="Ask every rule about every message: the same, slowly.")
@click.option("--allow-empty", is_flag=True, help="Having nothing to check is fine.")
@click.option("-q", "--quiet", count=True, help="Only diagnostics; twice: only the exit status.")
@click.option("-v", "--verbose", is_flag=True, help="Also say which files were passed over, and why.")
def command(**asked: Any) -> int:
    """Lint macros, saved replies and templates.

    PATH is a file, a folder, a glob, or - for standard input. Without one, the `sources:` of trustlint.yaml are
    checked, or the working directory.
    """
    from trustlint.cli.checking import check

    return check(**asked)
