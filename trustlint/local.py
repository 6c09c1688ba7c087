"""Rules whose words stand in one sentence: looked for once in equal stretches, wherever these stand."""

from trustlint.candidates import Indexed, SourceCandidates
from trustlint.checks import Check, Match
from trustlint.checks.anchors import Needs, ways
from trustlint.checks.where import Where
from trustlint.modules import import_module
from trustlint.prose import Prose
from trustlint.rule import Rule
from trustlint.typed import TYPE_CHECKING, Callable, Iterator, Mapping, Sequence, cast

if TYPE_CHECKING:
    from trustlint.checks.patterns import Sourced
    from trustlint.checks.requirement import Requirement
    from trustlint.finding import Finder
    from trustlint.prose.lexicon import Lexicon
    from trustlint.prose.stretches import Stretch

KINDS = frozenset({"existence", "substitution", "occurrence", "requirement"})


OF_RECORD = frozenset({"stored", "conversation", "title"})
"""Filters that look at what a sentence stands in."""


def is_local(rule: Rule) -> bool:
    """Whether what a rule looks for follows from the words of one sentence, and is words: not that some are missing."""
    sentence = rule.where.get("scope", "sentence") == "sentence"
    missing = rule.check == "occurrence" and "min" in rule.options
    return rule.check in KINDS and sentence and not missing and not OF_RECORD & rule.where.keys()


def needs(rule: Rule, lexicon: "Lexicon") -> Needs:
    """What each source of a local rule needs."""
    sources: list[str] = import_module(f"trustlint.checks.{rule.check}").sources_of(rule, lexicon)
    return [ways(source) for source in sources]


class LocalRules:
    """Rules, by their numbers among others, that are run on the stretches of messages.

    `needs` are those of the rules' sources, or an index of them; `ready` gives the check of a rule and where it speaks.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        needs: Mapping[int, Needs] | Indexed,
        ready: Callable[[int], tuple[Check, Where]],
    ) -> None:
        self.numbers = frozenset(needs.numbers.values() if isinstance(needs, Indexed) else needs)
        self._candidates = SourceCandidates(needs)
        self._requiring = frozenset(n for n in self.numbers if rules[n].check == "requirement")
        self._ready = ready

    def find(self, prose: Prose) -> Iterator[tuple[int, Match]]:
        """What they find in a message. All of them are asked, whichever languages they and the message speak."""
        if not self._candidates.may_stand_in(prose.plain, prose.masked):
            return
        finder = None
        for stretch in prose.stretches:
            known = stretch.known
            if known.found is None:
                finder = finder or self._candidates.finder(text for each in prose.stretches for text in each.searched)
                known.found = tuple(self._in(stretch, finder))
            for number, found in known.found:
                match = found.moved(stretch.shift)
                if number not in self._requiring or self._requirement(number).lacks(prose, match.span):
                    yield number, match

    def _in(self, stretch: "Stretch", finder: "Finder") -> Iterator[tuple[int, Match]]:
        able = self._candidates.of(*stretch.searched, finder=finder)
        if not able:
            return
        view = stretch.view
        for number, sources in able.items():
            check, where = self._ready(number)
            some = cast("Sourced", check).only(sources)
            found = cast("Requirement", some).said(view) if number in self._requiring else some.find(view)
            for match in found:
                if where.allows(view, match.span):
                    yield number, match

    def _requirement(self, number: int) -> "Requirement":
        """A rule that takes more than a sentence to decide: what was said may also be elsewhere."""
        return cast("Requirement", self._ready(number)[0])
