"""What a library says as a whole: the facts of all its files, judged together."""

from array import array

from trustlint.diagnostic import Diagnostic, Fix, Label
from trustlint.fact import Fact, unpacked
from trustlint.gathered import Gathered
from trustlint.linter import Linter, fill
from trustlint.rule import Rule
from trustlint.tuples import NamedTuple
from trustlint.typed import Callable, Iterator, Mapping, Sequence, overload


class Place(NamedTuple):
    """A field with facts: the numbers of its file and of the field, and from where to where they are packed."""

    file: int
    field: int
    start: int
    end: int


class Noted:
    """The facts of all files. They are read again when somebody looks at one: only where they lie is held."""

    def __init__(self, files: Sequence[Gathered]) -> None:
        self.files = files
        self._places = tuple(array("Q") for _ in Place._fields)
        self._last: tuple[int, tuple[Fact, ...]] | None = None

    def of_rules(self) -> dict[str, "Facts"]:
        """The facts of each rule, in the order of the library."""
        rules: dict[str, Facts] = {}
        for at, file in enumerate(self.files):
            for place in file.found.facts():
                number = len(self._places[0])
                for column, value in zip(self._places, (at, *place), strict=True):
                    column.append(value)
                for which, fact in enumerate(self._facts(number)):
                    rules.setdefault(fact.rule, Facts(self, array("L"), array("L"))).add(number, which)
        return rules

    def place(self, number: int) -> Place:
        return Place(*(column[number] for column in self._places))

    def fact(self, number: int, which: int) -> Fact:
        return self._facts(number)[which]

    def _facts(self, number: int) -> tuple[Fact, ...]:
        if self._last is None or self._last[0] != number:
            place = self.place(number)
            file = self.files[place.file]
            self._last = number, unpacked(file.found.spool.read(place.start, place.end), file.path)
        return self._last[1]


class Facts(Sequence[Fact]):
    """The facts of a rule: the number of the place of each among all that is noted, and which of that place it is."""

    def __init__(self, noted: Noted, numbers: "array[int]", which: "array[int]") -> None:
        self._noted = noted
        self._numbers = numbers
        self._which = which

    def add(self, number: int, which: int) -> None:
        self._numbers.append(number)
        self._which.append(which)

    def place(self, at: int) -> Place:
        return self._noted.place(self._numbers[at])

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Fact: ...
    @overload
    def __getitem__(self, at: slice) -> "Facts": ...
    def __getitem__(self, at: int | slice) -> "Fact | Facts":
        if isinstance(at, slice):
            return Facts(self._noted, self._numbers[at], self._which[at])
        return self._noted.fact(self._numbers[at], self._which[at])


def judge(files: Sequence[Gathered], rules_of: Callable[[str], Linter]) -> Iterator[tuple[int, int, Diagnostic]]:
    """What the rules of libraries say about each file's part in the whole: which file, which of its fields, and what.

    `rules_of` gives the rules that a file is held against: a rule speaks about the files that it runs on.
    """
    for rule, facts in sorted(Noted(files).of_rules().items()):
        linter = rules_of(facts[0].path)
        for number, one in judged(linter, rule, facts, rules_of):
            place = facts.place(number)
            yield place.file, place.field, one


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
