"""Verb groups: the verb after "will", "are", "have", and whether it is an act that somebody waits for."""

from collections.abc import Sequence
from typing import NamedTuple

from trustlint.prose.commitments.acts import ACT_OF, GIVEN, NOT_OPEN, SHOWING, act, base, is_participle
from trustlint.prose.commitments.value import Act
from trustlint.prose.commitments.words import NEGATIVE, Word, is_adverb
from trustlint.prose.subjects import ROLES, Voice

THROUGH = frozenset(
    "try attempt aim need have continue begin start work endeavour endeavor strive look proceed hope plan intend seek".split()
)
"""Verbs that only lead to the one after "to": try to, need to, continue to."""

CASES = frozenset(
    "case ticket request issue matter complaint query enquiry inquiry question concern details message claim report dispute everything problem file application appeal booking".split()
)
KNOWN = frozenset(
    {
        "watch",
        "updated",
        "informed",
        "posted",
        "notified",
        "advised",
        "abreast",
        "loop",
        "apprised",
        "eye",
        "monitoring",
        "tracking",
        "checking",
        "looking",
        "trying",
        "working",
    }
)
"""What "keep" has to be followed by: keep you posted, keep an eye on it."""

FEEDBACK = frozenset(
    "feedback suggestion suggestions idea ideas comments comment vote compliments kudos praise thanks wishes input".split()
)
NO_VERB = frozenset(
    "i we you he she it they me us him her them my our your his its their the a an this that these those of in on at by for from with to and or but if when as so".split()
)
ADVERSE = frozenset(
    "charge bill close cancel terminate remove delete suspend pause deactivate require ask stop void disable lock deny reject decline use hold store save keep base display redirect prompt".split()
)
MISSION = frozenset("prevent avoid reduce improve provide seriously".split())
LOOKUPS = frozenset(
    "check access review look pull verify open read search retrieve confirm locate find go see examine load".split()
)
PERFORMED = frozenset(
    "initiate issue process refund credit attach send include enclose write add apply cancel provide share transfer connect offer give place put close mark use make reach bring invite ask".split()
)
SETTLED = frozenset(
    "review investigate look check deal process handle work assess escalate examine inspect address prioritise prioritize prepare verify resolve fix repair reprocess evaluate test monitor arrange fulfil fulfill".split()
)
HANDED = frozenset("escalated forwarded passed referred raised handed routed relayed".split())
ASKED = frozenset({"asked", "requested", "instructed", "urged"})
FIXED = frozenset("scheduled arranged booked rescheduled planned confirmed set rebooked".split())
CARED = frozenset(
    "precautions precaution measures look care action steps step charge over ownership responsibility".split()
)
READY = frozenset("ready available live back complete completed done open restored resumed fixed resolved".split())
ANSWERS = frozenset(
    "answer update news reply decision solution response result results resolution information details quote estimate outcome".split()
)


class Verb(NamedTuple):
    """A verb in its base form, the act it promises, and the word after its group."""

    text: str
    act: Act
    end: int
    needs_time: bool = False
    aim: bool = False


ASIDES = (
    ("of", "course"),
    ("in", "any", "case"),
    ("in", "turn"),
    ("in", "the", "meantime"),
    ("in", "fact"),
    ("at", "the", "same", "time"),
    ("no", "doubt"),
)


def past_adverbs(words: Sequence[Word], at: int) -> int | None:
    """The first word from `at` on that is no adverb; None at the end and when a negation comes first."""
    while at < len(words):
        if words[at].text in NEGATIVE:
            return None
        aside = next(
            (len(words_) for words_ in ASIDES if tuple(word.text for word in words[at : at + len(words_)]) == words_), 0
        )
        if aside:
            at += aside
            continue
        if not is_adverb(words[at].text):
            return at
        at += 1
    return None


