"""Edits of a text."""

from bisect import bisect, insort
from collections.abc import Iterable, Sequence

from trustlint.diagnostic import Edit, Fix
from trustlint.span import Span


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; every character outside their spans stays. ValueError if two overlap."""
    pieces: list[str] = []
    at = 0
    for span, content in sorted(edits):
        if span.start < at:
            raise ValueError(f"two edits want {span}")
        pieces += (text[at : span.start], content)
        at = span.end
    return "".join((*pieces, text[at:]))


def apart(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be made together: of those whose places overlap or touch, the first.

    What was passed over comes again when the text is read again.
    """
    taken: list[Span] = []
    chosen: list[Fix] = []
    for fix in sorted(fixes, key=lambda fix: fix.edits):
        spans = [edit.span for edit in fix.edits]
        if spans and not any(_is_taken(taken, span) for span in spans):
            chosen.append(fix)
            for span in spans:
                insort(taken, span)
    return chosen


def _is_taken(taken: Sequence[Span], span: Span) -> bool:
    """Whether one of some spans, sorted and apart, overlaps or touches another."""
    at = bisect(taken, span)
    return any(other.start <= span.end and span.start <= other.end for other in taken[max(0, at - 1) : at + 1])
