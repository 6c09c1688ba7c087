"""What a sentence says."""

from trustlint.prose.clauses import Clause
from trustlint.prose.prose import Prose, plain_message
from trustlint.prose.sentences import Sentence

__all__ = ["Clause", "Prose", "Sentence", "plain_message"]
