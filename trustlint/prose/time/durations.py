"""Stretches of time: "within two business days", "24-48 hours", "for 30 days", "at least a week"."""

from trustlint.prose.patterns import lazy
from trustlint.prose.time.lead import Lead, lead
from trustlint.prose.time.numbers import amount, unit
from trustlint.prose.time.surroundings import anchor, habitual
from trustlint.prose.time.tokens import Tokens
from trustlint.prose.time.value import HOURS, Slot, Time, TimeKind, Unit
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Iterator

if TYPE_CHECKING:
    import re

NUMBER = r"(?:n{1,2}(?:\(n\))?(?:Aa?h)?|hf?a|ah|h|a?q[fc]*|a|r|[DSF])"
STRETCH = lazy(
    rf"(?P<low>{NUMBER})(?:(?P<join>-|/|T|R|A"
    rf"|UT)(?P<high>{NUMBER}))?(?P<qualifier>(?:-?\(?[bc](?:/[bc])?\)?)*)(?P<gap>-?)(?P<unit>[uO])(?P<half>Aa?h)?"
)
TO = lazy(r"-|T|R|UT")

TRIAL = (
    "notice worth free trial warranty guarantee subscription plan contract membership apart "
    "straight long old late overdue in-advance"
)
LASTING = frozenset(TRIAL.split())
AHEAD = frozenset({"before", "prior"})
"""After a stretch these count back from an event: "we'll text you 5 minutes before"."""

PROCESS = frozenset(
    "delivery shipping dispatch despatch shipment turnaround response reply processing resolution "
    "service handling lead transit repair replacement"
    " refund courier collection wait waiting timeframe timeline timescale time deadline target max maximum".split()
)
VERBS = frozenset(
    "take takes taking taken took take-you takes-you take-us takes-us take-them takes-them last "
    "lasts lasted lasting allow allow-for allow-us wait waits"
    " waiting need needs require requires expect estimated have has had having got get gets give "
    "gives give-you gives-you given is are be was were been due".split()
)
RIGHTS = frozenset("have has had having got get gets give gives give-you gives-you given".split())
NOT_DUE = RIGHTS | frozenset(
    "for since during of than per took lasts lasted lasting last through throughout aged age".split()
)
UPPER = frozenset({"within", "inside", "inside of", "by", "before", "no later than", "not later than"})
SLOTS: dict[str, Slot] = {"D": "date", "S": "unknown", "F": "fill-in"}


class Stretch(NamedTuple):
    """A stretch as written, tokens `[start, end)`: hours from `lower` to `upper`, None where the words do not say.

    `countable` is false of "a few days"; `slot` says what stands for the number; an `adjective` qualifies a noun: "a
    30-day trial".
    """

    start: int
    end: int
    lower: float | None
    upper: float | None
    unit: Unit
    business: bool
    countable: bool
    slot: Slot
    adjective: bool
    article: bool


def durations(tokens: Tokens) -> Iterator[Time]:
    """Every stretch of time."""
    for stretch in _joined(tokens):
        time = _time(tokens, stretch)
        if time is not None:
            yield time


def _joined(tokens: Tokens) -> Iterator[Stretch]:
    """Stretches, with "24 hours to 3 days" made one range and "1 hour 30 minutes" one sum."""
    last: Stretch | None = None
    for found in STRETCH.finditer(tokens.parts):
        stretch = _stretch(tokens, found)
        if stretch is None:
            continue
        if last is not None:
            between = tokens.parts[last.end : stretch.start]
            if TO.fullmatch(between):
                last = stretch._replace(start=last.start, lower=last.lower)
                continue
            if (
                between in ("", "A")
                and HOURS[stretch.unit] < HOURS[last.unit]
                and last.lower
                and stretch.lower
                and last.upper
                and stretch.upper
            ):
                last = stretch._replace(
                    start=last.start, lower=last.lower + stretch.lower, upper=last.upper + stretch.upper
                )
                continue
            yield last
        last = stretch
    if last is not None:
        yield last


