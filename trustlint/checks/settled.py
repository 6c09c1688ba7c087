"""Promises of a conversation that the same turn dates: "it arrives within 3 days, and I'll keep an eye on it".

Whoever reads a template asks for a date beside every promise in it, because the template is read alone and by
thousands. Whoever reads a conversation asks whether the customer was left waiting for something.
"""

from bisect import bisect, bisect_left
from operator import attrgetter

from trustlint.checks.reach import REACH, around
from trustlint.prose.commitments.deeds import OBJECTS
from trustlint.prose.commitments.value import Act, Commitment
from trustlint.prose.patterns import lazy
from trustlint.prose.prose import Prose, plain_message
from trustlint.prose.time import Time
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    import re

GOODS: frozenset[Act] = frozenset({"ship", "deliver", "replace"})
MONEY: frozenset[Act] = frozenset({"refund", "credit", "cancel"})
CONTACT: frozenset[Act] = frozenset({"reply", "update", "call", "decide"})
WORK: frozenset[Act] = frozenset({"investigate", "escalate", "fix", "decide"})
FOLLOWING = frozenset(
    "monitor track follow oversee watch keep prioritise prioritize expedite flag mark note double-check recheck ensure "
    "do request ask confirm".split()
)
"""Verbs of care for what is on its way already."""

NEAR = 4
"""Sentences: what is dated farther off is another matter."""

THINGS = frozenset(
    noun for noun, act in OBJECTS.items() if act in GOODS | MONEY | {"call", "fix", "reply"}
) | frozenset("pickup pick-up collection return investigation review label technician appointment tracking".split())
"""What two promises are about when both name it."""

GOODS_WORDS = lazy(r"\b(?:re-?)?(?:ship|dispatch|despatch|deliver|arriv|order|replac|packed)\w*")
MONEY_WORDS = lazy(r"\b(?:refund|credit|pay|paid|repaid|revers|transfer|cancel)\w*")
WORK_WORDS = lazy(
    r"\b(?:process|resol|complet|takes?|review|investigat|inspect|verif|assess|check|decision|decid|confirm|respon"
    r"|escalat|result)\w*"
)

POINTS_BACK = lazy(
    r"\b(?:specified|stipulated|promised|mentioned|agreed|given|stated|aforementioned|indicated|standard|usual|estimated)"
    r" (?:\w+ )?(?:time ?frames?|time ?lines?|time|periods?|dates?|windows?|hours|days)\b"
    r"|\b(?:time ?frames?|time ?lines?|dates?|windows?) (?:provided|given|mentioned|stated|indicated|specified|above)\b"
    r"|\b(?:that|this) (?:time ?frame|time ?line|deadline|date|window|period)\b"
)
"""A time that was named to the customer before."""

CONFIRMATION = lazy(r"\b(?:confirmations?|e-?mails?|links?|codes?|labels?|tracking)\b")
"""What a system sends."""

MANNER = lazy(
    r"\b(?:in a timely manner|promptly|quickly|swiftly|speedily|expeditiously|without (?:any |further )?delay"
    r"|as (?:soon|quickly|swiftly|speedily|fast) as (?:possible|i can|we can))\b"
)
"""Words that say how fast, and name no time: “shortly” and “soon” name one, badly."""


def is_settled(commitment: Commitment, prose: Prose) -> bool:
    """Whether the customer can tell when, from what the same turn says about the same goods, money or work."""
    time = commitment.time
    if time is not None and time.kind == "instant" and (commitment.condition == "customer" or commitment.contingent):
        return True
    if time is not None and time.kind == "vague":
        return _is_made_plain(commitment, time, prose)
    together = [own for own in around(prose, commitment.span) if own.span == commitment.span]
    return any(_is_told(own, prose) for own in together) or any(_was_told(own, prose) for own in together)


