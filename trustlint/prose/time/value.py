"""What a time expression says."""

from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Literal

TimeKind = Literal[
    "absolute",
    "placeholder",
    "relative",
    "bounded",
    "range",
    "recurring",
    "typical",
    "vague",
    "instant",
    "event",
    "none",
]
"""`none` is time that sets no moment for an act: an age, a span that lasts, opening hours, the past."""

Unit = Literal["second", "minute", "hour", "day", "week", "month", "year"]

Slot = Literal["", "date", "unknown", "fill-in"]
"""What stands in for a time: a placeholder of type date, one of unknown type, one that a person fills in."""

HOURS: dict[Unit, float] = {
    "second": 1 / 3600,
    "minute": 1 / 60,
    "hour": 1,
    "day": 24,
    "week": 168,
    "month": 720,
    "year": 8760,
}
"""Hours in a unit; a month is thirty days. A business day counts as 24 hours that are `business`."""

DATED: frozenset[TimeKind] = frozenset({"absolute", "placeholder", "relative", "bounded", "range", "recurring"})
"""Kinds that tell the customer when."""


class Time(NamedTuple):
    """A time expression, its preposition included.

    `lower` and `upper` are hours from the moment of reading, or from `anchor` when the text names one ("of receiving
    the parcel"). `date` is an ISO date with what is known of it: `2026-07-04`, `--07-04`, `2026-07`, `---14`.
    `relation` is how the time is tied to the act: `by`, `within`, `on`, `after`, `for`, … or nothing.
    `slot` says what stands in for the time: a `date` placeholder, one of `unknown` type, a `fill-in` left for a person.
    """

    span: Span
    kind: TimeKind
    lower: float | None = None
    upper: float | None = None
    date: str | None = None
    unit: Unit | None = None
    business: bool = False
    relation: str = ""
    anchor: Span | None = None
    zone: str | None = None
    clock: bool = False
    approximate: bool = False
    slot: Slot = ""

    def moved(self, by: int) -> "Time":
        """The same time, `by` characters further on."""
        return self._replace(span=self.span.shift(by), anchor=self.anchor and self.anchor.shift(by))

    @property
    def dated(self) -> bool:
        """Whether a customer can tell when the act is due."""
        return self.kind in DATED

    @property
    def fill_in(self) -> bool:
        return self.slot == "fill-in"
