"""`check: policy`: promises of money held against what the company lets its agents grant.

    setting: authority
    act: [refund, credit]
    limits: {refund: 50 GBP, credit: 20 GBP}

`limits` are replaced by those of the setting named in `setting`. An amount over the limit, or one without an upper
bound (“the full amount”, “everything”, “double”), is underlined. `{limit}` fills the rule's message.
"""

from trustlint.checks import Match
from trustlint.checks.patterns import Pattern, loose_pattern
from trustlint.errors import ConfigError
from trustlint.patterns import IGNORECASE, lazy
from trustlint.prose.commitments.value import Act, Commitment
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Iterator, Mapping, Sequence, get_args

if TYPE_CHECKING:
    import re

    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS: dict[str, object] = {
    "setting": {"enum": ["authority"], "description": "The setting whose limits apply; without it the rule is off."},
    "act": {
        "type": "array",
        "items": {"enum": list(get_args(Act))},
        "minItems": 1,
        "description": "The acts that the limits are about.",
    },
    "limits": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "The most that may be promised, by act: `50 GBP`.",
    },
    "approved-when": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "description": "Patterns that show, in the same sentence, that somebody has approved.",
    },
}
REQUIRED = (("act",), ("limits",))
VALUES = ("limit", "promise")

CURRENCIES = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR"}
_AMOUNT = lazy(
    r"(?P<sign>[$£€¥₹]) ?(?P<after>\d[\d,]*(?:\.\d{1,2})?)|"
    r"(?P<before>\b\d[\d,]*(?:\.\d{1,2})?) ?"
    r"(?P<word>[$£€¥₹]|(?:USD|GBP|EUR|CAD|AUD|NZD|CHF|JPY|INR|dollars?|pounds?|euros?)\b)|"
    r"\b(?P<name>USD|GBP|EUR|CAD|AUD|NZD|CHF|JPY|INR) ?(?P<named>\d[\d,]*(?:\.\d{1,2})?)",
    IGNORECASE,
)
_UNBOUNDED = lazy(
    r"\b(?:the )?(?:full|whole|entire|total) (?:amount|sum|price|cost|value|purchase price)\b|"
    r"\b(?:a|your|the) full refund\b|\bin full\b|\beverything\b|\bdouble (?:the|your)\b|\ball (?:of )?(?:your|the) "
    r"(?:costs?|money|expenses|losses)\b|\bwhatever (?:it|you)\b|"
    r"\bpay for (?:your|the) (?![^.;!?]*(?:\d|up to))[\w ]{2,40}\b|"
    r"\b\w+ (?:weeks?|months?|years?) (?:for )?free\b",
    IGNORECASE,
)
_WORDS = {"dollar": "USD", "pound": "GBP", "euro": "EUR"}
_LIMIT = lazy(r"^\s*(?P<amount>\d+(?:\.\d+)?)\s*(?P<currency>[A-Za-z]{3})?\s*$")


class Limit(NamedTuple):
    """The most that may be promised; `currency` is empty where any is meant."""

    amount: float
    currency: str
    words: str


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    """None: promises are an open class."""
    return None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Policy":
    approved = [loose_pattern(pattern, lexicon) for pattern in rule.options.get("approved-when", ())]
    return Policy(rule, parsed(rule.options["limits"]), Pattern(rule, approved, limit) if approved else None)


def parsed(limits: Mapping[str, str]) -> dict[str, Limit]:
    """`{"refund": "50 GBP"}` as limits. ConfigError for what is no amount."""
    found = {}
    for act, words in limits.items():
        match = _LIMIT.match(words)
        if match is None or act not in get_args(Act):
            raise ConfigError(
                f"authority: {act}: {words} is no limit", hint="write an act and an amount: refund: 50 GBP"
            )
        found[act] = Limit(float(match["amount"]), (match["currency"] or "").upper(), words)
    return found


class Policy:
    """Every promised amount that is beyond its limit."""

    def __init__(self, rule: Rule, limits: Mapping[str, Limit], approved: Pattern | None) -> None:
        self.rule = rule
        self.limits = limits
        self.approved = approved

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        for commitment in prose.commitments:
            limit = self.limits.get(commitment.act)
            if limit is None or commitment.act not in self.rule.options["act"] or not _granted(commitment):
                continue
            sentence = prose.sentence_at(commitment.span.start).span.of(prose.plain)
            if self.approved is not None and self.approved.found(sentence):
                continue
            for span in beyond(prose.masked, commitment.span, limit):
                values = {"match": span.of(prose.text), "limit": f"the limit is {limit.words}"}
                yield Match(span, {**values, "promise": commitment.span.of(prose.text)})


def _granted(commitment: Commitment) -> bool:
    return not commitment.negated and commitment.actor in {"us", "unstated", "team"} and commitment.modality != "may"


def beyond(text: str, clause: Span, limit: Limit) -> Iterator[Span]:
    """The amounts of a clause that are over a limit, and those that have no bound."""
    for match in _AMOUNT.finditer(text, clause.start, clause.end):
        same = not limit.currency or currency(match) == limit.currency
        if same and amount(match) > limit.amount:
            yield Span(*match.span())
    for match in _UNBOUNDED.finditer(text, clause.start, clause.end):
        yield Span(*match.span())


def amount(match: "re.Match[str]") -> float:
    return float((match["after"] or match["before"] or match["named"]).replace(",", ""))


def currency(match: "re.Match[str]") -> str:
    written = match["sign"] or match["word"] or match["name"]
    return CURRENCIES.get(written) or _WORDS.get(written.lower().rstrip("s")) or written.upper()