def _stretch(tokens: Tokens, found: "re.Match[str]") -> Stretch | None:
    start, end = found.span()
    word = tokens.word(found.start("unit"))
    number = tokens.items(start, found.end("high") if found["high"] else found.end("low"))
    if found["join"] == "A" and tokens.word(start - 1) != "between":
        start = found.start("high")
        number = tokens.items(start, found.end("high"))
    article = number[0].part == "a" and len(number) == 1
    if found["unit"] == "O" and (word != "second" or tokens.parts[end : end + 1] not in ("", ".", ",", "A", ")")):
        return None  # "a second engineer"
    times, unit_ = unit(word)
    hours = HOURS[unit_] * times
    low, high = amount(number)
    if low is not None and found["half"]:
        low, high = low + 0.5, low + 0.5
    if article and tokens.word(end) == "or" and tokens.word(end + 1) in ("two", "so"):
        high, end, article = 2, end + 2, False
    countable = unit_ in ("second", "minute") or all(token.part != "q" for token in number)
    slot: Slot = next((SLOTS[token.part] for token in number if token.part in SLOTS), "")
    qualifier = {
        token.word for token in tokens.items(found.start("qualifier"), found.end("qualifier")) if token.part == "b"
    }
    return Stretch(
        start,
        end,
        None if low is None else low * hours,
        high * hours
        if high is not None
        else 1
        if hours < 1 and not slot
        else None,  # "a few minutes" is less than an hour
        unit_,
        bool(qualifier) or word.startswith("weekday"),
        countable,
        slot,
        tokens.word(found.start("unit") - 1) == "-"
        or ((high or 1) > 1 and word[-1] != "s" and word not in ("h", "hr", "min", "sec")),
        article,
    )


def _time(tokens: Tokens, stretch: Stretch) -> Time | None:
    """What a stretch says where it stands; None for words that only look like one ("a day off")."""
    front = lead(tokens, stretch.start)
    if stretch.article and not (front.relation or front.roles & {"about", "next", "most", "least"}):
        return None
    kind = _kind(tokens, stretch, front)
    ahead = kind == "bounded" and tokens.word(stretch.end) in AHEAD
    ceiling = "most" in front.roles or (front.relation in UPPER and kind == "bounded")
    start = (
        front.start
        if front.relation.replace(" ", "-") not in VERBS and (kind != "none" or "past" in front.roles)
        else stretch.start
    )
    end = _end(tokens, stretch.end)
    return Time(
        tokens.span(start, end),
        kind,
        None if ceiling else stretch.lower,
        None if kind == "vague" and stretch.countable else stretch.upper,
        unit=stretch.unit,
        business=stretch.business,
        relation="before" if ahead else front.relation,
        anchor=anchor(tokens, end),
        approximate="about" in front.roles or not stretch.countable,
        slot=stretch.slot,
    )


def _kind(tokens: Tokens, stretch: Stretch, front: Lead) -> TimeKind:
    if "past" in front.roles or _lasts(tokens, stretch, front):
        return "none"
    if front.relation in ("every", "each"):
        return "recurring"
    if tokens.word(stretch.end) in AHEAD:
        return "none" if "most" in front.roles or front.relation else "bounded"
    if not stretch.countable or "least" in front.roles or _open(tokens, stretch.end):
        return "vague"
    if habitual(tokens, stretch.start, stretch.end):
        return "typical"
    if stretch.slot:
        return "placeholder"
    return (
        "range"
        if stretch.lower is not None and stretch.lower != stretch.upper and "most" not in front.roles
        else "bounded"
    )


def _open(tokens: Tokens, end: int) -> bool:
    """Whether "or more", "minimum" or "+" follows."""
    word, after = tokens.word(end), tokens.word(end + 1)
    return (
        word in ("plus", "minimum", "+")
        or (word == "or" and after in ("more", "longer", "over"))
        or (word == "at" and after in ("least", "minimum"))
    )


def _lasts(tokens: Tokens, stretch: Stretch, front: Lead) -> bool:
    """Whether the stretch says how long, how old or how often, not when."""
    word, after = tokens.word(stretch.end), tokens.word(stretch.end + 1)
    if front.relation.replace(" ", "-") in NOT_DUE:
        return True
    if word in LASTING or word in ("ago", "'") or word == "earlier":
        return True
    if word in ("a", "per", "/", "each") and tokens.parts[stretch.end + 1 : stretch.end + 2] == "u":
        return True
    if (word, after) in (("in", "advance"), ("of", "age"), ("of", "free"), ("of", "usage"), ("in", "a")):
        return True
    if not stretch.adjective or front.relation in ("within", "in"):
        return False
    return (
        word not in PROCESS
        and after not in PROCESS
        and tokens.parts[stretch.end : stretch.end + 1] not in ("", *".,)pTARfUE")
    )


def _end(tokens: Tokens, end: int) -> int:
    """The end, with "ago", "from now", "or less", "at most" counted in."""
    word, after = tokens.word(end), tokens.word(end + 1)
    if word in ("ago", "later", "earlier", "max", "maximum", "tops"):
        return end + 1
    if (word == "from" and after in ("now", "today", "tomorrow")) or (
        word == "or" and after in ("less", "sooner", "more", "longer", "fewer")
    ):
        return end + 2
    return end + 2 if word == "at" and after in ("most", "least") else end
