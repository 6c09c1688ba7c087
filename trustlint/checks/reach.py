"""How far a promise is read together with what stands around it."""

from bisect import bisect_left, bisect_right

from trustlint.prose.commitments.value import Commitment
from trustlint.prose.prose import Prose
from trustlint.span import Span
from trustlint.typed import Sequence

REACH = 1500
"""Characters before and after: a turn of a conversation is rarely longer, and of a text that is not all is read."""


def around(prose: Prose, span: Span) -> Sequence[Commitment]:
    """The promises that begin near a stretch of a message."""
    first = bisect_left(prose.commitments, span.start - REACH, key=_start)
    return prose.commitments[first : bisect_right(prose.commitments, span.end + REACH, key=_start)]


def _start(commitment: Commitment) -> int:
    return commitment.trigger.start
