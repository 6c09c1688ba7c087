"""Files to diagnostics, and to the ledger of promises."""

import os
from itertools import chain
from time import perf_counter

from trustlint.cache import Cache
from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.errors import SourceError, TrustlintError
from trustlint.fingerprints import fingerprinted
from trustlint.gathered import Gathered
from trustlint.kept import kept, laid_aside
from trustlint.message import Omission
from trustlint.report import FileReport, Report
from trustlint.results import Results
from trustlint.typed import TYPE_CHECKING, Callable, Iterable, Iterator, Sequence

# What lints is imported where a file is linted: what is found in most was found before (`results`).
if TYPE_CHECKING:
    from trustlint.diagnostic import Diagnostic
    from trustlint.ledger.promises import Ledger, Promise
    from trustlint.linter import Linter
    from trustlint.reading import FileReading, Reader
    from trustlint.suppressions.suppressor import Rulebook, Suppressor
    from trustlint.work import Work

Progress = Callable[[int, int, int], None]
"""Told how many of how many files are done, and how many messages were met in the next one."""


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
    work = _LazyWork(settings, cache)
    results = Results(settings, cache)
    found = _found(targets, results, stdin, progress, work, processes)
    _judge([each for each in found if isinstance(each, Gathered)], results, work)
    suppresses = settings.suppressions or any(isinstance(each, Gathered) and each.comments for each in found)
    hidden = suppressor(settings, cache) if suppresses else None
    files = [_reported(each, work.rules, hidden, whole=whole) for each in found]
    if hidden is not None and settings.suppressions:
        files += _entries(hidden, files, settings, work.of_library if whole else frozenset, whole=whole)
    work.keep()
    return Report(files, seconds=perf_counter() - started)


class _LazyWork:
    """What lints, made ready when there is something to lint or to be known about the rules."""

    def __init__(self, settings: Settings, cache: Cache) -> None:
        self._settings = settings
        self._cache = cache
        self._made: Work | None = None

    def ready(self) -> "Work":
        if self._made is None:
            from trustlint.work import Work

            self._made = Work(self._settings, self._cache)
        return self._made

    def rules(self, path: str) -> "Linter":
        """Those that the file at a path is held against."""
        return self.ready().rules.of(path)

    def of_library(self) -> frozenset[str]:
        """The rules about a library as a whole."""
        return self.ready().rules.of_library

    def keep(self) -> None:
        """Keep for the next run what had to be compiled."""
        if self._made is not None:
            self._made.keep()


def _found(
    targets: Sequence[Target | SourceError],
    results: Results,
    stdin: tuple[str, bytes] | None,
    progress: Progress | None,
    work: _LazyWork,
    processes: int | None,
) -> list[Gathered | SourceError]:
    """What is found in each file, standard input first: what is known of it, or else what work shows."""
    data = [stdin[1]] if stdin is not None else []
    asked = [*(Target(stdin[0], named=True) for _ in data), *targets] if stdin is not None else list(targets)
    found: dict[int, Gathered | SourceError | None] = {
        at: target if isinstance(target, SourceError) else results.known(target, *data[at : at + 1])
        for at, target in enumerate(asked)
    }
    missing = [(at, target) for at, target in enumerate(asked) if found[at] is None and isinstance(target, Target)]
    # Where nothing is known of any file, nobody has seen yet whether the settings make sense.
    if missing or not any(isinstance(each, Gathered) for each in found.values()):
        before = len(asked) - len(missing)
        told = (lambda done, messages: progress(before + done, len(asked), messages)) if progress else None
        lint = [(target, data[0] if data and not at else None) for at, target in missing]
        for (at, target), each in zip(
            missing, work.ready().gathered(lint, processes, told, results.messages), strict=True
        ):
            found[at] = each
            if isinstance(each, Gathered):
                results.learn(target, each, work.ready().reader.endings)
        results.keep()
    return [each for each in found.values() if each is not None]


def _judge(files: Sequence[Gathered], results: Results, work: _LazyWork) -> None:
    """Add to each file what the rules of libraries say about its part in the whole."""
    if not any(file.found.noted for file in files):
        return

    def judge() -> "Iterator[tuple[int, int, Diagnostic]]":
        from trustlint.library import judge

        return judge(files, work.rules)

    said: dict[int, dict[int, list[Diagnostic]]] = {}
    for at, number, one in results.verdicts(files, judge):
        said.setdefault(at, {}).setdefault(number, []).append(one)
    for at, diagnostics in said.items():
        files[at].add(diagnostics)


def _reported(
    found: Gathered | SourceError, rules: "Callable[[str], Linter]", hidden: "Suppressor | None", *, whole: bool
) -> FileReport:
    if isinstance(found, SourceError):
        return FileReport(found.path or "", None, errors=(found,))
    return reported(found, lambda: rules(found.path), hidden, whole=whole)


