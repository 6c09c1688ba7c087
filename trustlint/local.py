"""Rules whose words stand in one sentence: looked for once in equal stretches, wherever these stand."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, cast

from trustlint.candidates import Candidates
from trustlint.checks import Check, Match
from trustlint.checks.where import Where
from trustlint.prose import Prose
from trustlint.rule import Rule

if TYPE_CHECKING:
    from trustlint.checks.requirement import Requirement

KINDS = frozenset({"existence", "substitution", "occurrence", "requirement"})


def is_local(rule: Rule) -> bool:
    """Whether what a rule looks for follows from the words of one sentence."""
    return rule.check in KINDS and rule.where.get("scope", "sentence") == "sentence"


class LocalRules:
    """Rules, by their numbers among others, that are run on the stretches of messages.

    `ready` gives the check of a rule, and where it speaks.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        numbers: Iterable[int],
        anchors: Sequence[frozenset[str] | None],
        ready: Callable[[int], tuple[Check, Where]],
    ) -> None:
        self.numbers = frozenset(numbers)
        self._candidates = Candidates(anchors, sorted(self.numbers))
        self._requiring = frozenset(n for n in self.numbers if rules[n].check == "requirement")
        self._ready = ready

    def find(self, prose: Prose) -> Iterator[tuple[int, Match]]:
        """What they find in a message. All of them are asked, whichever languages they and the message speak."""
        for stretch in prose.stretches:
            known = stretch.known
            if known.found is None:
                known.found = tuple(self._in(stretch.view))
            for number, found in known.found:
                match = found.moved(stretch.shift)
                if number not in self._requiring or self._requirement(number).lacks(prose, match.span):
                    yield number, match

    def _in(self, view: Prose) -> Iterator[tuple[int, Match]]:
        for number, places in self._candidates.of(view.plain):
            check, where = self._ready(number)
            find = self._requirement(number).said if number in self._requiring else check.find
            for match in find(view, places):
                if where.allows(view, match.span):
                    yield number, match

    def _requirement(self, number: int) -> "Requirement":
        """A rule that takes more than a sentence to decide: what was said may also be elsewhere."""
        return cast("Requirement", self._ready(number)[0])