def _is_made_plain(own: Commitment, time: Time, prose: Prose) -> bool:
    """Whether a vague word is beside the date of the very thing, or tells of what may never come about."""
    if own.act in CONTACT and (own.contingent or (_is_ours(own, prose) and _was_heard_when(own, prose))):
        return True
    if POINTS_BACK.search(prose.folded, *time.span) is not None:
        return True
    if MANNER.search(prose.folded, *time.span) is not None and _is_bounded(own, prose):
        return True
    dated = [other for other in _dated(own, prose) if other.dated]
    if CONFIRMATION.search(prose.folded, *own.span) is not None and any(other.act == "ship" for other in dated):
        return True  # the number of a parcel comes when it leaves
    watched = own.verb in FOLLOWING and own.act not in CONTACT
    return any(watched or other.act == own.act or {own.act, other.act} <= GOODS for other in dated)


def _is_ours(own: Commitment, prose: Prose) -> bool:
    """Whether it is a word from the writer, and no mail that a system sends."""
    return own.actor == "us" and CONFIRMATION.search(prose.folded, *own.span) is None


def _was_heard_when(own: Commitment, prose: Prose) -> bool:
    """Whether the customer knows when to hear: told in an earlier turn, or with the time that the work takes."""
    if _lasts_near(own, prose, WORK_WORDS):
        return True
    return any(
        any(other.dated and other.act in CONTACT for other in turn.commitments) or _tells_of_work(turn)
        for turn in _earlier(prose)
    )


def _tells_of_work(turn: Prose) -> bool:
    """Whether a turn tells how long some work takes: "please allow us 24 hours to confirm it"."""
    lasting = (turn.sentence_at(time.span.start).span for time in turn.times if _lasts(time))
    return any(WORK_WORDS.search(turn.folded, *sentence) is not None for sentence in lasting)


def _is_bounded(own: Commitment, prose: Prose) -> bool:
    """Whether this turn or an earlier one says how long it takes, so that “quickly” only says how it is done."""
    if _is_timed_near(own, prose) or any(other.dated for other in _dated(own, prose)):
        return True
    return any(
        _tells(turn, own, prose) or (own.act not in GOODS | MONEY and any(other.dated for other in turn.commitments))
        for turn in _earlier(prose)
    )


def _is_told(own: Commitment, prose: Prose) -> bool:
    if any(_answers(other, own, prose) for other in _dated(own, prose)):
        return True
    if POINTS_BACK.search(prose.folded, *own.span) is not None:
        return True
    return _is_timed_near(own, prose) or (_follows(own) and _points_back(own, prose))


def _was_told(own: Commitment, prose: Prose) -> bool:
    """Whether an earlier turn told when, so that the customer waits for something that has its date."""
    if not _follows(own) and own.act not in GOODS | MONEY | {"escalate"} and own.time is None:
        return False
    return any(_tells(turn, own, prose) for turn in _earlier(prose))


def _earlier(prose: Prose) -> Iterator[Prose]:
    """What the same writer said before in the conversation, the latest first."""
    return (Prose(plain_message(text), prose.lexicon, prose.memory) for text in reversed(prose.message.before))


def _tells(turn: Prose, own: Commitment, prose: Prose) -> bool:
    dated = [other for other in turn.commitments if other.dated and not other.negated]
    if _follows(own) or own.act == "escalate":
        return bool(dated) or any(_lasts(time) for time in turn.times)
    if any(_alike(own, other) or _is_awaited(own, other, prose) for other in dated):
        return True
    return any(_is_timed_near(other, turn) for other in turn.commitments if _alike(own, other))


def _dated(commitment: Commitment, prose: Prose) -> Iterator[Commitment]:
    """The promises around that have a time of their own; “a few hours” is a fault of its own, and only once."""
    for other in around(prose, commitment.span):
        time = other.time
        if other is commitment or time is None or other.lent or other.negated:
            continue
        roughly = time.kind == "vague" and (time.upper is not None or "hour" in time.span.of(prose.folded))
        if time.dated or time.kind == "typical" or roughly:
            yield other


