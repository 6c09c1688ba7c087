"""`check: date`: dates and days that cannot be right, or will not stay so.

    about: past

The texts that a library keeps are sent for years: a day that is over, or “tomorrow”, is wrong in them one day. Dates
that never were, or that two customers read as two days, are wrong everywhere. `{match}` is what is underlined,
`{instead}` what it says when held against a calendar.
"""

import time

from trustlint.checks import Match
from trustlint.checks.stored import is_automatic, is_stored
from trustlint.memo import lru_cache
from trustlint.patterns import IGNORECASE, lazy
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Callable, Iterator, Sequence, TypeAlias

if TYPE_CHECKING:
    import re

    from trustlint.prose import Prose
    from trustlint.prose.commitments import Commitment
    from trustlint.prose.lexicon import Lexicon
    from trustlint.prose.time import Time

Found: TypeAlias = Iterator[tuple[Span, str]]

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sep(?:tember|t\.?|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
_WEEKDAY = r"(?:\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? (?:the )?)?"
DATES = (
    lazy(rf"{_WEEKDAY}(?<![\d.,/:-]){_DAY}(?: of)? {_MONTH}(?![\w-]){_YEAR}", IGNORECASE),
    lazy(rf"{_WEEKDAY}\b{_MONTH} {_DAY}(?![\w:%/.-]\d|\w){_YEAR}", IGNORECASE),
)
_SHORT = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_FIGURE = lazy(r"\d+")
_AFTER, _BEFORE = (
    lazy(rf"(?:st|nd|rd|th)?(?: of)? {_SHORT}", IGNORECASE),
    lazy(rf"{_SHORT}[a-z.]{{0,7}} \Z", IGNORECASE),
)
"""What stands beside a figure in every one of `DATES`, and seldom elsewhere."""
_LONGEST_NAME = len("sep") + 7 + 1

_REACH = 45
"""More characters than a date has before or after its figure."""

NUMERIC = lazy(r"(?<![\w/.-])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)(?![\w/-])")
_FORMAT = lazy(r"\b(?:dd|mm)/|\bformat\b|\be\.?g\.|\bfor example\b|\bsuch as\b", IGNORECASE)
_SENT_THEN = lazy(
    r"\b(?:same|next|following) (?:business |working |trading )?day\b|\bend of (?:the )?(?:business )?day\b",
    IGNORECASE,
)
_WEEKDAY_NAME = lazy(rf"\b(?:{'|'.join(DAYS)})\b", IGNORECASE)
_NAMED = lazy(rf"\b(?:tomorrow|tonight|{'|'.join(DAYS)}|(?:this|next) (?:week|weekend|month))\b", IGNORECASE)
AFAR = frozenset({"reply", "update", "call", "investigate", "escalate", "decide", "fix", "refund", "credit"})
"""Acts that reach a customer wherever they are; a parcel comes at the time of the place it comes to."""
_RECORD = lazy(
    r"\b(?:copyright|version|updated|published|revised|dated|since|founded|established|registered|last|was|were|had|did"
    r"|reported|received|placed|ordered|bought|purchased|issued on|act|regulations?|directive|law|policy of)\b|[©®]",
    IGNORECASE,
)
_A_YEAR = lazy(r"(?:19|20)\d\d|/\d\d(?!\w)|'\d\d\b")


class Day:
    """The day that dates are held against, and whether one was: what is found in a text without is found any day."""

    __slots__ = ("_iso", "_months", "asked")

    def __init__(self, iso: str, months: int) -> None:
        self._iso = iso
        self._months = months
        self.asked = False

    @property
    def iso(self) -> str:
        """There is no other way to know the day."""
        self.asked = True
        return self._iso

    @property
    def since(self) -> str:
        """The day so many months before; one that the month lacks sorts behind its last."""
        today = self.iso
        year, month = divmod(int(today[:4]) * 12 + int(today[5:7]) - 1 - self._months, 12)
        return f"{year:04}-{month + 1:02}{today[7:]}"


class DateCheck:
    """Every date that one of the questions of `ABOUT` finds. `day` knows whether the day had a say in any."""

    def __init__(self, rule: Rule) -> None:
        self.day = Day(rule.options.get("today") or time.strftime("%Y-%m-%d"), rule.options.get("months", 18))
        self._find = ABOUT[rule.options["about"]]

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        last = -1
        for span, instead in sorted(self._find(prose, self.day)):
            if span.start >= last:
                yield Match(span, {"match": span.of(prose.text), "instead": instead})
                last = span.end


def _past(prose: "Prose", today: Day) -> Found:
    """Days that are over, in texts that are still sent, where something is still to come."""
    if not is_stored(prose.message):
        return
    if _A_YEAR.search(prose.masked) is None:
        return
    for one in prose.times:
        if one.kind == "absolute" and one.date and _is_over(one.date, today) and _is_to_come(prose, one):
            yield one.span, f"today is {today.iso}"


def _is_over(date: str, today: Day) -> bool:
    """Whether a day, or a month as a whole, is over. A date without a year may be next year's."""
    return len(date) >= 7 and date[:4].isdigit() and date < today.iso[: len(date)]


def _is_to_come(prose: "Prose", one: "Time") -> bool:
    sentence = prose.sentence_at(one.span.start).span.of(prose.masked)
    if _RECORD.search(sentence) or _FORMAT.search(sentence):
        return False
    return prose.stance(one.span).tense == "future" or any(_is_of(one, each) for each in prose.commitments)


def _is_of(one: "Time", commitment: "Commitment") -> bool:
    return commitment.time is not None and commitment.time.span == one.span and not commitment.negated


def _fixed(prose: "Prose", today: Day) -> Found:
    """Days that are named, in promises that every reader of a template is made."""
    if is_stored(prose.message):
        for each in prose.commitments:
            one = each.time
            named = one is not None and one.kind == "absolute" and one.date and not one.date.startswith("---")
            if one and named and not _is_over(one.date or "", today):
                yield one.span, ""


def _relative(prose: "Prose", today: Day) -> Found:
    """Days that are counted from a day nobody knows: that on which a template will be sent."""
    if is_stored(prose.message):
        for each in prose.commitments:
            if each.time and each.time.kind == "relative" and not each.negated:
                words = each.time.span.of(prose.masked)
                named = _WEEKDAY_NAME if is_automatic(prose.message) else _NAMED
                if named.search(words) and not _SENT_THEN.search(words):
                    yield each.time.span, ""


def _impossible(prose: "Prose", today: Day) -> Found:
    """Days that no calendar has: 31 June, 29 February 2027."""
    for found, day, month, year in _dates(prose):
        longest = _longest(year, month)
        if not 1 <= day <= longest:
            named = f"{MONTHS[month - 1]}{f' {year}' if month == 2 and year else ''}"
            yield _day_of(found), f"{named} has {longest} days"


def _weekday(prose: "Prose", today: Day) -> Found:
    """Weekdays that their date is not on."""
    for found, day, month, year in _dates(prose):
        if found["weekday"] and year and 1 <= day <= _longest(year, month):
            true = DAYS[_weekday_of(year, month, day)]
            if not true.lower().startswith(found["weekday"].lower()):
                yield Span(*found.span()), f"that day is a {true}"


def _longest(year: int | None, month: int) -> int:
    """The days of a month; of a February in any year."""
    if month != 2:
        return 30 if month in (4, 6, 9, 11) else 31
    # `calendar` and what it imports would take longer than the rest of a small run.
    return 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28


def _weekday_of(year: int, month: int, day: int) -> int:
    """0 is Monday."""
    days = sum(337 + _longest(each, 2) for each in range(1900, year))
    days += sum(_longest(year, each) for each in range(1, month)) + day - 1
    return days % 7  # 1 January 1900 was a Monday


Dated: TypeAlias = "tuple[re.Match[str], int, int, int | None]"
"""A date as written, its day, month and year."""


def _dates(prose: "Prose") -> tuple[Dated, ...]:
    return _dates_in(prose.masked)


@lru_cache(maxsize=16)
def _dates_in(text: str) -> tuple[Dated, ...]:
    """The dates of a text: several rules in turn ask for those of the same one."""
    text = text.replace("\n", " ")
    near = _near_figures(text)
    return tuple(_dated(found) for pattern in DATES for span in near for found in pattern.finditer(text, *span))


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether the name of a month stands beside a figure."""
    if _AFTER.match(text, end):
        return True
    return text[start - 1 : start] == " " and _BEFORE.search(text, max(0, start - _LONGEST_NAME), start) is not None


def _near_figures(text: str) -> list[tuple[int, int]]:
    """Where dates can stand."""
    near: list[tuple[int, int]] = []
    for figure in _FIGURE.finditer(text):
        if not _is_named(text, *figure.span()):
            continue
        start, end = max(0, figure.start() - _REACH), figure.end() + _REACH
        if near and start <= near[-1][1]:
            start = near.pop()[0]
        near.append((start, end))
    return near


def _dated(found: "re.Match[str]") -> Dated:
    month = next(n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(found["month"].lower()[:3]))
    return found, int(found["day"]), month, int(found["year"]) if found["year"] else None


def _day_of(found: "re.Match[str]") -> Span:
    """The date without its weekday."""
    return Span(min(found.start("day"), found.start("month")), found.end())


def _ambiguous(prose: "Prose", today: Day) -> Found:
    """Days that are others where the month is written first."""
    for found in NUMERIC.finditer(prose.masked):
        first, second = int(found["first"]), int(found["second"])
        if not (1 <= first <= 12 and 1 <= second <= 12) or first == second:
            continue
        if not _FORMAT.search(prose.sentence_at(found.start()).span.of(prose.plain)):
            either = f"{first} {MONTHS[second - 1]} or {MONTHS[first - 1]} {second}"
            yield Span(*found.span()), either


def _no_zone(prose: "Prose", today: Day) -> Found:
    """Times of day that are promised without a zone."""
    for each in prose.commitments:
        if each.act in AFAR and each.time and each.time.clock and each.time.zone is None and not each.negated:
            yield each.time.span, ""


def _no_start(prose: "Prose", today: Day) -> Found:
    """Stretches of days that begin nobody knows when."""
    for each in prose.commitments:
        one = each.time
        if one and one.kind in ("bounded", "range") and one.anchor is None and one.upper and one.upper >= 24:
            after = prose.masked[one.span.end : one.span.end + 12].lower().split()
            if each.condition is None and after[:1] not in (["of"], ["from"], ["after"], ["since"]):
                yield one.span, ""


def _unchanged(prose: "Prose", today: Day) -> Found:
    """The beginning of a text that nobody has touched for some months."""
    changed = prose.message.record.updated
    if changed and changed < today.since and prose.message.role == "body" and prose.sentences:
        yield prose.sentences[0].span, f"it was last changed on {changed}"


ABOUT: dict[str, Callable[["Prose", Day], Found]] = {
    "past": _past,
    "fixed": _fixed,
    "relative": _relative,
    "impossible": _impossible,
    "weekday": _weekday,
    "ambiguous": _ambiguous,
    "no-zone": _no_zone,
    "no-start": _no_start,
    "unchanged": _unchanged,
}

OPTIONS: dict[str, object] = {
    "about": {
        "enum": list(ABOUT),
        "description": "Days that are `past` or `fixed` in a template, `relative` to the day it is sent, `impossible`, "
        "not on their `weekday`, `ambiguous` between countries; clock times with `no-zone`, stretches with `no-start`; "
        "texts that were `unchanged` for `months`.",
    },
    "months": {"type": "integer", "minimum": 1, "description": "For `unchanged`: how many; 18 when not said."},
    "setting": {"enum": ["zones"], "description": "The setting without which the rule is off."},
    "today": {"type": "string", "minLength": 1, "description": "The day that dates are held against; today's."},
}
REQUIRED = (("about",),)
VALUES = ("match", "instead")
_MONTH_ANCHORS = frozenset(name.lower()[:3] for name in MONTHS)


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    """A date by name has the name of a month, one in numbers a slash; promises are an open class."""
    about = rule.options["about"]
    if about in ("impossible", "weekday"):
        return _MONTH_ANCHORS
    return frozenset({"/"}) if about == "ambiguous" else None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> DateCheck:
    return DateCheck(rule)
