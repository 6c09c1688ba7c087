"""Opening hours: "9 to 5, Monday to Friday" here, "8 am to 8 pm" there, "24/7" against what the settings say."""

from trustlint.checks import Statement, Verdict
from trustlint.checks.across.disagreement import disagreements
from trustlint.checks.across.qualifiers import qualifiers
from trustlint.fact import Fact
from trustlint.memo import lru_cache
from trustlint.patterns import IGNORECASE, lazy
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    import re

    from trustlint.prose import Prose

DAY = 24 * 60
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY = tuple(range(7))
_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_CLOCK = r"(\d{1,2})(?:[:.h](\d\d))? ?(am|pm|a\.m\.?|p\.m\.?)?"
_BESIDE = lazy(r"\b(?:[A-Z]{3,4}|from|and)\b|[,. ]")
"""What may stand beside hours as settings write them."""

_SIGN = lazy(r"\d|clock|night|always|time", IGNORECASE)
"""What every range of clock times and every promise of `ALWAYS` has some of."""

RANGE = lazy(rf"(?<![\w:.,/$£€-]){_CLOCK} ?(?:-|to|until|till|and) ?{_CLOCK}(?![\w:/%-])", IGNORECASE)
DAYS = lazy(
    rf"\b(?P<first>{_NAME}) ?(?:-|to|through|thru|until) ?(?P<last>{_NAME})\b"
    rf"|\b(?P<every>every ?day|daily|(?:7|seven) days a week|all week)\b|\b(?P<week>weekdays)\b|\b(?P<one>{_NAME})\b",
    IGNORECASE,
)
ALWAYS = lazy(
    r"(?<![\w/])24[/x]7(?![\w/])|\b24 hours a day\b|\b(?:a)?round[ -]the[ -]clock\b|\bday (?:or|and) night\b"
    r"|\b(?:always|any ?time,?) (?:here|on hand) (?:to help|for you)\b",
    IGNORECASE,
)
_OPEN = lazy(
    r"\b(?:(?:we(?:'re| are)|(?:store|shop|office|desk|line|lines|showroom|branch|support|team)(?:'s| is| are)?) "
    r"(?:open|available)|(?:opening|office|business|support|working|trading|operating|our|phone|chat|store) hours"
    r"|hours of (?:operation|business)|lines are open|open(?:ing)? from|open:|(?:call|phone|reach|contact|ring) us"
    r"|available (?:by|on|from)|staffed|team is (?:here|online))\b",
    IGNORECASE,
)
_OTHER = lazy(
    r"\b(?:deliver\w*|courier|driver|slot|appointment|arriv\w+|maintenance|outage|downtime|engineer|visit|collect\w*"
    r"|pick[- ]?up|tomorrow|today|this (?:week|friday|monday|afternoon)|will (?:call|ring|phone)|bank holidays?"
    r"|christmas|easter|closed?|except)\b",
    IGNORECASE,
)
_CALL = r"\b(?:call|phone|reach|contact|ring) us\b"
_WISH = r"\b(?:to|if you (?:want|need|wish|would like) to)"
_ERRAND = lazy(
    rf"{_WISH} (?!the\b|our\b|us\b|[a-z]+day\b|\d)[a-z]+\b[^.;?!]{{0,60}}?{_CALL}"
    rf"|{_CALL}[^.;?!]{{0,60}}?{_WISH} (?:cancel|change|confirm|claim|rebook|reschedule|report|collect|order)\b",
    IGNORECASE,
)
"""To call for one thing only: "to cancel, call us between 9 and 10am"."""
_SELF = lazy(
    r"\b(?:online|website|web ?site|app|portal|status page|help cent(?:er|re)|knowledge base|self[- ]service|bots?"
    r"|chatbot|assistant|account|log ?in|emergenc\w+|monitor\w*|access|download|self[- ]serve|faq|articles?|automated"
    r"|atm|machines?)\b",
    IGNORECASE,
)
_HUMAN = lazy(
    r"\b(?:we|us|our|team|agents?|support|advis[eo]rs?|specialists?|staff|someone|person|people|experts?)\b",
    IGNORECASE,
)
_ZONE = lazy(
    r"^[ ,(]{0,3}(?P<zone>[A-Z]{2,4}T|UTC|GMT|Z|(?:eastern|pacific|central|mountain|uk|local) time)\b", IGNORECASE
)


class Hours(NamedTuple):
    """Minutes of the day on some days (Monday is 0); no days where the text names none."""

    days: tuple[int, ...]
    start: int
    end: int
    zone: str = ""


def statements(prose: "Prose", *, always: bool = False) -> Iterator[Statement]:
    """The hours in which a stored text says that people can be reached; `always`: only those that never end."""
    for sentence in prose.sentences:
        text = sentence.span.of(prose.masked).replace("\n", " ")
        for span, hours in _hours(text) if _SIGN.search(text) else ():
            if not always or hours.end - hours.start == DAY:
                about = qualifiers(prose.message.record.title, text)
                yield Statement(span.shift(sentence.span.start), (about, *hours))


