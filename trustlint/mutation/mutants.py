"""Rules with one thing left out, one at a time: what an example should notice."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from trustlint.checks import kind
from trustlint.mutation.syntax import Part, parts, without
from trustlint.packs.places import line_under
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.tuples import NamedTuple

Grade = Literal["entry", "part", "word"]
"""A whole key or entry of it; a part of a pattern; a plain word of one of its lists.

A list of plain words is one idea, and wants one example.
"""
GRADES: tuple[Grade, ...] = ("entry", "part", "word")

PHRASES = "phrases"
NOT_FOUND_OUT = frozenset({
    "rewrite-as", "applicability", "setting", "limits", "kept", "variables", "some-variables", "formats",
})  # fmt: skip
"""Keys that do not decide whether a rule fires, or not in examples: what they do is held by other tests."""

_SYNTAX = frozenset("\\()[]|?*+^$")


class Mutant(NamedTuple):
    """`rule` without `gone`, which stands under the key `key` of its entry and, within a pattern, in the text `form`.

    `place` is where in `form`; `list` is what `gone` is one branch of, the place of it where it is none.
    """

    rule: Rule
    changed: Rule
    grade: Grade
    key: str
    gone: str
    form: str = ""
    place: Span = Span(0, 0)
    list: Span = Span(0, 0)

    @property
    def line(self) -> int:
        """Where it is written, in the rule's pack."""
        return line_under(self.rule, self.key, self.form)


def mutants(rule: Rule) -> Iterator[Mutant]:
    """Everything that could be left out of a rule, in the order of its keys."""
    for key, value in rule.options.items():
        if key in NOT_FOUND_OUT:
            continue
        if isinstance(value, (list, tuple)):
            yield from _of_list(rule, key, list(value))
        elif isinstance(value, Mapping):
            yield from _of_swap(rule, key, dict(value))
        if not _needed(rule, key):
            yield Mutant(rule, _with(rule, key, None), "entry", key, key)
    yield from _of_where(rule)
    yield from _of_list(rule, "unless", list(rule.unless))


def _of_list(rule: Rule, key: str, forms: list[str]) -> Iterator[Mutant]:
    for at, form in enumerate(forms):
        others = [*forms[:at], *forms[at + 1 :]]
        if others or key == "unless":
            yield Mutant(rule, _with(rule, key, others), "entry", key, form, form)
        if not _holds_patterns(rule, key):
            continue
        for part in parts(form):
            changed = _with(rule, key, [*forms[:at], without(form, part), *forms[at + 1 :]])
            yield _of_part(rule, changed, key, form, part)


def _of_swap(rule: Rule, key: str, swaps: dict[str, str]) -> Iterator[Mutant]:
    for form in swaps:
        others = {one: swap for one, swap in swaps.items() if one != form}
        if others:
            yield Mutant(rule, _with(rule, key, others), "entry", key, form, form)
        if _SYNTAX.isdisjoint(form):
            continue
        for part in parts(form):
            changed = {without(form, part) if one == form else one: swap for one, swap in swaps.items()}
            yield _of_part(rule, _with(rule, key, changed), key, form, part)


def _of_part(rule: Rule, changed: Rule, key: str, form: str, part: Part) -> Mutant:
    grade: Grade = "word" if part.kind == "word" else "part"
    return Mutant(rule, changed, grade, key, part.shown.of(form), form, part.shown, part.list)


def _of_where(rule: Rule) -> Iterator[Mutant]:
    for key, value in rule.where.items():
        if (key, value) in _SAME_AS_UNSAID:
            continue
        rest = {one: asked for one, asked in rule.where.items() if one != key}
        yield Mutant(rule, replace(rule, where=rest), "entry", "where", f"{key}: {_written(value)}", key)
        for one in value if isinstance(value, (list, tuple)) and len(value) > 1 else ():
            fewer = {**rule.where, key: [other for other in value if other != one]}
            yield Mutant(rule, replace(rule, where=fewer), "entry", "where", f"{key}: {one}", key)


_SAME_AS_UNSAID = (("quoted", False), ("scope", "sentence"))


def _written(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_written, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _with(rule: Rule, key: str, value: Any) -> Rule:
    """The rule with another value under a key; without the key when the value is None."""
    if key == "unless":
        return replace(rule, unless=tuple(value))
    options = {one: set_ for one, set_ in rule.options.items() if one != key or value is not None}
    return replace(rule, options=options if value is None else {**options, key: value})


def _needed(rule: Rule, key: str) -> bool:
    """Whether a rule of this kind is none without the key."""
    groups = [group for group in kind(rule.check).REQUIRED if key in group]
    return any(not any(one in rule.options for one in group if one != key) for group in groups)


def _holds_patterns(rule: Rule, key: str) -> bool:
    if key == "unless":
        return True
    schema: Any = kind(rule.check).OPTIONS[key]
    return key != PHRASES and "enum" not in schema["items"]
