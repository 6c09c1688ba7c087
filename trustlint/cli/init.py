"""`trustlint init`: from nothing to a check of every change."""

import os
from typing import TYPE_CHECKING

import click

from trustlint.config import FILE_NAME, Settings

if TYPE_CHECKING:
    from trustlint.cli.starting.automation import Step

EPILOG = """\b
Examples:
  trustlint init                        look at the folder, and find out which CI it has
  trustlint init --ci gitlab            with a job for GitLab
  trustlint init --no-hook --ci none    only trustlint.yaml
"""


@click.command(epilog=EPILOG)
@click.option(
    "--ci",
    type=click.Choice(["github", "gitlab", "azure", "none"]),
    help="Where every change shall be checked.  [default: what the repository has]",
)
@click.option("--no-hook", is_flag=True, help="Write no hook for pre-commit.")
@click.option(
    "-y", "--yes", is_flag=True, expose_value=False, hidden=True, help="For scripts: nothing is asked anyway."
)
def command(ci: str | None, no_hook: bool) -> None:
    """Look at the working directory, write trustlint.yaml, the hook and the CI step, and run for the first time.

    Nothing is asked, and no file that exists is changed: what should be added to it is shown. Hook and CI step are
    written at the top of a git repository.
    """
    from trustlint import config
    from trustlint.cli.starting import settings, told
    from trustlint.cli.starting.survey import survey
    from trustlint.cli.terminal import prepare_streams

    prepare_streams()
    present = config.find()
    # What does not load is said before anything is written.
    chosen = config.load(present) if present else Settings()
    found = survey(chosen)
    _say(*told.seen(found), "")
    if present:
        _say(f"left as it is: {present.replace(os.sep, '/')}")
    else:
        _write(FILE_NAME, settings.text(found))
    _automate(ci, hook=not no_hook)
    _first_run(chosen if present else config.load(FILE_NAME))


def _automate(ci: str | None, *, hook: bool) -> None:
    """Write the hook and the CI step, and say what is not written."""
    from trustlint.cli.starting import automation

    if not automation.is_top():
        _say("no hook and no CI step: this is not the top of a git repository (run `trustlint init` there)")
        return
    name = ci or automation.ci_in_use()
    if hook:
        _add(automation.HOOK)
    if name in automation.CI:
        _add(automation.CI[name])
    elif name is None:
        _say("no CI step: nothing says which CI this repository has (--ci github, gitlab or azure)")


def _add(step: "Step") -> None:
    from trustlint.cli.starting import automation

    if automation.is_added(step):
        _say(f"left as it is: {step.path}, which runs trustlint")
    elif os.path.lexists(step.path):
        _say(f"left as it is: {step.path}; to add {step.about}:", "")
        _say(*(f"    {line}" for line in step.adds.splitlines()), "")
    else:
        _write(step.path, step.text)
        if step.hint:
            _say(f"  ({step.hint})")


def _first_run(settings: Settings) -> None:
    from trustlint.cli import options
    from trustlint.cli.starting import told
    from trustlint.run import check

    report = check(options.targets((), settings, {}), settings, whole=True)
    _say("", *told.first_run(report), "", *told.next_steps(report))


def _write(path: str, text: str) -> None:
    """Make a new file. UsageError when it cannot be made, or when it is there after all."""
    from trustlint.errors import UsageError

    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"cannot write this file: {error.strerror}", path=path) from None
    _say(f"wrote {path}")


def _say(*lines: str) -> None:
    for line in lines:
        click.echo(line)
