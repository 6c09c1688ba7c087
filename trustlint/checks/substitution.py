"""`check: substitution`: words with a better wording.

    swap:
      at the earliest convenience: by {{next_update}}
      (?:in|within) (?:due|good) course: by {{next_update}}

Keys are phrases, or patterns when they hold regular-expression syntax; the first that matches decides. `{match}` and
`{swap}` fill the rule's message.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from trustlint.checks import Match
from trustlint.checks.anchors import anchors as anchors_of
from trustlint.checks.existence import match_at
from trustlint.checks.patterns import Pattern, form_pattern
from trustlint.checks.units import units
from trustlint.rule import Rule

if TYPE_CHECKING:
    import regex

    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS = {
    "swap": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "minProperties": 1,
        "description": "What to find, and the wording that replaces it.",
    },
    "applicability": {
        "enum": ["safe", "unsafe", "manual"],
        "description": "How far the replacement can be trusted; `unsafe` when not said.",
    },
}
REQUIRED = (("swap",),)


def sources_of(rule: Rule, lexicon: "Lexicon") -> list[str]:
    """What is looked for, each a pattern of its own."""
    return [form_pattern(key, lexicon) for key in rule.options["swap"]]


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return anchors_of(sources_of(rule, lexicon))


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Substitution":
    patterns = [Pattern(rule, [source], limit) for source in sources_of(rule, lexicon)]
    return Substitution(rule, list(zip(patterns, rule.options["swap"].values(), strict=True)))


class Substitution:
    """Every place where a better wording is known."""

    def __init__(self, rule: Rule, swaps: list[tuple[Pattern, str]]) -> None:
        self.rule = rule
        self.swaps = swaps

    def only(self, numbers: tuple[int, ...]) -> "Substitution":
        """The same where no other swaps than these can match."""
        return Substitution(self.rule, [self.swaps[number] for number in numbers])

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        for unit in units(prose, self.rule, places):
            taken: list[Match] = []
            for pattern, swap in self.swaps:
                for found in pattern.matches(unit.text):
                    match = match_at(prose, unit, found)
                    if not any(match.span.overlaps(other.span) for other in taken):
                        replacement = _cased(_filled(swap, found), match.values["match"])
                        taken.append(
                            match._replace(values={**match.values, "swap": replacement}, replacement=replacement)
                        )
            yield from sorted(taken, key=lambda match: match.span)


def _filled(swap: str, found: "regex.Match[str]") -> str:
    r"""The replacement with `\1` and its kin filled in."""
    return found.expand(swap) if "\\" in swap else swap


def _cased(replacement: str, like: str) -> str:
    """The replacement with a capital where the words it replaces begin with one."""
    if like[:1].isupper() and replacement[:1].islower():
        return replacement[:1].upper() + replacement[1:]
    return replacement
