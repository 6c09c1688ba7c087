"""`check: capitalization`: headings and subject lines in one case.

    match: sentence
    exceptions: [Acme Pay, VIP]

`match` is `title` (after the guide that `style` names), `sentence`, `lower`, `upper`, or a pattern that the whole must
match. `{expected}` fills the rule's message.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from trustlint.checks import Match, casing
from trustlint.checks.patterns import Pattern, loose_pattern
from trustlint.checks.substitution import OPTIONS as SUBSTITUTION
from trustlint.checks.typed import typed, unmasked
from trustlint.rule import Rule

if TYPE_CHECKING:
    import regex

    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon
    from trustlint.prose.sentences import Sentence

_WORDS = {"type": "array", "items": {"type": "string", "minLength": 1}}

OPTIONS = {
    "match": {
        "type": "string",
        "minLength": 1,
        "description": "`title`, `sentence`, `lower`, `upper`, or a pattern (write `(?-i:…)` where case matters).",
    },
    "of": {
        "type": "array",
        "items": {"enum": ["subject", "heading", "item", "sentence", "greeting", "sign-off"]},
        "minItems": 1,
        "description": "What is judged; `subject` and `heading` when not said.",
    },
    "style": {"enum": ["AP", "Chicago"], "description": "Whose title case; `AP` when not said."},
    "exceptions": {**_WORDS, "description": "Names and terms that keep their own case."},
    "indicators": {**_WORDS, "description": "Endings after which the next word may be written either way; `:`."},
    "threshold": {
        "type": "number",
        "minimum": 0,
        "maximum": 1,
        "description": f"The share of words that must be right; {casing.THRESHOLD} when not said.",
    },
    "applicability": SUBSTITUTION["applicability"],
}
REQUIRED = (("match",),)
VALUES = ("match", "expected")

CASES = ("title", "sentence", "lower", "upper")


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Capitalization":
    wanted = rule.options["match"]
    pattern = None if wanted in CASES else Pattern(rule, [loose_pattern(wanted, lexicon)], limit)
    return Capitalization(rule, pattern)


def judged(text: str, options: dict[str, Any], excepted: "regex.Pattern[str] | None") -> casing.Casing:
    """A text held against one of the `CASES`."""
    threshold = options.get("threshold") or casing.THRESHOLD
    if options["match"] == "title":
        return casing.title(text, options.get("style", "AP"), excepted=excepted, threshold=threshold)
    if options["match"] == "sentence":
        indicators = options.get("indicators") or (":",)
        return casing.sentence(text, excepted=excepted, indicators=indicators, threshold=threshold)
    expected = text.lower() if options["match"] == "lower" else text.upper()
    return casing.Casing(expected, text == expected or bool(excepted and excepted.search(text)))


class Capitalization:
    """Every heading whose case is another one."""

    def __init__(self, rule: Rule, pattern: Pattern | None) -> None:
        self.options = rule.options
        self.pattern = pattern
        self.of = frozenset(rule.options.get("of", ("subject", "heading")))

    @cached_property
    def excepted(self) -> "regex.Pattern[str] | None":
        return casing.exceptions(casing.literal(self.options.get("exceptions", ())))

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        for sentence in prose.sentences:
            hidden = sentence.span.of(typed(prose))
            if not self._is_meant(sentence) or not any(map(str.isalpha, hidden)):
                continue
            found = self._judged(hidden)
            if not found.fits:
                text = sentence.span.of(prose.text)
                expected = unmasked(found.expected, text)
                yield Match(
                    sentence.span,
                    {"match": text, "expected": expected},
                    replacement=expected if expected != text else None,
                )

    def _is_meant(self, sentence: "Sentence") -> bool:
        return ("subject" if sentence.part == "subject" else sentence.kind) in self.of

    def _judged(self, text: str) -> casing.Casing:
        if self.pattern is not None:
            return casing.Casing(text, self.pattern.found(text))
        return judged(text, self.options, self.excepted)
