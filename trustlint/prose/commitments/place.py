"""Where a promise stands: a clause in its sentence, read only as far as somebody asks."""

from trustlint.memo import cached_property
from trustlint.prose.clauses import Clause
from trustlint.prose.commitments.words import Word, words
from trustlint.prose.conditions import condition
from trustlint.prose.moods import is_imperative, is_reported
from trustlint.prose.negation import is_negated
from trustlint.prose.patterns import lazy
from trustlint.prose.sentences import Sentence
from trustlint.prose.subjects import Subject, nouns, subjects
from trustlint.prose.tokens import Token, tokens
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from trustlint.prose.prose import Prose

CONDITIONAL = frozenset(
    {
        *"if unless when whenever once until till after before should provided providing".split(),
        *("as soon as", "as long as", "only if", "even if", "provided that", "providing that"),
        *("in case", "in the event", "in the event that", "the moment", "every time"),
    }
)
"""Openers of clauses that say on what an act waits, and promise nothing themselves."""

GIVEN_THAT = lazy(
    r"\W*(?:in (?:that|this|which|such a?) case|if (?:so|confirmed|approved|needed|necessary|required|not|eligible))\b"
)
"""A condition told in the sentence before, or in two words."""

TOLD_US = lazy(
    r"\b(?:they|he|she|(?:the|your|our) (?:\w+ )?(?:bank|courier|carrier|supplier|seller|manufacturer|driver|airline"
    r"|vendor|(?:delivery|shipping|logistics|courier) (?:partner|service|associate|executive|agent|company)))"
    r"(?:'ve| have| has)? (?:now |already |just |also )?(?:assured|told|confirmed|informed|advised|promised"
    r"|estimated|said|says|estimates|indicated)\b(?! you)"
)
"""What others have told us is passed on, not promised."""

FRONTED = lazy(r"\W{0,3}(?:in|on|at|under|from|for|to)\s[^,;:]{2,60},\s+")
"""Where something is done, told before what: "In the menu, press Edit"."""

LONGEST = 250
"""Words: more of them without a break are no clause, and reading them would take long."""

UNSURE = (
    "if ",
    "if,",
    "unless ",
    "should ",
    "in ",
    "only if ",
    "even if ",
    "and if ",
    "but if ",
    "or if ",
    "however, if ",
)
"""How a condition begins that may never come about."""

LONGEST_LABEL = 8
"""Words before a colon that name what follows it."""

NEAR = 3
"""How many clauses away a time or a condition can stand."""

Whose = Literal["customer", "event"]


class Place:
    """The clause number `at` of a sentence."""

    def __init__(self, prose: "Prose", sentence: Sentence, clauses: tuple[Clause, ...], at: int) -> None:
        self.prose = prose
        self.sentence = sentence
        self.clauses = clauses
        self.at = at
        self.clause = clauses[at]

    @property
    def surroundings(self) -> Span:
        """The stretch of the sentence whose times can belong to the clause."""
        last = min(self.at + NEAR, len(self.clauses) - 1)
        return Span(self.clauses[max(0, self.at - NEAR)].span.start, self.clauses[last].span.end)

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens(self.prose.folded, *self.clause.span)[:LONGEST]

    @cached_property
    def words(self) -> list[Word]:
        return words(self.tokens)

    @property
    def stated(self) -> list[Word]:
        """The words of the clause, with those that a colon or a dash ties it to: "Next update: 14:30"."""
        if not self.at or self.clause.opener not in (":", "-"):
            return self.words
        before = words(tokens(self.prose.folded, *self.clauses[self.at - 1].span))
        return before + self.words if len(before) <= LONGEST_LABEL else self.words

    @cached_property
    def texts(self) -> frozenset[str]:
        return frozenset([word.text for word in self.words])

    @cached_property
    def _subjects(self) -> list[Subject]:
        prose = self.prose
        return subjects(prose.folded, self.tokens, nouns(prose.lexicon), prose.placeholders)

    def subjects(self) -> list[Subject]:
        """The subjects of the clause; "but will call you" goes on with those of the clause before."""
        if self._subjects or not self.at or self.clause.opener not in ("but", "and", "then", "so", "or"):
            return self._subjects
        before = Place(self.prose, self.sentence, self.clauses, self.at - 1)
        return before._subjects

    @property
    def is_followed_by_colon(self) -> bool:
        return self.at + 1 < len(self.clauses) and self.clauses[self.at + 1].opener == ":"

    @property
    def is_conditional(self) -> bool:
        """Whether the clause says on what an act waits. "That's when we'll reply" does not."""
        return self.clause.opener in CONDITIONAL and self._before not in ("that's", "that is", "this is")

    @property
    def _before(self) -> str:
        """The clause before, folded."""
        return self.prose.folded[slice(*self.clauses[self.at - 1].span)].strip() if self.at else ""

    def denies(self, span: Span) -> bool:
        following = self.clauses[self.at + 1].opener if self.at + 1 < len(self.clauses) else ""
        return is_negated(self.prose.folded, self.clause.span, span, following)

    def reports(self, start: int) -> bool:
        folded, begun = self.prose.folded, self.clause.span.start
        return (
            is_reported(folded, begun, start, self.texts)
            or TOLD_US.search(folded, begun, max(begun, start)) is not None
        )

    @cached_property
    def condition(self) -> tuple[Whose | None, Span | None]:
        """Whose move comes first, and where that is said."""
        if self.at and self.clause.opener in ("and", "then", "so") and self._asks_before():
            return "customer", self.clauses[self.at - 1].span
        whose = condition(self.prose.folded, self.clauses, self.at, self.texts)
        if whose == "customer" and self._asks_when():
            return None, None
        if whose == "none":
            told = GIVEN_THAT.match(self.prose.folded, self.sentence.span.start)
            return ("customer", None) if told else (None, None)
        return whose, self._nearest_condition()

    @property
    def condition_before(self) -> tuple[Whose | None, Span | None]:
        """The condition of a verb that another one follows: an event that is told last is the other's, "I'll watch it
        and write to you if it moves".
        """
        whose, where = self.condition
        others = whose == "event" and where is not None and where.start > self.clause.span.start and self.contingent
        return (None, None) if others else (whose, where)

    def _asks_when(self) -> bool:
        """Whether "when you …" after the clause belongs to a question in it: "see why it left when you had paid"."""
        following = self.clauses[self.at + 1].opener if self.at + 1 < len(self.clauses) else ""
        return following == "when" and not self.texts.isdisjoint(("why", "how", "whether"))

    def _asks_before(self) -> bool:
        """Whether the clause before asks the customer to move: "tell us, and we'll …"."""
        start, end = self.clauses[self.at - 1].span
        fronted = FRONTED.match(self.prose.folded, start, end)
        start = fronted.end() if fronted else start
        return is_imperative(self.prose.folded, tokens(self.prose.folded, start, end), end - 1, end)

    def _nearest_condition(self) -> Span | None:
        near = self.clauses[max(0, self.at - NEAR) : self.at + NEAR + 1]
        spans = [clause.span for clause in near if clause.opener in CONDITIONAL and clause is not self.clause]
        return min(spans, key=lambda span: abs(span.start - self.clause.span.start), default=None)

    @property
    def contingent(self) -> bool:
        """Whether the condition may never come about: `if` and its like, but not `once`."""
        where = self.condition[1]
        return where is not None and self.prose.folded.startswith(UNSURE, where.start)