def verb_group(words: Sequence[Word], at: int, voice: Voice) -> Verb | None:
    """The open act that starts at `at`, after a word that puts it in the future."""
    index = past_adverbs(words, at)
    if index is None:
        return None
    text = words[index].text
    following = _text(words, index + 1)
    if text in THROUGH and following == "to" and (voice != "customer"):
        inner = verb_group(words, index + 2, voice)
        return (
            None
            if inner is None
            else inner._replace(aim=inner.aim or text not in ("need", "have", "proceed", "continue", "begin", "start"))
        )
    if (
        text in ("try", "do")
        and following in ("our", "my")
        and _text(words, index + 2) in ("best", "hardest", "utmost", "very")
    ):
        later = next((at for at in range(index + 3, min(index + 6, len(words))) if words[at].text == "to"), None)
        inner = verb_group(words, later + 1, voice) if later is not None else None
        if inner is None:
            return Verb("do", "other", index + 3, aim=True) if later is None else None
        return inner._replace(act="other" if inner.act == "ensure" else inner.act, aim=True)
    if text == "make" and "effort" in {word.text for word in words[index + 1 : index + 4]}:
        later = next((at for at in range(index + 2, min(index + 6, len(words))) if words[at].text == "to"), None)
        return verb_group(words, later + 1, voice) if later is not None else None
    if text in ("try", "attempt", "target", "aim") and following in ("for", "and", "delivery"):
        return Verb(text, "deliver", index + 1, True, True)
    if text == "be":
        return _be(words, index + 1, voice)
    if voice == "customer":
        return _received(words, index)
    if voice in ("us", "third-party"):
        return _acted(words, index, voice)
    return _happens(words, index)


def gerund(words: Sequence[Word], at: int, voice: Voice) -> Verb | None:
    index = past_adverbs(words, at)
    if index is None or not words[index].text.endswith("ing"):
        return None
    verb = base(words[index].text)
    return None if verb in NOT_OPEN and verb not in ACT_OF else Verb(verb, act(verb), index + 1)


def further(words: Sequence[Word], at: int, voice: Voice) -> Verb | None:
    """A second verb after "and". Only verbs we know: any other word may be a noun."""
    index = past_adverbs(words, at)
    if (
        index is None
        or words[index].text not in ACT_OF
        and words[index].text not in ("get", "let", "keep", "come", "make")
    ):
        return None
    if (
        _text(words, index + 1) in ("and", "or", ",", ".", "of", "is", "are", "will", "number", "details", "team")
        and words[index].text in AMBIGUOUS
    ):
        return None
    return _acted(words, index, voice)


AMBIGUOUS = frozenset(
    "report reports test update review answer reply call return check order contact credit refund replacement request email e-mail text message post mail change repair exchange track".split()
)


def _be(words: Sequence[Word], at: int, voice: Voice) -> Verb | None:
    """What follows "will be"."""
    index = past_adverbs(words, at)
    if index is None:
        return None
    text, following = words[index].text, _text(words, index + 1)
    if text == "in" and following in ("touch", "contact"):
        return Verb("contact", "reply", index + 2) if voice in ("us", "third-party") else None
    if text == "able" and following == "to" and voice != "customer":
        inner = verb_group(words, index + 2, voice)
        return None if inner is None else inner._replace(needs_time=True)
    if text in ("back", "with") and voice == "us" and following in ("in", "to", "with", "you", "soon", "shortly"):
        return Verb("contact", "reply", index + 1)
    if text.endswith("ing") and text != "being":
        verb = base(text)
        if voice in ("us", "third-party"):
            return None if verb in NOT_OPEN and verb != "make" else Verb(verb, act(verb), index + 1)
        if voice == "customer":
            return Verb("receive", "deliver", index + 1) if verb in ("receive", "get", "hear") else None
        return Verb(verb, "deliver", index + 1, True) if verb in SHOWING else None
    if is_participle(text):
        return _suffered(text, index, voice)
    if text == "with" and following == "you" and voice in ("product", "none"):
        return Verb("be", "deliver", index + 2, True)
    if (
        voice in ("product", "none")
        and text.isalpha()
        and text not in NO_VERB
        and text not in ADVERSE
        and not is_participle(text)
    ):
        return Verb("be", "deliver", index + 1, True)
    if text in READY and voice in ("product", "none"):
        return Verb("be", "deliver", index + 1, True)
    return None


def _suffered(text: str, index: int, voice: Voice) -> Verb | None:
    """A passive: "you will be contacted", "your refund will be processed"."""
    verb = base(text)
    if voice == "customer":
        return (
            Verb(verb, act(verb), index + 1, text not in GIVEN)
            if verb not in ADVERSE and verb not in NOT_OPEN
            else None
        )
    if voice in ("us", "third-party") or verb in ADVERSE or verb in NOT_OPEN:
        return None
    return Verb(verb, act(verb), index + 1, verb not in ACT_OF)


