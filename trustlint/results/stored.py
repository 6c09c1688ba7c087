"""What was found in a file as plain tuples and back, for the cache."""

from typing import Any

from trustlint.diagnostic import Confidence, Diagnostic, Edit, Excerpt, Fix, Label, Severity
from trustlint.fact import Fact
from trustlint.gathered import Findings, Gathered
from trustlint.message import Omission, Record
from trustlint.sources.comments import Comment
from trustlint.span import Position, Span

Plain = tuple[Any, ...]
"""Numbers, text, `None`, and tuples of them."""


def plain(gathered: Gathered) -> Plain:
    """A file gone through without errors."""
    return (
        gathered.format,
        gathered.records,
        gathered.messages,
        gathered.unspoken,
        tuple(_plain_findings(each) for each in gathered.found if each and (each.diagnostics or each.facts)),
        tuple((one.route, one.reason, one.record and _plain_record(one.record)) for one in gathered.omissions),
        tuple(_plain_comment(one) for one in gathered.comments),
        tuple(tuple(span) for span in gathered.linted),
    )


def gathered(path: str, stored: Plain) -> Gathered:
    """The file that `plain` was given, as far as a report and the rules about libraries ask."""
    made = Gathered(path)
    made.format, made.records, made.messages, made.unspoken, found, omissions, comments, linted = stored
    made.found = [_findings(*each) for each in found]
    made.omissions = [Omission(route, reason, record and Record(*record)) for route, reason, record in omissions]
    made.comments = [_comment(*one) for one in comments]
    made.linted = [Span(*span) for span in linted]
    return made


def _plain_findings(found: Findings) -> Plain:
    return tuple(_plain_diagnostic(one) for one in found.diagnostics), tuple(tuple(one) for one in found.facts)


def _findings(diagnostics: Plain, facts: Plain) -> Findings:
    return Findings([_diagnostic(*one) for one in diagnostics], (), tuple(Fact(*one) for one in facts))


def _plain_record(record: Record) -> Plain:
    return record.format, record.kind, record.route, record.id, record.title, record.language


def _plain_diagnostic(one: Diagnostic) -> Plain:
    return (
        one.rule, int(one.severity), int(one.confidence), one.message, one.path, tuple(one.start), tuple(one.end),
        one.text, _plain_record(one.record), one.route, (one.excerpt.text, *one.excerpt.span), one.branch,
        tuple((tuple(label.start), tuple(label.end), label.text, label.path) for label in one.labels), one.note,
        one.fix and _plain_fix(one.fix), one.source, one.byte_column,
    )  # fmt: skip


def _plain_fix(fix: Fix) -> Plain:
    edits = tuple((tuple(edit.span), edit.content) for edit in fix.edits)
    return fix.title, fix.applicability, edits, fix.words, fix.example


def _diagnostic(
    rule: str, severity: int, confidence: int, message: str, path: str, start: Plain, end: Plain, text: str,
    record: Plain, route: str, excerpt: Plain, branch: str | None, labels: Plain, note: str | None, fix: Plain | None,
    source: str, byte_column: int | None,
) -> Diagnostic:  # fmt: skip
    return Diagnostic(
        rule=rule,
        severity=Severity(severity),
        confidence=Confidence(confidence),
        message=message,
        path=path,
        start=Position(*start),
        end=Position(*end),
        text=text,
        record=Record(*record),
        route=route,
        excerpt=Excerpt(excerpt[0], Span(*excerpt[1:])),
        branch=branch,
        labels=tuple(Label(Position(*first), Position(*last), *rest) for first, last, *rest in labels),
        note=note,
        fix=_fix(*fix) if fix else None,
        source=source,
        byte_column=byte_column,
    )


def _fix(title: str, applicability: Any, edits: Plain, words: str, example: bool) -> Fix:
    return Fix(title, applicability, tuple(Edit(Span(*span), content) for span, content in edits), words, example)


def _plain_comment(one: Comment) -> Plain:
    return (
        one.kind, one.said, tuple(one.start), tuple(one.end), one.source, tuple(one.covers), tuple(one.home),
    )  # fmt: skip


def _comment(kind: Any, said: str, start: Plain, end: Plain, source: str, covers: Plain, home: Plain) -> Comment:
    return Comment(kind, said, Position(*start), Position(*end), source, Span(*covers), Span(*home))
