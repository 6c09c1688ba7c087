"""Promises in a noun or a plain statement with a time: "refunds take 5-7 days", "next update by 5 pm", "delivery:
Friday".
"""

from itertools import pairwise

from trustlint.prose.commitments.acts import ACT_OF, SHOWING, act, base, is_participle
from trustlint.prose.commitments.value import Act
from trustlint.prose.commitments.words import Word
from trustlint.prose.time import Time
from trustlint.typed import Sequence

NOUNS: dict[Act, str] = {
    "refund": "refund refunds reimbursement money payment payout repayment funds amount",
    "credit": "credit compensation cashback",
    "update": "bulletin next update updates news progress notification",
    "reply": "reply replies response responses answer answers respond reply confirmation email e-mail",
    "call": "callback call call-back calls",
    "replace": "replacement replacements exchange",
    "investigate": (
        "processing process processed verification review investigation check checks inspection assessment turnaround"
    ),
    "fix": "fix repair repairs resolution resolved restored installation engineer technician appointment visit",
    "ship": "dispatch despatch dispatched ship ships shipped shipping shipment sent",
    "deliver": (
        "delivery deliveries deliver delivered arrival arrive arrives arriving order orders "
        "parcel package item items pickup pick-up collection eta reflect appear credited courier"
    ),
    "decide": "decision outcome claim claims",
}
ACT_OF_NOUN: dict[str, Act] = {noun: act_ for act_, nouns in NOUNS.items() for noun in nouns.split()}
TAKES = frozenset("take takes taking allow need needs".split())
PLANNED = frozenset("estimated expected revised updated scheduled booked due planned arranged eta".split())
DEADLINES = frozenset({"by", "within", "no later than", "not later than", "on or before", "inside"})
EVENTS = frozenset(
    "delivery arrival collection pickup pick-up visit appointment installation repair next update "
    "bulletin callback date dispatch".split()
)
COURTESY = frozenset(
    "hope look forward see welcome love like want thank appreciate understand know open close would can could".split()
)
PAST = frozenset("was were had did would been".split())
TOLD = frozenset(
    "sat left went came took got ran began fell stood met paid held kept brought gave wrote drove flew rose".split()
)
"""Past forms that do not show it: with no other verb in the clause, they tell what was."""
REGULAR = frozenset({"update", "reply", "call"})
"""What can be promised by how often it comes; other habits are facts: "our kitchen handles nuts every day"."""
POINTING = frozenset("this that these those everything all".split())
PRESENT = frozenset("is are remain remains will shall".split())
NOT_OURS = frozenset(
    "open opens close closes closed expire expires expired valid ends end renew renews renewal "
    "subscription trial ago shop store maintenance event sale forward".split()
)
ALLOWED = frozenset("be aware advised assured rest sure please kindly note that also but and however so just".split())


def act_of(words: Sequence[Word], time: Time) -> Act | None:
    """The act that a clause with a time states, if it tells of our work."""
    if time.kind == "bounded" and time.relation == "before":
        return None  # "the desk closes 40 minutes before departure"
    texts = [word.text for word in words]
    present = frozenset(texts)
    if present & NOT_OURS or (_is_past(texts, time) and not (time.dated and _is_planned(texts))):
        return None
    if _orders(texts) or _theirs(texts):
        return None
    if present & {"i", "we"}:
        return _ours(texts, time)
    if texts[:1] in (["give"], ["allow"], ["grant"]) and texts[1:2] in (["me"], ["us"]):
        return "investigate"
    return _of_things(texts, time)


def _of_things(texts: Sequence[str], time: Time) -> Act | None:
    """What is said of a thing with a time: "refunds take 5 days", "the new date is 4 May"."""
    acts: list[Act] = [ACT_OF_NOUN[text] for text in texts if text in ACT_OF_NOUN]
    if _is_moved(texts) or (texts[0] in ("it", "they") and texts[1:2] and base(texts[1]) in SHOWING):
        acts.append("deliver")
    verbs = [act(base(text)) for text in texts[1:] if text[-1:] == "s" and base(text) in ACT_OF and text not in TAKES]
    if time.kind == "vague":
        return next(iter(acts + verbs), "other") if _is_done_to(texts) else None
    if time.relation in DEADLINES or _is_planned(texts):
        return next(iter(acts + verbs), "other")
    if not TAKES.isdisjoint(texts) and texts[0] != "it":
        return next(iter(acts + verbs), "other" if texts[0] in POINTING or "allow" in texts else None)
    if time.kind in ("absolute", "relative", "placeholder") and (
        time.relation in ("on", "between", "after", "for") or acts
    ):
        return next(iter(verbs + acts), "other" if _is_done_to(texts) else None)
    if time.kind == "recurring":
        return next((one for one in acts + verbs if one in REGULAR), None)
    return next(iter(acts), None)


def _is_past(texts: Sequence[str], time: Time) -> bool:
    """Whether a clause tells what was: "it was sent on Monday", "I have found a payment of today"."""
    if not PAST.isdisjoint(texts) or (not TOLD.isdisjoint(texts) and PRESENT.isdisjoint(texts)):
        return True
    return (
        time.dated
        and PRESENT.isdisjoint(texts)
        and any(text == "have" and is_participle(after) for text, after in pairwise(texts))
    )


def _is_planned(texts: Sequence[str]) -> bool:
    """Whether a day is said to be planned. "Due to" gives a reason."""
    return any(text in PLANNED and (text, after) != ("due", "to") for text, after in pairwise([*texts, ""]))


def _is_moved(texts: Sequence[str]) -> bool:
    """Whether a day is named that takes the place of another: "the new date is 4 May"."""
    return any(
        text in ("new", "revised", "next") and after in ("date", "deadline", "day") for text, after in pairwise(texts)
    )


def _ours(texts: Sequence[str], time: Time) -> Act | None:
    """What we say of ourselves without a frame: "we release the deposit on the 3rd", "we want this fixed as soon as
    possible".
    """
    if not COURTESY.isdisjoint(texts):
        return None
    plans = next((act(after) for text, after in pairwise(texts) if text in ("i", "we") and after in ACT_OF), None)
    sure = time.kind in ("absolute", "relative", "placeholder", "vague", "recurring") or time.relation in DEADLINES
    return plans if sure else None


def _is_done_to(texts: Sequence[str]) -> bool:
    """Whether there is a passive: "requests are handled as quickly as possible"."""
    return any(text in ("is", "are") and is_participle(after) for text, after in pairwise(texts))


def _orders(texts: Sequence[str]) -> bool:
    """Whether the clause tells the customer to do something, other than to wait."""
    first = next((text for text in texts if text not in ALLOWED and text[0].isalpha()), "")
    if first in ("allow", "expect", "bear", "give", "next"):
        return False
    asked = "please" in texts[:2] and texts[texts.index("please") + 1 : texts.index("please") + 2] == [first]
    return asked or first in ORDERS


def _theirs(texts: Sequence[str]) -> bool:
    """Whether the customer acts: "you can return it within 30 days"."""
    for at, text in enumerate(texts[:-1]):
        if text in ("you", "customers", "users", "guests"):
            following = texts[at + 1]
            if following in (
                "can",
                "have",
                "must",
                "may",
                "need",
                "could",
                "want",
                "wish",
                "are",
                "do",
                "select",
                "choose",
                "pay",
                "get",
            ):
                return True
    return False


ORDERS = frozenset(
    "return send call contact reply check try use click select choose pay cancel book visit keep "
    "wait make provide let ensure note complete submit log go see place enter"
    " confirm review update upload bring take have be do don't get open".split()
)
