"""What a file holds, held against the rules: everything that can be found out about it by itself."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from trustlint.diagnostic import Diagnostic
from trustlint.errors import SourceError, TrustlintError
from trustlint.fact import Fact
from trustlint.jobs import ALL, Share
from trustlint.linter import Linter, speaks
from trustlint.message import Message, Omission
from trustlint.reading import Field, FileReading
from trustlint.sources.comments import Comment
from trustlint.span import Span


class Findings(NamedTuple):
    """What the rules say about a field, what could not be done, and what is for the library to judge."""

    diagnostics: Sequence[Diagnostic]
    errors: Sequence[TrustlintError]
    facts: Sequence[Fact] = ()


NOTHING = Findings((), ())
"""What is found in most fields: one value for all of them."""


class Gathered:
    """A file gone through.

    `found` has an entry for each field, and for each thing that could not be read, in order; `None` for a field that
    is in another share. `linted` are the stretches of the file that messages were read from, as far as a comment may
    speak about them.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.format: str | None = None
        self.found: list[Findings | None] = []
        self.omissions: list[Omission] = []
        self.comments: list[Comment] = []
        self.linted: list[Span] = []
        self.records = 0
        self.messages = 0
        self.unspoken = 0

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return [one for each in self.found if each for one in each.diagnostics]

    @property
    def errors(self) -> list[TrustlintError]:
        return [one for each in self.found if each for one in each.errors]

    @property
    def facts(self) -> list[Fact]:
        """What the fields say that only the whole library can judge."""
        return [one for each in self.found if each for one in each.facts]

    def add(self, diagnostics: Sequence[tuple[int, Diagnostic]]) -> None:
        """Add what the library's rules say, each beside what else was found in its field, which is given by number."""
        for number, one in diagnostics:
            found = self.found[number]
            assert found is not None
            self.found[number] = found._replace(diagnostics=sorted([*found.diagnostics, one], key=in_order))

    def take_over(self, found: Sequence[Findings | None]) -> None:
        """Add what was found of the same file in another share."""
        if len(self.found) == len(found):
            self.found = [one or other for one, other in zip(self.found, found, strict=True)]
        else:
            self.found.append(Findings([], [SourceError("this file was changed while it was read", path=self.path)]))


def gather(reading: FileReading, rules: Linter, share: Share = ALL) -> Gathered:
    """Go through a file; lint the fields of a share."""
    gathered = Gathered(reading.path)
    records: set[tuple[str, str | None]] = set()
    for found in reading:
        if isinstance(found, SourceError):
            gathered.found.append(Findings([], [found]))
        elif isinstance(found, Omission):
            gathered.omissions.append(found)
        else:
            record = found[0].record
            records.add((record.route, record.id))
            gathered.messages += 1
            gathered.unspoken += not any(speaks(rule, record.language) for rule in rules.speaking)
            gathered.found.append(lint_field(found, rules) if share.has(len(gathered.found)) else None)
            if reading.comments:
                gathered.linted += map(extent, found)
    gathered.format, gathered.comments, gathered.records = reading.format, reading.comments, len(records)
    return gathered


def extent(message: Message) -> Span:
    """The stretch of its file that a message was read from."""
    runs, base = message.map.runs, message.file.base.offset
    return Span(runs[0].start, runs[-1].end).shift(base) if runs else Span(base, base)


def lint_field(field: Field, rules: Linter) -> Findings:
    """What is found in one field, whichever way its branches are read; a place is told once.

    The branch is named where it matters: when another way through the same field is fine.
    """
    found: dict[tuple[str, int, int], list[Diagnostic]] = {}
    errors: list[TrustlintError] = []
    facts: dict[Fact, None] = {}
    for message in field:
        findings = rules.lint(message)
        errors.extend(findings.errors)
        facts.update(dict.fromkeys(one._replace(branch=None) for one in findings.facts))
        for one in findings.diagnostics:
            found.setdefault((one.rule, one.start.offset, one.end.offset), []).append(one)
    once = [same[0] if len(same) < len(field) else replace(same[0], branch=None) for same in found.values()]
    if not once and not errors and not facts:
        return NOTHING
    return Findings(sorted(once, key=in_order), errors, tuple(facts))


def in_order(one: Diagnostic) -> tuple[int, int, str]:
    """Diagnostics of one field stand in the order of its text."""
    return one.start.offset, one.end.offset, one.rule
