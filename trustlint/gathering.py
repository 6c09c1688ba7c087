"""What a file holds, held against the rules: everything that can be found out about it by itself."""

from trustlint.checks import compiled
from trustlint.diagnostic import Diagnostic
from trustlint.errors import SourceError, TrustlintError
from trustlint.fact import Fact, packed
from trustlint.found import NOTHING, Findings
from trustlint.frozen import replace
from trustlint.gathered import Gathered, in_order
from trustlint.jobs import ALL, Share
from trustlint.linter import Linter, speaks
from trustlint.message import Message, Omission
from trustlint.reading import Field, FileReading
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Callable

if TYPE_CHECKING:
    from trustlint.results.messages import Messages

MOST = 1000
"""Omissions of one file that are kept; of the others only their number is told."""


def gather(
    reading: FileReading,
    rules: Linter,
    share: Share = ALL,
    progress: Callable[[int], None] | None = None,
    known: "Messages | None" = None,
) -> Gathered:
    """Go through a file; lint the fields of a share. `progress` is told how many messages were met.

    `known` are the messages of the file as it was the last time; it learns those of this time.
    """
    if not reading.large:
        return _gather(reading, rules, share, progress, known)
    compiled.bound(little=True)
    try:
        return _gather(reading, rules, share, progress, known)
    finally:
        compiled.bound(little=False)


def _gather(
    reading: FileReading,
    rules: Linter,
    share: Share,
    progress: Callable[[int], None] | None,
    known: "Messages | None",
) -> Gathered:
    gathered = Gathered(reading.path)
    before: tuple[str, str | None] | None = None
    left_out = 0
    rules.goes_by_the_day()  # in the files before
    for found in reading:
        if isinstance(found, SourceError):
            gathered.found.add(Findings([], [found]))
        elif isinstance(found, Omission):
            left_out += 1
            if left_out <= MOST:
                gathered.omissions.append(found)
        else:
            record = found[0].record
            # The fields of a record are read one after the other, so nothing need be kept of those before.
            gathered.records += (record.route, record.id) != before
            before = record.route, record.id
            gathered.messages += 1
            if progress is not None:
                progress(gathered.messages)
            gathered.unspoken += not any(speaks(rule, record.language) for rule in rules.speaking)
            gathered.found.add(lint_field(found, rules, known) if share.has(gathered.found.fields) else None)
            if reading.comments:
                gathered.linted += map(extent, found)
    if left_out > MOST:
        gathered.omissions.append(Omission("", f"and {left_out - MOST} more are left out"))
    gathered.format, gathered.comments, gathered.content = reading.format, reading.comments, reading.content
    gathered.dated = rules.goes_by_the_day()
    if known is not None:
        gathered.heard, gathered.dated = known.heard, gathered.dated or known.dated
    return gathered


def extent(message: Message) -> Span:
    """The stretch of its file that a message was read from."""
    runs, base = message.map.runs, message.file.base.offset
    return Span(runs[0].start, runs[-1].end).shift(base) if runs else Span(base, base)


def lint_field(field: Field, rules: Linter, known: "Messages | None" = None) -> Findings:
    """What is found in one field, whichever way its branches are read; a place is told once.

    The branch is named where it matters: when another way through the same field is fine.
    """
    found: dict[tuple[str, int, int], list[Diagnostic]] = {}
    errors: list[TrustlintError] = []
    facts: dict[Fact, None] = {}
    for message in field:
        findings = rules.lint(message) if known is None else rules.findings(message, known.of(message, rules))
        errors.extend(findings.errors)
        facts.update(dict.fromkeys(one._replace(branch=None) for one in findings.facts))
        for one in findings.diagnostics:
            found.setdefault((one.rule, one.start.offset, one.end.offset), []).append(one)
    once = [same[0] if len(same) < len(field) else replace(same[0], branch=None) for same in found.values()]
    if not once and not errors and not facts:
        return NOTHING
    return Findings(sorted(once, key=in_order), errors, packed(facts, field[0].file.path))
