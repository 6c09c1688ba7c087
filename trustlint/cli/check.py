"""`trustlint check`: lint."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import click

from trustlint.cli import completion, fixing, narrowed, options, progress
from trustlint.cli.outputs import HELP, Output, outputs
from trustlint.config import Settings
from trustlint.report import Report

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
    help=HELP,
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
@narrowed.option
@fixing.option
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes to use.  [default: one for each processor, one for small inputs]",
)
@click.option("--allow-empty", is_flag=True, help="Having nothing to check is fine.")
@click.option("-q", "--quiet", count=True, help="Only diagnostics; twice: only the exit status.")
@click.option("-v", "--verbose", is_flag=True, help="Also say which files were passed over, and why.")
def command(
    paths: Sequence[str], output: Sequence[str], allow_empty: bool, quiet: int, verbose: bool, **asked: Any
) -> int:
    """Lint macros, saved replies and templates.

    PATH is a file, a folder, a glob, or - for standard input. Without one, the `sources:` of trustlint.yaml are
    checked, or the working directory.
    """
    from trustlint.engine import keep_compiled
    from trustlint.run import check

    settings = options.settled(asked)
    wanted = outputs(output)
    narrowed.check_ignores(settings, asked)
    news = narrowed.narrowing(settings, asked)
    cure = fixing.fixing(asked)
    shown = progress.shown()
    stdin = options.standard_input(paths, asked)
    report = check(
        options.targets(paths, settings, asked),
        settings,
        stdin,
        shown,
        whole=options.is_whole(paths, settings, asked),
        processes=asked["jobs"],
    )
    if shown is not None:
        shown.wipe()
    report = news(report)
    if cure is not None:
        report = cure.fix(report, settings, stdin, quiet=bool(quiet))
        wanted = cure.reports(wanted)
    if asked["add_ignore"]:
        narrowed.add_ignores(report, settings, asked)
        report = replace(report, files=[replace(file, diagnostics=()) for file in report.files])
    with fixing.room_for_texts(cure, stdin):
        for each in wanted:
            each.write(report, settings, verbosity=verbose - quiet)
    if verbose:
        _say_passed_over(report)
    keep_compiled(settings)
    status = _status(report, settings, wanted, allow_empty)
    return cure.status(status) if cure else status


def _say_passed_over(report: Report) -> None:
    for file in report.files:
        if file.format is None and not file.errors and not file.diagnostics:
            reason = file.omissions[0].reason if file.omissions else "nothing in it is known"
            click.echo(f"passed over {file.path}: {reason}", err=True)
        for omission in file.omissions if file.format is not None else ():
            click.echo(f"left out {file.path} {omission.route}: {omission.reason}", err=True)


def _status(report: Report, settings: Settings, wanted: Sequence[Output], allow_empty: bool) -> int:
    """The exit status, and on standard error what a report on standard output does not say."""
    from trustlint.__main__ import FOUND, OK, UNCHECKED
    from trustlint.reporters.wording import counted, harmless

    if not any(each.says_errors for each in wanted):
        for error in report.all_errors:
            click.echo(harmless(f"trustlint: {error}"), err=True)
    unspoken = sum(file.unspoken for file in report.files)
    if unspoken and not any(each.name == "rich" and each.file is None for each in wanted):
        click.echo(
            f"trustlint: {counted(unspoken, 'message')} in a language that no rule speaks, not checked", err=True
        )
    if report.all_errors:
        return UNCHECKED
    if not report.messages and not allow_empty:
        click.echo(_nothing(report), err=True)
        return UNCHECKED
    return FOUND if report.reaches(settings.fail_on) else OK


def _nothing(report: Report) -> str:
    looked = len(report.files)
    seen = f"looked at {looked} file{'s' if looked != 1 else ''} and found no text that a customer receives"
    return f"trustlint: nothing to check: {seen} (`trustlint inspect FILE` says why; --allow-empty accepts it)"
