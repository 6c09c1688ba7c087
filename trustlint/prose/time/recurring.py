"""Times that come back: "every hour", "twice a week", "daily updates", "on Mondays"."""

from trustlint.prose.patterns import lazy
from trustlint.prose.time.numbers import unit
from trustlint.prose.time.tokens import Tokens
from trustlint.prose.time.value import HOURS, Time, Unit
from trustlint.typed import Iterator

ADVERBS: dict[str, tuple[float, Unit]] = {
    "hourly": (1, "hour"),
    "daily": (24, "day"),
    "nightly": (24, "day"),
    "weekly": (168, "week"),
    "fortnightly": (336, "week"),
    "monthly": (720, "month"),
    "quarterly": (2160, "month"),
    "annually": (8760, "year"),
}
UPDATES = frozenset(
    "update updates email emails e-mail e-mails call calls report reports check-in check-ins "
    "basis bulletin bulletins summary status progress message messages".split()
)
RECURRING = lazy(r"E(?P<other>x?)b?(?P<each>[uwP])|n?H(?:[aE]|pa)b?(?P<times>u)|p?(?P<many>W)(?:[A,]W)*")


def recurring(tokens: Tokens) -> Iterator[Time]:
    """Every recurring time, save "every 30 minutes", which is a duration first."""
    for found in RECURRING.finditer(tokens.parts):
        first = tokens.word(found.start())
        if first in ("per", "times") or (
            found["other"] and tokens.word(found.start("other")) not in ("other", "single")
        ):
            continue
        word = tokens.word(found.end() - 1)
        upper, name = _period(word.removesuffix("s"))
        yield Time(tokens.span(*found.span()), "recurring", None, upper, unit=name, relation="every")
    for index, word in enumerate(tokens.words):
        if word in ADVERBS and (
            tokens.parts[index + 1 : index + 2] in ("", *".,)pAR")
            or tokens.word(index + 1) in UPDATES | {"as", "with", "via", "unless"}
        ):
            upper, name = ADVERBS[word]
            start = index - 1 if tokens.word(index - 1) in ("once", "twice") else index
            yield Time(tokens.span(start, index + 1), "recurring", None, upper, unit=name, relation="every")


def _period(word: str) -> tuple[float, Unit]:
    if word in ("morning", "afternoon", "evening"):
        return HOURS["day"], "day"
    if word.endswith("day") and word not in ("day", "weekday"):
        return HOURS["week"], "week"
    times, name = unit(word)
    return HOURS[name] * times, name
