"""What a library says as a whole: the facts of all its files, judged together."""

from trustlint.diagnostic import Diagnostic, Fix, Label
from trustlint.fact import Fact, unpacked
from trustlint.gathered import Gathered
from trustlint.linter import Linter, fill
from trustlint.rule import Rule
from trustlint.typed import Callable, Iterator, Mapping, Sequence, overload

Place = tuple[bytes, str, int]
"""Packed facts, the path of their file, and which of them is meant."""


class Facts(Sequence[Fact]):
    """The facts of a rule, each made of what is packed when somebody looks at it."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Fact]:
        return map(_fact, self._places)

    @overload
    def __getitem__(self, at: int) -> Fact: ...
    @overload
    def __getitem__(self, at: slice) -> "Facts": ...
    def __getitem__(self, at: int | slice) -> "Fact | Facts":
        return Facts(self._places[at]) if isinstance(at, slice) else _fact(self._places[at])


def _fact(place: Place) -> Fact:
    data, path, which = place
    return unpacked(data, path)[which]


def judge(files: Sequence[Gathered], rules_of: Callable[[str], Linter]) -> Iterator[tuple[int, int, Diagnostic]]:
    """What the rules of libraries say about each file's part in the whole: which file, which of its `noted`, and what.

    `rules_of` gives the rules that a file is held against: a rule speaks about the files that it runs on.
    """
    noted: dict[str, list[tuple[int, int, Place]]] = {}
    for at, file in enumerate(files):
        for number, found in enumerate(file.noted):
            for which, fact in enumerate(unpacked(found.facts, file.path)):
                noted.setdefault(fact.rule, []).append((at, number, (found.facts, file.path, which)))
    for rule, places in sorted(noted.items()):
        linter = rules_of(files[places[0][0]].path)
        for place, one in judged(linter, rule, Facts([place for _, _, place in places]), rules_of):
            at, number, _ = places[place]
            yield at, number, one


def judged(
    linter: Linter, rule: str, facts: Sequence[Fact], rules_of: Callable[[str], Linter] | None = None
) -> Iterator[tuple[int, Diagnostic]]:
    """What one rule says about all its facts: the number of a fact, and the diagnostic that stands in its place."""
    for verdict in linter.judge(rule, facts):
        fact = facts[verdict.number]
        own = rules_of(fact.path) if rules_of else linter
        labels = tuple(_label(facts[other], fact, text) for other, text in verdict.related)
        yield verdict.number, _diagnostic(own.rules[own.library_rules[rule]], fact, verdict.values, labels)


def _label(other: Fact, fact: Fact, text: str) -> Label:
    start, end = other.positions()
    return Label(start, end, text, other.path if other.path != fact.path else None)


def _diagnostic(rule: Rule, fact: Fact, values: Mapping[str, str], labels: tuple[Label, ...]) -> Diagnostic:
    start, end = fact.positions()
    return Diagnostic(
        rule=rule.id,
        severity=rule.severity,
        confidence=rule.confidence,
        message=fill(rule.message, values),
        path=fact.path,
        start=start,
        end=end,
        text=fact.text,
        record=fact.record_value(),
        route=fact.route,
        excerpt=fact.excerpt_value(),
        branch=fact.branch,
        labels=labels,
        fix=Fix(rule.rewrite) if rule.rewrite else None,
        source=fact.source,
        byte_column=fact.byte_column,
    )
