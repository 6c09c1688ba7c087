"""Which time belongs to which promise: in its clause, its sentence, the next one, or a "Next update:" line."""

from bisect import bisect
from itertools import pairwise

from trustlint.frozen import replace
from trustlint.prose.clauses import Clause
from trustlint.prose.commitments.acts import IRREGULAR
from trustlint.prose.commitments.frames import Frame
from trustlint.prose.commitments.value import Act, Commitment
from trustlint.prose.commitments.words import Word
from trustlint.prose.patterns import lazy
from trustlint.prose.time import Time
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Callable, Iterable, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.prose.commitments.place import Place
    from trustlint.prose.prose import Prose

COARSE = 2000.0
"""Hours: "this summer" tells less than a day, and no more than "at some point"."""
RANK = {"instant": 2, "vague": 3, "event": 4, "none": 5}
APART = frozenset("if unless because although though while whereas since but when once should".split())
OUR_MOVE = lazy(r"\bwhen (?:i|we)\b")
CAN_BE = frozenset("can could may might is are was were has have".split())
POINTING = frozenset({"that", "that's", "it", "this", "it's"})
CONTACT: frozenset[Act] = frozenset({"reply", "update", "call", "decide"})
REPORTS: frozenset[Act] = CONTACT | {"deliver"}
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


def in_clause(place: "Place", found: Sequence[Frame], index: int, moments: Sequence[Time]) -> Time | None:
    """The time of a frame among those of its sentence: the nearest dated one in its reach, else the least vague."""
    words, clause = place.words, place.clause
    frame = found[index]
    first = clause.span.start if index == 0 or frame.coordinated else words[frame.start].start
    after = next((words[other.start].start for other in found[index + 1 :] if not other.coordinated), clause.span.end)
    here = [
        time
        for time in moments
        if first <= time.span.start < after
        and begins_in(clause.span, time)
        and not _others(words, frame, time)
        and not _is_started(words, found, index, time)
    ]
    later = next((words[other.start].start for other in found[index + 1 :]), clause.span.end)
    own = [time for time in here if time.span.start < later]
    best = _best(own, words[frame.start].start)
    if best is None or not best.dated:
        best = _better(best, _best(here, words[frame.start].start))
    if best is not None and best.kind == "vague":
        return _explained(place, moments) or best
    if best is None or not (best.dated or best.kind == "instant"):
        best = _better(best, _best(_beside(place, moments), clause.span.end))
    return best


def _is_started(words: Sequence[Word], found: Sequence[Frame], index: int, time: Time) -> bool:
    """Whether an instant or vague time belongs to the verb before: "look into it right away and call you"."""
    frame = found[index]
    if not frame.coordinated or time.dated or time.kind == "event":
        return False
    before = next((other for other in reversed(found[:index]) if not other.coordinated), found[index - 1])
    begun = words[before.start if frame.verb.act == "ensure" else before.end - 1].start
    return begun < time.span.start < words[frame.start].start


def _explained(place: "Place", moments: Sequence[Time]) -> Time | None:
    """The figure that makes a vague word plain: "shortly: about 6 minutes"."""
    after = [clause.span for clause in place.clauses[place.at + 1 :] if clause.opener in (":", "-")]
    figures = (time for time in moments for span in after if begins_in(span, time))
    return next((time for time in figures if time.dated or (time.upper and time.kind != "vague")), None)


def _falls_back(folded: str, time: Time) -> bool:
    """Whether a time is a term beside an event: "when the lab replies, and by Friday"."""
    return time.relation in ("by", "before", "within") and folded[
        max(0, time.span.start - 8) : time.span.start
    ].rstrip().endswith((" and", " or"))


def _is_yours(folded: str, clause: Clause) -> bool:
    return " you " in folded[clause.span.start : clause.span.end]


def _beside(place: "Place", moments: Sequence[Time]) -> list[Time]:
    """Times of the sentence in clauses that carry on the same thought, and the events that it waits for."""
    folded, clause, clauses, at = place.prose.folded, place.clause, place.clauses, place.at
    found: list[Time] = []
    near = (
        (at - 1, at - 2, at - 3) if clause.opener == "when" else (at + 1, at - 1)
    )  # "Friday: that is when we'll call"
    for number in near:
        if not 0 <= number < len(clauses):
            continue
        other = clauses[number]
        inside = [time for time in moments if begins_in(other.span, time)]
        if other.opener in ("if", "unless", "should") and not any(time.kind == "vague" for time in inside):
            found += [time for time in inside if time.dated and not _is_yours(folded, other)]
        if other.opener == "when" and OUR_MOVE.search(folded, *other.span):
            found += [time for time in inside if time.dated]  # "when I call you back at noon"
        found += [time for time in inside if time.dated and _falls_back(folded, time)]
        if other.opener in APART or other.opener in ("as soon as", "until", "till", "after", "before"):
            unsure = other.opener in ("if", "unless", "should")  # "if it comes eventually" is no time of ours
            found += [time for time in inside if time.kind == "event" or (time.kind == "vague" and not unsure)]
        elif other.opener in ("and", "", ",", "-", ":", ";", "so"):
            found += [time for time in inside if time.dated and _is_fragment(other, time)]
    return found


