"""Which time belongs to which promise: in its clause, its sentence, the next one, or a "Next update:" line."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from trustlint.prose.clauses import Clause
from trustlint.prose.commitments.acts import IRREGULAR
from trustlint.prose.commitments.frames import Frame
from trustlint.prose.commitments.value import Act, Commitment
from trustlint.prose.commitments.words import Word
from trustlint.prose.time import Time
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose.prose import Prose

COARSE = 2000.0
"""Hours: "this summer" tells less than a day, and no more than "at some point"."""
RANK = {"instant": 2, "vague": 3, "event": 4, "none": 5}
APART = frozenset("if unless because although though while whereas since but when once should".split())
POINTING = frozenset("that that's this it it's you'll you they they'll the we'll we i'll i".split())
CONTACT: frozenset[Act] = frozenset({"reply", "update", "call", "decide"})
WORKING: frozenset[Act] = frozenset({"investigate", "escalate", "fix", "other", "decide"})
GOODS: frozenset[Act] = frozenset({"ship", "deliver", "replace"})
MONEY: frozenset[Act] = frozenset({"refund", "credit", "deliver", "cancel"})


class Owed(NamedTuple):
    """A promise and where it stands: the numbers of its sentence and clause."""

    sentence: int
    clause: int
    commitment: Commitment


def begins_in(span: Span, time: Time) -> bool:
    """A hard-wrapped date may run over the end of what was taken for a sentence."""
    return span.start <= time.span.start < span.end


def in_clause(folded: str, words: Sequence[Word], found: Sequence[Frame], index: int, clause: Clause, moments: Sequence[Time], clauses: Sequence[Clause]) -> Time | None:
    """The time of a frame among those of its sentence: the nearest dated one in its reach, else the least vague."""
    frame = found[index]
    first = clause.span.start if index == 0 or frame.coordinated else words[frame.start].start
    after = next((words[other.start].start for other in found[index + 1 :] if not other.coordinated), clause.span.end)
    here = [time for time in moments if first <= time.span.start < after and begins_in(clause.span, time) and not _others(words, frame, time)]
    later = next((words[other.start].start for other in found[index + 1 :]), clause.span.end)
    own = [time for time in here if time.span.start < later]
    best = _best(own, words[frame.start].start)
    if best is None or not best.dated:
        best = _better(best, _best(here, words[frame.start].start))
    if best is None or not (best.dated or best.kind in ("instant", "vague")):
        best = _better(best, _best(_beside(folded, clause, clauses, moments), clause.span.end))
    return best


def _is_yours(folded: str, clause: Clause) -> bool:
    return " you " in folded[clause.span.start : clause.span.end]


def _beside(folded: str, clause: Clause, clauses: Sequence[Clause], moments: Sequence[Time]) -> list[Time]:
    """Times of the sentence in clauses that carry on the same thought, and the events that it waits for."""
    at = clauses.index(clause)
    found: list[Time] = []
    near = range(at - 1, -1, -1) if clause.opener == "when" else (at + 1, at - 1)  # "Friday: that is when we'll call"
    for number in near:
        if not 0 <= number < len(clauses):
            continue
        other = clauses[number]
        inside = [time for time in moments if begins_in(other.span, time)]
        if other.opener in ("if", "unless", "should") and not any(time.kind == "vague" for time in inside):
            found += [time for time in inside if time.dated and not _is_yours(folded, other)]
        if other.opener in APART or other.opener in ("as soon as", "until", "till", "after", "before"):
            found += [time for time in inside if time.kind in ("event", "vague")]
        elif other.opener in ("and", "", ",", "-", ":", ";", "so"):
            found += [time for time in inside if time.dated and _is_fragment(other, time)]
    return found


def _is_fragment(clause: Clause, time: Time) -> bool:
    """Whether a clause is little more than the time in it."""
    return (clause.span.end - clause.span.start) - (time.span.end - time.span.start) < 25


def _best(moments: Sequence[Time], near: int) -> Time | None:
    usable = [time for time in moments if time.dated or time.kind in ("instant", "vague", "event", "typical") or time.relation in ("for", "during")]
    return min(usable, key=lambda time: (_rank(time), time.relation in ("at", "for", "from", "after"), abs(time.span.start - near)), default=None)


def _better(one: Time | None, two: Time | None) -> Time | None:
    if one is None or two is None:
        return one or two
    return min(one, two, key=_rank)


def _rank(time: Time) -> int:
    return 4 if time.kind == "relative" and (time.upper or 0) > COARSE else RANK.get(time.kind, 0)


def _others(words: Sequence[Word], frame: Frame, time: Time) -> bool:
    """Whether a time belongs to something the customer did: "the order you placed on 3 June"."""
    between = [word.text for word in words[frame.end :] if word.start < time.span.start]
    return any(
        text == "you"
        and following
        and between[following - 1] not in ("keep", "keeping", "get", "have", "make")
        and following + 1 < len(between) and (between[following + 1].endswith("ed") or between[following + 1] in IRREGULAR)
        for following, text in enumerate(between)
    )


def with_neighbours(prose: "Prose", owed: list[Owed], moments: Sequence[Time]) -> list[Commitment]:
    """The commitments, those without a usable time given one from around them."""
    return [_completed(prose, each, owed, moments) for each in owed]


def _completed(prose: "Prose", each: Owed, owed: Sequence[Owed], moments: Sequence[Time]) -> Commitment:
    own = each.commitment
    if own.time is not None and (own.dated or own.time.kind in ("vague", "instant", "typical")):
        return own
    other = _next_sentence(prose, each, owed) or _anywhere(each, owed) or _before(prose, each, moments)
    return own if other is None else replace(own, time=other)


def _next_sentence(prose: "Prose", each: Owed, owed: Sequence[Owed]) -> Time | None:
    """The time of the next sentence when it speaks of the same act."""
    for other in owed:
        later = other.commitment.trigger.start > each.commitment.trigger.start
        if other.sentence == each.sentence and later and other.commitment.dated and each.commitment.act in WORKING and other.commitment.act in CONTACT:
            return other.commitment.time
        if other.sentence == each.sentence + 1 and other.commitment.dated and _same(each.commitment, other.commitment, prose):
            return other.commitment.time
    return None


def _same(one: Commitment, two: Commitment, prose: "Prose") -> bool:
    if one.act == two.act and one.act != "other":
        return True
    pair = {one.act, two.act}
    if pair <= MONEY or pair <= GOODS:
        return True
    if (one.modality == "done-open" or one.act in WORKING) and two.act in CONTACT:
        return True
    opening = prose.folded[two.span.start : two.span.start + 12].split()
    return bool(opening) and opening[0] in ("that", "that's", "it", "this", "it's") and one.act not in CONTACT


def _anywhere(each: Owed, owed: Sequence[Owed]) -> Time | None:
    """For work in hand and handovers any later dated contact counts, for the rest none."""
    own = each.commitment
    if own.time is not None and own.time.kind == "event":
        near = (other for other in owed if other.commitment.dated and abs(other.sentence - each.sentence) <= 1 and other.commitment.act in CONTACT)
        return next((other.commitment.time for other in near), None) if own.act in CONTACT else None
    if own.modality != "done-open":
        return None
    for other in owed:
        if other.commitment.trigger.start > each.commitment.trigger.start and other.commitment.dated and other.commitment.act in CONTACT | {"deliver"}:
            return other.commitment.time
    return None


def _before(prose: "Prose", each: Owed, moments: Sequence[Time]) -> Time | None:
    """"By Friday. That's when we'll reply.": a sentence before that is nothing but a time."""
    if each.sentence == 0:
        return None
    span = prose.sentences[each.sentence - 1].span
    for time in moments:
        if time.dated and begins_in(span, time) and (span.end - span.start) - (time.span.end - time.span.start) <= 6:
            return time
    return None
