"""What a message promises."""

from trustlint.frozen import dataclass
from trustlint.prose.time import Time
from trustlint.span import Span
from trustlint.typed import Literal

Actor = Literal["us", "team", "third-party", "system", "unstated"]
"""Who is to act: the writer, a named colleague or desk, somebody outside, a machine, or nobody named."""

Act = Literal[
    "reply",
    "refund",
    "ship",
    "fix",
    "investigate",
    "call",
    "escalate",
    "credit",
    "replace",
    "decide",
    "cancel",
    "update",
    "deliver",
    "ensure",
    "other",
]
Modality = Literal["will", "aim", "may", "guarantee", "done-open"]
"""How firmly: `aim` leaves room, `may` is a bare possibility, `done-open` is a handover or a work in hand whose
result is still owed."""


@dataclass(frozen=True)
class Commitment:
    """One act that somebody is to do for the customer. All spans are in the message's text.

    `span` is the clause that promises, with its time; `trigger` the words that make it a promise ("'ll get back");
    `verb` the act as
    written, in its base form where that is known. `time` may stand outside `span`, in a neighbouring sentence.
    `condition` says whose move comes
    first and `condition_span` where that is said. `contingent` is true of a condition that may never come
    about ("if the part fails"), unlike one that is waited for ("once the part is here"). `nominal` promises are told
    by a noun or a plain statement with a
    time: "refunds take 5 days". `hedged` is true when the writer leaves room: hopes, expects, should.
    `lent` is true when the time is that of a promise in another sentence, and kept there: "I'm on it. You'll hear from
    me by noon."
    """

    span: Span
    trigger: Span
    actor: Actor
    agent: str
    act: Act
    verb: str
    modality: Modality = "will"
    time: Time | None = None
    condition: Literal["customer", "event"] | None = None
    condition_span: Span | None = None
    negated: bool = False
    hedged: bool = False
    nominal: bool = False
    contingent: bool = False
    lent: bool = False

    def moved(self, by: int) -> "Commitment":
        """The same promise, `by` characters further on."""
        return Commitment(
            self.span.shift(by),
            self.trigger.shift(by),
            self.actor,
            self.agent,
            self.act,
            self.verb,
            self.modality,
            self.time and self.time.moved(by),
            self.condition,
            self.condition_span and self.condition_span.shift(by),
            self.negated,
            self.hedged,
            self.nominal,
            self.contingent,
            self.lent,
        )

    @property
    def dated(self) -> bool:
        """Whether the customer can tell when."""
        return self.time is not None and self.time.dated
