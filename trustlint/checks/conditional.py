r"""`check: conditional`: what is used must be introduced in the same message.

    first: '(?-i:\b[A-Z]{3,5}\b)'
    second: '\((?-i:([A-Z]{3,5}))\)'

Where `second` has groups, what `first` matches must be among what they hold somewhere in the message; without groups
it is enough that `second` matches at all. Case does not matter in either, unless `(?-i:…)` says so.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from trustlint.checks import Match
from trustlint.checks.anchors import anchors as anchors_of
from trustlint.checks.existence import match_at
from trustlint.checks.patterns import Pattern, loose_pattern
from trustlint.checks.units import Unit
from trustlint.rule import Rule
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

OPTIONS = {
    "first": {"type": "string", "minLength": 1, "description": "A pattern of what needs to be introduced."},
    "second": {"type": "string", "minLength": 1, "description": "A pattern of what introduces it."},
    "exceptions": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "description": "What everybody knows: never asked for.",
    },
}
REQUIRED = (("first",), ("second",))


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    return anchors_of([loose_pattern(rule.options["first"], lexicon)])


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "Conditional":
    first, second = (Pattern(rule, [loose_pattern(rule.options[key], lexicon)], limit) for key in ("first", "second"))
    return Conditional(rule, first, second)


class Conditional:
    """Every `first` that no `second` introduces."""

    def __init__(self, rule: Rule, first: Pattern, second: Pattern) -> None:
        self.first = first
        self.second = second
        self.exceptions = {word.casefold() for word in rule.options.get("exceptions", ())}

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        message = Unit(Span(0, len(prose.text)), prose.masked)
        introduced = self._introduced(message.text)
        if introduced is None:
            return
        for found in self.first.matches(message.text):
            match = match_at(prose, message, found)
            if match.values["match"] not in introduced and match.values["match"].casefold() not in self.exceptions:
                yield match

    def _introduced(self, text: str) -> set[str] | None:
        """What is introduced in a message; `None` where everything is."""
        introduced: set[str] = set()
        for found in self.second.matches(text):
            if not found.re.groups:
                return None
            introduced.update(group for group in found.groups() if group)
        return introduced
