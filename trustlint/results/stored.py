"""What was found in a file as plain tuples and back, for the cache.

Values are taken apart and put together by their own lists of fields, so that a new field of plain data is kept too.
"""

from trustlint.diagnostic import Confidence, Diagnostic, Edit, Excerpt, Fix, Label, Severity
from trustlint.gathered import Findings, Gathered
from trustlint.message import Omission, Record
from trustlint.sources.comments import Comment
from trustlint.span import Position, Span
from trustlint.tuples import bare
from trustlint.typed import Any

Plain = tuple[Any, ...]
"""Numbers, text, `None`, and tuples of them."""

_DIAGNOSTIC: tuple[str, ...] = Diagnostic.__match_args__
_RECORD: tuple[str, ...] = Record.__match_args__


def plain(gathered: Gathered) -> Plain:
    """A file gone through without errors."""
    return (
        gathered.format,
        gathered.records,
        gathered.messages,
        gathered.unspoken,
        tuple(_plain_findings(each) for each in gathered.found if each and (each.diagnostics or each.facts)),
        tuple((*bare(each._replace(record=None)), _plain_record(each.record)) for each in gathered.omissions),
        tuple(map(bare, gathered.comments)),
        tuple(map(tuple, gathered.linted)),
    )


def gathered(path: str, stored: Plain) -> Gathered:
    """The file that `plain` was given, as far as a report and the rules about libraries ask."""
    made = Gathered(path)
    made.format, made.records, made.messages, made.unspoken, found, omissions, comments, linted = stored
    made.found = [_findings(*each) for each in found]
    made.omissions = [Omission(*each)._replace(record=_record(record)) for *each, record in omissions]
    made.comments = [_comment(each) for each in comments]
    made.linted = [Span(*span) for span in linted]
    return made


def plain_diagnostic(one: Diagnostic) -> Plain:
    """A diagnostic without its fingerprint, which is made for the whole file."""
    fields: dict[str, Any] = {name: getattr(one, name) for name in _DIAGNOSTIC}
    fields.update(severity=int(one.severity), confidence=int(one.confidence), record=_plain_record(one.record))
    fields.update(start=tuple(one.start), end=tuple(one.end), excerpt=bare(one.excerpt), fingerprint="")
    fields.update(labels=tuple(map(bare, one.labels)), fix=one.fix and bare(one.fix))
    return tuple(fields.values())


def diagnostic(stored: Plain) -> Diagnostic:
    """The diagnostic that `plain_diagnostic` was made of."""
    fields: dict[str, Any] = dict(zip(_DIAGNOSTIC, stored, strict=True))
    text, span = fields["excerpt"]
    fields.update(severity=Severity(fields["severity"]), confidence=Confidence(fields["confidence"]))
    fields.update(start=Position(*fields["start"]), end=Position(*fields["end"]), excerpt=Excerpt(text, Span(*span)))
    fields.update(record=_record(fields["record"]), labels=tuple(map(_label, fields["labels"])))
    fields.update(fix=_fix(fields["fix"]) if fields["fix"] else None)
    return Diagnostic(**fields)


def _plain_findings(found: Findings) -> Plain:
    return tuple(map(plain_diagnostic, found.diagnostics)), found.facts


def _findings(diagnostics: Plain, facts: bytes) -> Findings:
    return Findings([diagnostic(one) for one in diagnostics], (), facts)


def _plain_record(record: Record | None) -> Plain | None:
    return tuple(getattr(record, name) for name in _RECORD) if record else None


def _record(stored: Plain | None) -> Record | None:
    return Record(*stored) if stored else None


def _label(stored: Plain) -> Label:
    start, end, *rest = stored
    return Label(Position(*start), Position(*end), *rest)


def _fix(stored: Plain) -> Fix:
    fix = Fix(*stored)
    return fix._replace(edits=tuple(Edit(Span(*span), *rest) for span, *rest in fix.edits))


def _comment(stored: Plain) -> Comment:
    one = Comment(*stored)
    return one._replace(
        start=Position(*one.start), end=Position(*one.end), covers=Span(*one.covers), home=Span(*one.home)
    )
