"""Which names of the lexicon are used where: by rules, and by other names."""

from collections.abc import Iterator, Mapping
from typing import Any

from trustlint.prose.lexicon import Lexicon, references
from trustlint.rule import Rule


def used_by(rule: Rule) -> frozenset[str]:
    """The names that a rule writes."""
    return frozenset(_names([rule.options, rule.where, rule.unless]))


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (match["name"] for match in references(value))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _names(key)
            yield from _names(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _names(each)


def made_of(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """By each name of words or patterns those that it stands on, itself included."""
    words, patterns = lexicon.data()
    direct = {name: frozenset(_names(forms)) for name, forms in {**words, **patterns}.items()}
    found: dict[str, frozenset[str]] = {}

    def below(name: str) -> frozenset[str]:
        if name not in found:
            found[name] = frozenset({name}).union(*(below(one) for one in direct.get(name, ())))
        return found[name]

    return {name: below(name) for name in direct}


class Shortening:
    """Makes lexicons that differ from one in a single name; what does not stand on that name is not made again."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words, self._patterns = lexicon.data()
        self._expanded = lexicon.expanded()
        self._below = made_of(lexicon)

    def stand_on(self, name: str) -> frozenset[str]:
        """The names that use a name, itself included."""
        return frozenset(one for one, below in self._below.items() if name in below)

    def with_forms(self, name: str, forms: tuple[str, ...]) -> Lexicon:
        """The lexicon with other words or patterns for a name."""
        changed = self.stand_on(name)
        others = {one: pattern for one, pattern in self._expanded.items() if one not in changed}
        words, patterns = (
            {one: forms if one == name else old for one, old in group.items()}
            for group in (self._words, self._patterns)
        )
        return Lexicon(words, patterns, others)
