"""Questions, orders, offers and reports: clauses that state nothing of ours."""

from trustlint.patterns import VERBOSE
from trustlint.prose.clauses import Clause
from trustlint.prose.patterns import lazy, words
from trustlint.prose.sentences import Sentence
from trustlint.prose.tokens import Token
from trustlint.typed import Sequence

_LEAD = (
    r"[\W\d]{0,12}(?:(?:and|but|so|or|also|then|yes|no|sorry|please|hi|hello|in that case|if so|otherwise)\b[,:]?\s+)*"
)
_INVERTED = lazy(
    rf"{_LEAD}(?:(?:how|when|where|why|what|who|which)(?:\s+\w+){{0,3}}?\s+)?(?:(?:can|could|would|will|is"
    rf"|are|was|were|may|might|shall|should|won't|can't|isn't|aren't|wouldn't"
    r"|couldn't)\s+(?:i|we|you|he|she|it|they|this|that|these|there|the|your|our|my|any|anyone|someone|everything)\b"
    r"|(?:do|does|did|have|has|don't|didn't|haven't|hasn't|doesn't)\s+(?:i|we|you|he|she|it|they|this"
    r"|that|the|there|any|anyone)\b)"
)
_ASKS = lazy(rf"{_LEAD}(?:how|when|where|why|what|who|which|whose)\b")
_TAG = lazy(
    r",\s+(?:ok|okay|right|yes|no|alright|correct|(?:is|are|do|does|did|have|has|will|would|shall"
    r"|can)(?:n't)?\s+(?:it|we|you|they|i))\s*\?+$"
)
_SUBORDINATE = words(
    "if unless once when whenever until till after before because although though while since should"
) | {"as soon as"}


