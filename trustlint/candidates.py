"""Which rules can matter for these words, and where.

Most rules say nothing about most messages. One pass of an Aho-Corasick automaton over the folded message finds the
literals that rules cannot fire without (`checks.anchors`); only the rules they belong to are asked. A rule for which
no such literal can be proven is always asked, so the answer never depends on this short cut.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from trustlint.checks.anchors import fold


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
