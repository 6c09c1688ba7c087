"""`check: commitment`: promises, as facts rather than as phrases.

    act: [reply, update]
    time: [vague]
    underline: time

A promise is one when everything asked for holds. What is not asked for does not matter. Beside `{match}`, a message
may use `{promise}` (the clause), `{what}` (“a reply”), `{act}`, `{verb}`, `{agent}`, `{time}` and `{condition}`.
"""

from trustlint.checks import Match
from trustlint.checks.patterns import Pattern, loose_pattern
from trustlint.checks.session import is_in_session
from trustlint.checks.stored import is_conversed
from trustlint.prose.commitments.needs_date import is_outcome, needs_date
from trustlint.prose.commitments.value import Act, Actor, Commitment, Modality
from trustlint.prose.time.value import TimeKind
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Callable, Iterator, Sequence, get_args

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon


def _any_of(values: tuple[str, ...], about: str) -> dict[str, object]:
    return {"type": "array", "items": {"enum": list(values)}, "minItems": 1, "description": about}


def _flag(about: str) -> dict[str, object]:
    return {"type": "boolean", "description": about}


OPTIONS: dict[str, object] = {
    "actor": _any_of(get_args(Actor), "Who is to act."),
    "act": _any_of(get_args(Act), "What is promised."),
    "modality": _any_of(get_args(Modality), "How firmly."),
    "time": _any_of(get_args(TimeKind), "By what kind of time; `none` is no time at all."),
    "depends-on": _any_of(("none", "customer", "event"), "Whose move comes first."),
    "needs-date": _flag("Whether the customer is owed a date that is not given."),
    "outcome": _flag("Whether a result is promised, not the start of work."),
    "hedged": _flag("Whether the writer leaves room: hopes, expects, should."),
    "nominal": _flag("Whether the promise has no verb of doing: “expect an answer”, “refunds take a week”."),
    "matching": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "minItems": 1,
        "description": "Patterns of which one must match in the promise.",
    },
    "unless-later": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "minItems": 1,
        "description": "Patterns that excuse the promise when one matches anywhere after it in the message.",
    },
    "at-least-hours": {
        "type": "number",
        "minimum": 0,
        "description": "Only promises whose deadline is this many hours away or more.",
    },
    "rewrite-as": {
        "type": "string",
        "minLength": 1,
        "description": "The better wording of the very promise: `{clause}` is it, `{dateless}` is it without its time, "
        "`{before}` and `{after}` stand around its time.",
    },
    "underline": {
        "enum": ["promise", "trigger", "time"],
        "description": "What to underline: the clause (when not said), the words that promise, or the time.",
    },
}
REQUIRED: tuple[tuple[str, ...], ...] = (
    ("actor", "act", "modality", "time", "depends-on", "needs-date", "outcome", "hedged", "nominal", "matching"),
)
VALUES = ("promise", "what", "act", "verb", "agent", "time", "condition")

QUOTED = 70
"""Characters of a promise that a message quotes."""

WHAT: dict[Act, str] = {
    "reply": "a reply",
    "refund": "a refund",
    "ship": "something to come",
    "fix": "a fix",
    "investigate": "an answer",
    "call": "a call",
    "escalate": "an answer",
    "credit": "a credit",
    "replace": "a replacement",
    "decide": "a decision",
    "cancel": "a cancellation",
    "update": "an update",
    "deliver": "a delivery",
    "ensure": "a result",
    "other": "work",
}
"""What a customer waits for, by act, as messages name it."""


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    """None: promises are an open class. The prose layer passes over messages without a word that could promise."""
    return None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "CommitmentCheck":
    return CommitmentCheck(
        rule, _pattern(rule, "matching", lexicon, limit), _pattern(rule, "unless-later", lexicon, limit)
    )


def _pattern(rule: Rule, key: str, lexicon: "Lexicon", limit: float | None) -> Pattern | None:
    if key not in rule.options:
        return None
    return Pattern(rule, [loose_pattern(pattern, lexicon) for pattern in rule.options[key]], limit)


def _time(commitment: Commitment) -> str:
    """The kind of its time. One that a person forgot to fill in is no vague word: it has a rule of its own."""
    time = commitment.time
    if time is None:
        return "none"
    return "fill-in" if time.fill_in else time.kind


