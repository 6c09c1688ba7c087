"""Where reports go: `--output NAME[=FILE]`, as often as one likes."""

import os
import sys

from trustlint.cli.terminal import is_terminal, prepare_streams, silence_stdout, wants_color, width
from trustlint.config import Settings
from trustlint.errors import UsageError
from trustlint.frozen import dataclass
from trustlint.memo import cached_property
from trustlint.report import Report
from trustlint.reporters import REPORTERS, View, reporter
from trustlint.rule import Rule
from trustlint.typed import Iterator, Mapping, Sequence, TextIO


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
                _print(self.name, report, _view(sys.stdout, settings, verbosity))
                _summarise(self.name, report)
            return
        try:
            with open(self.file, "w", encoding="utf-8", newline="\n") as out:
                reporter(self.name).write(report, out, View(verbose=verbosity, rules=_Rules(settings)))
        except OSError as error:
            raise UsageError(f"cannot write the report: {error.strerror}", path=self.file) from None


class _Rules(Mapping[str, Rule]):
    """All rules there are, by id. Read when a reporter first asks: most do not."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _by_id(self) -> Mapping[str, Rule]:
        from trustlint.results.rules import rules

        return rules(self._settings)

    def __getitem__(self, id: str) -> Rule:
        return self._by_id[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)


def _print(name: str, report: Report, view: View) -> None:
    try:
        reporter(name).write(report, sys.stdout, view)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough; the status still says what was found.
        silence_stdout()


def _summarise(name: str, report: Report) -> None:
    """Where GitHub asks for it, append what its page of the job shall say."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if name != "github" or not path:
        return
    from trustlint.reporters.github import summary

    try:
        with open(path, "a", encoding="utf-8", newline="\n") as out:
            out.write(summary(report))
    except OSError as error:
        raise UsageError(f"cannot write the job summary: {error.strerror}", path=path) from None


def _view(stream: TextIO, settings: Settings, verbosity: int) -> View:
    return View(color=wants_color(stream), width=width(stream), verbose=verbosity, rules=_Rules(settings))


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
