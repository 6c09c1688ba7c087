"""Which rules can matter for these words, and where.

Most rules say nothing about most messages. One pass over the folded message finds the literals that rules cannot fire
without (`checks.anchors`, found by `finding.Literals`); only the rules they belong to are asked. A rule for which
no such literal can be proven is always asked, so the answer never depends on this short cut.
"""

from trustlint.checks.anchors import BORDER, Needs, fold
from trustlint.finding import Finder, Heads, Literals, bare, head
from trustlint.memo import cached_property
from trustlint.prose.stretches import AROUND
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Callable, Iterable, Mapping, Sequence, TypeAlias

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
        numbers = range(len(anchors)) if numbers is None else list(numbers)
        self._always = [n for n in numbers if anchors[n] is None]
        owners: dict[str, list[int]] = {}
        for n in numbers:
            for literal in anchors[n] or ():
                owners.setdefault(literal, []).append(n)
        self._owners = [tuple(rules) for rules in owners.values()]
        self._literals = Literals(list(owners))

    def of(self, text: str) -> list[Candidate]:
        """The rules that can fire on a text, in order."""
        places: dict[int, list[int] | None] = dict.fromkeys(self._always)
        folded = fold(text)
        for literal, start in self._literals.among(folded).found(folded):
            for number in self._owners[literal]:
                of_rule = places.setdefault(number, [])
                assert of_rule is not None
                of_rule.append(start)
        return [Candidate(number, of_rule and sorted(of_rule)) for number, of_rule in sorted(places.items())]


Asked: TypeAlias = tuple[int, int, tuple[tuple[int, ...], ...]]
"""A rule, one of its sources, and the sets of other literals, by their places, of each of which one must stand there
too for the source to match."""


class Index(NamedTuple):
    """What the sources of rules need, by literal.

    `borders` are the ends of literals where no word goes on (`finding.Literals`), `asked` gives for the place of a
    literal the sources that it is asked for first, `always` are those of which nothing is known.
    """

    literals: Sequence[str] | Heads
    borders: bytes
    asked: Callable[[int], Sequence[Asked]]
    always: Sequence[tuple[int, int]]


class Indexed(NamedTuple):
    """An index over more rules than are run: `numbers` has those that are, with the numbers they have here."""

    table: Index
    numbers: Mapping[int, int]


def indexed(needs: Mapping[int, Needs]) -> Indexed:
    """The index of what the sources of some rules need, by the numbers of the rules."""
    sources = (ways for of_rule in needs.values() for ways in of_rule if ways is not None)
    literals = {literal for ways in sources for way in ways for one in way for literal in one}
    # Those with one head follow one another (`finding.Heads`).
    in_order = sorted((head(literal.strip(BORDER)), literal) for literal in literals)
    places = {literal: place for place, (_, literal) in enumerate(in_order)}
    sets: dict[tuple[int, ...], tuple[int, ...]] = {}

    def placed(literals: Iterable[str]) -> tuple[int, ...]:
        found = tuple(sorted(places[literal] for literal in literals))
        return sets.setdefault(found, found)

    asked: dict[int, list[Asked]] = {}
    for number, of_rule in needs.items():
        for source, ways in enumerate(of_rule):
            for first, *others in ways or ():
                each = (number, source, tuple(map(placed, others)))
                for place in placed(first):
                    asked.setdefault(place, []).append(each)
    always = ((number, source) for number, of in needs.items() for source, ways in enumerate(of) if ways is None)
    index = Index(*bare(tuple(places)), lambda place: asked.get(place, ()), tuple(always))
    return Indexed(index, {number: number for number in needs})


class SourceCandidates:
    """An index over what each source of some rules needs, at work."""

    def __init__(self, needs: Mapping[int, Needs] | Indexed) -> None:
        table, self._numbers = needs if isinstance(needs, Indexed) else indexed(needs)
        self._texts, borders, self._asked, always = table
        self._literals = Literals(self._texts, borders)
        self._always = frozenset(each for each in always if each[0] in self._numbers)
        self._ready: dict[int, list[tuple[tuple[int, int], list[frozenset[int]]]]] = {}
        self._sets: dict[tuple[int, ...], frozenset[int]] = {}

    def may_stand_in(self, *texts: str) -> bool:
        """Whether any of the rules can fire on a stretch of these texts; where there are many rules it always may."""
        return self._gate is None or any(self._gate.find_matches_as_indexes(fold(text)) for text in texts)

    @cached_property
    def _gate(self) -> "AhoCorasick | None":
        """Finds what every literal is without what a stretch has around it; `None` where that would say nothing."""
        if self._always or len(self._texts) > 2 * FEW:
            return None
        literals = {literal.strip(AROUND) for literal in self._texts}
        over_ends = any(not BORDERS.isdisjoint(literal) for literal in literals)
        if over_ends or "" in literals or not 0 < len(literals) <= FEW:
            return None
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(literals)

    def finder(self, texts: Iterable[str]) -> Finder:
        """What finds literals in some texts and in parts of them."""
        return self._literals.among(fold("\n".join(texts)))

    def of(self, *texts: str, finder: Finder | None = None) -> dict[int, tuple[int, ...]]:
        """The rules that can fire where these texts stand, in order, and those of their sources that can match."""
        finder = finder or self.finder(texts)
        found = {place for text in texts for place, _ in finder.found(fold(text))}
        able = {(self._numbers[rule], source) for rule, source in self._always}
        for place in found:
            for each, others in self._ready[place] if place in self._ready else self._of(place):
                if all(not other.isdisjoint(found) for other in others):
                    able.add(each)
        sources: dict[int, tuple[int, ...]] = {}
        for number, source in sorted(able):
            sources[number] = (*sources.get(number, ()), source)
        return sources

    def _of(self, place: int) -> "list[tuple[tuple[int, int], list[frozenset[int]]]]":
        """What is asked of a literal by the rules that run, made ready for all texts that have it."""
        self._ready[place] = [
            ((self._numbers[rule], source), [self._set(other) for other in others])
            for rule, source, others in self._asked(place)
            if rule in self._numbers
        ]
        return self._ready[place]

    def _set(self, places: tuple[int, ...]) -> frozenset[int]:
        """A set of places, one for all sources that ask for it: most are asked for by many."""
        found = self._sets.get(places)
        if found is None:
            found = self._sets[places] = frozenset(places)
        return found
