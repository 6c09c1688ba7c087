"""Statements about one thing, of which most say the same: the others are told."""

from trustlint.checks import Verdict
from trustlint.fact import Fact
from trustlint.typed import Callable, Hashable, Iterator, Sequence, TypeVar

Said = TypeVar("Said", bound=Hashable)


def disagreements(
    facts: Sequence[Fact],
    topic: Callable[[Fact], Hashable],
    said: Callable[[Fact], Said],
    agree: Callable[[Said, Said], bool],
) -> Iterator[Verdict]:
    """Each statement that does not agree with what most records say about its topic, in the order of the library.

    Of two that are equally frequent, the first that is said counts. A record that also says what most say, says both
    on purpose.
    """
    groups: dict[Hashable, list[int]] = {}
    for number, fact in enumerate(facts):
        groups.setdefault(topic(fact), []).append(number)
    found: list[Verdict] = []
    for numbers in groups.values():
        if len({facts[number].owner for number in numbers}) > 1:
            found += _odd_ones(facts, numbers, said, agree)
    yield from sorted(found, key=lambda verdict: verdict.number)


def _odd_ones(
    facts: Sequence[Fact], numbers: Sequence[int], said: Callable[[Fact], Said], agree: Callable[[Said, Said], bool]
) -> Iterator[Verdict]:
    owners: dict[Said, dict[object, int]] = {}
    for number in numbers:
        owners.setdefault(said(facts[number]), {}).setdefault(facts[number].owner, number)
    usual = max(owners, key=lambda value: len(owners[value]))
    both = {facts[number].owner for number in numbers if agree(said(facts[number]), usual)}
    told: set[object] = set()
    for number in numbers:
        fact = facts[number]
        if fact.owner in both or fact.owner in told or agree(said(fact), usual):
            continue
        told.add(fact.owner)
        other = next(iter(owners[usual].values()))
        yield verdict(facts, number, other)


def verdict(facts: Sequence[Fact], number: int, other: int) -> Verdict:
    """What is said about two statements that do not go together, at the first of them."""
    there = " ".join(facts[other].text.split())
    values = {"match": facts[number].text, "other": there, "where": where(facts[other])}
    return Verdict(number, values, ((other, f"“{there}” in {where(facts[other])}"),))


def where(fact: Fact) -> str:
    """The record of a fact, as people call it."""
    return fact.record_value().name
