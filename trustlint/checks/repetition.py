"""`check: repetition`: a word that stands twice in a row.

    exceptions: [had had, that that]

Without `patterns` any word counts. `max` is how often it may stand in a row; `{word}` fills the rule's message.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from trustlint.checks import Match
from trustlint.checks.anchors import anchors as anchors_of
from trustlint.checks.existence import match_at
from trustlint.checks.patterns import Pattern, loose_pattern, phrase_pattern
from trustlint.checks.substitution import OPTIONS as SUBSTITUTION
from trustlint.checks.units import units
from trustlint.rule import Rule

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS = {
    "patterns": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "minItems": 1,
        "description": "What counts as a word, as regular expressions; any word when not said.",
    },
    "max": {"type": "integer", "minimum": 1, "description": "How often it may stand in a row; once when not said."},
    "exceptions": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "description": "Repetitions that are fine, written out: `had had`.",
    },
    "applicability": SUBSTITUTION["applicability"],
}
REQUIRED: tuple[tuple[str, ...], ...] = ()
VALUES = ("match", "word")

_ANY_WORD = r"[^\W\d_]+(?:['-][^\W\d_]+)*"


def _words(rule: Rule, lexicon: "Lexicon") -> list[str]:
    return [loose_pattern(pattern, lexicon) for pattern in rule.options.get("patterns", ())]


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return anchors_of(_words(rule, lexicon))


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Repetition":
    word = "|".join(f"(?:{source})" for source in _words(rule, lexicon)) or _ANY_WORD
    more = rf"(?:\s+(?P=word)){{{rule.options.get('max', 1)},}}"
    # A hyphen or an apostrophe on either side makes it part of another word: `by-and-by and`, `can can't`.
    repeated = rf"(?<![\w'-])(?P<word>{word}){more}(?![\w'-])"
    fine = [phrase_pattern(phrase, lexicon) for phrase in rule.options.get("exceptions", ())]
    return Repetition(rule, Pattern(rule, [repeated], limit), Pattern(rule, fine, limit) if fine else None)


class Repetition:
    """Every run of the same word."""

    def __init__(self, rule: Rule, pattern: Pattern, exceptions: Pattern | None) -> None:
        self.rule = rule
        self.pattern = pattern
        self.exceptions = exceptions

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        for unit in units(prose, self.rule, places):
            for found in self.pattern.matches(unit.text):
                if self.exceptions is None or not self.exceptions.found(found[0]):
                    match = match_at(prose, unit, found)
                    yield match._replace(replacement=match.values["word"])
