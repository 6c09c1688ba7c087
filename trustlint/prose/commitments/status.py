"""How things stand with a case: work in hand, a case handed on, a day already fixed."""

from trustlint.prose.commitments.acts import ACT_OF, NOT_OPEN, act, base, is_participle
from trustlint.prose.commitments.verbs import ADVERSE, FEEDBACK, Verb, past_adverbs, texts, word_at
from trustlint.prose.commitments.words import Word
from trustlint.prose.subjects import ROLES, Voice
from trustlint.typed import Sequence

CASES = frozenset(
    "case ticket request issue matter complaint query enquiry inquiry question concern details "
    "message claim report dispute everything problem file application appeal booking".split()
)
GOODS = frozenset("package parcel item items shipment box order key keys".split())
MISSION = frozenset("prevent avoid reduce improve provide seriously".split())
LOOKUPS = frozenset(
    "check access review look pull verify open read search retrieve confirm locate find go see examine load".split()
)
PERFORMED = frozenset(
    "initiate issue process refund credit attach send include enclose write add apply cancel "
    "provide share transfer connect offer give place put close mark use make reach bring invite "
    "ask relay authorise authorize approve".split()
)
SETTLED = frozenset(
    "review investigate look check deal process handle work assess escalate examine inspect "
    "address prioritise prioritize prepare verify resolve fix repair reprocess evaluate test "
    "monitor arrange fulfil fulfill".split()
)
HANDED = frozenset("escalated forwarded passed referred raised handed routed relayed".split())
ASKED = frozenset({"asked", "requested", "instructed", "urged"})
FIXED = frozenset("scheduled arranged booked rescheduled planned confirmed set rebooked".split())
WORKS = frozenset(
    "work investigate look resolve sort fix check find review examine chase trace verify repair "
    "process dig gather address attempt try contact speak wait-for reach confirm".split()
)


LOOKED_INTO = frozenset("investigation inquiry enquiry search trace review".split())
UNARRANGED = frozenset("open close expire end renew restart run offer sell hope go expect delay wait stand sit".split())
"""Of these "we're …ing on Monday" tells no work for the customer."""

BESTS = [[whose, what] for whose in ("our", "my") for what in ("best", "utmost", "level", "very")]


def _asks_somebody(words: Sequence[Word], at: int) -> bool:
    """“I'm checking this with the depot”: their answer is waited for, not only the writer's own look."""
    after = texts(words, at + 1, at + 6)
    return "with" in after[:-1] and after[after.index("with") + 1] in ("the", "our", "your", "my", "a", "an", "them")


MOVED = frozenset({"ship", "send", "deliver", "update"})
"""Told while it happens: "your order is being shipped via …"."""

ONWARD = frozenset({"to", "on", "over", "along"})
ALONE = frozenset(["", ".", ",", "to", "on", "over", "up", "for", "with", "as", "and", "straight", "directly"])


def progress(words: Sequence[Word], at: int, voice: Voice, *, alone: bool) -> Verb | None:
    """Work in hand: "we're looking into it", "your claim is being reviewed". `alone` is true of an "I".

    What one person does while writing ("I am checking your order") is not left open.
    """
    text = words[at].text
    if text == "being":
        return _suffering(words, at) if voice not in ("us", "customer") else None
    if voice != "us" or not text.endswith("ing"):
        return None
    verb = base(text)
    special = _special(words, at, verb)
    if special is not None:
        return special
    if verb in NOT_OPEN | {"do"} or (verb not in ACT_OF and verb in UNARRANGED):
        return None
    if verb not in ACT_OF:
        return Verb(verb, "other", at + 1, needs_time=True)  # "we're meeting them on Tuesday"
    if verb == "look" and word_at(words, at + 1) == "forward":
        return None
    if act(verb) == "escalate" and _is_for_later(words, at):
        return None
    if verb in ("take", "work") and not MISSION.isdisjoint(texts(words, at, len(words))):
        return None
    return Verb(verb, act(verb), at + 1, needs_time=alone and verb in LOOKUPS and not _lasts(words, at))


