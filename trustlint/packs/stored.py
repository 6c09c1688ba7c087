"""Packs as plain tuples and back, for the cache and for what ships ready."""

import marshal
import os

from trustlint.diagnostic import Confidence, Severity
from trustlint.frozen import of_fields
from trustlint.rule import Example, ExampleRecord, Pack, Rule
from trustlint.typed import Any, Iterator, Sequence, overload

SHAPE = repr(["own paths", *(one.__match_args__ for one in (Pack, Rule, Example, ExampleRecord))]).encode()
"""Of what is stored: what was kept in another shape is not looked for."""


class Examples(Sequence[Example]):
    """Examples of a rule, made of what is stored when they are looked at: no linting does."""

    __slots__ = ("_made", "packed")

    def __init__(self, packed: bytes) -> None:
        self.packed = packed
        self._made: tuple[Example, ...] | None = None

    @property
    def made(self) -> tuple[Example, ...]:
        if self._made is None:
            self._made = tuple(map(_example, marshal.loads(self.packed)))  # noqa: S302 part of what was checked
        return self._made

    @overload
    def __getitem__(self, at: int) -> Example: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Example, ...]: ...
    def __getitem__(self, at: int | slice) -> Example | tuple[Example, ...]:
        return self.made[at]

    def __len__(self) -> int:
        return len(self.made)

    def __iter__(self) -> Iterator[Example]:
        return iter(self.made)

    def __eq__(self, other: object) -> bool:
        return self.made == (other.made if isinstance(other, Examples) else other)

    def __hash__(self) -> int:
        return hash(self.made)

    def __repr__(self) -> str:
        return repr(self.made)

    def __reduce__(self) -> tuple[object, ...]:
        return Examples, (self.packed,)


def plain(pack: Pack, folder: str = "") -> tuple[Any, ...]:
    """Numbers, text, bytes, tuples, lists and dicts only. Its path is told from a folder."""
    path = os.path.relpath(pack.path, folder) if folder else pack.path
    # The rules of a Vale style have files of their own.
    own = tuple("" if rule.path == pack.path else rule.path for rule in pack.rules)
    return pack.name, pack.title, pack.principle, pack.language, path, tuple(map(plain_rule, pack.rules)), own


def pack(stored: tuple[Any, ...], folder: str = "") -> Pack:
    """The pack that `plain` was made of."""
    name, title, principle, language, path, rules, own = stored
    path = os.path.join(folder, path)
    made = tuple(rule_of(name, there or path, rule) for rule, there in zip(rules, own, strict=True))
    return Pack(name, title, principle, language, made, path)


def plain_rule(rule: Rule) -> tuple[Any, ...]:
    """A rule without the name and the path of its pack."""
    return (
        rule.name, rule.check, int(rule.severity), int(rule.confidence), rule.message, rule.language, rule.state,
        rule.options, rule.where, rule.unless, rule.why, rule.rewrite, rule.source,
        _packed(rule.bad), _packed(rule.good), rule.line,
    )  # fmt: skip


def _packed(examples: Sequence[Example]) -> bytes:
    return examples.packed if isinstance(examples, Examples) else marshal.dumps(tuple(map(_plain_example, examples)), 4)


def _plain_example(example: Example) -> tuple[Any, ...]:
    return example.text, example.spans, example.fixed, example.line, tuple(tuple(one) for one in example.records)


def _example(stored: tuple[Any, ...]) -> Example:
    text, spans, fixed, line, records = stored
    return Example(text, spans, fixed, line, tuple(ExampleRecord(*one) for one in records))


def rule_of(pack: str, path: str, stored: tuple[Any, ...]) -> Rule:
    """The rule of a pack at a path that `plain_rule` was made of."""
    name, check, severity, confidence, *middle, bad, good, line = stored
    bad, good = Examples(bad), Examples(good)
    fields = [pack, name, check, Severity(severity), Confidence(confidence), *middle, bad, good, path, line]
    return of_fields(Rule, fields)
