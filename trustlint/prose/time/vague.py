"""Words for when that name no moment: "soon", "as quickly as we can", "in the coming days", "right away"."""

from trustlint.derived import derived
from trustlint.memo import cache
from trustlint.prose.time.phrases import Index, Phrases, found, index
from trustlint.prose.time.tokens import Tokens
from trustlint.prose.time.value import Time
from trustlint.typed import Iterator

SETS = {
    "whose": "a the our its their",
    "speed": (
        "soon quick quickly fast prompt promptly swift swiftly rapidly speedily early expeditiously timely urgently"
    ),
    "possible": "possible practicable practical feasible reasonable able",
    "us": "we i they he she",
    "can": "can could may",
    "near": "coming next following near nearest immediate foreseeable upcoming",
    "period": "minutes hours days weeks months years while future moments time",
    "agreed": (
        "reasonable stipulated specified given promised mentioned stated agreed allotted estimated "
        "expected normal usual standard shortest acceptable appropriate"
    ),
    "frame": "time timeframe timeframes timeline timelines timescale period duration window",
    "chance": "chance moment minute time opportunity",
    "quick": "timely prompt quick swift speedy expeditious",
}
VAGUE = (
    "as {speed} as (is|are|humanly|reasonably|practically|it's) (humanly|reasonably) {possible}",
    "as {speed} as {us} (possibly) {can}",
    "as {speed} as {us} are|is|am able (to)",
    "as {speed} as our|the|my team|engineers|specialists|agents|staff|department {can}",
    "asap",
    "a . s . a . p",
    "at the|our (very) earliest|soonest (possible) (convenience|opportunity|time|moment)",
    "at the next (available) opportunity",
    "(very|really|quite|pretty|real) soon",
    "anytime|any (time) soon",
    "sooner rather than later",
    "any day|minute|moment|time now",
    "(very) shortly",
    "in due|good time|course",
    "before (too) long",
    "before you know it",
    "in|within|over|during (the) (very) {near} (few|couple) (of) (business|working) {period}",
    "in the not too|so distant future",
    "in the not - too - distant future",
    "in a|the {quick} manner|fashion|way",
    "within {whose} (earliest|shortest) {agreed} (possible|amount|period) (of) {frame} (frame|limit|line|scale)",
    "in a (very) short|little while|time|bit",
    "in a bit|while|moment|jiffy|tick",
    "momentarily",
    "presently",
    "at some (later|future) point|date|time|stage|moment",
    "at a later|future point|date|time|stage",
    "sometime|some soon",
    "eventually",
    "in the fullness of time",
    "in the short term",
    "down the line|road",
    "when|whenever|once {us} get|have a|the|some {chance}",
    "as soon as {us} get|have a|the|some {chance}",
    "when|whenever (it's|it) (is) possible|practicable|feasible",
    "as and when",
    "when|whenever|once {us} {can}",
    "when|whenever|once {us} are|am|is able",
    "without (any) (further|undue|unnecessary|more|additional|unreasonable) delay",
    "promptly",
    "with the utmost|greatest urgency|haste",
    "in the order (in) (which) (they|it) (are|were|is|was) received",
    "when it's your turn",
    "when it is your turn",
)
INSTANT = (
    "(almost|nearly) immediately|instantly|instantaneously",
    "right|straight away",
    "right|straight - away",
    "straightaway",
    "at once",
    "in (absolutely) no time (at) (all)",
    "in an instant",
    "in the blink of an eye",
    "this (very) instant|minute|second",
    "right this minute|second",
    "with immediate effect",
    "in seconds",
    "within seconds",
    "in a flash|heartbeat",
    "on the spot",
)
SAID_BEFORE = (
    "at the same time",
    "within|in that|this|the|said (same) timeframe|period|window",
    "by then",
    "then",
    "by|after that|this time|date|day|deadline|point",
    "according to the (following) schedule|timetable|timeline",
    "(on|by) that (same|very) day|evening|morning|afternoon|night|week|weekend",
    "(on|by) the (very) same day|evening|morning|afternoon|night|week",
)
AGREED = frozenset("promised stated agreed given stipulated specified mentioned".split())
ONLY_BEFORE = {"soon": frozenset({"how", "as", "too", "so", "no"}), "promptly": frozenset(), "shortly": frozenset()}
NOT_AFTER = {
    "soon": frozenset("after as enough or".split()),
    "shortly": frozenset("after before prior thereafter".split()),
}
THEN = frozenset({"after", "upon", "once", "when", "following"})
"""“Immediately upon your call”: as soon as something has happened, which is an event."""

CLOSED = frozenset({"promptly", "when", "whenever", "once"})
"""Phrases that are vague only where the clause ends: "once we can", but not "once we can see the order"."""


@derived
def told() -> Index:
    """The phrases of this module, by the words that tell of them."""
    return index({"vague": VAGUE, "instant": INSTANT, "relative": SAID_BEFORE}, SETS)


@cache
def _phrases() -> Phrases:
    return Phrases(told(), SETS)


def undated(tokens: Tokens) -> Iterator[Time]:
    """Every vague or instant time, and those that were told before."""
    for start, end, says in found(tokens, _phrases()):
        if says == "vague" and _is_vague(tokens, start, end):
            yield Time(tokens.span(start, end), "vague", relation="within" if _is_agreed(tokens, start, end) else "")
        elif says == "instant" and tokens.word(start - 1) != "not" and tokens.word(end) not in THEN:
            yield Time(tokens.span(start, end), "instant")
        elif says == "relative" and _is_said_before(tokens, start, end):
            yield Time(tokens.span(start, end), "relative", relation=tokens.word(start))


def _is_agreed(tokens: Tokens, start: int, end: int) -> bool:
    """“Within the promised timeframe”: a time that was told before, though not here."""
    return tokens.word(start) == "within" and not AGREED.isdisjoint(tokens.words[start:end])


def _is_said_before(tokens: Tokens, start: int, end: int) -> bool:
    """Whether "at the same time", "then" point back to a time: not at the head of a clause, where they only go on."""
    if not start or tokens.parts[start - 1] in ".,A":
        return False
    return tokens.word(start) != "then" or tokens.parts[end : end + 1] in ("", ".", ",", ")")


def _is_vague(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words around let a phrase be about our act: not "how soon", not "soon after"."""
    first, last = tokens.word(start), tokens.word(end - 1)
    if tokens.word(start - 1) in ONLY_BEFORE.get(first, ()) or tokens.word(end) in NOT_AFTER.get(last, ()):
        return False
    closed = first in CLOSED and last in ("can", "could", "may", "able", "promptly")
    return not closed or tokens.parts[end : end + 1] in ("", *".,)ATp")
