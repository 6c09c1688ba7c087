"""Where reports go: `--output NAME[=FILE]`, as often as one likes."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from trustlint.cli.terminal import is_terminal, prepare_streams, silence_stdout, wants_color, width
from trustlint.config import Settings
from trustlint.errors import UsageError
from trustlint.report import Report
from trustlint.reporters import REPORTERS, View, reporter


@dataclass(frozen=True)
class Output:
    """One report. `file` is `None` for standard output."""

    name: str
    file: str | None = None

    @property
    def says_errors(self) -> bool:
        """Whether a person who reads this report sees what could not be checked."""
        return self.file is None and self.name in {"rich", "json"}

    def write(self, report: Report, settings: Settings, verbosity: int) -> None:
        if self.file is None:
            if verbosity > -2:
                prepare_streams()
                _print(self.name, report, verbosity)
            return
        try:
            with open(self.file, "w", encoding="utf-8", newline="\n") as out:
                reporter(self.name).write(report, out, View(verbose=verbosity))
        except OSError as error:
            raise UsageError(f"cannot write the report: {error.strerror}", path=self.file) from None


def _print(name: str, report: Report, verbosity: int) -> None:
    try:
        reporter(name).write(report, sys.stdout, _view(sys.stdout, verbosity))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough; the status still says what was found.
        silence_stdout()


def _view(stream: TextIO, verbosity: int) -> View:
    return View(color=wants_color(stream), width=width(stream), verbose=verbosity)


def outputs(asked: Sequence[str]) -> list[Output]:
    """The outputs asked for; `rich` on a terminal and `concise` elsewhere when none is."""
    if not asked:
        return [Output("rich" if is_terminal(sys.stdout) else "concise")]
    wanted = [Output(*_parts(each)) for each in asked]
    places = [each.file for each in wanted]
    for place in places:
        if places.count(place) > 1:
            raise UsageError(
                f"two outputs go to {place or 'standard output'}", hint="give one a file: --output json=report.json"
            )
    return wanted


def _parts(asked: str) -> tuple[str, str | None]:
    name, equals, file = asked.partition("=")
    if name not in REPORTERS:
        from trustlint.prose.lexicon import near

        hint = near(name, REPORTERS) or f"one of {', '.join(REPORTERS)}"
        raise UsageError(f"there is no output {name!r}", hint=hint)
    if equals and not file:
        raise UsageError(f"--output {asked}: the file name is missing")
    return name, file or None