def _received(words: Sequence[Word], index: int) -> Verb | None:
    """ "You'll hear from us", "you will receive an e-mail", "you'll have it by Friday"."""
    text, following = words[index].text, _text(words, index + 1)
    if text == "receive":
        return Verb("receive", _what(words, index + 1), index + 1)
    if text == "hear" and following in (
        "from",
        "back",
        "more",
        "something",
        "us",
        "news",
        "about",
        "by",
        "within",
        "soon",
        "shortly",
        "again",
    ):
        return Verb("hear", "reply", index + 1)
    if text == "get" and following not in ("to", "used", "access", "the", "unlimited", "more"):
        return Verb("receive", _what(words, index + 1), index + 1)
    if text in ("get", "have", "see", "find", "notice"):
        return Verb(text, _what(words, index + 1), index + 1, True)
    return None


BRINGS = frozenset({"provide", "send", "give", "share", "offer", "bring", "forward", "issue"})


def _what(words: Sequence[Word], at: int, otherwise: Act = "deliver") -> Act:
    """The act behind what the customer will receive: the first noun that tells."""
    return next((THINGS[word.text] for word in words[at : at + 9] if word.text in THINGS), otherwise)


THINGS: dict[str, Act] = {
    **dict.fromkeys(
        "email e-mail notification notifications confirmation sms message text link tracking update updates news instructions details".split(),
        "update",
    ),
    **dict.fromkeys("reply response answer decision".split(), "reply"),
    **dict.fromkeys("call callback call-back".split(), "call"),
    **dict.fromkeys("refund reimbursement money".split(), "refund"),
    **dict.fromkeys("credit voucher compensation".split(), "credit"),
    **dict.fromkeys("replacement exchange".split(), "replace"),
}


def _acted(words: Sequence[Word], index: int, voice: Voice) -> Verb | None:
    """What we will do. Any verb counts unless it is known to promise nothing."""
    text, following = words[index].text, _text(words, index + 1)
    rest = {word.text for word in words[index + 1 : index + 10]}
    if not text.isalpha() and "-" not in text or text in NO_VERB or not text[0].isalpha():
        return None
    if text in ("relay", "pass", "forward", "share", "submit", "take", "raise") and rest & FEEDBACK:
        return None
    if text == "keep":
        return Verb("keep", "update", index + 1) if rest & KNOWN else None
    if text == "let":
        return Verb("inform", "update", index + 1) if "know" in rest else None
    if text == "have":
        owed = (
            any(is_participle(word.text) or base(word.text) in ACT_OF for word in words[index + 2 : index + 9])
            or rest & ANSWERS
        )
        return Verb("have", "other", index + 1, not owed) if following not in ("to", "access") or owed else None
    if text == "get":
        reply = following == "back" or (following == "in" and "touch" in rest)
        return Verb("get", "reply" if reply else "other", index + 1) if following not in ("to",) else None
    if text == "come":
        return Verb("come", "reply", index + 1) if following == "back" else Verb("come", "deliver", index + 1)
    if text == "make":
        if following == "sure":
            return Verb("ensure", "ensure", index + 2)
        return (
            Verb("make", "fix", index + 1)
            if rest & {"right", "arrangements", "change", "changes", "correction", "adjustment", "payment"}
            else None
        )
    if text == "do" and voice != "us":
        return None
    if text == "do":
        if rest & {"help", "assist", "support", "accommodate", "prevent", "avoid", "improve"}:
            return None
        return (
            Verb("do", "other", index + 1, aim="best" in rest)
            if rest & {"best", "everything", "utmost", "that", "this", "all", "whatever", "so", "it"}
            else None
        )
    if text == "take":
        return Verb("take", "investigate", index + 1) if rest & CARED else Verb("take", "other", index + 1, True)
    if text == "look":
        return None if following in ("forward", "after", "like") else Verb("look", "investigate", index + 1)
    if text == "provide" and rest & {"assistance", "help", "support", "guidance", "hassle-free"}:
        return None
    if text == "see":
        return (
            Verb("see", "fix" if following == "to" else "other", index + 1, following != "to")
            if following in ("to", "you")
            else None
        )
    if text in BRINGS:
        return Verb(text, _what(words, index + 1, act(text)), index + 1)
    return None if text in NOT_OPEN else Verb(text, act(text), index + 1)


RUNS = frozenset(
    "open close expire end renew restart lock unlock turn switch light flash beep start stop load display ask prompt".split()
)
"""What shops, plans and devices do of themselves."""