def _answers(other: Commitment, own: Commitment, prose: Prose) -> bool:
    """Whether the time of `other` is all that the customer of `own` asks for."""
    far = abs(_number(other, prose) - _number(own, prose))
    if _follows(own):
        return far <= NEAR
    if own.act in WORK | {"other"} and own.condition is None:
        later = other.trigger.start > own.trigger.start
        if other.act in CONTACT | WORK or other.verb == "take" or (other.act == "other" and other.nominal):
            if later or far <= 1 or other.act in CONTACT:
                return True
        elif other.act == "other" and later and far <= 1:
            return True
    return _alike(own, other) or _is_awaited(own, other, prose) or _names_the_same(own, other, prose)


def _follows(commitment: Commitment) -> bool:
    """Whether a promise is to watch, hurry or tell of something, and brings nothing itself."""
    return commitment.act in ("update", "reply") or commitment.verb in FOLLOWING or commitment.modality == "aim"


def _alike(own: Commitment, other: Commitment) -> bool:
    both = {own.act, other.act}
    return both <= GOODS or both <= MONEY | {"deliver"}


def _names_the_same(own: Commitment, other: Commitment, prose: Prose) -> bool:
    """Whether both name the same thing: "we'll proceed with a refund; expect the refund within 2 days"."""
    said = (prose.folded[slice(*each.span)].replace("picked up", "pickup") for each in (own, other))
    one, two = (set(text.split()) for text in said)
    return not THINGS.isdisjoint(one & two)


def _is_awaited(own: Commitment, other: Commitment, prose: Prose) -> bool:
    """Whether `other` dates the event that `own` waits for: "once the review is complete"."""
    time = own.time
    if time is None or time.kind != "event":
        return False
    event = prose.folded[slice(*time.span)]
    return any(
        other.act in acts and pattern.search(event) is not None
        for acts, pattern in ((GOODS, GOODS_WORDS), (MONEY, MONEY_WORDS), (WORK | CONTACT, WORK_WORDS))
    )


def _is_timed_near(own: Commitment, prose: Prose) -> bool:
    """Whether a sentence near by tells how long it takes: "refunds typically take 3-5 days"."""
    return _lasts_near(own, prose, _about(own))


def _lasts_near(own: Commitment, prose: Prose, about: "re.Pattern[str] | None") -> bool:
    """Whether a sentence near by that is about something tells how long that takes; `None`: about anything."""
    number = _number(own, prose)
    near = prose.sentences[max(0, number - NEAR) : number + NEAR + 1]
    told = (
        sentence.span
        for sentence in near
        if not prose.folded.endswith("?", *sentence.span)
        and (about is None or about.search(prose.folded, *sentence.span) is not None)
    )
    return any(_lasts(time) for span in told for time in _times(prose, span))


def _times(prose: Prose, span: Span) -> Sequence[Time]:
    """The times that begin in a stretch."""
    first, last = (bisect_left(prose.times, offset, key=attrgetter("span.start")) for offset in span)
    return prose.times[first:last]


def _about(own: Commitment) -> "re.Pattern[str] | None":
    """The words of a sentence that is about the same; None when any is."""
    if _follows(own) or own.act == "escalate":
        return None
    return MONEY_WORDS if own.act in MONEY else GOODS_WORDS if own.act in GOODS else WORK_WORDS


def _lasts(time: Time) -> bool:
    """Whether a time is a span to come, or a day to come."""
    if time.kind == "relative":
        return time.upper is not None and time.upper > 0
    return time.kind in ("range", "bounded", "typical") and time.relation not in ("for", "during", "since")


def _points_back(own: Commitment, prose: Prose) -> bool:
    start, end = own.span
    return POINTS_BACK.search(prose.folded, max(0, start - REACH), end + REACH) is not None


def _number(commitment: Commitment, prose: Prose) -> int:
    """The number of the sentence that a promise begins in."""
    return bisect(prose.sentences, commitment.trigger.start, key=attrgetter("span.start")) - 1
