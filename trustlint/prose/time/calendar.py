"""Dates, days and times of day; those that stand together make one time: "by 5 pm BST on Friday 4 July"."""

from trustlint.prose.patterns import lazy
from trustlint.prose.time.dates import iso
from trustlint.prose.time.days import reach
from trustlint.prose.time.lead import lead
from trustlint.prose.time.tokens import Tokens
from trustlint.prose.time.value import Time, TimeKind
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator

DAY = r"(?:no?|ro?|O)"
TO = r"[-TAR]"
PIECE = lazy(
    # what any of them begins with, so that all else is passed over at once
    r"(?=[dnrOmQkKwYleGgijJsXuy]|t[^x.]|-?p?t?[ij]|ptP)(?:"
    # dates
    rf"(?P<numeric>d)|(?P<day_month>t?{DAY}(?:{TO}{DAY})?f?[-,]?m(?:[-,]?y|'n)?)"
    rf"|(?P<month_day>m-?t?{DAY}(?:{TO}(?:no?|O))?(?:,?y)?)|(?P<month_year>mf?,?y)"
    r"|(?P<quarter>Qf?y?|Ou(?:fy)?)|(?P<same_month>t?(?:no|O)f?[ij]u)"
    # times of day
    r"|(?P<hours>(?:[kn]M?|K)[-TA](?:kM?|nM|K)|[kn]M[-TA]n|rM|r(?=z))|(?P<clock>kM?|nM|nC|K)"
    # days told from today
    r"|(?P<weekdays>w[-T]w|wAw)|(?P<past>Y|t?l(?:[uwPm])P?)|(?P<edge>t?ef[tij]*[bc]?[ugwm]?|G)"
    r"|(?P<today>e?gP?)|(?P<part>iP|ptP)|(?P<same_day>t?[Jj]-?b?u)"
    r"|(?P<period>e?-?p?t?[ij]{1,2}b?[us])|(?P<weekday>(?:t?O(?=wf))?[ij]{0,2}wP?(?:ju|j)?)"
    # and what needs a word before it
    r"|(?P<alone>t(?:no|O)(?=[.,)(pTARUfij]|$))|(?P<month>(?:e-?(?:pt?|f)?)?[ij]?m)"
    r"|(?P<holiday>X)|(?P<nth>tO[bc]?u)|(?P<numbered>un(?![uMk]))|(?P<between>nAn(?=[.,)pAwg]|$))|(?P<weekend>t?u)|(?P<year>y)|(?P<season>[ijt]?s))"
)
DATES = frozenset(
    {"numeric", "day_month", "month_day", "month_year", "quarter", "same_month", "alone", "month", "year", "holiday"}
)
CLOCKS = frozenset({"hours", "clock", "between"})
LINK = lazy(r"[,(/-]?[ptf]{0,3}\(?")
ONLY_TIED = frozenset({"alone", "year", "season", "numbered", "nth", "holiday"})
START = frozenset({"since", "dated", "of", "as of"})
TIES = frozenset(
    "by on before until till in at within from after between for of since during over around "
    "no-later-than not-later-than on-or-before every each due dated sometime towards starting "
    "effective expected as-of beginning as-early-as prior-to any-time-before".split()
)


class Piece(NamedTuple):
    """A part of a calendar time, tokens `[start, end)`; several that stand together are read as one."""

    start: int
    end: int
    kinds: frozenset[str]
    date: str | None = None
    upper: float | None = None
    business: bool = False
    zone: str | None = None

    @property
    def clock(self) -> bool:
        return bool(self.kinds & CLOCKS)


def calendar(tokens: Tokens) -> Iterator[Time]:
    """Every date, day and time of day, those that belong together as one."""
    joined: Piece | None = None
    for piece in _pieces(tokens):
        if joined is not None and _belong(tokens, joined, piece):
            joined = _join(joined, piece)
            continue
        if joined is not None:
            yield from _time(tokens, joined)
        joined = piece
    if joined is not None:
        yield from _time(tokens, joined)