def _is_fragment(clause: Clause, time: Time) -> bool:
    """Whether a clause is little more than the time in it."""
    return (clause.span.end - clause.span.start) - (time.span.end - time.span.start) < 25


def _best(moments: Sequence[Time], near: int) -> Time | None:
    usable = [
        time
        for time in moments
        if time.dated or time.kind in ("instant", "vague", "event", "typical") or time.relation in ("for", "during")
    ]
    return min(
        usable,
        key=lambda time: (_rank(time), time.relation in ("at", "for", "from", "after"), abs(time.span.start - near)),
        default=None,
    )


def _better(one: Time | None, two: Time | None) -> Time | None:
    if one is None or two is None:
        return one or two
    return min(one, two, key=_rank)


def _rank(time: Time) -> int:
    return 4 if time.kind == "relative" and (time.upper or 0) > COARSE else RANK.get(time.kind, 0)


def _others(words: Sequence[Word], frame: Frame, time: Time) -> bool:
    """Whether a time belongs to something else: "the order you placed on 3 June", "a refund should it fail today"."""
    between = [word.text for word in words[frame.end :] if word.start < time.span.start]
    if any(text in ("should", "if") or (text == "that" and after in CAN_BE) for text, after in pairwise(between)):
        return True
    return any(
        text == "you"
        and following
        and between[following - 1] not in ("keep", "keeping", "get", "have", "make")
        and following + 1 < len(between)
        and (between[following + 1].endswith("ed") or between[following + 1] in IRREGULAR)
        for following, text in enumerate(between)
    )


Moments = Callable[[Span], Iterable[Time]]
"""The times of a message that begin in a span."""


def with_neighbours(prose: "Prose", owed: Sequence[Owed], moments: Moments) -> list[Commitment]:
    """The commitments, those without a usable time given one from around them."""
    around = Around(prose, owed, moments)
    return [around.completed(each) for each in owed]


