"""Whether a commitment owes the customer a date it does not give."""

from trustlint.prose.commitments.value import Act, Commitment

OUTCOMES: frozenset[Act] = frozenset({"refund", "credit", "ship", "deliver", "replace", "fix", "cancel", "decide"})
OUTCOME_VERBS = frozenset({"process", "issue", "arrange", "complete", "finish", "provide", "give", "install"})


def needs_date(commitment: Commitment) -> bool:
    """Open work by us that the customer waits for, without a usable time and without a move of the customer's own
    before it.

    A vague time lacks a date even where the customer must move first: "if you send it, we'll reply soon".
    """
    time = commitment.time
    if commitment.negated or commitment.dated or commitment.modality == "may":
        return False
    if time is not None and time.kind == "vague":
        return True
    if time is not None and time.kind == "instant":
        return not is_outcome(commitment)
    if time is not None and time.kind in ("typical", "none"):
        return False
    if (commitment.act == "ensure" and commitment.condition is None) or (
        commitment.nominal and commitment.act not in ("reply", "update")
    ):
        return False
    return commitment.condition != "customer" and not commitment.contingent


STARTS = frozenset("initiate start begin expedite prioritise prioritize launch".split())


def is_outcome(commitment: Commitment) -> bool:
    """Whether the act is a result, so that "immediately" promises all of it; the start of work promises no date."""
    if commitment.modality == "done-open" or commitment.verb in STARTS:
        return False
    return commitment.act in OUTCOMES or commitment.act == "ensure" or commitment.verb in OUTCOME_VERBS
