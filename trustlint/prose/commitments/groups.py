"""Verb groups: the verb after "will", "going to", "aim to", and whether it is an act that somebody waits for."""

from trustlint.prose.commitments.acts import ACT_OF, GIVEN, NOT_OPEN, SHOWING, act, base, is_participle
from trustlint.prose.commitments.deeds import KEPT, deed
from trustlint.prose.commitments.verbs import ADVERSE, NO_VERB, Verb, past_adverbs, texts, what, word_at
from trustlint.prose.commitments.words import Word
from trustlint.prose.subjects import Voice
from trustlint.typed import Sequence

THROUGH = frozenset(
    "try attempt aim need have continue begin start work endeavour endeavor strive look proceed "
    "hope plan intend seek".split()
)
"""Verbs that only lead to the one after "to": try to, need to, continue to."""

SURELY = frozenset("need have proceed continue begin start".split())
"""Those of them that leave no room for failing."""

RUNS = frozenset(
    "open close expire end renew restart lock unlock turn switch light flash beep start stop load "
    "display ask prompt".split()
)
"""What shops, plans and devices do of themselves."""


AMBIGUOUS = frozenset(
    "report reports test update review answer reply call return check order contact credit refund "
    "replacement request email e-mail text message post mail change repair exchange track".split()
)


HEARD = frozenset("from back more something us news about by within soon shortly again".split())
JOINED = frozenset(
    "and or , . of is are will number details team status amount process policy date timeframe options option request "
    "label history form code".split()
)
OBJECTS = frozenset("you your it them the a an this that these those any all their".split())
WHOSE = frozenset("the your our this that their".split())
PREPOSITIONS = frozenset("of for about on regarding into concerning with".split())


def verb_group(words: Sequence[Word], at: int, voice: Voice) -> Verb | None:
    """The open act that starts at `at`, after a word that puts it in the future."""
    index = past_adverbs(words, at)
    if index is None:
        return None
    text, following = words[index].text, word_at(words, index + 1)
    if text in THROUGH and following == "to" and voice != "customer":
        inner = verb_group(words, index + 2, voice)
        return inner and inner._replace(aim=inner.aim or text not in SURELY)
    if _is_effort(words, index):
        return _effort(words, index, voice)
    if text in ("try", "attempt", "target", "aim") and following in ("for", "and", "delivery"):
        return Verb(text, "deliver", index + 1, needs_time=True, aim=True)
    if text == "be":
        return _be(words, index + 1, voice)
    if voice == "customer":
        return _received(words, index)
    if voice in ("us", "third-party"):
        return None if text == "do" and voice != "us" else deed(words, index)
    return _happens(words, index)


def _is_effort(words: Sequence[Word], at: int) -> bool:
    """“do our best”, “try my hardest”, “make every effort”."""
    if words[at].text == "make":
        return "effort" in texts(words, at + 1, at + 4)
    return words[at].text in ("try", "do") and texts(words, at + 1, at + 3) in (
        [[whose, what_] for whose in ("our", "my") for what_ in ("best", "hardest", "utmost", "very")]
    )


def _effort(words: Sequence[Word], at: int, voice: Voice) -> Verb | None:
    """The act an effort is for; the effort itself when it is told for no act."""
    to = next((index for index in range(at + 2, min(at + 6, len(words))) if words[index].text == "to"), None)
    if to is None:
        return Verb("do", "other", at + 3, aim=True) if words[at].text != "make" else None
    inner = verb_group(words, to + 1, voice)
    return inner and inner._replace(act="other" if inner.act == "ensure" else inner.act, aim=True)


def gerund(words: Sequence[Word], at: int) -> Verb | None:
    """The verb of "committed to finding"."""
    index = past_adverbs(words, at)
    if index is None or not words[index].text.endswith("ing"):
        return None
    verb = base(words[index].text)
    return None if verb in NOT_OPEN and verb not in ACT_OF else Verb(verb, act(verb), index + 1)


def further(words: Sequence[Word], at: int) -> Verb | None:
    """A second verb after "and". Only verbs we know: any other word may be a noun."""
    index = past_adverbs(words, at)
    if index is None:
        return None
    text = words[index].text
    if text not in ACT_OF and text not in ("get", "let", "keep", "come", "make", "take"):
        return None
    if text in AMBIGUOUS and (word_at(words, index + 1) in JOINED or _is_second_noun(words, at - 1, index)):
        return None
    return deed(words, index)


def _is_second_noun(words: Sequence[Word], joint: int, at: int) -> bool:
    """“check the status of your return and refund today”: two nouns after one preposition, and no object follows."""
    if word_at(words, at + 1) in OBJECTS:
        return False
    return any(
        word_at(words, joint - gap) in WHOSE and word_at(words, joint - gap - 1) in PREPOSITIONS for gap in (2, 3)
    )