class Around:
    """The promises and times of a message, by place."""

    def __init__(self, prose: "Prose", owed: Sequence[Owed], moments: Moments) -> None:
        self.prose = prose
        self.moments = moments
        self.dated: dict[int, list[Commitment]] = {}
        for each in owed:
            if each.commitment.dated:
                self.dated.setdefault(each.sentence, []).append(each.commitment)
        self.contacts = [each.commitment for each in owed if each.commitment.dated and each.commitment.act in REPORTS]

    def completed(self, each: Owed) -> Commitment:
        own = each.commitment
        if own.time is not None and (own.dated or own.time.kind == "typical"):
            return own
        if own.time is not None and own.time.kind == "vague":
            told = self._reported(each) or self._named(own.time, each)
            return own if told is None else replace(own, time=told, lent=True)
        same = self._same_sentence(each)
        if same is not None:
            return replace(own, time=same)
        if own.time is not None and own.time.kind == "instant" and own.act not in WORKING:
            return own
        other = self._next_sentence(each) or self._anywhere(each) or self._outcome(each) or self._beside_handover(each)
        other = other or self._usual(each) or self._just_told(each)
        if other is not None:
            return replace(own, time=other, lent=True)
        before = self._before(each)
        return own if before is None else replace(own, time=before)

    def _same_sentence(self, each: Owed) -> Time | None:
        """Work that the same sentence promises to report on: "I'll check and will call you by noon"."""
        for other in self.dated.get(each.sentence, ()):
            if (
                other.trigger.start > each.commitment.trigger.start
                and each.commitment.act in WORKING
                and (other.act in CONTACT or other.span == each.commitment.span)
            ) or (other.trigger.start > each.commitment.trigger.start and _leads_to(each.commitment, other)):
                return other.time
        return None

    def _reported(self, each: Owed) -> Time | None:
        """The date of a report on work that is vague: "We'll mend it as soon as we can. I'll call you by noon"."""
        if each.commitment.act not in WORKING:
            return None
        return next((other.time for other in self._near(each, (1,)) if other.act in CONTACT), None)

    def _named(self, time: Time, each: Owed) -> Time | None:
        """The date that "within the promised time" points back to, in its sentence or the two before."""
        if REFERRED.isdisjoint(self.prose.folded[slice(*time.span)].split()):
            return None
        inside = (other for other in self.moments(self.prose.sentences[each.sentence].span) if other.dated)
        before = (other for other in self._near(each, (-1, -2)) if _alike(each.commitment.act, other.act))
        return next(inside, None) or next((other.time for other in before), None)

    def _next_sentence(self, each: Owed) -> Time | None:
        """The time of the next sentence when it speaks of the same act."""
        following = self.dated.get(each.sentence + 1, ())
        return next((other.time for other in following if _same(self.prose.folded, each.commitment, other)), None)

    def _anywhere(self, each: Owed) -> Time | None:
        """For work in hand and handovers any later dated contact counts; for contact after an event, one close by."""
        own = each.commitment
        if own.modality == "done-open":
            at = bisect(self.contacts, own.trigger.start, key=lambda other: other.trigger.start)
            return self.contacts[at].time if at < len(self.contacts) else None
        if own.time is None or own.time.kind != "event" or own.act not in CONTACT | {"investigate"}:
            return None
        beside = [other for other in self.dated.get(each.sentence, ()) if other.trigger.start > own.trigger.start]
        around = [other for number in (-1, 1) for other in self.dated.get(each.sentence + number, ())]
        return next((other.time for other in beside + [other for other in around if other.act in CONTACT]), None)

    def _outcome(self, each: Owed) -> Time | None:
        """The date of what a message is to confirm: "the refund takes 3 days. You'll get an email once it is paid"."""
        own = each.commitment
        if own.time is None or own.time.kind != "event" or own.act not in CONTACT:
            return None
        awaited = self.prose.folded[slice(*own.time.span)].split()
        if PAYMENTS.isdisjoint(awaited):
            return None
        return next((other.time for other in self._near(each, (-1, -2, 1)) if other.act in PAID), None)

    def _beside_handover(self, each: Owed) -> Time | None:
        """A handover's answer has a date in its own sentence, or what was handed over had one just before."""
        if each.commitment.act != "escalate" or each.commitment.modality != "done-open":
            return None
        here = self.moments(self.prose.sentences[each.sentence].span)
        before = (other.time for other in self._near(each, (-1, -2)) if other.act in REPORTS | MONEY | GOODS)
        told = (
            time for time in here if time.kind in ("bounded", "range") or (time.dated and time.relation == "within")
        )
        return next(told, None) or next(before, None)

    def _usual(self, each: Owed) -> Time | None:
        """How long it usually takes, told right after: "We'll trace it. This takes 24-48 hours"."""
        if each.sentence + 1 >= len(self.prose.sentences) or each.commitment.act in CONTACT:
            return None
        span = self.prose.sentences[each.sentence + 1].span
        if self.prose.folded[span.start : span.start + 20].split()[:1] not in (["this"], ["that"], ["it"]):
            return None
        return next((time for time in self.moments(span) if time.upper and time.kind != "none"), None)

    def _just_told(self, each: Owed) -> Time | None:
        """Work in hand has its next update in the sentence before: "Expect news by noon. We're doing our best"."""
        if each.commitment.modality != "done-open":
            return None
        return next((other.time for other in self._near(each, (-1,)) if other.act in CONTACT), None)

    def _near(self, each: Owed, steps: Sequence[int]) -> Iterator[Commitment]:
        """The dated promises of the sentences so many steps away."""
        for step in steps:
            yield from self.dated.get(each.sentence + step, ())

    def _before(self, each: Owed) -> Time | None:
        """“By Friday. That's when we'll reply.”: a sentence before that is nothing but a time."""
        if each.sentence == 0:
            return None
        span = self.prose.sentences[each.sentence - 1].span
        if span.end - span.start > LONGEST_TIME:
            return None
        alone = (time for time in self.moments(span) if time.dated)
        return next((time for time in alone if (span.end - span.start) - (time.span.end - time.span.start) <= 6), None)


PAID: frozenset[Act] = frozenset({"refund", "credit", "deliver"})
PAYMENTS = frozenset(
    "refund refunded credited paid payment money amount reimbursement processed complete completed".split()
)
"""Words of an event that is the end of a payment."""

REFERRED = frozenset("specified stipulated promised mentioned agreed given stated aforementioned indicated".split())
"""Words by which a time points to one that was named."""

LONGEST_TIME = 60
"""Characters: a longer sentence is more than a time."""


def _alike(one: Act, two: Act) -> bool:
    return one == two or {one, two} <= GOODS


def _leads_to(one: Commitment, two: Commitment) -> bool:
    """Whether one is the first step of the other: "we start the refund now, and you have it by Friday"."""
    return one.verb in FIRST_STEPS and two.act in MONEY | GOODS


FIRST_STEPS = frozenset("process initiate issue start begin expedite arrange".split())


def _same(folded: str, one: Commitment, two: Commitment) -> bool:
    """Whether a promise goes on about the act of the one before."""
    pair = {one.act, two.act}
    if (one.act == two.act and one.act != "other") or pair <= MONEY or pair <= GOODS:
        return True
    if one.modality == "done-open" or (one.act in WORKING and two.act in CONTACT) or _leads_to(one, two):
        return True
    opening = folded[two.span.start : two.span.start + 20].split()
    if two.nominal and opening[:2] in (["please", "allow"], ["kindly", "allow"], ["allow", "me"], ["allow", "us"]):
        return True
    return bool(opening) and opening[0] in POINTING and one.act not in CONTACT
