"""What stands before a time and changes what it says: "within the next", "no more than", "at least about"."""

from trustlint.prose.time.tokens import Tokens
from trustlint.tuples import NamedTuple

RELATIONS = (
    "within|inside|inside "
    "of|in|by|on|at|before|after|for|over|during|between|from|until|till|since|every|each|as "
    "of|of|per|than|dated|due|through|throughout"
    "|as early as|no later than|not later than|any time before|prior to|on or before|in "
    "under|effective|starting|beginning|sometime|expected|towards|around|scheduled for"
    "|take|takes|taking|taken|took|take you|takes you|take us|takes us|take them|takes "
    "them|last|lasts|lasted|lasting|allow|allow for|allow "
    "us|wait|waits|waiting|need|needs|expect|estimated|require|requires"
    "|have|has|had|having|got|get|gets|give|gives|give you|gives you|given|is|are|be|was|were|been|age|aged"
)
MOST = (
    "up to|upto|at most|no more than|not more than|no longer than|less than|sooner than|earlier "
    "than|faster than|quicker than|under|fewer than|as little as|a maximum of|maximum "
    "of|maximum|max|max of"
)
LEAST = (
    "at least|a minimum of|minimum of|minimum|min|more than|longer than|no less than|not less "
    "than|upwards of|upward of|well over|no earlier than"
    "|no sooner than|exceed|exceeds|exceeding"
)
ABOUT = "about|around|approximately|approx|approx .|roughly|nearly|almost|some|circa|~|just|only|estimated"
PAST = "the last|last|the past|past|previous|the previous|these last|these past"
NEXT = "next|coming|following|usual|standard|normal|initial|promised|stated|quoted|further|additional|extra|first"
PLAIN = (
    "the|a|an|our|your|this|its|their|any|a period of|a window of|a matter of|period of|anywhere "
    "from|anywhere between|latest|at the latest|the latest|very"
)

ROLES: dict[tuple[str, ...], str] = {}
for _role, _phrases in (
    ("relation", RELATIONS),
    ("about", ABOUT),
    ("plain", PLAIN),
    ("next", NEXT),
    ("past", PAST),
    ("least", LEAST),
    ("most", MOST),
):
    ROLES |= {tuple(phrase.split()): _role for phrase in _phrases.split("|")}
LONGEST = 3


class Lead(NamedTuple):
    """The words tied to the front of a time that starts at token `start`, once they are counted in."""

    start: int
    relation: str = ""
    roles: frozenset[str] = frozenset()


def lead(tokens: Tokens, start: int) -> Lead:
    """Read backwards from the token where a time starts, up to the preposition or verb that ties it to the act."""
    roles: set[str] = set()
    at, words = start, tokens.words
    kept = start
    while True:
        for length in range(min(LONGEST, at), 0, -1):
            phrase = tuple(words[at - length : at])
            role = ROLES.get(phrase)
            if role is not None:
                break
        else:
            return Lead(kept, "", frozenset(roles))
        at -= length
        if role == "about" and phrase == ("around",) and not at:
            role = "relation"
        if role == "relation":
            return Lead(at, " ".join(phrase), frozenset(roles))
        roles.add(role)
        if role != "plain":
            kept = at
