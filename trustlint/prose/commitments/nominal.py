"""Promises in a noun or a plain statement with a time: "refunds take 5-7 days", "next update by 5 pm", "delivery:
Friday".
"""

from collections.abc import Sequence
from itertools import pairwise

from trustlint.prose.commitments.acts import ACT_OF, act, base, is_participle
from trustlint.prose.commitments.value import Act
from trustlint.prose.commitments.words import Word
from trustlint.prose.time import Time

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
        "date delivery deliveries deliver delivered arrival arrive arrives arriving order orders "
        "parcel package item items pickup pick-up collection eta reflect appear credited courier "
        "tracking"
    ),
    "decide": "decision outcome claim claims",
}
ACT_OF_NOUN: dict[str, Act] = {noun: act_ for act_, nouns in NOUNS.items() for noun in nouns.split()}
TAKES = frozenset("take takes taking allow need needs".split())
ESTIMATES = frozenset({"estimated", "expected", "revised", "updated"})
PAST = frozenset("was were had did would been".split())
NOT_OURS = frozenset(
    "open opens close closes closed expire expires expired valid ends end renew renews renewal "
    "subscription trial ago shop store maintenance event sale forward".split()
)
ALLOWED = frozenset("be aware advised assured rest sure please kindly note that also but and however so just".split())


def act_of(words: Sequence[Word], time: Time) -> Act | None:
    """The act that a clause with a time states, if it tells of our work.

    With a day of the calendar a plain present is enough: "the fitter visits on Monday".
    """
    texts = [word.text for word in words]
    present = set(texts)
    calendar = time.kind in ("absolute", "relative", "placeholder", "vague")
    if time.kind == "vague" and not _is_done_to(texts):
        return None
    if (present & PAST and not (calendar and present & ESTIMATES)) or present & NOT_OURS or "would" in present:
        return None
    if present & {"i", "we"} and not (calendar and _plans(texts)):
        return None  # what else we say we do is a frame or nothing
    if _orders(texts) or _theirs(texts):
        return None
    acts = [ACT_OF_NOUN[text] for text in texts if text in ACT_OF_NOUN]
    if calendar and not acts:
        acts = [act(base(text)) for text in texts[1:] if text[-1:] == "s" and base(text) in ACT_OF] + [
            act(base(text)) for text in texts if _plans(texts) and text in ACT_OF
        ]
    if acts:
        return acts[0]
    takes = present & TAKES and ({"this", "it", "that", "they"} & set(texts[:4]) or "allow" in present)
    return "other" if takes else None


def _is_done_to(texts: Sequence[str]) -> bool:
    """Whether there is a passive: "requests are handled as quickly as possible"."""
    return any(text in ("is", "are") and is_participle(after) for text, after in pairwise(texts))


def _plans(texts: Sequence[str]) -> bool:
    """Whether we do an act in a plain present: "we release the deposit on the 3rd"."""
    return any(text in ("i", "we") and following in ACT_OF for text, following in pairwise(texts))


def _orders(texts: Sequence[str]) -> bool:
    """Whether the clause tells the customer to do something, other than to wait."""
    first = next((text for text in texts if text not in ALLOWED and text[0].isalpha()), "")
    if first in ("allow", "expect", "bear", "give", "next"):
        return False
    return "please" in texts[:2] or first in ORDERS


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
