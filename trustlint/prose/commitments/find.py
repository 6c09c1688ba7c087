"""What a message promises, sentence by sentence."""

from bisect import bisect_left, bisect_right

from trustlint import masks
from trustlint.prose.clauses import Clause
from trustlint.prose.commitments import nominal
from trustlint.prose.commitments.frames import STARTERS, Frame, frames
from trustlint.prose.commitments.place import Place
from trustlint.prose.commitments.signs import may_hold, trigger
from trustlint.prose.commitments.timing import Owed, begins_in, in_clause, with_neighbours
from trustlint.prose.commitments.value import Actor, Commitment
from trustlint.prose.commitments.verbs import FEEDBACK
from trustlint.prose.commitments.words import Word
from trustlint.prose.moods import questions
from trustlint.prose.sentences import Sentence
from trustlint.prose.time import Time, signs, times
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.prose.prose import Prose
    from trustlint.prose.stretches import Stretch

RELAYED = frozenset({"relay", "pass", "forward", "share", "take", "raise", "submit"})
NO_WAIT = frozenset({"before", "until", "till", "by the time"})
"""How an act is tied to an event that it does not wait for."""

HANDS = frozenset({"provide", "send", "give", "share", "offer", "put"})
HANDED = frozenset(
    "link links url address form page site website guide instructions steps number id code reference details".split()
)

ASKED = frozenset({"why", "how", "whether"})
COMING = frozenset("arrive reach follow ship come reflect appear receive get have".split())
VOUCHED = frozenset({"ensure", "assure", "guarantee", "promise", "sure"})
VOWS = frozenset({"guarantee", "promise", "assure", "assured", "guaranteed", "definitely"})
HEDGES = frozenset({"may", "might", "should", "estimated", "expected", "expect", "approximately"})


class Heard(NamedTuple):
    """What a stretch promises and the times in it, in positions of its view."""

    owed: tuple[Owed, ...] = ()
    times: tuple[Time, ...] = ()


NOTHING = Heard()


def commitments(prose: "Prose") -> list[Commitment]:
    """Everything the message promises, in order."""
    heard = [(stretch, _heard(stretch)) for stretch in prose.stretches]
    owed = [_moved(each, stretch) for stretch, said in heard for each in said.owed]
    if not owed:
        return []
    starts = [stretch.span.start for stretch, _ in heard]

    def moments(span: Span) -> Iterator[Time]:
        """The times that begin in a span, which is of one stretch."""
        stretch, said = heard[max(0, bisect_right(starts, span.start) - 1)]
        moved = (time.moved(stretch.shift) for time in said.times)
        return (time for time in moved if begins_in(span, time))

    return with_neighbours(prose, owed, moments)


def times_of(prose: "Prose") -> Iterator[Time]:
    """Every time that the message names, in order."""
    for stretch in prose.stretches:
        yield from (time.moved(stretch.shift) for time in _heard(stretch).times)


def _moved(each: Owed, stretch: "Stretch") -> Owed:
    return Owed(each.sentence + stretch.first, each.clause, each.commitment.moved(stretch.shift))


def _heard(stretch: "Stretch") -> Heard:
    known = stretch.known
    if known.heard is None:
        known.heard = _read(stretch)
    return known.heard


def _read(stretch: "Stretch") -> Heard:
    """What a stretch promises. Most show no sign of a promise or a time, and are not looked at any closer."""
    source, (start, end) = stretch.source, stretch.span
    vocabulary = signs.words(source.folded, start, end)
    timed = signs.may_begin(source.folded, source.masked, start, end, vocabulary)
    hopeful = may_hold(source.folded, start, end, vocabulary)
    framed = [
        hopeful and sentence.kind != "greeting" and trigger(source.folded, *sentence.span.shift(start))
        for sentence in stretch.sentences
    ]
    return _promises(stretch.view, framed, timed=timed) if timed or any(framed) else NOTHING


