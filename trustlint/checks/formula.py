"""Arithmetic over named counts: `0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59`.

Read into a tree and worked out by hand; nothing is ever executed.
"""

import math
import operator
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from trustlint.patterns import lazy

Tree: TypeAlias = float | str | tuple[str, tuple["Tree", ...]]
"""A number, a name, or an operation with what it works on."""

MAX_LENGTH = 2000
MAX_DEPTH = 40

_TOKEN = lazy(r"\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)|(?P<name>[A-Za-z_][\w.]*)|(?P<sign>[-+*/(),]))")
_FUNCTIONS: Mapping[str, Callable[[float], float]] = {
    "math.sqrt": math.sqrt,
    "math.abs": abs,
    "sqrt": math.sqrt,
    "abs": abs,
    "-": operator.neg,
}
_OPERATIONS: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
}
_CONDITION = lazy(r"\s*(>=|<=|==|!=|>|<)\s*(-?\d+(?:\.\d*)?|-?\.\d+)\s*")


class FormulaError(ValueError):
    """What cannot be read, and where: `offset` counts from 0."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def parse(formula: str) -> Tree:
    """The tree of a formula. FormulaError where it is none."""
    if len(formula) > MAX_LENGTH:
        raise FormulaError(f"this formula is {len(formula)} characters long, and may have {MAX_LENGTH}", 0)
    return _Parser(formula).whole()


def names(tree: Tree) -> frozenset[str]:
    """The counts that a formula asks for."""
    if isinstance(tree, str):
        return frozenset({tree})
    return frozenset().union(*map(names, tree[1])) if isinstance(tree, tuple) else frozenset()


def worked_out(tree: Tree, counts: Mapping[str, float]) -> float | None:
    """The value of a formula; `None` where it has none, as after a division by zero."""
    try:
        value = _value(tree, counts)
    except (ZeroDivisionError, OverflowError, ValueError):
        return None
    return value if math.isfinite(value) else None


def _value(tree: Tree, counts: Mapping[str, float]) -> float:
    if isinstance(tree, str):
        return counts[tree]
    if not isinstance(tree, tuple):
        return tree
    operation, operands = tree
    values = [_value(operand, counts) for operand in operands]
    return _FUNCTIONS[operation](*values) if len(values) == 1 else _OPERATIONS[operation](*values)


def condition(text: str) -> tuple[str, float]:
    """`> 8.0` as an operator and a number. FormulaError where it is none."""
    found = _CONDITION.fullmatch(text)
    if found is None:
        raise FormulaError("a condition is `>`, `<`, `==`, `>=` or `<=` and a number", 0)
    return found[1], float(found[2])


def holds(value: float, comparison: str, limit: float) -> bool:
    """Whether a value meets a condition."""
    return _COMPARISONS[comparison](value, limit)


class _Parser:
    """Recursive descent: a sum of products of factors."""

    def __init__(self, formula: str) -> None:
        self._formula = formula
        self._at = 0
        self._depth = 0

    def whole(self) -> Tree:
        tree = self._sum()
        if self._next() is not None:
            raise self._wrong("an operator was expected here")
        return tree

    def _next(self) -> re.Match[str] | None:
        if not self._formula[self._at :].strip():
            return None
        found = _TOKEN.match(self._formula, self._at)
        if found is None:
            raise self._wrong("this is no number, name or operator")
        return found

    def _wrong(self, message: str) -> FormulaError:
        rest = self._formula[self._at :]
        return FormulaError(message, self._at + len(rest) - len(rest.lstrip()))

    def _taken(self, signs: str) -> str | None:
        found = self._next()
        if found is None or found["sign"] is None or found["sign"] not in signs:
            return None
        self._at = found.end()
        return found["sign"]

    def _sum(self) -> Tree:
        tree = self._product()
        while sign := self._taken("+-"):
            tree = sign, (tree, self._product())
        return tree

    def _product(self) -> Tree:
        tree = self._factor()
        while sign := self._taken("*/"):
            tree = sign, (tree, self._factor())
        return tree

    def _factor(self) -> Tree:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._wrong("nested too deeply")
        tree = self._one()
        self._depth -= 1
        return tree

    def _one(self) -> Tree:
        if self._taken("-"):
            return "-", (self._factor(),)
        if self._taken("("):
            return self._closed()
        found = self._next()
        if found is None or found["sign"]:
            raise self._wrong("a number, a name or `(` was expected here")
        if found["name"] in _FUNCTIONS:
            self._at = found.end()
            if not self._taken("("):
                raise self._wrong(f"`{found['name']}` needs parentheses after it")
            return found["name"], (self._closed(),)
        self._at = found.end()
        return found["name"] or float(found["number"])

    def _closed(self) -> Tree:
        tree = self._sum()
        if not self._taken(")"):
            raise self._wrong("a `)` is missing")
        return tree