def _pieces(tokens: Tokens) -> Iterator[Piece]:
    for found in PIECE.finditer(tokens.parts):
        kind = found.lastgroup or ""
        start, end = found.span()
        items = tokens.items(start, end)
        if kind in DATES:
            date = iso(kind, items)
            if date is not None:
                yield Piece(start, end, frozenset({kind}), date=date)
            continue
        if kind in CLOCKS:
            zone, end = _zone(tokens, end)
            yield Piece(start, end, frozenset({kind}), zone=zone)
            continue
        if kind == "edge" and items[-1].part == "m":
            yield Piece(start, end, frozenset({"month"}), date=iso("month", items))
            continue
        upper = reach(kind, items)
        if upper is not None:
            closing = kind == "edge" and items[-1].part in "bc"
            if (kind == "same_day" and _is_priced(tokens, end)) or _is_service(tokens, end):
                continue
            business = "bu" in found[0]
            yield Piece(
                start,
                end,
                frozenset({"clock" if closing or items[0].word in ("cob", "eob") else kind}),
                upper=upper,
                business=business,
            )


def _is_service(tokens: Tokens, end: int) -> bool:
    """“overnight shipping” names a service."""
    return tokens.word(end - 1) == "overnight" and tokens.word(end) in ("shipping", "delivery", "courier", "service")


def _is_priced(tokens: Tokens, end: int) -> bool:
    """“the same-day delivery charge” tells no time."""
    return tokens.word(end + 1) in (
        "charge",
        "charges",
        "fee",
        "fees",
        "option",
        "options",
        "availability",
        "cost",
        "costs",
        "service",
    )


def _zone(tokens: Tokens, end: int) -> tuple[str | None, int]:
    """The zone after a time of day, and where it ends: "BST", "(UTC+1)", "your time", "Eastern time"."""
    at = end + (tokens.word(end) == "(")
    if tokens.parts[at : at + 1] == "z":
        offset = (
            2
            if tokens.word(at + 1) in ("+", "-")
            and tokens.glued(at + 1)
            and tokens.parts[at + 2 : at + 3] in ("n", "k")
            else 0
        )
        stop = at + 1 + offset
        return "".join(tokens.words[at:stop]).upper(), stop + (at > end and tokens.word(stop) == ")")
    if tokens.word(at + 1) == "time" and (tokens.parts[at] == "Z" or tokens.word(at) in ("your", "our", "greenwich")):
        return f"{tokens.word(at)} time", at + 2 + (at > end and tokens.word(at + 2) == ")")
    return None, end


def _belong(tokens: Tokens, one: Piece, two: Piece) -> bool:
    between = tokens.parts[one.end : two.start]
    if LINK.fullmatch(between) is not None:
        return (
            not (one.clock and two.clock)
            and not (one.date and two.date and one.clock)
            and "past" not in one.kinds | two.kinds
        )
    return one.date is not None and two.date is not None and between in ("T", "A", "R", "-", "Tt")


def _join(one: Piece, two: Piece) -> Piece:
    uppers = [piece.upper for piece in (one, two) if piece.upper is not None]
    return Piece(
        one.start,
        two.end,
        one.kinds | two.kinds,
        two.date or one.date,
        min(uppers, default=None),
        one.business or two.business,
        one.zone or two.zone,
    )


def _time(tokens: Tokens, piece: Piece) -> Iterator[Time]:
    front = lead(tokens, piece.start)
    relation = front.relation if front.relation.replace(" ", "-") in TIES else ""
    (first,) = tokens.items(piece.start, piece.start + 1)
    inner = first.word if first.part == "p" else ""
    if piece.kinds <= ONLY_TIED and not relation and not inner:
        return
    if "between" in piece.kinds and relation != "between":
        return
    if piece.kinds == {"weekend"} and relation != "within" and tokens.word(piece.end - 1) != "weekend":
        return
    if piece.kinds == {"month"} and first.word in ("may", "march") and not relation:
        return
    if piece.kinds == {"numeric"} and (piece.date or "").startswith("--") and not relation:
        return  # 3/4 is a fraction as often as a date
    end = piece.end + (
        3
        if [tokens.word(piece.end + step) for step in range(3)] == ["at", "the", "latest"]
        else tokens.word(piece.end) == "latest"
    )
    yield Time(
        tokens.span(front.start if relation and relation not in START else piece.start, end),
        _kind(piece, relation),
        None,
        None if piece.date is not None else 24.0 if piece.clock and piece.upper is None else piece.upper,
        piece.date,
        business=piece.business,
        relation=relation or inner,
        zone=piece.zone,
        clock=piece.clock,
        approximate="about" in front.roles,
    )


def _kind(piece: Piece, relation: str) -> TimeKind:
    if "past" in piece.kinds or relation in START:
        return "none"
    if relation in ("every", "each"):
        return "recurring"
    if piece.date is not None:
        return "absolute"
    opening = "weekdays" in piece.kinds or piece.kinds == {"hours"}
    return "none" if opening and relation not in ("between", "by", "before") else "relative"
