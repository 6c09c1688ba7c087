"""What nobody in a conversation waits for: "we'll wrap it with extra care", "I'll note your concerns"."""

from trustlint.checks.reach import around
from trustlint.prose.commitments.value import Act, Commitment
from trustlint.prose.patterns import lazy
from trustlint.prose.prose import Prose

AWAITED: frozenset[Act] = frozenset(
    {"ship", "deliver", "replace", "refund", "credit", "cancel", "reply", "update", "call", "decide"}
)
"""Acts that bring the customer something, however it is told."""

UNAWAITED = frozenset(
    "document note mark label include reinforce improve meet accommodate oversee adjust access enforce identify "
    "cooperate advocate close record log consider".split()
)
"""Verbs of how a thing is done, and of what is written down about it: nobody waits for these."""

CARE = lazy(
    r"\b(?:prevent|avoid|minimi[sz]e)\b|\b(?:happen|occur|recur)\w* again\b"
    r"|\b(?:future|next time|this time|next (?:order|purchase)|practices|batch)\b"
    r"|\b(?:extra|close|utmost|great|special|additional|necessary|every) (?:care|caution|precautions?|attention"
    r"|measures|steps)\b|\b(?:relay|convey|share|note|document|record|forward|pass|emphasi[sz]e|communicate)\b[^.;]{0,20}"
    r"\b(?:concerns?|frustration|preferences?|dissatisfaction|disappointment|experience|urgency|importance)\b"
    r"|\b(?:before|prior to|upon|during|when) (?:the |your |its |their |it |they |we )?(?:\w+ )?"
    r"(?:deliver|arriv|dispatch|ship|pick|install|retriev|collect)\w*|\baction against\b"
    r"|\bfor (?:\w+ )*?(?:improvement|consideration|training)\b"
    r"|\b(?:satisfactory|satisfaction|smooth|smoothly|seamless|carefully|securely|training|procedures|algorithms?"
    r"|quality control|protocols)\b"
)
"""Words of care about what is done anyway, for which nobody waits."""


OF_ITSELF = lazy(
    r"\bautomatically\b[^.;]{0,60}\b(?:next|checkout|purchase|appear\w*|available)\b|\bat checkout\b"
    r"|\b(?:before|prior to|upon|during|at the time of) (?:\w+ing )?(?:the |your |its |their |our )?"
    r"(?:arriv|deliver)\w*"
    r"|\bconfirmation (?:e-?mail|mail|sms|message|text|notification)s?\b"
    r"(?![^.;]*\b(?:code|label|link|schedule|track)\w*)"
    r"|\b(?:e-?mail|sms) (?:confirmation|notification)\b|\b(?:order )?confirmation (?:by|through|via|shortly|soon)\b"
    r"|\b(?:shortly|just) before\b|\bwhen (?:they|we) (?:deliver|bring|install)\b"
    r"|\bwhen the (?:\w+ )?(?:replacement|exchange) (?:is|arrives)\b|\bafter (?:this|our) (?:chat|call)\b"
    r"|\bwhile (?:the|this|our|your) \w+ (?:is|are) (?:underway|ongoing|in progress|pending)\b"
)
"""What comes about with something else, and needs no date of its own."""


def is_unawaited(own: Commitment, prose: Prose) -> bool:
    """Whether nobody waits for it: how the parcel is packed, what is noted, what is done against the next time."""
    if OF_ITSELF.search(prose.folded, *own.span) is not None:
        return True
    if own.time is not None and own.time.kind in ("vague", "instant"):
        return False
    together = [other for other in around(prose, own.span) if other.span == own.span]
    if any(other.act in AWAITED for other in together):
        return False
    if all(other.verb in UNAWAITED for other in together):
        return True
    return CARE.search(prose.folded, *own.span) is not None
