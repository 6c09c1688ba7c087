"""The files of a report with their problems fixed: read again, fixed, written, and what is left in them."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from trustlint.config import Settings
from trustlint.diagnostic import Applicability, Diagnostic
from trustlint.discover import Target
from trustlint.errors import SourceError
from trustlint.fixes.checking import Reading
from trustlint.fixes.diff import unified
from trustlint.fixes.rounds import Finding, Fixed, curable, fixed
from trustlint.fixes.store import must_be_writable, replace_file
from trustlint.message import SourceFile
from trustlint.reading import Reader
from trustlint.report import FileReport, Report
from trustlint.sources import decoding

LARGEST = 16 * 1024 * 1024
"""Bytes of a file that is fixed: it is held whole, several times over."""


@dataclass(frozen=True)
class Cured:
    """A file with its fixes made.

    `after` are its bytes now, `diff` is what changed, `report` what is left in it. `made` is how many problems were
    fixed, `undone` says which were not although they have a fix.
    """

    path: str
    after: bytes
    diff: str
    report: FileReport
    made: int
    undone: tuple[SourceError, ...] = ()


def cure(
    report: Report,
    trusted: Sequence[Applicability],
    settings: Settings,
    given: Mapping[str, bytes],
    *,
    write: bool,
) -> tuple[Report, list[Cured]]:
    """The report of what is left when all fixes are made that are trusted enough, and the files that have any.

    `given` are the bytes of what came from no file, by name: it is fixed and never written. A file that cannot be fixed
    has an error in the report, and the others are fixed all the same.
    """
    from trustlint.run import again

    if not any(curable(file.diagnostics, trusted) for file in report.files):
        return report, []
    surgeon = _Surgeon(trusted, again(settings), Reader(settings), write=write)
    files: list[FileReport] = []
    cured: list[Cured] = []
    for file in report.files:
        if not curable(file.diagnostics, trusted):
            files.append(file)
            continue
        try:
            done = surgeon.cure(file, given.get(file.path))
        except SourceError as error:
            files.append(replace(file, errors=(*file.errors, error)))
        else:
            files.append(done.report)
            cured.append(done)
    return replace(report, files=files), cured


class _Surgeon:
    def __init__(
        self,
        trusted: Sequence[Applicability],
        lint: Callable[[str, bytes], FileReport],
        reader: Reader,
        *,
        write: bool,
    ) -> None:
        self._trusted = trusted
        self._lint = lint
        self._reader = reader
        self._write = write

    def cure(self, report: FileReport, given: bytes | None) -> Cured:
        """One file fixed, and written if it stands on a disk. SourceError when that cannot be."""
        old = self._content(report.path) if given is None else given
        before = decoding.decode(old, report.path)
        if decoding.encode(before, before.text) != old:
            raise SourceError("is not fixed: it could not be written back as it is", path=report.path)
        seen = self._seen(before, before.text)
        others = _of_the_library(report, seen)
        if seen.format != report.format:
            raise SourceError("is not fixed: it was changed while it was checked", path=report.path)
        done = self._fixed(before, seen, report, frozenset(others))
        new = decoding.encode(before, done.text)
        if given is None and self._write and new != old:
            replace_file(report.path, old, new)
        return Cured(
            report.path,
            new,
            unified(report.path, before.text, done.text),
            self._left(before, done, report, {finding.rule: one for finding, one in others.items()}),
            len(done.made),
            tuple(_undone(done, report.path)),
        )

    def _content(self, path: str) -> bytes:
        if self._write:
            must_be_writable(path)
        if os.path.getsize(path) > LARGEST:
            raise SourceError(f"is not fixed: it is larger than {LARGEST >> 20} MB", path=path)
        return decoding.content(path)

    def _seen(self, file: SourceFile, text: str) -> FileReport:
        return self._lint(file.path, decoding.encode(file, text))

    def _fixed(self, file: SourceFile, seen: FileReport, report: FileReport, others: frozenset[Finding]) -> Fixed:
        """What is found now and was not reported before is known, or nobody asked about it: it is spared."""
        reported = {Finding.of(one) for one in report.diagnostics}
        spared = frozenset(finding for one in seen.diagnostics if (finding := Finding.of(one)) not in reported)
        asked = self._reader.format_of(Target(file.path, named=True))
        reading = Reading(self._reader.formats, asked, self._reader.settings.include_inactive)
        return fixed(file, lambda text: self._seen(file, text).diagnostics, self._trusted, reading, spared | others)

    def _left(self, file: SourceFile, done: Fixed, report: FileReport, others: Mapping[str, Diagnostic]) -> FileReport:
        left = self._seen(file, done.text)
        kept = [one for one in left.diagnostics if Finding.of(one) not in done.spared]
        lines = replace(file, text=done.text).lines
        kept += [
            replace(others[moved.rule], start=lines.position(moved.span.start), end=lines.position(moved.span.end))
            for moved in sorted(done.spared)
            if moved.rule in others
        ]
        return replace(report, diagnostics=tuple(kept), suppressed=left.suppressed)


def _of_the_library(report: FileReport, seen: FileReport) -> dict[Finding, Diagnostic]:
    """What was said about a file beside others, which it cannot be seen to be when it is read alone.

    Each by its fingerprint: what is found in the file itself has rules for names.
    """
    alone = {Finding.of(one) for one in seen.diagnostics}
    rest = (one for one in report.diagnostics if Finding.of(one) not in alone)
    return {Finding(one.fingerprint, Finding.of(one).span): one for one in rest}


def _undone(done: Fixed, path: str) -> list[SourceError]:
    """What was rolled back: whoever asked for fixes must not think that they were made."""
    errors = [
        SourceError(
            f"{one.rule} is not fixed here: something else would change with it",
            path=path,
            line=one.start.line,
            column=one.start.column,
        )
        for one in done.undone
    ]
    errors += [
        SourceError(f"{rule} is not fixed: its new words are found again without end", path=path)
        for rule in sorted(done.restless)
    ]
    return errors
