"""Which rules can matter for these words, and where.

Most rules say nothing about most messages. One pass of an Aho-Corasick automaton over the folded message finds the
literals that rules cannot fire without (`checks.anchors`); only the rules they belong to are asked. A rule for which
no such literal can be proven is always asked, so the answer never depends on this short cut.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from trustlint.checks.anchors import Needs, Way, fold
from trustlint.prose.stretches import AROUND
from trustlint.tuples import NamedTuple

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


FEW = 300
"""Literals of which many messages have none, so that it pays to ask before a message is taken apart."""


BORDERS = frozenset(".!?:\n")
"""Characters between stretches: a literal with one of them could stand in two."""


class Candidate(NamedTuple):
    """A rule, and where its anchors begin in the text, in order; `None` when it has none and may fire anywhere."""

    number: int
    places: Sequence[int] | None


class Candidates:
    """An index over the anchors of rules, by their position in the given sequence; of some of them when `numbers` says
    which.
    """

    def __init__(self, anchors: Sequence[frozenset[str] | None], numbers: Iterable[int] | None = None) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        numbers = range(len(anchors)) if numbers is None else list(numbers)
        self._always = [n for n in numbers if anchors[n] is None]
        owners: dict[str, list[int]] = {}
        for n in numbers:
            for literal in anchors[n] or ():
                owners.setdefault(literal, []).append(n)
        self._owners = [tuple(rules) for rules in owners.values()]
        # The contiguous automaton builds in a quarter of the time that the fastest one takes, and the scan is never
        # what a run waits for.
        self._automaton = AhoCorasick(list(owners), implementation=Implementation.ContiguousNFA) if owners else None

    def of(self, text: str) -> list[Candidate]:
        """The rules that can fire on a text, in order."""
        places: dict[int, list[int] | None] = dict.fromkeys(self._always)
        if self._automaton is not None:
            for literal, start, _ in self._automaton.find_matches_as_indexes(fold(text), overlapping=True):
                for number in self._owners[literal]:
                    of_rule = places.setdefault(number, [])
                    assert of_rule is not None
                    of_rule.append(start)
        return [Candidate(number, of_rule and sorted(of_rule)) for number, of_rule in sorted(places.items())]


class SourceCandidates:
    """An index over what each source of some rules needs, by the number of the rule."""

    def __init__(self, needs: Mapping[int, Needs]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        self._always: set[tuple[int, int]] = set()
        self._asked: dict[str, list[tuple[tuple[int, int], Way]]] = {}
        literals: dict[str, None] = {}
        for number, of_rule in needs.items():
            for source, ways in enumerate(of_rule):
                if ways is None:
                    self._always.add((number, source))
                for first, *others in ways or ():
                    for literal in first:
                        self._asked.setdefault(literal, []).append(((number, source), tuple(others)))
                    literals |= dict.fromkeys(chain(first, *others))
        self._literals = list(literals)
        self._automaton = (
            AhoCorasick(self._literals, implementation=Implementation.ContiguousNFA) if self._literals else None
        )

    def may_stand_in(self, *texts: str) -> bool:
        """Whether any of the rules can fire on a stretch of these texts; where there are many rules it always may."""
        return self._gate is None or any(self._gate.find_matches_as_indexes(fold(text)) for text in texts)

    @cached_property
    def _gate(self) -> "AhoCorasick | None":
        """Finds what every literal is without what a stretch has around it; `None` where that would say nothing."""
        literals = {literal.strip(AROUND) for literal in self._literals}
        over_ends = any(not BORDERS.isdisjoint(literal) for literal in literals)
        if self._always or over_ends or "" in literals or not 0 < len(literals) <= FEW:
            return None
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(literals)

    def of(self, *texts: str) -> dict[int, tuple[int, ...]]:
        """The rules that can fire where these texts stand, in order, and those of their sources that can match."""
        found = {self._literals[index] for text in texts for index in self._in(fold(text))}
        able = set(self._always)
        for literal in found:
            for each, others in self._asked.get(literal, ()):
                if all(not other.isdisjoint(found) for other in others):
                    able.add(each)
        sources: dict[int, tuple[int, ...]] = {}
        for number, source in sorted(able):
            sources[number] = (*sources.get(number, ()), source)
        return sources

    def _in(self, text: str) -> set[int]:
        if self._automaton is None:
            return set()
        return {index for index, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)}
