"""Verbs: which act each promises, and which promise nothing."""

from trustlint.memo import cache
from trustlint.prose.commitments.value import Act

ACTS: dict[Act, str] = {
    "reply": (
        "reply respond answer contact write e-mail email message text revert reach notify inform "
        "advise tell confirm acknowledge hear connect"
    ),
    "update": "update keep",
    "call": "call phone ring",
    "refund": "refund reimburse return pay repay reverse",
    "credit": "credit compensate waive discount add apply extend grant upgrade deduct",
    "ship": (
        "ship send dispatch despatch post mail courier resend reship re-send re-ship expedite forward-on deliver-out"
    ),
    "deliver": "deliver bring arrive reach reflect appear show receive get have collect pick",
    "replace": "replace exchange swap",
    "fix": (
        "fix resolve repair solve correct rectify restore sort address settle remedy patch reset "
        "reactivate reinstate unlock"
    ),
    "investigate": (
        "investigate look check review examine inspect verify trace track monitor find determine "
        "assess analyse analyze evaluate test work see"
        " explore research chase pursue dig press nudge hunt sift study audit debug reproduce "
        "diagnose query double-check recheck follow handle oversee gather"
    ),
    "escalate": (
        "escalate forward pass refer raise hand transfer relay route assign flag report submit "
        "prioritise prioritize request ask file log"
    ),
    "decide": "decide approve authorise authorize consider confirm-outcome conclude",
    "cancel": "cancel close terminate remove delete stop unsubscribe deactivate void",
    "ensure": "ensure make-sure guarantee",
    "other": (
        "process issue provide arrange schedule book initiate alter tailor mend clean cook bake paint "
        "wash build assemble start begin complete finish finalise finalize prepare create generate "
        "set place do take put"
        " give offer let come be share publish post install visit attend deploy roll release change "
        "adjust amend edit move switch recheck discuss talk speak"
        " include coordinate liaise organise organize instruct note mark collate compile draft calculate "
        "proceed continue act deal attend launch"
    ),
}
ACT_OF: dict[str, Act] = {verb: act for act, verbs in reversed(ACTS.items()) for verb in verbs.split()}

NOT_OPEN = frozenset(
    "love like want wish hope appreciate value understand know rely remember miss await wait "
    "remain stay use require charge bill cost mean contain depend"
    " enable allow help assist guide walk explain say admit need able happy glad pleased "
    "delighted welcome accept honour honor respect assume believe think feel seem"
    " become expire lose never always only not have-to must look-forward join enjoy prefer expect "
    "continue consist belong remind thank apologise apologize regret"
    " attach treat own serve retain win deserve reiterate reassure gladly keep see try be have no make support"
    " cover bear absorb".split()
)
"""After "we will" these promise no open act by themselves."""

GIVEN = frozenset(
    "contacted notified informed updated refunded reimbursed called phoned emailed e-mailed "
    "messaged texted compensated credited sent issued given provided advised told"
    " answered assigned connected reached visited paid repaid offered kept alerted rung written "
    "mailed posted transferred".split()
)
"""What "you will be …" has to say for us to owe it."""

SHOWING = frozenset("arrive reflect appear show reach land come ship leave clear post go be".split())
"""What a thing does of itself when we have done our part: the refund will reflect, the parcel should arrive."""

IRREGULAR = {
    "sent": "send",
    "made": "make",
    "paid": "pay",
    "repaid": "repay",
    "done": "do",
    "given": "give",
    "told": "tell",
    "kept": "keep",
    "put": "put",
    "seen": "see",
    "found": "find",
    "built": "build",
    "brought": "bring",
    "dealt": "deal",
    "got": "get",
    "gone": "go",
    "taken": "take",
    "written": "write",
    "rung": "ring",
    "set": "set",
    "run": "run",
    "met": "meet",
    "heard": "hear",
    "picked": "pick",
    "shipped": "ship",
    "dropped": "drop",
    "reset": "reset",
    "resent": "resend",
    "begun": "begin",
    "let": "let",
    "chosen": "choose",
    "held": "hold",
    "left": "leave",
    "lost": "lose",
    "spoken": "speak",
    "read": "read",
    "shown": "show",
    "known": "know",
    "bought": "buy",
    "caught": "catch",
    "thrown": "throw",
    "drawn": "draw",
    "driven": "drive",
    "flown": "fly",
    "stolen": "steal",
    "broken": "break",
    "worn": "wear",
    "sold": "sell",
    "cut": "cut",
}
DOUBLED = frozenset("bdgklmnprt")


@cache
def base(word: str) -> str:
    """The base form of a verb, guessed from its ending where the word is not known: `shipping` → ship, `processed` →
    process.
    """
    if word in ACT_OF or word in NOT_OPEN:
        return word
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending, tails in (
        ("ying", ("y",)),
        ("ing", ("", "e")),
        ("ied", ("y",)),
        ("ed", ("", "e")),
        ("ies", ("y",)),
        ("es", ("", "e")),
        ("s", ("",)),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            known = [
                stem + tail
                for tail in tails
                if stem + tail in ACT_OF or stem + tail in NOT_OPEN or stem + tail in IRREGULAR.values()
            ]
            if known:
                return known[0]
            if stem[-1] == stem[-2:-1] and stem[-1] in DOUBLED:
                return stem[:-1]
            return stem + (
                "e" if stem.endswith(("at", "iz", "is", "v", "c", "g", "u", "at")) and "e" in tails else tails[0]
            )
    return word


def act(verb: str) -> Act:
    return ACT_OF.get(verb, "other")


def is_participle(word: str) -> bool:
    """Whether a word can be a past participle: processed, sent, given."""
    return word.endswith("ed") or word in IRREGULAR
