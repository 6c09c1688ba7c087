"""Diagnostics as plain data and as bytes, and back: for the cache, for another process, and to take less room.

Values are taken apart and put together by their own lists of fields, so that a new field of plain data is kept too.
"""

import marshal

from trustlint.diagnostic import Confidence, Diagnostic, Edit, Excerpt, Fix, Label, Severity
from trustlint.message import Record
from trustlint.span import Position, Span
from trustlint.tuples import bare
from trustlint.typed import Any, Iterable

Plain = tuple[Any, ...]
"""Numbers, text, `None`, and tuples of them."""

_DIAGNOSTIC: tuple[str, ...] = Diagnostic.__match_args__
_RECORD: tuple[str, ...] = Record.__match_args__


def packed(diagnostics: Iterable[Diagnostic]) -> bytes:
    """Diagnostics in a fifth of the room."""
    return marshal.dumps(tuple(map(plain, diagnostics)))


def unpacked(content: bytes) -> list[Diagnostic]:
    # Our own, or part of what the cache has checked.
    return [diagnostic(one) for one in marshal.loads(content)]  # noqa: S302


def plain(one: Diagnostic) -> Plain:
    """A diagnostic, taken apart."""
    fields: dict[str, Any] = {name: getattr(one, name) for name in _DIAGNOSTIC}
    fields.update(severity=int(one.severity), confidence=int(one.confidence), record=plain_record(one.record))
    fields.update(start=tuple(one.start), end=tuple(one.end), excerpt=bare(one.excerpt))
    fields.update(labels=tuple(map(bare, one.labels)), fix=one.fix and bare(one.fix))
    return tuple(fields.values())


def diagnostic(stored: Plain) -> Diagnostic:
    """The diagnostic that `plain` was made of."""
    fields: dict[str, Any] = dict(zip(_DIAGNOSTIC, stored, strict=True))
    text, span = fields["excerpt"]
    fields.update(severity=Severity(fields["severity"]), confidence=Confidence(fields["confidence"]))
    fields.update(start=Position(*fields["start"]), end=Position(*fields["end"]), excerpt=Excerpt(text, Span(*span)))
    fields.update(record=record(fields["record"]), labels=tuple(map(_label, fields["labels"])))
    fields.update(fix=_fix(fields["fix"]) if fields["fix"] else None)
    return Diagnostic(**fields)


def plain_record(record: Record | None) -> Plain | None:
    return tuple(getattr(record, name) for name in _RECORD) if record else None


def record(stored: Plain | None) -> Record | None:
    return Record(*stored) if stored else None


def _label(stored: Plain) -> Label:
    start, end, *rest = stored
    return Label(Position(*start), Position(*end), *rest)


def _fix(stored: Plain) -> Fix:
    fix = Fix(*stored)
    return fix._replace(edits=tuple(Edit(Span(*span), *rest) for span, *rest in fix.edits))