def _be(words: Sequence[Word], at: int, voice: Voice) -> Verb | None:
    """What follows "will be"."""
    index = past_adverbs(words, at)
    if index is None:
        return None
    text, following = words[index].text, word_at(words, index + 1)
    if text == "able" and following == "to" and voice != "customer":
        inner = verb_group(words, index + 2, voice)
        return inner and inner._replace(needs_time=True)
    if text.endswith("ing") and text != "being":
        return _doing(base(text), index, voice)
    if text == "kept" and following in KEPT:
        return Verb("keep", "update", index + 2)
    if is_participle(text):
        return _suffered(text, index, voice)
    return _is_with(words, index) if voice in ("us", "third-party") else _is_so(words, index, voice)


def _is_with(words: Sequence[Word], at: int) -> Verb | None:
    """“be in touch”, “be back to you”, “be with you”."""
    text, following = words[at].text, word_at(words, at + 1)
    if text == "in" and following in ("touch", "contact"):
        return Verb("contact", "reply", at + 2)
    back = text in ("back", "with") and following in ("in", "to", "with", "you", "soon", "shortly")
    return Verb("contact", "reply", at + 1) if back else None


def _is_so(words: Sequence[Word], at: int, voice: Voice) -> Verb | None:
    """“it will be ready by 3 pm”, “it'll be with you on Monday”."""
    text = words[at].text
    if voice not in ("product", "none"):
        return None
    with_you = text == "with" and word_at(words, at + 1) == "you"
    state = text.isalpha() and text not in NO_VERB and text not in ADVERSE
    return Verb("be", "deliver", at + 1, needs_time=True) if with_you or state else None


def _doing(verb: str, at: int, voice: Voice) -> Verb | None:
    """“we will be sending”, “you will be hearing”, “it will be arriving”."""
    if voice in ("us", "third-party"):
        return None if verb in NOT_OPEN and verb != "make" else Verb(verb, act(verb), at + 1)
    if voice == "customer":
        return Verb("receive", "deliver", at + 1) if verb in ("receive", "get", "hear") else None
    return Verb(verb, "deliver", at + 1, needs_time=True) if verb in SHOWING else None


def _suffered(text: str, at: int, voice: Voice) -> Verb | None:
    """A passive: "you will be contacted", "your refund will be processed"."""
    verb = base(text)
    if voice in ("us", "third-party") or verb in ADVERSE or verb in NOT_OPEN:
        return None
    known = text in GIVEN if voice == "customer" else verb in ACT_OF
    return Verb(verb, act(verb), at + 1, needs_time=not known)


def _received(words: Sequence[Word], at: int) -> Verb | None:
    """“You'll hear from us”, “you will receive an e-mail”, “you'll have it by Friday”."""
    text, following = words[at].text, word_at(words, at + 1)
    if text == "hear":
        return Verb("hear", "reply", at + 1) if following in HEARD else None
    plain = text == "get" and following not in ("to", "used", "access", "the", "unlimited", "more", "be", "something")
    if text == "receive" or plain:
        return Verb("receive", what(words, at + 1), at + 1)
    if text in ("get", "have", "see", "find", "notice"):
        return Verb(text, what(words, at + 1), at + 1, needs_time=True)
    return None


def _happens(words: Sequence[Word], at: int) -> Verb | None:
    """What a thing will do when we have done our part, told with a time: "the parcel will arrive on Monday"."""
    text = words[at].text
    if text in SHOWING or text in ("take", "begin", "start", "receive", "get", "have"):
        return Verb(text, "deliver", at + 1, needs_time=True)
    if text in NOT_OPEN | NO_VERB | RUNS or not text.isalpha():
        return None
    return Verb(text, act(text) if text in ACT_OF else "deliver", at + 1, needs_time=True)


PEOPLES_ACTS = frozenset({"investigate", "fix", "replace", "decide", "escalate", "refund", "reply", "update", "call"})


def is_work(words: Sequence[Word], at: int) -> bool:
    """Whether the verb here is work that takes a person: review, mend, swap. A thing may open, not look into."""
    verb = base(words[at].text)
    if words[at].text == "be":
        return False
    return verb in ACT_OF and act(verb) in PEOPLES_ACTS and words[at].text not in ("test", "track", "report", "work")


def is_personal(words: Sequence[Word], at: int) -> bool:
    """Whether the verb here is something that people do for somebody: phone you, get in touch, visit."""
    text, following = words[at].text, word_at(words, at + 1)
    if text == "be":
        return following == "in" and word_at(words, at + 2) in ("touch", "contact")
    if text in ("visit", "attend", "come") or (text in ("get", "reach") and following in ("in", "back", "out")):
        return True
    told = text in ACT_OF and act(text) in ("reply", "update", "call")
    return told and following in ("you", "back", "your", "with", "the", "a")
