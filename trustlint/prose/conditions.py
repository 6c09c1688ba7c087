"""Conditions: what must happen first, and whose move it is."""

from trustlint.patterns import VERBOSE
from trustlint.prose.clauses import CONDITIONAL, Clause
from trustlint.prose.patterns import lazy, words
from trustlint.typed import Literal, Sequence

Condition = Literal["none", "customer", "event"]

_CARRIES_ON = frozenset(["", ",", "and", "so", "then", "or"])

_ACTS = (
    r"(?:reply|replies|response|answer|confirmation|e-?mail|message|photos?|pictures?|documents?|details?"
    r"|information|return|returns|approval|consent|payment"
    r"|permission|go-ahead|feedback|instructions?|decision|call|call-back|choice|preference|signature"
    r"|form|proof|receipt|screenshots?|review)"
)
_PROOFS = (
    r"(?:photos?|photographs?|images?|pictures?|screenshots?|videos?|documents?|documentation|evidence|form|paperwork"
    r"|bank\s+details)"
)
_CUSTOMER = lazy(
    rf"""\W{{0,12}}(?:(?:and|but|so|or|then|also|only)\s+)?(?:as\s+soon\s+as|as\s+long\s+as|in\s+case|in\s+the\s+event|the\s+moment|every\s+time
    |\w+)\s+(?:that\s+)?(?:
        you\b | you'\w+
      | your\s+(?:\w+\s+)?{_ACTS}\b
      | (?:we|i)(?:'ve|\s+have|\s+do\s+not|\s+don't|\s+haven't)?\s+(?:not\s+)?(?:receive|received|get|got|have|hear
          |heard|see)\b[^,]*\b(?:you|your)\b(?!\s+(?:order|parcel|package|refund|item|delivery)\b)
      | (?:the|these|those|this|all)\s+(?:\w+\s+)?{_PROOFS}\b
      | (?:we|i)(?:'ve|\s+have)?(?:\s+(?:receive|received|get|got|have|reviewed|seen)(?:\s+and\s+\w+)?)?
          \s+(?:the|these|those|this|all)
          \s+(?:\w+\s+)?{_PROOFS}\b
      | (?:this|that|it|the\s+\w+)\s+(?:is\s+(?:ok|okay|fine|acceptable|convenient|agreeable)|works|suits)\b
      | (?:either\s+|any\s+)?of\s+you\b
    )""",
    VERBOSE,
)
_NEVER = lazy(
    r"\W{0,12}(?:when|whenever|as\s+soon\s+as)\s+(?:possible\b|(?:we|i|they)(?:'re|\s+are|\s+am"
    r"|'m)?\s+(?:possibly\s+)?(?:can|could|able|get\s+(?:a|the)\s+chance)\b)"
)
_PHRASE = lazy(
    r"\bsubject\s+to\b|\b(?:up)?on\s+(?:receipt|approval|return|confirmation|arrival|completion"
    r"|acceptance|inspection)\b|\bpending\b"
    r"|\bafter\s+(?:(?:the|an|a|our|your|its)\s+)?(?:inspection|approval|review|confirmation|receipt"
    r"|verification|payment|investigation|assessment|testing)\b"
    r"|\bby\s+(?:replying|confirming|clicking|sending|calling)\b"
)
_PHRASE_WORDS = words("subject on upon pending after by")
_YOURS = lazy(rf"[^,;]{{0,30}}\byour\s+(?:\w+\s+)?{_ACTS}\b|[^,;]{{0,30}}\bfrom\s+you\b")


def condition(folded: str, clauses: Sequence[Clause], index: int, vocabulary: frozenset[str]) -> Condition:
    """What the clause at `index` waits for: a condition before it, after it, or that it states itself."""
    own = clauses[index]
    if own.opener in CONDITIONAL:
        return whose(folded, own)
    before = _before(folded, clauses, index)
    if before != "none":
        return before
    if index + 1 < len(clauses) and clauses[index + 1].opener in CONDITIONAL:
        after = whose(folded, clauses[index + 1])
        if after != "none":
            return after
    return "none" if vocabulary.isdisjoint(_PHRASE_WORDS) else _inside(folded, own)


def _before(folded: str, clauses: Sequence[Clause], index: int) -> Condition:
    """The condition that opened the sentence reaches through `and` and `so`, but not past `but` or a semicolon."""
    while index > 0 and clauses[index].opener in _CARRIES_ON:
        index -= 1
        if clauses[index].opener in CONDITIONAL:
            return whose(folded, clauses[index])
    return "none"


def whose(folded: str, clause: Clause) -> Condition:
    """Whose move a conditional clause names."""
    if _NEVER.match(folded, *clause.span):
        return "none"
    return "customer" if _CUSTOMER.match(folded, *clause.span) else "event"


def _inside(folded: str, clause: Clause) -> Condition:
    """`subject to approval`, `on receipt of your reply`."""
    match = _PHRASE.search(folded, *clause.span)
    if match is None:
        return "none"
    if match[0].startswith("by") or _YOURS.match(folded, match.start(), clause.span.end):
        return "customer"
    return "event"