@lru_cache(maxsize=1024)
def _hours(text: str) -> tuple[tuple[Span, Hours], ...]:
    """The hours of a sentence, where they stand: kept, for libraries say the same things again and again."""
    named: list[tuple[Span, Hours]] = []
    found = ALWAYS.search(text)
    if found is not None and _HUMAN.search(text) and not _SELF.search(text):
        named.append((Span(*found.span()), Hours(EVERY, 0, DAY)))
    if RANGE.search(text) and _OPEN.search(text) and not _OTHER.search(text) and not _ERRAND.search(text):
        for one in RANGE.finditer(text):
            hours = read(text, one)
            if hours is not None:
                named.append((Span(*one.span()), hours))
    return tuple(named)


def read(text: str, found: "re.Match[str]") -> Hours | None:
    """The hours that a range of clock times sets, with the days named nearest to it; None for what is no clock time."""
    start, end = _minutes(*found.groups()[:3]), _minutes(*found.groups()[3:])
    marked = found[2] or found[3] or found[5] or found[6]
    if start is None or end is None or not marked:
        return None
    if end <= start and not found[6] and not found[5]:
        end += DAY // 2  # "9 to 5"
    if not found[3] and found[6] and found[6][0] in "pP" and start >= end > 0:
        return None
    zone = _ZONE.match(text[found.end() :])
    return Hours(days(text, found.start()), start, end, zone["zone"].upper() if zone else "") if end > start else None


def _minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    at = int(hour)
    if half:
        if not 1 <= at <= 12:
            return None
        at = at % 12 + (12 if half[0] in "pP" else 0)
    return at * 60 + int(minute or 0) if at <= 24 and int(minute or 0) < 60 else None


def days(text: str, at: int) -> tuple[int, ...]:
    """The days named nearest to a place."""
    found = min(DAYS.finditer(text), key=lambda one: abs(one.start() - at), default=None)
    if found is None:
        return ()
    if found["every"]:
        return EVERY
    if found["week"]:
        return EVERY[:5]
    if found["one"]:
        return (_number(found["one"]),)
    first, last = _number(found["first"]), _number(found["last"])
    return tuple(sorted((first + step) % 7 for step in range((last - first) % 7 + 1)))


def _number(name: str) -> int:
    return _DAYS.index(name[:3].lower())


def parsed(text: str) -> Hours | None:
    """Hours as the settings write them: `Mon-Fri 09:00-17:30`, `24/7`. None for what is none."""
    if text.strip() == "24/7":
        return Hours(EVERY, 0, DAY)
    found = list(RANGE.finditer(text))
    rest = RANGE.sub("", DAYS.sub("", text))
    if len(found) != 1 or _BESIDE.sub("", rest):
        return None
    return read(text, found[0])


def judge(facts: Sequence[Fact], declared: Sequence[Hours] = (), *, always: bool = False) -> Iterator[Verdict]:
    """Hours that are not those of the settings; without such, those that are not what most records say.

    `always`: only those that never end.
    """
    if not declared:
        yield from disagreements(
            facts,
            lambda fact: (tuple(fact.value[0]), (fact.language or "en")[:2].lower()),
            lambda fact: Hours(tuple(fact.value[1]), *fact.value[2:]),
            agree,
        )
        return
    for number, fact in enumerate(facts):
        hours = Hours(tuple(fact.value[1]), *fact.value[2:])
        # What never ends is for `round-the-clock`, which runs wherever the settings name hours.
        if (hours.end - hours.start == DAY) == always and not any(agree(hours, one) for one in declared):
            values = {"match": fact.text, "other": shown(declared), "where": "the settings"}
            yield Verdict(number, values)


def agree(one: Hours, other: Hours) -> bool:
    """Whether both can be true: the same hours, or other days, or another clock."""
    if one.days and other.days and not set(one.days) & set(other.days):
        return True
    if one.zone and other.zone and one.zone != other.zone:
        return True
    return (one.start, one.end) == (other.start, other.end)


def shown(declared: Sequence[Hours]) -> str:
    return "; ".join(map(_shown, declared))


def _shown(hours: Hours) -> str:
    if hours.end - hours.start == DAY:
        return "24/7"
    names = [_DAYS[day].title() for day in hours.days]
    run = bool(names) and hours.days == tuple(range(hours.days[0], hours.days[0] + len(names)))
    named = f"{names[0]}-{names[-1]} " if run and len(names) > 1 else "".join(f"{name} " for name in names)
    clock = "-".join(f"{at // 60:02d}:{at % 60:02d}" for at in (hours.start, hours.end))
    return f"{named}{clock}{f' {hours.zone}' if hours.zone else ''}"
