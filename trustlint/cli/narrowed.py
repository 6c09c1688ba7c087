"""`--baseline`, `--write-baseline`, `--new-from`, `--add-ignore`: only what is new, and what is said of the rest."""

import os
from collections.abc import Callable, Mapping
from typing import Any

from trustlint.cli.terminal import say
from trustlint.config import Settings
from trustlint.errors import UsageError
from trustlint.report import Report

Narrowing = Callable[[Report], Report]


def narrowing(settings: Settings, asked: Mapping[str, Any]) -> Narrowing:
    """What makes a report one of what is new. Mistakes in what was asked show before anything is read."""
    by_baseline = _by_baseline(settings, asked.get("baseline"), asked.get("write_baseline"))
    by_lines = _by_lines(asked.get("new_from"))
    return lambda report: by_lines(by_baseline(report))


def _by_lines(revision: str | None) -> Narrowing:
    if revision is None:
        return lambda report: report
    from trustlint.narrowing import on_changed_lines
    from trustlint.revisions import Changes

    changes = Changes(revision)
    return lambda report: on_changed_lines(report, changes)


def _by_baseline(settings: Settings, compared: str | None, written: str | None) -> Narrowing:
    if compared and written and os.path.realpath(compared) != os.path.realpath(written):
        raise UsageError("--baseline and --write-baseline name two files", hint="give --write-baseline alone")
    path = written or compared or settings.baseline
    if path is None:
        return lambda report: report
    from trustlint import baseline

    is_new = written is not None and not os.path.lexists(written)
    known = None if is_new else baseline.load(path)

    def narrowed(report: Report) -> Report:
        from trustlint.checks import is_library
        from trustlint.engine import chosen
        from trustlint.narrowing import without_known

        base = baseline.of(report.diagnostics, os.path.dirname(path)) if known is None else known
        rules, running = chosen(settings)
        of_library = frozenset(rule.id for rule in rules if is_library(rule))
        new, gone, left = without_known(report, base, running.__contains__, of_library)
        if written is not None:
            _write(path, left, known)
        elif gone:
            _say(
                f"{_problems(len(gone))} in {path} {_are(len(gone))} gone (--write-baseline {path} drops what is gone)"
            )
        return new

    return narrowed


def _write(path: str, left: Any, before: Any) -> None:
    from trustlint import baseline, writing

    content = baseline.dumped(left)
    try:
        if before is None or dict(left.counts) != dict(before.counts):
            writing.replace(path, content)
    except OSError as error:
        raise UsageError(f"cannot write the baseline: {error.strerror}", path=path) from None
    if before is None:
        _say(f"{_problems(len(left))} written to {path}")
    else:
        dropped = len(before) - len(left)
        _say(f"{_problems(dropped)} dropped from {path}, {len(left):,} left")


def add_ignores(report: Report, settings: Settings, asked: Mapping[str, Any]) -> Report:
    """Write down that what a report shows is to be ignored; the report without it."""
    from dataclasses import replace

    from trustlint.add_ignores import add, told

    _say(told(add(report, settings, asked.get("reason") or "")))
    return replace(report, files=[replace(file, diagnostics=()) for file in report.files])


def check_ignores(settings: Settings, asked: Mapping[str, Any]) -> None:
    """UsageError when what is to be ignored cannot be, before anything is read."""
    reason = (asked.get("reason") or "").strip()
    if not asked.get("add_ignore"):
        if asked.get("reason") is not None:
            raise UsageError("--reason goes with --add-ignore")
        return
    if not reason and settings.require_reason:
        raise UsageError("--add-ignore needs a --reason", hint='--reason "the queue shows the wait"')
    if asked.get("isolated"):
        raise UsageError("--add-ignore writes to the settings, and --isolated uses none")


def _problems(number: int) -> str:
    return "1 problem" if number == 1 else f"{number:,} problems"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _say(text: str) -> None:
    from trustlint.reporters.wording import harmless

    say(harmless(f"trustlint: {text}"))
