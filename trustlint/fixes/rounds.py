"""Fixes made over and over, until the text comes to rest."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from trustlint.diagnostic import Applicability, Diagnostic, Edit, Fix
from trustlint.fixes.checking import Reading, sound
from trustlint.fixes.edits import apart, apply_edits
from trustlint.message import SourceFile
from trustlint.span import Span
from trustlint.tuples import NamedTuple

ROUNDS = 10
"""Fixes that touch each other are made one round after the other. What moves longer than this never rests."""

Lint = Callable[[str], Sequence[Diagnostic]]
"""What is found in a text, in the place of the file's."""


class Finding(NamedTuple):
    """What a rule says about a place of a file."""

    rule: str
    span: Span

    @classmethod
    def of(cls, one: Diagnostic) -> "Finding":
        return cls(one.rule, Span(one.start.offset, one.end.offset))


@dataclass(frozen=True)
class Fixed:
    """A text with its fixes made. `made` are the diagnostics that were cured.

    `undone` would have changed more than they should, and were not made; `restless` are the rules whose fixes were not
    made because they call for each other without end; `spared` are the findings that nobody asked about, where they
    stand now.
    """

    text: str
    made: tuple[Diagnostic, ...] = ()
    undone: tuple[Diagnostic, ...] = ()
    restless: frozenset[str] = frozenset()
    spared: frozenset[Finding] = frozenset()


def fixed(
    file: SourceFile,
    lint: Lint,
    trusted: Sequence[Applicability],
    reading: Reading,
    spared: frozenset[Finding] = frozenset(),
) -> Fixed:
    """The file's text with all fixes made that are trusted enough, but for those of `spared`.

    Made again, it stays the same.
    """
    restless: frozenset[str] = frozenset()
    while True:
        rounds = _Rounds(file, lint, trusted, reading, restless, spared)
        left = rounds.run()
        if left.rest:
            return Fixed(rounds.file.text, tuple(rounds.made), left.found, restless, rounds.spared)
        restless |= {one.rule for one in left.found}


class _Left(NamedTuple):
    """What could still be fixed, and whether the text is at rest because none of it really can be."""

    found: tuple[Diagnostic, ...]
    rest: bool


class _Rounds:
    """A text on its way from round to round."""

    def __init__(
        self,
        file: SourceFile,
        lint: Lint,
        trusted: Sequence[Applicability],
        reading: Reading,
        without: frozenset[str],
        spared: frozenset[Finding],
    ) -> None:
        self.file = file
        self.made: list[Diagnostic] = []
        self.spared = spared
        self._lint = lint
        self._trusted = trusted
        self._reading = reading
        self._without = without

    def run(self) -> _Left:
        """As many rounds as it takes and may take."""
        found = self._found()
        for _ in range(ROUNDS):
            fixes = apart({one.fix: None for one in found if one.fix})
            kept = sound(self.file, fixes, self._reading) if fixes else []
            if not kept:
                return _Left(tuple(found), rest=True)
            done = set(kept)
            self.made += [one for one in found if one.fix in done]
            self._apply(kept)
            found = self._found()
        return _Left(tuple(found), rest=not found)

    def _found(self) -> list[Diagnostic]:
        return [
            one
            for one in curable(self._lint(self.file.text), self._trusted)
            if one.rule not in self._without and Finding.of(one) not in self.spared
        ]

    def _apply(self, fixes: Iterable[Fix]) -> None:
        edits = sorted(edit for fix in fixes for edit in fix.edits)
        self.file = replace(self.file, text=apply_edits(self.file.text, edits))
        shifted = Shift(edits)
        self.spared = frozenset(
            finding._replace(span=moved) for finding in self.spared if (moved := shifted(finding.span))
        )


def curable(found: Iterable[Diagnostic], trusted: Sequence[Applicability]) -> list[Diagnostic]:
    """The diagnostics with a fix that is trusted enough."""
    return [one for one in found if one.fix and one.fix.edits and one.fix.applicability in trusted]


class Shift:
    """Where spans stand when edits are made, which are in order and apart."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [edit.span.start for edit in edits]
        self._ends = [edit.span.end for edit in edits]
        grown = (len(edit.content) - (edit.span.end - edit.span.start) for edit in edits)
        self._by = list(accumulate(grown, initial=0))

    def __call__(self, span: Span) -> Span | None:
        """`None` if an edit cuts the span."""
        before = bisect_right(self._ends, span.start)
        if before < len(self._starts) and self._starts[before] < span.end:
            return None
        return span.shift(self._by[before])
