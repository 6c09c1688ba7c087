"""Files to diagnostics, and to the ledger of promises."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from trustlint.cache import Cache
from trustlint.config import Settings
from trustlint.diagnostic import Diagnostic
from trustlint.discover import Target
from trustlint.engine import suppressor, words
from trustlint.errors import SourceError, TrustlintError
from trustlint.linter import Linter, fingerprinted, speaks
from trustlint.message import Message, Omission
from trustlint.overrides import Linters
from trustlint.reading import Field, FileReading, Reader
from trustlint.report import FileReport, Report
from trustlint.span import Span
from trustlint.suppressions.suppressor import Outcome, Suppressor

if TYPE_CHECKING:
    from trustlint.ledger.promises import Ledger, Promise

Progress = Callable[[int, int], None]
"""Told how many of how many files are done."""


def check(
    targets: Sequence[Target | SourceError],
    settings: Settings,
    stdin: tuple[str, bytes] | None = None,
    progress: Progress | None = None,
    *,
    whole: bool = False,
) -> Report:
    """Lint the files behind some targets, and standard input when it is given as a name and its bytes.

    What cannot be read is in the report; the other files are still checked. `whole` says that the targets are all that
    the settings speak about, so that what they suppress in vain can be told. ConfigError, PackError or UsageError when
    the settings ask for what is not there.
    """
    started = perf_counter()
    cache = Cache.user(enabled=settings.cache)
    rules = Linters(settings, cache)
    hidden = suppressor(settings, cache)
    files = [
        FileReport(found.path or "", None, errors=(found,))
        if isinstance(found, SourceError)
        else lint(found, rules.of(found.path), hidden)
        for found in readings(targets, Reader(settings, cache), stdin, progress)
    ]
    if settings.suppressions:
        files += _entries(hidden, files, settings, whole=whole)
    return Report(files, seconds=perf_counter() - started)


def again(settings: Settings) -> Callable[[str, bytes], FileReport]:
    """A function that lints bytes in the place of those of the file at a path, as `check` would."""
    cache = Cache.user(enabled=settings.cache)
    rules, hidden, reader = Linters(settings, cache), suppressor(settings, cache), Reader(settings, cache)
    return lambda path, data: lint(reader.bytes(path, data), rules.of(path), hidden)


def _entries(hidden: Suppressor, files: Sequence[FileReport], settings: Settings, *, whole: bool) -> list[FileReport]:
    """What is wrong with the entries under `ignore:` of the settings."""
    read = {os.path.abspath(file.path) for file in files if file.format is not None and not file.errors}
    whole = whole and not any(file.errors for file in files)
    found = hidden.entries_wrong(lambda one: whole or getattr(one.scope, "file", None) in read)
    path = settings.path or "settings"
    return [FileReport(path, None, diagnostics=tuple(fingerprinted(found)))] if found else []


def readings(
    targets: Sequence[Target | SourceError],
    reader: Reader,
    stdin: tuple[str, bytes] | None = None,
    progress: Progress | None = None,
) -> Iterator[FileReading | SourceError]:
    """Standard input first, then the files, each to be gone through before the next."""
    if stdin is not None:
        yield reader.bytes(*stdin)
    for number, target in enumerate(targets):
        if progress is not None:
            progress(number, len(targets))
        yield target if isinstance(target, SourceError) else reader.file(target)


def lint(reading: FileReading, rules: Linter, hidden: Suppressor | None = None) -> FileReport:
    """Everything that a file holds, held against the rules; what is suppressed is counted."""
    diagnostics: list[Diagnostic] = []
    errors: list[TrustlintError] = []
    omissions: list[Omission] = []
    records: set[tuple[str, str | None]] = set()
    linted: list[Span] = []
    messages = unspoken = 0
    for found in reading:
        if isinstance(found, SourceError):
            errors.append(found)
        elif isinstance(found, Omission):
            omissions.append(found)
        else:
            record = found[0].record
            records.add((record.route, record.id))
            messages += 1
            unspoken += not any(speaks(rule, record.language) for rule in rules.rules)
            diagnostics += lint_field(found, rules, errors)
            if reading.comments:
                linted += map(extent, found)
    outcome = Outcome(fingerprinted(diagnostics), 0, [])
    if hidden is not None:
        # Where something could not be read or was left out, a suppression may be for that.
        outcome = hidden.file(
            reading.path,
            outcome.kept,
            reading.comments,
            running=lambda: frozenset(rule.id for rule in rules.rules),
            judged=lambda span: not errors and (not omissions or any(span.overlaps(each) for each in linted)),
        )
    return FileReport(
        path=reading.path,
        format=reading.format,
        records=len(records),
        messages=messages,
        diagnostics=(*outcome.kept, *fingerprinted(outcome.own)),
        errors=tuple(errors),
        omissions=tuple(omissions),
        suppressed=outcome.suppressed,
        unspoken=unspoken,
    )


def extent(message: Message) -> Span:
    """The stretch of its file that a message was read from."""
    runs, base = message.map.runs, message.file.base.offset
    return Span(runs[0].start, runs[-1].end).shift(base) if runs else Span(base, base)


def lint_field(field: Field, rules: Linter, errors: list[TrustlintError]) -> list[Diagnostic]:
    """What is found in one field, whichever way its branches are read; a place is told once.

    The branch is named where it matters: when another way through the same field is fine.
    """
    found: dict[tuple[str, int, int], list[Diagnostic]] = {}
    for message in field:
        findings = rules.lint(message)
        errors.extend(findings.errors)
        for one in findings.diagnostics:
            found.setdefault((one.rule, one.start.offset, one.end.offset), []).append(one)
    once = [same[0] if len(same) < len(field) else replace(same[0], branch=None) for same in found.values()]
    return sorted(once, key=lambda one: (one.start.offset, one.end.offset, one.rule))


def ledger(
    targets: Sequence[Target | SourceError],
    settings: Settings,
    stdin: tuple[str, bytes] | None = None,
    progress: Progress | None = None,
    *,
    acts: Sequence[str] = (),
) -> "Ledger":
    """The promises of the files behind some targets; of some acts only, when they are named."""
    # A third of what a start imports stands behind this, and linting seldom needs it.
    from trustlint.ledger.promises import Ledger, promises

    cache = Cache.user(enabled=settings.cache)
    lexicon = words(settings, cache)
    found: list[Promise] = []
    errors: list[TrustlintError] = []
    records: set[tuple[str, str, str | None]] = set()
    files = 0
    for reading in readings(targets, Reader(settings, cache), stdin, progress):
        if isinstance(reading, SourceError):
            errors.append(reading)
            continue
        for each in reading:
            if isinstance(each, SourceError):
                errors.append(each)
            elif not isinstance(each, Omission):
                records.add((reading.path, each[0].record.route, each[0].record.id))
                found.extend(one for one in promises(each, lexicon) if not acts or one.act in acts)
        files += reading.format is not None
    return Ledger(found, len(records), files, errors)
