"""What stands around a time: where its clock starts, and whether it tells what is usual."""

from trustlint.prose.time.tokens import Tokens
from trustlint.span import Span

ANCHORS = frozenset("of from after following since once upon before".split())
ENDS = frozenset("and but or so to via with by unless if".split())
NOT_ANCHORS = frozenset("now today tomorrow".split())
USUALLY = frozenset(
    "usually typically normally generally ordinarily commonly often mostly average averages most tends tend".split()
)
ANCHOR_TOKENS, CLAUSE_TOKENS = 12, 24


def anchor(tokens: Tokens, start: int) -> Span | None:
    """Where the clock starts, when the words after a time say so: "of receiving the parcel"."""
    if tokens.word(start) not in ANCHORS or tokens.word(start + 1) in NOT_ANCHORS:
        return None
    end = start + 1
    while end < min(len(tokens.words), start + ANCHOR_TOKENS):
        if tokens.parts[end] in ".,()" or tokens.words[end] in ENDS:
            break
        end += 1
    return tokens.span(start, end) if end > start + 1 else None


def habitual(tokens: Tokens, start: int, end: int) -> bool:
    """Whether "usually", "most", "on average" in the same clause makes a time information rather than a promise."""
    first = max(tokens.parts.rfind(".", 0, start) + 1, start - CLAUSE_TOKENS)
    if any(word in USUALLY and (word != "most" or tokens.words[index - 1] != "at")
           for index, word in enumerate(tokens.words[first:start], first)):  # fmt: skip
        return True
    return tokens.word(end) == "on" and tokens.word(end + 1) == "average"