def _happens(words: Sequence[Word], index: int) -> Verb | None:
    """What a thing will do when we have done our part, told with a time: "the parcel will arrive on Monday"."""
    text = words[index].text
    if text in SHOWING:
        return Verb(text, "deliver", index + 1, True)
    if text not in NOT_OPEN and text.isalpha() and text not in NO_VERB and text not in RUNS:
        return Verb(text, act(text) if text in ACT_OF else "deliver", index + 1, True)
    if text in ("take", "follow", "begin", "start", "resume", "complete", "finish", "last", "receive", "get", "have"):
        return Verb(text, "deliver", index + 1, True)
    return None


def progress(words: Sequence[Word], at: int, voice: Voice, alone: bool) -> Verb | None:
    """Work in hand: "we're looking into it", "your claim is being reviewed". What is done while writing is not open."""
    text = words[at].text
    if text == "being" and voice not in ("us", "customer"):
        index = past_adverbs(words, at + 1)
        verb = base(words[index].text) if index is not None and is_participle(words[index].text) else ""
        yours = any(word.text == "your" for word in words[:at]) and verb not in ADVERSE | NOT_OPEN | {
            "ship",
            "send",
            "deliver",
            "update",
        }
        return Verb(verb, act(verb), index + 1) if index is not None and verb and (verb in SETTLED or yours) else None
    if voice != "us" or not text.endswith("ing"):
        return None
    verb = base(text)
    following = _text(words, at + 1)
    if verb in NOT_OPEN or verb in PERFORMED or (verb == "look" and following == "forward"):
        return None
    if verb not in ACT_OF or verb == "do" or verb in ("take", "work") and {word.text for word in words[at:]} & MISSION:
        return None
    lasting = any(word.text in ("currently", "still", "into") for word in words[: at + 2])
    if alone and verb in LOOKUPS and not lasting:
        return None
    return Verb(verb, act(verb), at + 1)


def handover(words: Sequence[Word], at: int) -> Verb | None:
    """ "I've escalated this", "your request was forwarded". Feedback passed on leaves nothing open."""
    text = words[at].text
    rest = {word.text for word in words}
    if text in ASKED:
        following = [word.text for word in words[at + 1 : at + 9]]
        return (
            Verb(base(text), "escalate", at + 1)
            if following[:1] != ["you"] and ("to" in following or "that" in following)
            else None
        )
    if text not in HANDED or rest & FEEDBACK or not (text == "escalated" or _is_case(words, at)):
        return None
    return Verb(base(text), "escalate", at + 1)


def _is_case(words: Sequence[Word], at: int) -> bool:
    """Whether what is handed over is the customer's case, not a thing or a piece of information."""
    near = {word.text for word in words[max(0, at - 6) : at + 6]}
    if words[at].text == "passed" and not {word.text for word in words[at + 1 : at + 8]} & {
        "to",
        "on",
        "over",
        "along",
    }:
        return False
    if near & CASES:
        return True
    return _text(words, at + 1) in ("this", "it", "that", "them") and _text(words, at + 2) in (
        "",
        ".",
        "to",
        "on",
        "over",
        "up",
        "for",
        "with",
        "as",
        "and",
        ",",
        "straight",
        "directly",
    )


def is_desk(words: Sequence[Word], at: int) -> bool:
    """Whether "our legal team", "the underwriter" stands here."""
    return _text(words, at) in ("our", "the") and any(word.text in ROLES for word in words[at + 1 : at + 4])


def is_personal(words: Sequence[Word], at: int) -> bool:
    """Whether the verb here is something that people do for somebody: phone you, get in touch, visit."""
    text, following = words[at].text, _text(words, at + 1)
    if text == "be" and following == "in":
        return _text(words, at + 2) in ("touch", "contact")
    if text in ("visit", "attend", "come") or (text in ("get", "reach") and following in ("in", "back", "out")):
        return True
    return (
        act(text) in ("reply", "update", "call")
        and text in ACT_OF
        and following in ("you", "back", "your", "with", "the", "a")
    )


def working(words: Sequence[Word], at: int) -> Verb | None:
    """ "while we look into this", "as we work to fix it"."""
    index = past_adverbs(words, at)
    text = words[index].text if index is not None else ""
    return Verb(text, act(text), (index or at) + 1) if text in WORKS else None


WORKS = frozenset(
    "work investigate look resolve sort fix check find review examine chase trace verify repair process dig gather address attempt try contact speak wait-for reach confirm".split()
)


def fixture(words: Sequence[Word], at: int) -> Verb | None:
    """ "I have scheduled the pickup": a promise when the time is yet to come."""
    return Verb(base(words[at].text), "deliver", at + 1, True) if words[at].text in FIXED else None


def _text(words: Sequence[Word], at: int) -> str:
    return words[at].text if at < len(words) else ""
