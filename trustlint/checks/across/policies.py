"""What customers may do and what it costs: "returns within 30 days", "a £5 cancellation fee"."""

from trustlint.checks import Statement, Verdict
from trustlint.checks.across.disagreement import disagreements
from trustlint.checks.across.qualifiers import qualifiers
from trustlint.fact import Fact
from trustlint.memo import lru_cache
from trustlint.patterns import IGNORECASE, lazy
from trustlint.prose.sentences import LONGEST
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    import re

    from trustlint.prose import Prose

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(), 1
    )
} | {"twenty": 20, "twenty-one": 21, "twenty-eight": 28, "thirty": 30, "sixty": 60, "ninety": 90}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_STRETCH = (
    rf"(?P<number>{_NUMBER})(?: ?\((?:\d+)\))?[ -](?P<business>business |working |calendar )?"
    r"(?P<unit>day|week|month|year)s?"
)
_MAY = (
    r"(?:you(?:'ve| have| may| can| are able to| are entitled to| will have|'ll have)?|customers (?:may|can|have)"
    r"|to be)"
)
_THING = r"(?:refund|return|exchange|cancell?ation|money[- ]back|cooling[- ]off|withdrawal)"

_YOU_CAN = (  # you can return it within 30 days
    rf"\b{_MAY}\b[^.;:!?\n]{{0,40}}?\b(?P<what>return|exchange|cancel|withdraw|send (?:it|them|the \w+) back|claim)\b"
    rf"[^.;:!?\n]{{0,50}}?\b(?:within|up to|in|for)(?: the first| a)? (?P<mark>{_STRETCH})"
)
_YOU_HAVE = (  # you have 30 days to return it
    rf"\byou(?:'ll| will)?(?:'ve| have)(?: up to)? (?P<mark>{_STRETCH})(?: from [^.;:!?\n]{{3,30}})? "
    r"(?:to|in which to) (?P<what>return|exchange|cancel|withdraw|claim)\b"
)
_OUR_WINDOW = (  # our 30-day return policy
    rf"\b(?P<mark>{_STRETCH}) (?:free |no-quibble )?(?P<what>{_THING})s?\b(?! reminder)"
)
_WINDOW_IS = (  # the return window is 30 days
    rf"\b(?P<what>{_THING}) (?:period|window|policy|term)s? (?:is|are|of|lasts?|runs? for)(?: up to)? "
    rf"(?P<mark>{_STRETCH})"
)
_ARE_ACCEPTED = (  # returns are accepted within 30 days
    r"\b(?P<what>returns?|exchanges?|cancellations?)(?: and \w+)? (?:are|is|can be|must be|will be) "
    r"(?:accepted|possible|made|requested|available|taken)[^.;:!?\n]{0,30}?\b(?:within|up to|for) "
    rf"(?P<mark>{_STRETCH})"
)
_MONEY = (
    r"(?:[£$€] ?\d+(?:[.,]\d\d)?|\d+(?:[.,]\d\d)? ?(?:£|€|USD|GBP|EUR|dollars|euros|pounds)"
    r"|\d{1,2}(?:\.\d+)? ?(?:%|percent|per cent))"
)
_FOR = (
    r"(?P<what>shipping|delivery|postage|cancellation|cancelling|restocking|re-stocking|late|late payment|returns?"
    r"|administration|admin|handling|booking|service|redelivery|call-out|setup|set-up|reconnection|exchange)"
)
_FEE_IS = (  # the cancellation fee is $25
    rf"\b{_FOR} (?:fee|charge|cost|rate)s?(?: is| are| of|:| will be| comes to)(?: a| only| just)? (?P<mark>{_MONEY})"
)
_A_FEE = (  # a $25 cancellation fee
    rf"(?P<mark>{_MONEY}) {_FOR} (?:fee|charge)s?\b"
)
_FREE_FROM = (  # free shipping on orders over £50
    rf"\bfree (?P<what>shipping|delivery|returns?) (?:on|for|with)[^.;:!?\n]{{0,20}}? (?:over|above|from) "
    rf"(?P<mark>{_MONEY})"
)
_ALL = tuple(
    (kind, lazy(pattern, IGNORECASE))
    for kind, patterns in (
        ("window", (_YOU_CAN, _YOU_HAVE, _OUR_WINDOW, _WINDOW_IS, _ARE_ACCEPTED)),
        ("fee", (_FEE_IS, _A_FEE)),
        ("free-from", (_FREE_FROM,)),
    )
    for pattern in patterns
)
_COUNTED = lazy(r"day|week|month|year|fee|charge|cost|rate|free", IGNORECASE)
"""Nothing is a window without its unit, nor a fee without its name."""
_NEEDED = {
    "window": ("return", "exchang", "cancel", "withdraw", "send", "claim", "refund", "money", "cooling"),
    "fee": ("fee", "charge", "cost", "rate"),
    "free-from": ("free",),
}
"""Of these one is in every statement of a kind."""

