"""What waits for the customer's answer in a conversation: "I'll look into it. Could you tell me the number?"."""

from trustlint.checks.reach import REACH, around
from trustlint.prose.commitments.value import Commitment
from trustlint.prose.patterns import lazy
from trustlint.prose.prose import Prose
from trustlint.span import Span

WORKING = frozenset({"investigate", "escalate", "fix", "other"})
"""Acts that a question to the customer interrupts: the next move is theirs."""

ASKS = lazy(
    r"\b(?:could|can|would|will) you\b[^.?!]{0,30}?\b(?:provide|confirm|share|tell|specify|describe|verify|check|send"
    r"|elaborate|let|give|clarify|upload|attach|explain|also)\b"
    r"|\b(?:could|can|will) you\b[^.?!]{0,160}\?"
    r"|\b(?:may|can|could|might) (?:i|we) (?:please |kindly |also )?(?:have|know|get|ask|confirm|verify|request)\b"
    r"|\b(?:please|kindly) (?:also )?(?:provide|confirm|share|tell|specify|describe|verify|send|elaborate|give|clarify"
    r"|upload|attach|indicate|choose|select|inform|notify|reply with"
    r"|let (?:me|us) know(?! (?:if|should) (?:there|you (?:have|need|require|face|encounter)))"
    r"(?![^.?!]*\b(?:any|else)\b))\b"
    r"|\b(?:i|we)(?:'ll| will)? (?:need|require) (?:you|your|to (?:confirm|verify|know) (?:your|a few|some))\b"
    r"|\b(?:(?:what|which|when|where)\b[^.?!]{0,40}?\byour?|(?:did|do|have|were|would) you"
    r"(?! (?:have any|need any|like (?:any|me|us))))\b[^.?!]{0,120}\?"
    r"|\b(?:is|are|was|were|has|have|had) (?:your|the|this|that|it|there)\b(?! (?:any|some)thing)[^.?!]{0,120}\?"
)
"""A question that the work cannot go on without."""

OFFERS = lazy(
    r"\b(?:would you (?:be (?:interested|open|willing)|like|want|prefer|accept)|do you (?:want|prefer|wish)"
    r"|are you (?:interested|willing))\b(?![^.?!]*\b(?:anything|any other|further|else)\b)[^.?!]{0,250}\?"
    r"|\b(?:is|are|was|would|will|does|do|did|shall|should|can|could|may)\b[^.?!]{0,80}?\b(?:acceptable|agreeable"
    r"|okay|ok|all right|alright|convenient|suitable|satisfactory|fine|works?|sounds?|suits?|proceed|go ahead)\b"
    r"[^.?!]{0,60}\?"
)
"""A question by which all that was said before is an offer: "would that be acceptable?"."""

THEN = lazy(r"\b(?:i|we|they|team)(?:'ll| will|'d| would) then\b|\bthen (?:i|we|they)(?:'ll| will)\b")
TOLD_TO = lazy(r"\b(?:please|kindly) (?!note|accept|be\b|allow|rest|find|know|bear|expect|feel|do not|don't)\w+")
OFFERED = lazy(r"\byou (?:can|may|could) (?:also |directly )?(?:upload|send|reply|attach|share|submit|e-?mail|use)\b")
"""What the customer is to do, and "we will then …" after it."""


def is_their_move(commitment: Commitment, prose: Prose, sentence: Span) -> bool:
    """Whether the customer is asked something first, or was just before: what they wait for then is their own answer.

    A vague word about anything else than work is one all the same.
    """
    folded, until = prose.folded, sentence.end + REACH
    working = commitment.act in WORKING or commitment.modality == "done-open"
    if commitment.time is not None and commitment.time.kind == "vague" and not working:
        return False
    if OFFERS.search(folded, commitment.trigger.end, until) is not None or _moves_before(commitment, prose, sentence):
        return True
    following = prose.sentence_at(min(sentence.end + 2, len(prose.text) - 1)).span
    start = commitment.trigger.end if working else sentence.end
    return ASKS.search(folded, start, until if working else following.end) is not None


def _moves_before(commitment: Commitment, prose: Prose, sentence: Span) -> bool:
    """Whether the sentence before left the next move to the customer: "Once you send them, we'll check them. We will
    then …".
    """
    if sentence.start == 0 or commitment.modality == "done-open":
        return False
    before = prose.sentence_at(sentence.start - 1).span
    if ASKS.search(prose.folded, *before) is not None or OFFERED.search(prose.folded, *before) is not None:
        return True
    if THEN.search(prose.folded, *sentence) is not None and TOLD_TO.search(prose.folded, *before) is not None:
        return True
    return any(
        other.condition == "customer" and before.start <= other.trigger.start < before.end
        for other in around(prose, sentence)
    )
