"""How far off a day told from today can be, in hours: "tomorrow", "next Friday", "the end of the month"."""

from trustlint.prose.time.numbers import RANKS, unit
from trustlint.prose.time.tokens import Token
from trustlint.prose.time.value import HOURS
from trustlint.typed import Sequence

EOD = {"eow": "week", "eom": "month", "eoy": "year"}


def reach(kind: str, items: Sequence[Token]) -> float | None:  # noqa: C901 - one line for each kind
    """The most hours until a day or period of a kind is over; None when the words are no time. The past is 0."""
    words = {item.word for item in items}
    further = 1 + bool(words & {"next", "following"})
    last = items[-1]
    if kind == "past":
        return 0
    if kind == "today":
        return 48.0 if words & {"tomorrow", "tmrw", "overnight"} else 0.0 if "earlier" in words else 24.0
    if kind == "part":
        return 24.0 if items[0].part == "i" else 48.0 if items[0].word in ("in", "during", "by", "before") else None
    if kind == "same_day":
        if not last.word.startswith("day"):
            return reach("period", items) if items[0].part != "J" and items[-2].part != "J" else None
        return 24.0 if "same" in words else 48.0
    if kind == "edge":
        return _edge(last) * (further if last.part != "g" else 1) if _is_edge(items) else None
    if kind == "weekend":
        return _period(last.word) if not last.word.endswith("s") and last.part == "u" else None
    if kind == "numbered":
        count = last.word if last.word.isdigit() else ""
        return _period(items[0].word) * int(count) if count and items[0].word in ("day", "week", "month") else None
    if kind == "nth":
        return _period(last.word) * RANKS[items[1].word] if last.word in ("day", "week", "month") else None
    if kind == "season":
        return HOURS["year"]
    if kind == "period":
        return _period(last.word) * further if last.part == "s" or not last.word.endswith("s") else None
    return HOURS["week"] * (2 if "next" in words or "week" in words else 1)


def _period(word: str) -> float:
    if word in ("spring", "summer", "autumn", "winter"):
        return HOURS["year"]
    times, name = unit(word)
    return HOURS[name] * times


def _is_edge(items: Sequence[Token]) -> bool:
    last = items[-1]
    if last.part == "G":
        return True
    if last.part in "bc":
        return last.word in ("business", "trading", "working", "office") and any(
            item.word in ("close", "end", "start") for item in items
        )
    return last.part in "gwm" or (
        last.part == "u" and not last.word.endswith("s") and last.word not in ("hour", "minute", "second")
    )


def _edge(last: Token) -> float:
    if last.part == "G":
        return _period(EOD[last.word]) if last.word in EOD else 24.0
    if last.part == "g":
        return 48.0 if last.word in ("tomorrow", "tmrw") else 24.0
    if last.part == "w":
        return HOURS["week"]
    if last.part == "m":
        return HOURS["year"]
    return _period(last.word) if last.part == "u" else 24.0