def questions(folded: str, sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[bool, ...]:
    """For each clause of a sentence whether it asks.

    From an inverted clause on everything asks, as far as the question mark; without one the mark asks all of it.
    A tag (`…, right?`) asks nothing of what it follows.
    """
    start, end = sentence.span
    while end > start and not folded[end - 1].isalnum() and folded[end - 1] not in "?,;:":
        end -= 1
    marked = end > start and folded[end - 1] == "?"
    inverted = [_is_inverted(folded, clause) for clause in clauses]
    if not marked:
        return tuple(inverted)
    if _TAG.search(folded, max(start, end - 40), end):
        return tuple(False for _ in clauses)
    opened = [
        ask or (clause.opener not in _SUBORDINATE and _ASKS.match(folded, *clause.span) is not None)
        for ask, clause in zip(inverted, clauses, strict=True)
    ]
    first = opened.index(True) if True in opened else _last_main(clauses)
    return tuple(at >= first for at in range(len(clauses)))


def _is_inverted(folded: str, clause: Clause) -> bool:
    return clause.opener != "should" and _INVERTED.match(folded, *clause.span) is not None


def _last_main(clauses: tuple[Clause, ...]) -> int:
    """Where the last stretch begins that a lone question mark can be about: after `; :` and `but`."""
    return max((at for at, clause in enumerate(clauses) if clause.opener in (";", ":", "but", "-")), default=0)


_REPORTED = lazy(
    r"""\b(?:
        you\s+asked\s+(?:us\s+|me\s+|for\s+us\s+)?(?:whether|if|that|when|how|why|what|where|who|to)
      | you(?:\s+have|'ve|\s+had|'d|\s+also)?\s+(?:said|mention(?:ed)?|wrote|stated|noted|report(?:ed)?|heard|read
          |were\s+(?:told|promised|informed|advised|assured|quoted|guaranteed|given\s+to\s+understand)
        |been\s+(?:told|promised|informed|advised|assured|quoted|guaranteed)|understood|expected|thought|believed
        |claim(?:ed)?|told\s+(?:us|me)|wanted\s+to\s+know)
      | (?:we|i|they|he|she|(?:my|our|your|the|an?)\s+\w+(?:\s+\w+)?)\s+(?:had\s+)?(?:said|told\s+you|promised
          |quoted|claimed|assured\s+you|led\s+you\s+to\s+believe)
      | (?:was|were|been)\s+(?:told|promised|quoted|led\s+to\s+believe)
    )\b""",
    VERBOSE,
)


_REPORTING = words(
    "asked said mention mentioned wrote stated noted report reported heard read told promised"
    " informed advised assured quoted guaranteed given understood "
    "expected thought believed claim claimed wanted led"
)

_AWAY = lazy(r"[;:]\s|,\s+(?:we|i)\b")
"""Where somebody's words end."""


def is_reported(folded: str, start: int, span_start: int, vocabulary: frozenset[str]) -> bool:
    """Whether the words are reported speech: `you asked whether we …`, `you were told that …`, `we said we'd …`."""
    if vocabulary.isdisjoint(_REPORTING):
        return False
    match = _REPORTED.search(folded, start, max(start, span_start))
    return match is not None and not _AWAY.search(folded[match.end() : span_start])


_BASE = (
    "accept access add adjust agree allow apply arrange ask attach avoid await back bear book bring browse buy call"
    " cancel change charge chat check choose clear click "
    "close come compare complete confirm connect consider contact continue copy create cut delete describe"
    " disconnect do download drop e-mail edit email "
    "enable enjoy ensure enter expect explain feel fill find follow forward get give go grab have head hit hold"
    " ignore include inform insert inspect install join "
    "keep know leave let listen log login look mail make mark mention message move note notice open order paste pay"
    " phone pick place plug pop post press print "
    "provide pull push put quote raise rate read reboot reach refer refresh refrain register reinstall remember"
    " remind remove rename repeat reply report request "
    "reset respond restart resubmit return review ring run save say scan scroll search see select send set"
    " share show shut sign simply speak specify start state "
    "stay stop submit subscribe swap switch take talk tap tell test text thank throw tick touch track transfer try"
    " turn type understand uninstall unplug unsubscribe "
    "update upgrade upload use verify view visit wait wash watch wipe write"
)
_ORDERS = frozenset(_BASE.split()) | {"be"}
_BEFORE_ORDER = words(
    "and but so or also then yes no sorry please just simply kindly do always never first next"
    " instead don't not only now alternatively otherwise"
)
# After these the word before was a noun: `contact details are`, `return of goods`.
_NOT_AFTER_ORDER = words("of is are was were will has have can may should take takes")
_PLEASE = lazy(
    rf"\bplease\s+(?:do\s+not\s+|don't\s+|also\s+|just\s+|always\s+|never\s+)?(?:be|[a-z]+)\b"
    rf"|\b(?:do\s+not|don't)\s+(?:{'|'.join(_BASE.split())}|worry|hesitate|be|forget)\b"
)
_OURS = lazy(
    rf"{_LEAD}(?:let(?:'s\b|\s+(?:me|us(?!\s+(?:know|have|see|do))))|(?:will|looking|happy|glad|delighted"
    rf"|pleased|sorry|apologies|thanks|thank\s+you|working|sending|hoping|hope)\b)"
)


def is_imperative(folded: str, tokens: Sequence[Token], span_start: int, subject_start: int) -> bool:
    """Whether the words around the span are an order or a request to the reader."""
    at, softened = _order(tokens)
    if at is not None and tokens[at].start < subject_start:
        if (
            not softened
            and any(token.text in _NOT_AFTER_ORDER for token in tokens[at + 2 : at + 4])
            and subject_start > span_start
        ):
            return False
        return not _taken_over(tokens[at].start, span_start, subject_start)
    if not any(token.text in ("please", "don't", "not") for token in tokens):
        return False
    please = _PLEASE.search(folded, tokens[0].start, tokens[-1].end)
    return please is not None and please.start() <= span_start and please.start() < subject_start


def _order(tokens: Sequence[Token]) -> tuple[int | None, bool]:
    """The verb that opens the clause as an order, and whether a word before it (`please`, `always`) makes that sure."""
    at = softened = 0
    if tokens and tokens[0].text in ("to", "for"):
        at = next((comma + 1 for comma, token in enumerate(tokens) if token.text == ","), 0)
    while at < len(tokens) and (not tokens[at].text[0].isalpha() or tokens[at].text in _BEFORE_ORDER):
        softened += tokens[at].text in ("please", "kindly", "always", "never", "do", "don't", "not")
        at += 1
    if at >= len(tokens) or tokens[at].text not in _ORDERS:
        return None, False
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    ours = (
        tokens[at].text == "let"
        and following in ("me", "us")
        and not (tokens[at + 2 : at + 3] and tokens[at + 2].text in ("know", "have", "see", "do"))
    )
    return (None if ours or following in _NOT_AFTER_ORDER or tokens[at].text == "thank" else at), bool(softened)


def _taken_over(order_end: int, span_start: int, subject_start: int) -> bool:
    """Whether a subject between the order and the span makes the span a statement: `rest assured we will …`."""
    return order_end <= subject_start <= span_start


def speaks_for_us(folded: str, clause: Clause, subject_start: int) -> bool:
    """A clause without subject that only the writer can say: `Let me check`, `Will do`, `Happy to help`."""
    match = _OURS.match(folded, *clause.span)
    return match is not None and match.start() < subject_start


_OFFER = lazy(
    r"\b(?:we|i)(?:'d|'ll|'m|'re|\s+(?:would|will|am|are))\s+(?:be\s+)?(?:(?:more\s+than|very|really"
    r"|only\s+too|always|so)\s+)?(?:happy|glad|pleased|delighted|love|like|able)\b"
    r"|\b(?:we|i)\s+can\b(?!\s+(?:confirm|see|not|assure|guarantee|promise))|\b(?:happy|glad|ready"
    r"|here)\s+to\s+(?:help|assist|answer|discuss|support)\b"
    r"|\bfeel\s+free\b|\bwould\s+you\s+like\b|\blet\s+(?:us|me)\s+know\s+if\b|\bif\s+you(?:'d|\s+would)\s+like\b"
)


_OFFERING = words("happy glad pleased delighted love like able can ready here free know")


def is_offer(folded: str, start: int, end: int, vocabulary: frozenset[str]) -> bool:
    """Whether the clause offers: `we'd be happy to`, `I can send …`."""
    return not vocabulary.isdisjoint(_OFFERING) and _OFFER.search(folded, start, end) is not None
