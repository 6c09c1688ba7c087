"""Files to diagnostics, and to the ledger of promises."""

import os
from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from trustlint import jobs
from trustlint.cache import Cache
from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.engine import suppressor, words
from trustlint.errors import SourceError, TrustlintError
from trustlint.gathering import Gathered, gather
from trustlint.jobs import Share
from trustlint.library import judge
from trustlint.linter import Linter, fingerprinted
from trustlint.message import Omission
from trustlint.overrides import Linters
from trustlint.reading import FileReading, Reader, size
from trustlint.report import FileReport, Report
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
    processes: int | None = 1,
) -> Report:
    """Lint the files behind some targets, and standard input when it is given as a name and its bytes.

    What cannot be read is in the report; the other files are still checked. `whole` says that the targets are all that
    the settings speak about, so that what they suppress in vain can be told. `processes` is how many to use, and
    `None` leaves that to us: the report is the same. ConfigError, PackError or UsageError when the settings ask for
    what is not there.
    """
    started = perf_counter()
    cache = Cache.user(enabled=settings.cache)
    rules, reader = Linters(settings, cache), Reader(settings, cache)
    hidden = suppressor(settings, cache)
    sizes = [len(stdin[1])] if stdin is not None else []
    sizes += [0 if isinstance(target, SourceError) else size(target.path) for target in targets]
    processes = jobs.wanted(processes, sum(sizes))

    def gathered(share: Share) -> list[Gathered | SourceError | None]:
        shown = progress if share.number == 0 else None
        found = enumerate(readings(targets, reader, stdin, shown))
        return [_gathered(each, rules, share, at, sizes[at]) for at, each in found]

    own, *others = jobs.shares(gathered, processes)
    together = list(map(_together, own, *others))
    judge([each for each in together if isinstance(each, Gathered)], rules.of)
    files = [_reported(each, rules, hidden, whole=whole) for each in together]
    if settings.suppressions:
        files += _entries(hidden, files, settings, rules.of_library if whole else frozenset(), whole=whole)
    return Report(files, seconds=perf_counter() - started)


def _gathered(
    reading: FileReading | SourceError, rules: Linters, share: Share, at: int, size: int
) -> Gathered | SourceError | None:
    """What a share finds out about file number `at`: large files are everybody's, others are one share's."""
    if isinstance(reading, SourceError):
        return reading
    if size >= jobs.WORTH:
        return gather(reading, rules.of(reading.path), share)
    return gather(reading, rules.of(reading.path)) if share.has(at) else None


def _together(own: Gathered | SourceError | None, *others: Gathered | SourceError | None) -> Gathered | SourceError:
    first, *more = [one for one in (own, *others) if one is not None]
    for one in more:
        if isinstance(first, Gathered) and isinstance(one, Gathered):
            first.take_over(one.found)
    return first


def _reported(found: Gathered | SourceError, rules: Linters, hidden: Suppressor, *, whole: bool) -> FileReport:
    if isinstance(found, SourceError):
        return FileReport(found.path or "", None, errors=(found,))
    return reported(found, rules.of(found.path), hidden, whole=whole)


def again(settings: Settings) -> Callable[[str, bytes], FileReport]:
    """A function that lints bytes in the place of those of the file at a path, as `check` would."""
    cache = Cache.user(enabled=settings.cache)
    rules, hidden, reader = Linters(settings, cache), suppressor(settings, cache), Reader(settings, cache)
    return lambda path, data: lint(reader.bytes(path, data), rules.of(path), hidden)


def _entries(
    hidden: Suppressor, files: Sequence[FileReport], settings: Settings, of_library: frozenset[str], *, whole: bool
) -> list[FileReport]:
    """What is wrong with the entries under `ignore:` of the settings."""
    read = {os.path.abspath(file.path) for file in files if file.format is not None and not file.errors}
    whole = whole and not any(file.errors for file in files)
    found = hidden.entries_wrong(lambda one: whole or getattr(one.scope, "file", None) in read, of_library)
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
    return reported(gather(reading, rules), rules, hidden)


def reported(file: Gathered, rules: Linter, hidden: Suppressor | None = None, *, whole: bool = False) -> FileReport:
    """The report on a file that has been gone through; `whole`: as part of the whole library that it belongs to."""
    errors = file.errors
    outcome = Outcome(fingerprinted(file.diagnostics), 0, [])
    if hidden is not None:
        # Where something could not be read or was left out, a suppression may be for that.
        outcome = hidden.file(
            file.path,
            outcome.kept,
            file.comments,
            # What is said about a library is only known to be gone when all of it was read.
            running=lambda: frozenset(rule.id for rule in rules.rules if whole or rule.id not in rules.library_rules),
            judged=lambda span: not errors and (not file.omissions or any(span.overlaps(each) for each in file.linted)),
        )
    return FileReport(
        path=file.path,
        format=file.format,
        records=file.records,
        messages=file.messages,
        diagnostics=(*outcome.kept, *fingerprinted(outcome.own)),
        errors=tuple(errors),
        omissions=tuple(file.omissions),
        suppressed=outcome.suppressed,
        unspoken=file.unspoken,
    )


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
