"""Whether a commitment owes the customer a date it does not give."""

from trustlint.prose.commitments.value import Act, Commitment

EFFORT: frozenset[Act] = frozenset({"investigate", "escalate", "reply", "update", "call"})
"""Acts whose start says nothing of their result: "look into it right away" is still undated."""


def needs_date(commitment: Commitment) -> bool:
    """Open work by us that the customer waits for, without a usable time and without a move of the customer's own before it."""
    time = commitment.time
    if commitment.negated or commitment.dated or commitment.act == "ensure" or commitment.modality == "may":
        return False
    if commitment.nominal and commitment.act != "reply" and commitment.act != "update":
        return False
    if time is not None and time.kind == "typical":
        return False
    if time is not None and time.kind == "vague":
        return True
    if time is not None and time.kind == "instant":
        return commitment.act in EFFORT and commitment.condition != "customer"
    return commitment.condition != "customer"
