"""What `trustlint check` does."""

from trustlint.cli import asked as made
from trustlint.cli import progress
from trustlint.cli.outputs import Output, outputs
from trustlint.cli.terminal import say
from trustlint.cli.unsupported import say_unsupported
from trustlint.config import Settings
from trustlint.report import Report
from trustlint.typed import TYPE_CHECKING, Any, Callable, Mapping, Sequence

if TYPE_CHECKING:
    from trustlint.cli.fixing import Fixing


def check(
    paths: Sequence[str], output: Sequence[str], allow_empty: bool, quiet: int, verbose: bool, **asked: Any
) -> int:
    """Lint what was asked for, report, and return the exit status."""
    from trustlint.run import check

    settings = made.settled(asked)
    wanted = outputs(output)
    news, cure = _news(settings, asked), _cure(asked)
    shown = progress.shown()
    stdin = made.standard_input(paths, asked)
    report = check(
        made.targets(paths, settings, asked),
        settings,
        stdin,
        shown,
        whole=made.is_whole(paths, settings, asked),
        processes=asked["jobs"],
    )
    if shown is not None:
        shown.wipe()
    if not quiet:
        say_unsupported(settings)
    report = news(report)
    if cure is not None:
        report = cure.fix(report, settings, stdin, quiet=bool(quiet))
        wanted = cure.reports(wanted)
    if cure is None:
        _write(wanted, report, settings, verbose - quiet)
    else:
        with cure.room_for_texts(stdin):
            _write(wanted, report, settings, verbose - quiet)
    if verbose:
        _say_passed_over(report)
    status = _status(report, settings, wanted, allow_empty)
    return cure.status(status) if cure else status


def _write(wanted: Sequence[Output], report: Report, settings: Settings, verbosity: int) -> None:
    for each in wanted:
        each.write(report, settings, verbosity=verbosity)


def _news(settings: Settings, asked: Mapping[str, Any]) -> Callable[[Report], Report]:
    """What makes a report one of what is new. Mistakes in what was asked show before anything is read."""
    narrows = settings.baseline is not None or asked["reason"] is not None
    if not narrows and not any(asked[name] for name in ("baseline", "write_baseline", "new_from", "add_ignore")):
        return lambda report: report
    from trustlint.cli import narrowed

    narrowed.check_ignores(settings, asked)
    news = narrowed.narrowing(settings, asked)
    return (lambda report: narrowed.add_ignores(news(report), settings, asked)) if asked["add_ignore"] else news


def _cure(asked: Mapping[str, Any]) -> "Fixing | None":
    """What is to be fixed; `None` when nothing is."""
    if not any(asked[name] for name in ("fix", "diff", "unsafe_fixes")):
        return None
    from trustlint.cli import fixing

    return fixing.fixing(asked)


def _say_passed_over(report: Report) -> None:
    for file in report.files:
        if file.format is None and not file.errors and not file.diagnostics:
            reason = file.omissions[0].reason if file.omissions else "nothing in it is known"
            say(f"passed over {file.path}: {reason}")
        for omission in file.omissions if file.format is not None else ():
            say(f"left out {file.path} {omission.route}: {omission.reason}")


def _status(report: Report, settings: Settings, wanted: Sequence[Output], allow_empty: bool) -> int:
    """The exit status, and on standard error what a report on standard output does not say."""
    from trustlint.__main__ import FOUND, OK, UNCHECKED
    from trustlint.reporters.wording import counted, harmless

    if not any(each.says_errors for each in wanted):
        for error in report.all_errors:
            say(harmless(f"trustlint: {error}"))
    unspoken = sum(file.unspoken for file in report.files)
    if unspoken and not any(each.name == "rich" and each.file is None for each in wanted):
        say(f"trustlint: {counted(unspoken, 'message')} in a language that no rule speaks, words not checked")
    if report.all_errors:
        return UNCHECKED
    if not report.messages and not allow_empty:
        say(_nothing(report))
        return UNCHECKED
    return FOUND if report.reaches(settings.fail_on) else OK


def _nothing(report: Report) -> str:
    looked = len(report.files)
    seen = f"looked at {looked} file{'s' if looked != 1 else ''} and found no text that a customer receives"
    return f"trustlint: nothing to check: {seen} (`trustlint inspect FILE` says why; --allow-empty accepts it)"
