"""Paths to files to diagnostics."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from itertools import groupby
from time import perf_counter

from trustlint.cache import Cache
from trustlint.config import Settings
from trustlint.diagnostic import Diagnostic
from trustlint.discover import Target, tidy
from trustlint.engine import formats, linter
from trustlint.errors import SourceError, TrustlintError
from trustlint.linter import Linter, fingerprinted, speaks
from trustlint.message import Message, Omission, SourceFile
from trustlint.report import FileReport, Report
from trustlint.sources import decoding
from trustlint.sources.containers import csv as csv_container
from trustlint.sources.containers import jsonl, tsv
from trustlint.sources.detect import opened
from trustlint.sources.letters import is_letter
from trustlint.sources.read import contents
from trustlint.sources.registry import Formats

Progress = Callable[[int, int], None]
"""Told how many of how many files are done."""

WHOLE = 16 * 1024 * 1024
"""Files up to this size in bytes are held whole; larger ones of one record per line are read in windows."""

_WINDOWS = {
    ".jsonl": jsonl.windows,
    ".ndjson": jsonl.windows,
    ".csv": csv_container.windows,
    ".tsv": tsv.windows,
}


def check(
    targets: Sequence[Target | SourceError],
    settings: Settings,
    stdin: tuple[str, bytes] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Lint the files behind some targets, and standard input when it is given as a name and its bytes.

    What cannot be read is in the report; the other files are still checked. ConfigError, PackError or UsageError when
    the settings ask for what is not there.
    """
    started = perf_counter()
    checker = Checker(settings)
    files: list[FileReport] = []
    if stdin is not None:
        files.append(checker.bytes(*stdin))
    for number, target in enumerate(targets):
        if progress is not None:
            progress(number, len(targets))
        files.append(checker.file(target) if isinstance(target, Target) else _unread(target))
    return Report(files, seconds=perf_counter() - started)


def _unread(error: SourceError) -> FileReport:
    return FileReport(error.path or "", None, errors=(error,))


class Checker:
    """Settings made ready to check one file after the other."""

    def __init__(self, settings: Settings) -> None:
        cache = Cache.user(enabled=settings.cache)
        self.settings = settings
        self.linter: Linter = linter(settings, cache)
        self.formats: Formats = formats(settings, cache)
        if settings.input_format is not None:
            self.formats.get(settings.input_format)

    def bytes(self, name: str, data: bytes) -> FileReport:
        """Check what came from somewhere else than a file."""
        try:
            file = decoding.decode(data, name)
        except SourceError as error:
            return _unread(error)
        return self.windows(iter([file]), Target(name, named=True))

    def file(self, target: Target) -> FileReport:
        """Check a file. What is wrong with it is in the report."""
        try:
            return self.windows(_windows(target.path), target)
        except SourceError as error:
            return _unread(error) if target.named or _is_text_trouble(error) else passed_over(target.path, str(error))

    def windows(self, windows: Iterator[SourceFile], target: Target) -> FileReport:
        """Check the windows of one file, one after the other."""
        total = FileReport(target.path, None)
        format = self._format(target)
        for file in windows:
            part = self._window(file, format, named=format is not None or _meant(target, file))
            format = format or part.format
            total = _joined(total, part)
            if part.format is None:
                break
        return replace(total, diagnostics=tuple(fingerprinted(total.diagnostics)))

    def _format(self, target: Target) -> str | None:
        """The format that the command line or the settings' sources name for a path."""
        if self.settings.input_format is not None:
            return self.settings.input_format
        path = os.path.abspath(target.path)
        for source in self.settings.sources:
            pattern = os.path.abspath(source.path)
            if source.format and (fnmatchcase(path, pattern) or path.startswith(pattern + os.sep)):
                return source.format
        return None

    def _window(self, file: SourceFile, format: str | None, *, named: bool) -> FileReport:
        try:
            known = opened(file, format, formats=self.formats, named=named)
        except SourceError as error:
            return FileReport(file.path, format or "broken", errors=(error,))
        name = known.format.name if known.format else None
        found = contents(file, known, include_inactive=self.settings.include_inactive, named=named)
        return self._report(FileReport(file.path, name), found)

    def _report(self, empty: FileReport, found: Iterable[Message | Omission | SourceError]) -> FileReport:
        diagnostics: list[Diagnostic] = []
        errors: list[TrustlintError] = []
        omissions: list[Omission] = []
        records: set[tuple[str, str | None]] = set()
        messages = unspoken = 0
        for key, group in groupby(found, _field):
            if key is None:
                for other in group:
                    if isinstance(other, SourceError):
                        errors.append(other)
                    elif isinstance(other, Omission):
                        omissions.append(other)
                continue
            readings = [each for each in group if isinstance(each, Message)]
            record = readings[0].record
            records.add((record.route, record.id))
            messages += 1
            unspoken += not any(speaks(rule, record.language) for rule in self.linter.rules)
            diagnostics += self._readings(readings, errors)
        return replace(
            empty,
            records=len(records),
            messages=messages,
            diagnostics=tuple(diagnostics),
            errors=tuple(errors),
            omissions=tuple(omissions),
            unspoken=unspoken,
        )

    def _readings(self, readings: Sequence[Message], errors: list[TrustlintError]) -> list[Diagnostic]:
        """What is found in one field, whichever way its branches are read; a place is told once.

        The branch is named where it matters: when another way through the same field is fine.
        """
        found: dict[tuple[str, int, int], list[Diagnostic]] = {}
        for message in readings:
            findings = self.linter.lint(message)
            errors.extend(findings.errors)
            for one in findings.diagnostics:
                found.setdefault((one.rule, one.start.offset, one.end.offset), []).append(one)
        once = [same[0] if len(same) < len(readings) else replace(same[0], branch=None) for same in found.values()]
        return sorted(once, key=lambda one: (one.start.offset, one.end.offset, one.rule))


def _field(each: Message | Omission | SourceError) -> tuple[str, str] | None:
    """What the readings of one field have in common; `None` for what is no message."""
    return (each.record.route, each.route) if isinstance(each, Message) else None


def _meant(target: Target, file: SourceFile) -> bool:
    """Whether a file is read without further signs: it was named, or is a letter lying directly in a named folder."""
    return target.named or (
        target.near and target.path.endswith((".txt", ".text")) and is_letter(file.text, target.path)
    )


def _windows(path: str) -> Iterator[SourceFile]:
    windows = _WINDOWS.get(os.path.splitext(path)[1].lower())
    try:
        large = windows is not None and os.path.getsize(path) > WHOLE
    except OSError:
        large = False  # Reading it will say what is wrong.
    if large and windows is not None:
        return windows(path)
    return iter([replace(decoding.read(path), path=tidy(path))])


def _joined(total: FileReport, part: FileReport) -> FileReport:
    return replace(
        total,
        format=total.format or part.format,
        records=total.records + part.records,
        messages=total.messages + part.messages,
        diagnostics=total.diagnostics + part.diagnostics,
        errors=total.errors + part.errors,
        omissions=total.omissions + part.omissions,
        unspoken=total.unspoken + part.unspoken,
    )


def passed_over(path: str, reason: str) -> FileReport:
    """A file in a folder that is nothing for us."""
    return FileReport(path, None, omissions=(Omission("", reason),))


def _is_text_trouble(error: SourceError) -> bool:
    return error.line is not None
