"""A report without what is no news: problems that the baseline knows, and those on lines that did not change."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from trustlint import baseline
from trustlint.baseline import Baseline, Scope
from trustlint.diagnostic import Diagnostic, Label
from trustlint.kept import kept
from trustlint.report import FileReport, Report

if TYPE_CHECKING:
    from trustlint.revisions import Changes


def without_known(
    report: Report, known: Baseline, ran: Callable[[str], bool], of_library: frozenset[str] = frozenset()
) -> tuple[Report, Baseline, Baseline]:
    """The report of what is new; what of the baseline is gone; and the baseline without that.

    `ran` tells which rules did; those `of_library` have only done so when every file of the baseline was read.
    """
    folder = known.folder
    read = {baseline.place(file.path, folder) for file in report.read if not file.errors}
    scope = Scope(frozenset(read), ran, lambda path: path.startswith("<") or os.path.exists(os.path.join(folder, path)))
    if any(path not in read and scope.exists(path) for path, _ in known.counts):
        scope = scope._replace(ran=lambda rule: rule not in of_library and ran(rule))
    compared = baseline.compare(known, report.diagnostics, scope)
    answers = iter(compared.known)
    files = [_without_known(file, [next(answers) for _ in file.diagnostics]) for file in report.files]
    return replace(report, files=files), compared.gone, compared.left


def _without_known(file: FileReport, known: Sequence[bool]) -> FileReport:
    new = kept(one for one, is_known in zip(file.diagnostics, known, strict=True) if not is_known)
    return replace(file, diagnostics=new, baselined=file.baselined + sum(known)) if any(known) else file


def on_changed_lines(report: Report, changes: "Changes") -> Report:
    """The report of what stands, wholly or in part, on lines that were added or changed."""
    return replace(report, files=[_on_changed_lines(file, changes) for file in report.files])


def _on_changed_lines(file: FileReport, changes: "Changes") -> FileReport:
    if not file.diagnostics:
        return file
    changed = kept(one for one in file.diagnostics if _is_new(one, changes))
    return replace(file, diagnostics=changed, unchanged=len(file.diagnostics) - len(changed))


def _is_new(one: Diagnostic, changes: "Changes") -> bool:
    """Whether a problem stands on changed lines, or contradicts what stands on some in another file."""
    places: list[tuple[str, Diagnostic | Label]] = [(one.path, one)]
    places += [(label.path or one.path, label) for label in one.labels]
    return any(changes.of(path).touch(place.start.line, _last_line(place)) for path, place in places)


def _last_line(one: Diagnostic | Label) -> int:
    """The last line that a diagnostic has a character on."""
    return one.end.line - 1 if one.end.column == 1 and one.end.line > one.start.line else one.end.line