_PAST = lazy(r"\b(?:used to|until|previously|formerly|old|former|no longer|was|were|instead of)\b", IGNORECASE)
_AMOUNT, _FIGURES = lazy(r"\d+(?:[.,]\d+)?"), lazy(r"[\d.,\s]")
_NAMES = (
    ("cancel", "cancel"), ("withdraw", "cancel"), ("cooling", "cancel"), ("exchange", "exchange"), ("claim", "claim"),
    ("money", "refund"), ("refund", "refund"),
    ("return", "return"), ("send", "return"),
)  # fmt: skip
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def statements(prose: "Prose") -> Iterator[Statement]:
    """The windows and fees that a stored text names."""
    for sentence in prose.sentences:
        text = sentence.span.of(prose.masked).replace("\n", " ")
        for span, kind, topic, said in _named(text):
            about = qualifiers(prose.message.record.title, text)
            yield Statement(span.shift(sentence.span.start), (kind, topic, about, *said))


@lru_cache(maxsize=1024)
def _named(text: str) -> tuple[tuple[Span, str, str, tuple[float, str]], ...]:
    """The windows and fees of a sentence, where they stand: kept, for libraries say the same things again and again."""
    if len(text) > 2 * LONGEST or not _COUNTED.search(text) or _PAST.search(text):
        return ()  # longer than that is one word only: sentences are cut before
    named: list[tuple[Span, str, str, tuple[float, str]]] = []
    lower = text.lower()
    told = [kind for kind, needed in _NEEDED.items() if any(each in lower for each in needed)]
    for kind, pattern in _ALL:
        for found in pattern.finditer(text) if kind in told else ():
            span = Span(*found.span("mark"))
            if not any(span.overlaps(one[0]) for one in named):
                named.append((span, kind, _topic(kind, found["what"]), _said(kind, found)))
    return tuple(named)


def _topic(kind: str, what: str) -> str:
    """What a window or a fee is for, in one word."""
    what = what.lower()
    if kind == "window":
        return next((name for start, name in _NAMES if what.startswith(start)), what)
    return what.rstrip("s")


def _said(kind: str, found: "re.Match[str]") -> tuple[float, str]:
    """The number, and what it counts."""
    if kind == "window":
        word = found["number"].lower()
        number = int(word) if word.isdigit() else _NUMBERS[word]
        business = (found["business"] or "").strip().lower() in ("business", "working")
        return number * DAYS[found["unit"].lower()], "business days" if business else "days"
    amount = _AMOUNT.search(found["mark"])
    assert amount is not None
    return float(amount[0].replace(",", ".")), _FIGURES.sub("", found["mark"]).lower()


def judge(facts: Sequence[Fact]) -> Iterator[Verdict]:
    return disagreements(facts, _compared, lambda fact: (fact.value[3], fact.value[4]), _agree)


def _compared(fact: Fact) -> tuple[object, ...]:
    kind, topic, about, _, unit = fact.value
    # Amounts of different currencies are prices of different countries.
    return kind, topic, tuple(about), (fact.language or "en")[:2].lower(), "" if kind == "window" else unit


def _agree(one: tuple[float, str], other: tuple[float, str]) -> bool:
    """Whether two are the same: 4 weeks and 28 days, a month and 30 or 31 days, a year and 12 months."""
    if one[1] != other[1]:
        return False
    few, many = sorted((one[0], other[0]))
    return few == many or (few >= 28 and many - few <= (5 if many >= 300 else 1))
