"""Mutants that no example catches: what a rule holds and nothing tests."""

from collections.abc import Container, Iterable, Iterator

from trustlint.errors import PackError
from trustlint.examples import Lint, untrue
from trustlint.mutation.mutants import GRADES, Grade, Mutant, mutants
from trustlint.rule import Rule
from trustlint.span import Span


def survivors(rules: Iterable[Rule], lint: Lint, grades: Container[Grade] = GRADES) -> Iterator[Mutant]:
    """The mutants that leave all examples of their rule true.

    A list of plain words counts as one: its words are reported when no example needs any of them.
    """
    for rule in rules:
        if not rule.bad or any(True for _ in untrue(rule, lint)):
            continue  # examples that are wrong already show nothing
        alive: list[Mutant] = []
        shown: set[tuple[str, str, Span]] = set()
        for mutant in mutants(rule):
            if mutant.grade not in grades or (mutant.grade == "word" and _list(mutant) in shown):
                continue
            if caught(mutant, lint):
                shown.add(_list(mutant))
            else:
                alive.append(mutant)
        yield from (one for one in alive if one.grade != "word" or _list(one) not in shown)


def caught(mutant: Mutant, lint: Lint) -> bool:
    """Whether some example tells a mutant from its rule."""
    try:
        return any(True for _ in untrue(mutant.changed, lint))
    except (PackError, TimeoutError):
        return True  # what cannot run at all is noticed


def _list(mutant: Mutant) -> tuple[str, str, Span]:
    return mutant.key, mutant.form, mutant.list
