"""Greetings and sign-offs: lines that frame a message."""

from trustlint.patterns import IGNORECASE
from trustlint.prose.patterns import lazy

_GREETING = lazy(
    r"(?:hi|hello|hey|hiya|dear|greetings|welcome(?! to\b)|good (?:morning|afternoon|evening|day)"
    r"|to whom it may concern)"
    r"\b(?![^,]*\b(?:and thank|i'm|we're|this is)\b)[^.?\n]{0,60}$",
    IGNORECASE,
)
_GREETING_WORDS = 6
FRAME_LENGTH = 80
"""Lines of this length and more frame nothing."""

_CLOSER = lazy(
    r"(?:(?:(?:with|many|my|our) )*(?:kind(?:est)?|best|warm(?:est)?) (?:regards|wishes)"
    r"|(?:with )?(?:regards|many thanks|kind thanks)"
    r"|(?:best|warmly|cheers|thanks|thank you|thanks again|thank you again|many thanks|all the best"
    r"|take care|sincerely|cordially"
    r"|respectfully|signed|yours|regards)|(?:yours|most) (?:sincerely|faithfully|truly)|sincerely yours"
    r"|(?:kind|best) regards"
    r"|have a (?:great|good|nice|lovely|wonderful) (?:day|week|weekend|evening))"
    r"[,.!]{0,2}(?: and (?:kind|best|warm) regards[,.!]?)?$",
    IGNORECASE,
)
_SIGNATURE = lazy(
    r"(?:your|the|team|from)\b[^.!?\n]*\b(?:team|support|care|services?|desk|department|cent(?:er|re))\W*$",
    IGNORECASE,
)
_SIGNATURE_LENGTH = 60
_SENTENCE_END = lazy(r"[.!?:;]$")
_VERB = lazy(r"\b(?:we|i|you|is|are|was|will|can|please|have|has|if|'ll|'re)\b", IGNORECASE)


def is_greeting(line: str) -> bool:
    """`Hi Ana,` and its cousins, alone on the line."""
    return _GREETING.match(line) is not None and line.count(" ") < _GREETING_WORDS


def is_closer(line: str) -> bool:
    """`Kind regards,` alone on the line."""
    return len(line) <= _SIGNATURE_LENGTH and _CLOSER.match(line) is not None


def is_signature(line: str) -> bool:
    """A name, role, company or phone line as it follows a closer: short, and no sentence."""
    return len(line) <= _SIGNATURE_LENGTH and not _SENTENCE_END.search(line) and not _VERB.search(line)


def is_team(line: str) -> bool:
    """`Your friendly support team`: a signature that needs no closer."""
    return is_signature(line) and _SIGNATURE.match(line) is not None