def _special(words: Sequence[Word], at: int, verb: str) -> Verb | None:
    """Verbs whose next words decide, and those that are done while they are written."""
    if verb == "do" and texts(words, at + 1, at + 3) in BESTS:
        return Verb("do", "other", at + 3)
    if verb == "initiate" and not LOOKED_INTO.isdisjoint(texts(words, at + 1, at + 5)):
        return Verb(verb, "investigate", at + 1)
    if verb == "go" and word_at(words, at + 1) in ("through", "over"):
        return Verb("go", "investigate", at + 2)
    if verb in PERFORMED:
        return Verb(verb, act(verb), at + 1, needs_time=True)  # "we're refunding you today"
    return None


def _lasts(words: Sequence[Word], at: int) -> bool:
    """Whether looking something up is more than a moment's work of the writer."""
    return (
        not {"currently", "still", "into"}.isdisjoint(texts(words, 0, at + 2))
        or not {"immediately", "urgently", "away"}.isdisjoint(texts(words, at, len(words)))
        or _asks_somebody(words, at)
    )


def _suffering(words: Sequence[Word], at: int) -> Verb | None:
    """“is being reviewed”: of the customer's own things whatever is done to them, of others what settles a case."""
    index = past_adverbs(words, at + 1)
    if index is None or not is_participle(words[index].text) or word_at(words, index + 1) == "seriously":
        return None
    verb = base(words[index].text)
    yours = "your" in texts(words, 0, at) and verb not in ADVERSE | NOT_OPEN | MOVED
    return Verb(verb, act(verb), index + 1) if yours or verb in SETTLED else None


def handover(words: Sequence[Word], at: int) -> Verb | None:
    """“I've escalated this”, “your request was forwarded”. Feedback passed on leaves nothing open."""
    text = words[at].text
    if text in ASKED:
        following = texts(words, at + 1, at + 9)
        # “… asked you to wait”, “… requested that you keep the box”: the customer is to act.
        theirs = following[:1] == ["you"] or (following[:2] == ["that", "you"] and following[2:3] != ["be"])
        open_ = not theirs and ("to" in following or "that" in following)
        return Verb(base(text), "escalate", at + 1) if open_ else None
    if text not in HANDED or _is_for_later(words, at):
        return None
    return Verb(base(text), "escalate", at + 1) if text == "escalated" or _is_case(words, at) else None


def _is_for_later(words: Sequence[Word], at: int) -> bool:
    """Whether what is handed on is praise or an idea, or is done against the next time: nothing stays open."""
    return "prevent" in texts(words, at, len(words)) or not FEEDBACK.isdisjoint(texts(words, 0, len(words)))


def handed_then(words: Sequence[Word], at: int) -> Verb | None:
    """“I've contacted our payments team and requested that they …”: the second verb hands over."""
    for index in range(at + 1, len(words) - 2):
        if words[index].text in ("will", "have", "has", "is", "are", "that"):
            return None
        if words[index].text == "and" and words[index + 1].text in ASKED:
            return handover(words, index + 1)
    return None


def _is_case(words: Sequence[Word], at: int) -> bool:
    """Whether what is handed over is the customer's case, not a thing or a piece of information."""
    if words[at].text == "passed" and ONWARD.isdisjoint(texts(words, at + 1, at + 8)):
        return False
    if words[at].text == "handed" and not GOODS.isdisjoint(texts(words, 0, at)):
        return False
    if not CASES.isdisjoint(texts(words, at - 6, at + 6)):
        return True
    if words[at].text == "handed" and not {"it", "this", "that"}.isdisjoint(texts(words, at - 2, at)):
        return word_at(words, at + 1) == "over"
    return word_at(words, at + 1) in ("this", "it", "that", "them") and word_at(words, at + 2) in ALONE


def fixture(words: Sequence[Word], at: int) -> Verb | None:
    """“I have scheduled the pickup”: a promise when the time is yet to come."""
    if words[at].text not in FIXED or word_at(words, at + 1) == "that":
        return None
    return Verb(base(words[at].text), "deliver", at + 1, needs_time=True)


def working(words: Sequence[Word], at: int) -> Verb | None:
    """“… while we look into this”, “… as we work to fix it”."""
    index = past_adverbs(words, at)
    if index is None or words[index].text not in WORKS:
        return None
    return Verb(words[index].text, act(words[index].text), index + 1)


def is_desk(words: Sequence[Word], at: int) -> bool:
    """Whether "our legal team", "the underwriter" stands here."""
    return word_at(words, at) in ("our", "the") and not ROLES.isdisjoint(texts(words, at + 1, at + 4))
