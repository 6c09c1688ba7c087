"""`--fix`, `--unsafe-fixes` and `--diff`: problems fixed where a machine can."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, redirect_stdout
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from trustlint.cli.outputs import Output
from trustlint.cli.terminal import say
from trustlint.config import Settings
from trustlint.errors import UsageError
from trustlint.report import Report

if TYPE_CHECKING:
    from trustlint.diagnostic import Applicability
    from trustlint.fixing import Cured

Stdin = tuple[str, bytes] | None


class Fixing:
    """What was asked for, and afterwards how many problems were fixed. With `diff` nothing is written."""

    def __init__(self, trusted: "tuple[Applicability, ...]", *, diff: bool) -> None:
        self.trusted = trusted
        self.diff = diff
        self.made = 0

    def fix(self, report: Report, settings: Settings, stdin: Stdin, *, quiet: bool) -> Report:
        """Fix the files of a report and print what came through standard input fixed; or print what would change.

        The report of what is left.
        """
        from trustlint.fixing import cure

        given = dict([stdin] if stdin else [])
        left, cured = cure(report, self.trusted, settings, given, write=not self.diff)
        self.made = sum(each.made for each in cured)
        if self.diff:
            _print_diffs(cured)
        elif stdin is not None:
            fixed = {each.path: each.after for each in cured}
            _print_bytes(fixed.get(stdin[0], stdin[1]))
        _say(cured)
        if not quiet:
            _say_how_many(cured, left, self)
        return _as_it_is(report, left) if self.diff else left

    def reports(self, wanted: Sequence[Output]) -> list[Output]:
        """The reports to write: a diff stands alone on standard output."""
        return [each for each in wanted if each.file is not None or not self.diff]

    def room_for_texts(self, stdin: Stdin) -> AbstractContextManager[Any]:
        """Where standard output takes the fixed text of standard input, reports go to standard error."""
        return redirect_stdout(sys.stderr) if stdin else nullcontext()

    def status(self, status: int) -> int:
        """The exit status of the run: a diff asks whether there is anything to fix."""
        from trustlint.__main__ import FOUND, OK, UNCHECKED

        if not self.diff or status == UNCHECKED:
            return status
        return FOUND if self.made else OK


def fixing(asked: Mapping[str, Any]) -> Fixing | None:
    """What is to be fixed; `None` when nothing is. UsageError for options that do not go together."""
    fix, unsafe, diff = (bool(asked.get(name)) for name in ("fix", "unsafe_fixes", "diff"))
    if not fix and not diff:
        if unsafe:
            raise UsageError("--unsafe-fixes says which fixes are made", hint="add --fix, or --diff to see them first")
        return None
    for other in ("write_baseline", "add_ignore"):
        if asked.get(other):
            option = other.replace("_", "-")
            raise UsageError(f"--{option} does not go together with --fix and --diff", hint="fix first")
    return Fixing(("safe", "unsafe") if unsafe else ("safe",), diff=diff)


def _as_it_is(report: Report, left: Report) -> Report:
    """A report of files that were not written, with what would have gone wrong."""
    files = [replace(file, errors=fixed.errors) for file, fixed in zip(report.files, left.files, strict=True)]
    return replace(report, files=files)


def _print_bytes(data: bytes) -> None:
    """What came in leaves byte for byte, whatever standard output thinks its encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _print_diffs(cured: "Sequence[Cured]") -> None:
    from trustlint.cli.terminal import is_terminal
    from trustlint.reporters.wording import harmless

    for each in cured:
        if is_terminal(sys.stdout):
            print(harmless(each.diff), end="", flush=True)  # noqa: T201
        else:
            _print_bytes(each.diff.encode("utf-8", "surrogateescape"))


def _say(cured: "Sequence[Cured]") -> None:
    from trustlint.reporters.wording import harmless

    for each in cured:
        for problem in each.undone:
            say(harmless(f"trustlint: {problem}"))


def _say_how_many(cured: "Sequence[Cured]", left: Report, asked: Fixing) -> None:
    from trustlint.fixes.rounds import curable
    from trustlint.reporters.wording import counted

    files = sum(bool(each.made) for each in cured)
    said = f"{'would fix' if asked.diff else 'fixed'} {asked.made:,} in {counted(files, 'file')}"
    waiting = 0 if "unsafe" in asked.trusted else len(curable(left.diagnostics, ("unsafe",)))
    if waiting:
        said += f"; {waiting:,} more with --unsafe-fixes"
    say(f"trustlint: {said}")
