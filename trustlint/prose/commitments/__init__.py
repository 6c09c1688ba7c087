"""Commitments: what a message promises, by whom, by when, and under what condition."""

from trustlint.prose.commitments.find import commitments
from trustlint.prose.commitments.needs_date import needs_date
from trustlint.prose.commitments.value import Act, Actor, Commitment, Modality

__all__ = ["Act", "Actor", "Commitment", "Modality", "commitments", "needs_date"]