def _promises(view: "Prose", framed: Sequence[bool], *, timed: bool) -> Heard:
    """The promises of a stretch, read by itself. `framed` tells which of its sentences can hold a frame at all,
    `timed` whether a time may stand in it.
    """
    around = Span(view.sentences[0].span.start, view.sentences[-1].span.end)
    moments = _within(times(view.masked, view.placeholders, folded=view.folded), around) if timed else ()
    owed: list[Owed] = []
    for number, sentence in enumerate(view.sentences):
        inside = _within(moments, sentence.span)
        if framed[number] or any(map(_says_when, inside)):
            owed += _promised(view, number, sentence, inside, framed=framed[number])
    return Heard(tuple(owed), tuple(moments))


def _says_when(time: Time) -> bool:
    """Whether a plain statement with a time can be a promise."""
    return time.dated or time.kind == "vague"


def _within(moments: Sequence[Time], span: Span) -> Sequence[Time]:
    """The times that begin in a span."""
    if not moments:
        return ()
    first, last = (bisect_left(moments, offset, key=lambda time: time.span.start) for offset in span)
    return moments[first:last]


def _promised(
    prose: "Prose", number: int, sentence: Sentence, moments: Sequence[Time], *, framed: bool
) -> Iterator[Owed]:
    """The promises of one sentence, given the times in it. `framed` tells whether it can hold a frame at all."""
    clauses = _whole(prose.folded, prose.clauses(sentence))
    asked: Sequence[bool] | None = None
    for at, clause in enumerate(clauses):
        told = any(begins_in(clause.span, time) and _says_when(time) for time in moments)
        if not framed and not told:
            continue
        place = Place(prose, sentence, clauses, at)
        if place.is_conditional:
            continue
        found = frames(place.words, place.subjects) if framed and not STARTERS.isdisjoint(place.texts) else []
        if not found and not told:
            continue
        asked = asked or questions(prose.folded, sentence, clauses)
        if asked[at]:
            continue
        near = _within(moments, place.surroundings)
        promised = list(_framed(place, found, near))
        if not any(frame.kind != "done" for frame in found):
            used = {commitment.time for commitment in promised}
            promised += _stated(place, [time for time in near if time not in used])
        yield from (Owed(number, at, commitment) for commitment in promised)