def suppressor(settings: Settings, cache: Cache) -> "Suppressor":
    """What these settings suppress, and how suppressions in the texts are judged."""
    from trustlint.suppressions.suppressor import Suppressor  # most runs have nothing to suppress

    def rulebook() -> "Rulebook":
        from trustlint.engine import rulebook

        return rulebook(settings, cache)

    return Suppressor(settings.suppressions, rulebook, lambda: _today(settings), require_reason=settings.require_reason)


def _today(settings: Settings) -> str:
    from datetime import datetime

    return (settings.today or datetime.now().astimezone().date()).isoformat()


def again(settings: Settings) -> Callable[[str, bytes], FileReport]:
    """A function that lints bytes in the place of those of the file at a path, as `check` would."""
    from trustlint.work import Work

    cache = Cache.user(enabled=settings.cache)
    work, hidden = Work(settings, cache), suppressor(settings, cache)
    return lambda path, data: lint(work.reader.bytes(path, data), work.rules.of(path), hidden)


def _entries(
    hidden: "Suppressor",
    files: Sequence[FileReport],
    settings: Settings,
    of_library: Callable[[], frozenset[str]],
    *,
    whole: bool,
) -> list[FileReport]:
    """What is wrong with the entries under `ignore:` of the settings."""
    read = {os.path.abspath(file.path) for file in files if file.format is not None and not file.errors}
    whole = whole and not any(file.errors for file in files)
    found = hidden.entries_wrong(lambda one: whole or getattr(one.scope, "file", None) in read, of_library())
    path = settings.path or "settings"
    return [FileReport(path, None, diagnostics=tuple(fingerprinted(found)))] if found else []


def readings(
    targets: Sequence[Target | SourceError],
    reader: "Reader",
    stdin: tuple[str, bytes] | None = None,
) -> "Iterator[FileReading | SourceError]":
    """Standard input first, then the files, each to be gone through before the next."""
    if stdin is not None:
        yield reader.bytes(*stdin)
    for target in targets:
        yield target if isinstance(target, SourceError) else reader.file(target)


def lint(reading: "FileReading", rules: "Linter", hidden: "Suppressor | None" = None) -> FileReport:
    """Everything that a file holds, held against the rules; what is suppressed is counted."""
    from trustlint.gathering import gather

    return reported(gather(reading, rules), lambda: rules, hidden)


def reported(
    file: Gathered, rules: "Callable[[], Linter]", hidden: "Suppressor | None" = None, *, whole: bool = False
) -> FileReport:
    """The report on a file that has been gone through; `whole`: as part of the whole library that it belongs to.

    `rules` are asked for where a comment in the file is to be judged.
    """
    errors = file.errors
    left: Iterable[Diagnostic] = fingerprinted(file.diagnostics)
    own: Sequence[Diagnostic] = ()
    suppressed = 0
    if hidden is not None:
        # Where something could not be read or was left out, a suppression may be for that.
        left, suppressed, own = hidden.file(
            file.path,
            left,
            file.comments,
            # What is said about a library is only known to be gone when all of it was read.
            running=lambda: _running(rules(), whole=whole),
            judged=lambda span: not errors and (not file.omissions or any(span.overlaps(each) for each in file.linted)),
        )
    return FileReport(
        path=file.path,
        format=file.format,
        records=file.records,
        messages=file.messages,
        diagnostics=kept(chain(left, fingerprinted(own))),
        errors=tuple(errors),
        omissions=tuple(file.omissions),
        suppressed=suppressed,
        unspoken=file.unspoken,
    )


def _running(rules: "Linter", *, whole: bool) -> frozenset[str]:
    return frozenset(rule.id for rule in rules.rules if whole or rule.id not in rules.library_rules)


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
    from trustlint.engine import words
    from trustlint.ledger.promises import Ledger, packed, promises, unpacked
    from trustlint.reading import Reader

    cache = Cache.user(enabled=settings.cache)
    lexicon = words(settings, cache)
    errors: list[TrustlintError] = []
    records = files = 0

    def found() -> "Iterator[Promise]":
        nonlocal files, records
        for number, reading in enumerate(readings(targets, Reader(settings, cache), stdin)):
            if isinstance(reading, SourceError):
                errors.append(reading)
                continue
            before: tuple[str, str | None] | None = None
            for messages, each in enumerate(reading, 1):
                if isinstance(each, SourceError):
                    errors.append(each)
                elif not isinstance(each, Omission):
                    if progress is not None:
                        progress(number, len(targets), messages)
                    record = each[0].record.route, each[0].record.id
                    records += record != before  # the fields of a record are read one after the other
                    before = record
                    yield from (one for one in promises(each, lexicon) if not acts or one.act in acts)
            files += reading.format is not None

    made = laid_aside(found(), packed, unpacked)
    return Ledger(made, records, files, errors)
