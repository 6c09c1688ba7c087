"""Acts that are done while the customer is in the conversation: "please hold while I check", "allow me a moment"."""

from trustlint.checks.stored import is_stored
from trustlint.message import Message
from trustlint.prose.commitments.value import Commitment
from trustlint.prose.patterns import lazy
from trustlint.prose.prose import Prose

CONVERSED = frozenset({"conversation", "turn"})
"""Kinds of records in which writer and customer answer each other within minutes."""

WORKING = frozenset({"investigate", "escalate", "fix", "other"})
"""Acts that a question to the customer interrupts: the next move is theirs."""

IN_SESSION = lazy(
    r"\b(?:allow|give|grant) (?:me|us|one|a)\b(?:(?! hour| day| week| time| while)[^.;?!]){0,24}?"
    r"\b(?:moments?|minutes?|mins?|seconds?|secs?)\b"
    r"|\b(?:hold|stay|wait|remain|bear with)\b[^.;?!]{0,24}?\b(?:while|as) (?:i|we)\b"
    r"|\b(?:while|as) i (?:\w+ly )?(?:check|review|access|verify|look|pull|open|search|retrieve|locate|find|examine)\b"
    r"|\b(?:hold on|hang on|one moment|just a (?:moment|minute|second|sec))\b"
)
"""What is done this very minute."""

AT_HAND = lazy(
    r"\ballow me to (?:review|check|look|investigate|examine|verify|find|see|gather|trace)\b"
    r"|\b(?:while|as) (?:i|we) (?:\w+ly )?(?:check|review|access|verify|look|pull|investigate|examine)\b"
    r"|\bbear with (?:me|us)\b|\bhang tight\b"
    r"|\bi(?:'m| am) (?:\w+ly |now |just )?(?:checking|reviewing|accessing|verifying|looking|examining|retrieving)\b"
    r"|\bi(?:'ll| will) (?:\w+ |){0,2}(?:check|review|verify|look|examine|retrieve|access)\b[^.;?!]*\bnow\b"
)
"""What is done at once by whoever is in a conversation, and in a mail perhaps tomorrow."""

ASKS = lazy(
    r"\b(?:could|can|would|will) you\b[^.?!]{0,30}?\b(?:provide|confirm|share|tell|specify|describe|verify|check|send"
    r"|elaborate|let|give|clarify|upload|attach|explain|also)\b"
    r"|\b(?:may|can|could|might) (?:i|we) (?:please |kindly |also )?(?:have|know|get|ask|confirm|verify|request)\b"
    r"|\b(?:please|kindly) (?:also )?(?:provide|confirm|share|tell|specify|describe|verify|send|elaborate|give|clarify"
    r"|upload|attach|let me know|let us know|reply with)\b"
    r"|\b(?:(?:what|which|when|where)\b[^.?!]{0,40}?\byour?|(?:did|do|have|were|would) you"
    r"(?! (?:have any|need any|like (?:any|me|us))))\b[^.?!]{0,120}\?"
)
"""A question that the work cannot go on without."""


def is_in_session(commitment: Commitment, prose: Prose) -> bool:
    """Whether a promise is kept before the customer leaves the conversation, so that no date belongs to it.

    In a transcript that is also work that a question to the customer follows, and anything that such a question
    follows at once: the next move is theirs. Of a mail, or of a text of which nobody
    knows where it is sent, nothing is supposed.
    """
    talk = is_conversed(prose.message)
    if not talk and not is_stored(prose.message):
        return False
    sentence = prose.sentence_at(commitment.trigger.start).span
    if IN_SESSION.search(prose.folded, *sentence) is not None:
        return True
    if not talk:
        return False
    if AT_HAND.search(prose.folded, *sentence) is not None:
        return True
    if commitment.time is not None and commitment.time.kind == "vague":
        return False
    working = commitment.act in WORKING or commitment.modality == "done-open"
    following = prose.sentence_at(min(sentence.end + 2, len(prose.text) - 1)).span
    until = len(prose.text) if working else following.end
    return ASKS.search(prose.folded, sentence.end, until) is not None


def is_conversed(message: Message) -> bool:
    return message.record.kind in CONVERSED