FACTS: dict[str, Callable[[Commitment], object]] = {
    "time": _time,
    "act": lambda commitment: commitment.act,
    "actor": lambda commitment: commitment.actor,
    "modality": lambda commitment: commitment.modality,
    "depends-on": lambda commitment: commitment.condition or "none",
    "hedged": lambda commitment: commitment.hedged,
    "nominal": lambda commitment: commitment.nominal,
}
"""What an option asks about a promise, those first that most promises are not."""


class CommitmentCheck:
    """Every promise of a kind."""

    def __init__(self, rule: Rule, matching: Pattern | None, excuse: Pattern | None) -> None:
        self.rule = rule
        self.matching = matching
        self.excuse = excuse
        asked = ((FACTS[key], rule.options[key]) for key in FACTS if key in rule.options)
        self._asked = [(fact, (wanted,) if isinstance(wanted, bool) else tuple(wanted)) for fact, wanted in asked]

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        last: Span | None = None
        for commitment in prose.commitments:
            if not self._asked_for(commitment, prose):
                continue
            match = self._match(commitment, prose)
            if match.span != last:  # two acts in one clause are one underline
                yield match
            last = match.span

    def _asked_for(self, commitment: Commitment, prose: "Prose") -> bool:
        if commitment.negated or any(fact(commitment) not in wanted for fact, wanted in self._asked):
            return False
        options = self.rule.options
        if "at-least-hours" in options and not _far_off(commitment, options["at-least-hours"]):
            return False
        if "needs-date" in options and _owes_a_date(commitment, prose) is not options["needs-date"]:
            return False
        if "outcome" in options and is_outcome(commitment) is not options["outcome"]:
            return False
        if options.get("outcome") and _is_over(commitment, prose):
            return False
        return self._said(commitment, prose)

    def _said(self, commitment: Commitment, prose: "Prose") -> bool:
        span = commitment.span
        if self.matching is not None and not self.matching.found(span.of(prose.masked).replace("\n", " ")):
            return False
        after = commitment.time.span.end if commitment.time else span.end
        return self.excuse is None or not self.excuse.found(prose.masked[after:].replace("\n", " "))

    def _match(self, commitment: Commitment, prose: "Prose") -> Match:
        text = prose.text
        time = commitment.time.span if commitment.time else None
        asked = self.rule.options.get("underline", "promise")
        span = time if asked == "time" and time is not None else commitment.span
        if asked == "trigger":
            span = commitment.trigger
        values = {
            "match": span.of(text),
            "promise": _short(commitment.span.of(text)),
            "what": WHAT[commitment.act],
            "act": commitment.act,
            "verb": commitment.verb,
            "agent": commitment.agent,
            "time": time.of(text) if time else "",
            "condition": commitment.condition_span.of(text) if commitment.condition_span else "",
        }
        if "rewrite-as" in self.rule.options:
            from trustlint.checks.rewording import reworded  # for what is underlined only

            values["rewrite"] = reworded(self.rule.options["rewrite-as"], commitment, text)
        return Match(span, values)


def _owes_a_date(commitment: Commitment, prose: "Prose") -> bool:
    if not needs_date(commitment) or is_in_session(commitment, prose):
        return False
    if not is_conversed(prose.message):
        return True
    from trustlint.checks.settled import is_settled  # for conversations only, as the other
    from trustlint.checks.unawaited import is_unawaited

    return not (is_unawaited(commitment, prose) or is_settled(commitment, prose))


def _is_over(commitment: Commitment, prose: "Prose") -> bool:
    """Whether a result is there before a conversation ends, or has its date.

    "I'll add it to your account immediately"; "we'll refund it immediately, which takes 3-5 days".
    """
    if not is_conversed(prose.message):
        return False
    from trustlint.checks.settled import is_settled  # for conversations only

    return is_settled(commitment, prose) or is_in_session(commitment, prose)


def _short(promise: str) -> str:
    """A promise as messages quote it: its beginning, where it is long."""
    words = " ".join(promise.split())
    return words if len(words) <= QUOTED else words[:QUOTED].rpartition(" ")[0] + " …"


def _far_off(commitment: Commitment, hours: float) -> bool:
    time = commitment.time
    return time is not None and time.upper is not None and time.upper >= hours
