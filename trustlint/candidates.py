"""Which rules can matter for these words.

Most rules say nothing about most messages. One pass of an Aho-Corasick automaton over the folded message finds the
literals that rules cannot fire without (`checks.anchors`); only the rules they belong to are asked. A rule for which
no such literal can be proven is always asked, so the answer never depends on this short cut.
"""

from collections.abc import Sequence

from trustlint.checks.anchors import fold


class Candidates:
    """An index over the anchors of rules, by their position in the given sequence."""

    def __init__(self, anchors: Sequence[frozenset[str] | None]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        self._always = frozenset(n for n, literals in enumerate(anchors) if literals is None)
        owners: dict[str, list[int]] = {}
        for n, literals in enumerate(anchors):
            for literal in literals or ():
                owners.setdefault(literal, []).append(n)
        self._owners = [tuple(rules) for rules in owners.values()]
        # The contiguous automaton builds in a quarter of the time that the fastest one takes, and the scan is never
        # what a run waits for.
        self._automaton = AhoCorasick(list(owners), implementation=Implementation.ContiguousNFA) if owners else None

    def of(self, text: str) -> list[int]:
        """The rules that can fire on a text, in order."""
        if self._automaton is None:
            return sorted(self._always)
        found = set(self._always)
        for literal, _, _ in self._automaton.find_matches_as_indexes(fold(text), overlapping=True):
            found.update(self._owners[literal])
        return sorted(found)
