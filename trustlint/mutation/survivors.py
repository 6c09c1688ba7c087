"""Mutants that no example catches: what a rule holds and nothing tests."""

from collections.abc import Callable, Container, Iterable, Iterator
from typing import Protocol, TypeVar

from trustlint.errors import PackError
from trustlint.examples import Lint, untrue
from trustlint.mutation.mutants import GRADES, Grade, Mutant, mutants
from trustlint.rule import Rule
from trustlint.span import Span


class Gap(Protocol):
    """One thing left out: what, under which key, and where in the text `form`; `line` is in the file at its path."""

    @property
    def grade(self) -> Grade: ...
    @property
    def key(self) -> str: ...
    @property
    def gone(self) -> str: ...
    @property
    def form(self) -> str: ...
    @property
    def list(self) -> Span: ...
    @property
    def line(self) -> int: ...


Left = TypeVar("Left", bound=Gap)


def survivors(rules: Iterable[Rule], lint: Lint, grades: Container[Grade] = GRADES) -> Iterator[Mutant]:
    """The mutants that leave all examples of their rule true."""
    for rule in rules:
        if not rule.bad or any(True for _ in untrue(rule, lint)):
            continue  # examples that are wrong already show nothing
        yield from unnoticed(mutants(rule), lambda mutant: caught(mutant.changed, lint), grades)


def unnoticed(
    left_out: Iterable[Left], noticed: Callable[[Left], bool], grades: Container[Grade] = GRADES
) -> Iterator[Left]:
    """What nobody notices to be left out.

    A list of plain words counts as one: its words are reported when no example needs any of them.
    """
    alive: list[Left] = []
    shown: set[tuple[str, str, Span]] = set()
    for one in left_out:
        if one.grade not in grades or (one.grade == "word" and _list(one) in shown):
            continue
        if noticed(one):
            shown.add(_list(one))
        else:
            alive.append(one)
    yield from (one for one in alive if one.grade != "word" or _list(one) not in shown)


def caught(changed: Rule, lint: Lint) -> bool:
    """Whether some example of a changed rule tells it from what it was."""
    try:
        return any(True for _ in untrue(changed, lint))
    except (PackError, TimeoutError):
        return True  # what cannot run at all is noticed


def _list(one: Gap) -> tuple[str, str, Span]:
    return one.key, one.form, one.list
