"""Acts that are done while the customer is in the conversation: "please hold while I check", "allow me a moment"."""

from trustlint.checks.reach import REACH
from trustlint.checks.stored import is_conversed, is_stored
from trustlint.prose.commitments.value import Commitment
from trustlint.prose.patterns import lazy
from trustlint.prose.prose import Prose
from trustlint.span import Span

TALKED_OVER = frozenset(
    {"investigate", "escalate", "fix", "other", "reply", "update", "credit", "cancel", "refund", "decide"}
)
"""Acts that are done, or told of, while the customer holds the line."""

IN_SESSION = lazy(
    r"\b(?:allow|give|grant) (?:me|us|one|a)\b(?:(?! hour| day| week| time| while)[^.;?!]){0,24}?"
    r"\b(?:moments?|minutes?|mins?|seconds?|secs?)\b"
    r"|\b(?:hold|stay|wait|remain|bear with)\b[^.;?!]{0,24}?\b(?:while|as) (?:i|we)\b"
    r"|\b(?:while|as) i (?:\w+ly )?(?:check|review|access|verify|look|pull|open|search|retrieve|locate|find|examine)\b"
    r"|\b(?:allow|hold|stay|wait|bear with (?:me|us))(?: on)? (?:for )?(?:a few|few|a|just a) (?:more )?"
    r"(?:moments?|minutes?|seconds?)\b"
    r"|\b(?:hold on|hang on|one moment|just a (?:moment|minute|second|sec))\b"
)
"""What is done this very minute."""

AT_HAND = lazy(
    r"\ballow me to (?:review|check|look|investigate|examine|verify|find|see|gather|trace)\b"
    r"|\b(?:while|as) (?:i|we) (?:\w+ly )?(?:check|review|access|verify|look|pull|investigate|examine)\b"
    r"|\blet me (?:quickly |just |now )?(?:check|review|look|verify|see|pull|find)\b"
    r"|\bi(?:'ll| will) (?:now )?(?:retrieve|access|pull up)\b"
    r"|\bbear with (?:me|us)\b|\bhang tight\b"
    r"|\bwe(?:'re| are) (?:now |just |currently )?(?:checking|reviewing|examining|viewing|verifying) "
    r"(?:them|(?:(?:your|the) )?(?:\w+ )?(?:images?|photos?|photographs?|pictures?|screenshots?|video|documents?"
    r"|attachments?|details|inventory|stock|availability|options))\b"
    r"|\bi(?:'m| am) (?:\w+ly |now |just )?(?:checking|reviewing|accessing|verifying|looking|examining|retrieving"
    r"|gathering)\b"
    r"|\b(?:i|we)(?:'ll| will)(?: \w+ly)? (?:process|place|create|submit) (?:an?|the|this|your) (?:[\w-]+ )?"
    r"(?:order|request)\b"
    r"|\b(?:credited|applied|added|waived)\b[^.;?!]* immediately\b|\bcredit your account\b[^.;?!]* immediately\b"
    r"|\bi(?:'ll| will)(?=[^.;?!]* (?:now|immediately|(?:right|straight) away)\b)"
    r"(?: \w+){0,2}? (?:check|review|verify|look|examine|investigate|retrieve|access|apply|add|update|note|correct"
    r"|cancel|reverse|remove|waive)\b"
)
"""What is done at once by whoever is in a conversation, and in a mail perhaps tomorrow."""

FOUND = lazy(
    r"\b(?:it (?:appears|seems|looks like)|(?:upon|after|on) (?:checking|reviewing|review|verifying|investigation)"
    r"|i (?:can )?see (?:that|here|the|your)|(?:our|the) (?:records?|system|tracking(?: \w+)?)"
    r" (?:shows?|indicates?|confirms?)|according to (?:our|the)"
    r"|(?:i|we)(?:'ve| have) (?:now )?(?:found|located|identified|confirmed))\b"
)
"""What the work has brought to light already."""


def is_in_session(commitment: Commitment, prose: Prose) -> bool:
    """Whether a promise is kept before the customer leaves the conversation, so that no date belongs to it.

    In a transcript that is also what waits for the customer's answer. Of a mail, or of a text of which nobody
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
    from trustlint.checks.asked import is_their_move  # for conversations only

    return _is_at_hand(commitment, prose, sentence) or is_their_move(commitment, prose, sentence)


def _is_at_hand(commitment: Commitment, prose: Prose, sentence: Span) -> bool:
    """Whether it is done at once: so it says, or the turn asks the customer to stay for a moment."""
    if AT_HAND.search(prose.folded, *sentence) is not None:
        return True
    open_ = commitment.modality == "done-open"
    if open_ and FOUND.search(prose.folded, sentence.end, sentence.end + REACH) is not None:
        return True
    if commitment.condition is not None or not (open_ or commitment.act in TALKED_OVER):
        return False
    return IN_SESSION.search(prose.folded, max(0, sentence.start - REACH), sentence.end + REACH) is not None