def _whole(folded: str, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses, with "providing you with an update" left where it belongs: a condition says "providing that"."""
    if not any(clause.opener == "providing" for clause in clauses):
        return clauses
    joined: list[Clause] = []
    for clause in clauses:
        given = folded.startswith("providing that", clause.span.start)
        if joined and clause.opener == "providing" and not given:
            joined[-1] = Clause(Span(joined[-1].span.start, clause.span.end), joined[-1].opener)
        else:
            joined.append(clause)
    return tuple(joined)


def _framed(place: Place, found: Sequence[Frame], moments: Sequence[Time]) -> Iterator[Commitment]:
    """The commitments that the frames of a clause make."""
    for index, frame in enumerate(found):
        trigger = Span(place.words[frame.start].start, place.words[min(frame.end, len(place.words)) - 1].end)
        if (
            place.denies(trigger)
            or place.reports(trigger.start)
            or _is_feedback(place, frame)
            or _is_here(place, frame)
        ):
            continue
        time = in_clause(place, found, index, moments)
        if not frame.needs_time or _tells_when(time) or _waits(frame, time):
            yield _commitment(place, frame, trigger, time, last=index == len(found) - 1)


def _is_feedback(place: Place, frame: Frame) -> bool:
    """Whether what is passed on is praise or an idea: nothing is owed for it."""
    if frame.verb.text not in RELAYED:
        return False
    sentence = place.prose.folded[slice(*place.sentence.span)]
    return not FEEDBACK.isdisjoint(word.rstrip(",;:") for word in sentence.split())


def _is_here(place: Place, frame: Frame) -> bool:
    """Whether what is promised stands there: "I'll give you the link. Here it is: https://…"; "the code: 7"."""
    if frame.verb.text not in HANDS or frame.voice != "us" or HANDED.isdisjoint(place.texts):
        return False
    if place.is_followed_by_colon:
        return True
    return masks.URL in place.prose.masked[place.clause.span.start :]


def _tells_when(time: Time | None) -> bool:
    """Whether a time, however vague, says when a thing is to happen."""
    if time is None or time.relation in ("until", "till", "since", "from"):
        return False
    return _says_when(time)


def _waits(frame: Frame, time: Time | None) -> bool:
    """Whether something the customer is to get hangs on an event: "your keys will follow once the bank confirms"."""
    return time is not None and time.kind == "event" and frame.verb.text in COMING and frame.modality != "may"


def _commitment(place: Place, frame: Frame, trigger: Span, time: Time | None, *, last: bool) -> Commitment:
    whose, where = place.condition if last else place.condition_before
    if time is not None and time.kind == "event" and whose is None:
        told = time.relation in NO_WAIT or _is_asked(place, time) or _is_reviewed(frame, time)
        time, whose = (None, None) if told else (time, "event")
    if time is not None and time.kind == "vague" and time.relation == "within" and not VOUCHED.isdisjoint(place.texts):
        time = time._replace(kind="none")  # "ensure it arrives within the promised time": the certainty is the fault
    subject = frame.subject
    agent = place.prose.text[subject.start : subject.end] if subject is not None and frame.voice != "customer" else ""
    vowed = frame.modality == "will" and not VOWS.isdisjoint(place.texts)
    return Commitment(
        span=_span(place, place.words, time),
        trigger=trigger,
        actor=_actor(frame, agent, place.texts),
        agent=agent,
        act=frame.verb.act,
        verb=frame.verb.text,
        modality="guarantee" if vowed else frame.modality,
        time=time,
        condition=whose,
        condition_span=where,
        hedged=frame.hedged,
        nominal=frame.kind == "nominal",
        contingent=where is not None and place.contingent,
    )


def _is_asked(place: Place, time: Time) -> bool:
    """Whether "when …" belongs to what is looked into: "find out why it left when you had not paid"."""
    return time.relation == "when" and not ASKED.isdisjoint(place.texts)


def _is_reviewed(frame: Frame, time: Time) -> bool:
    """Whether a time tells what has been done already: "upon reading your file, I see that it is being looked at"."""
    return frame.kind == "progress" and time.relation in ("upon", "after", "following")


def _actor(frame: Frame, agent: str, texts: frozenset[str]) -> Actor:
    if frame.voice == "third-party":
        return "third-party"
    if texts & {"automatically", "automatic", "automated"} or agent.lower().endswith("system"):
        return "system"
    if frame.voice == "us":
        return "us" if agent.lower() in ("", "i", "we") else "team"
    return "unstated"


def _stated(place: Place, moments: Sequence[Time]) -> Iterator[Commitment]:
    """A clause without a frame that tells of our work with a time: "refunds take 5-7 days"."""
    here = [time for time in moments if begins_in(place.clause.span, time) and _says_when(time)]
    if not here:
        return
    time = min(here, key=lambda time: not time.dated)
    act = nominal.act_of(place.stated, time)
    if act is None or place.denies(time.span):
        return
    whose, where = place.condition
    yield Commitment(
        span=_span(place, place.stated, time),
        trigger=time.span,
        actor="unstated",
        agent="",
        act=act,
        verb=act,
        time=time,
        condition=whose,
        condition_span=where,
        hedged=not HEDGES.isdisjoint(place.texts),
        nominal=True,
        contingent=place.contingent,
    )


def _span(place: Place, words: Sequence[Word], time: Time | None) -> Span:
    """The clause from its first word to its last, and its time where that stands in the same sentence."""
    said = [word for word in words if word.text[0].isalnum() or word.text[0] >= "\ue000" or word.text == ")"]
    start, end = (said[0].start, said[-1].end) if said else place.clause.span
    where = place.condition[1]
    if (
        time is not None
        and begins_in(place.sentence.span, time)
        and not (time.dated and where and begins_in(where, time))
    ):
        start, end = min(start, time.span.start), max(end, time.span.end)
    return Span(start, end)
