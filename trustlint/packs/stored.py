"""Packs as plain tuples and back, for the cache."""

from typing import Any

from trustlint.diagnostic import Confidence, Severity
from trustlint.rule import Example, ExampleRecord, Pack, Rule

SHAPE = repr([one.__match_args__ for one in (Pack, Rule, Example, ExampleRecord)]).encode()
"""Of what is stored: what was kept in another shape is not looked for."""


def plain(pack: Pack) -> tuple[Any, ...]:
    """Numbers, text, tuples, lists and dicts only."""
    return pack.name, pack.title, pack.principle, pack.language, pack.path, tuple(plain_rule(r) for r in pack.rules)


def pack(stored: tuple[Any, ...]) -> Pack:
    """The pack that `plain` was made of."""
    name, title, principle, language, path, rules = stored
    return Pack(name, title, principle, language, tuple(rule_of(name, rule) for rule in rules), path)


def plain_rule(rule: Rule) -> tuple[Any, ...]:
    """A rule without the name of its pack."""
    return (
        rule.name, rule.check, int(rule.severity), int(rule.confidence), rule.message, rule.language, rule.state,
        rule.options, rule.where, rule.unless, rule.why, rule.rewrite, rule.source,
        tuple(_plain_example(example) for example in rule.bad),
        tuple(_plain_example(example) for example in rule.good),
        rule.path, rule.line,
    )  # fmt: skip


def _plain_example(example: Example) -> tuple[Any, ...]:
    return example.text, example.spans, example.fixed, example.line, tuple(tuple(one) for one in example.records)


def _example(stored: tuple[Any, ...]) -> Example:
    text, spans, fixed, line, records = stored
    return Example(text, spans, fixed, line, tuple(ExampleRecord(*one) for one in records))


def rule_of(pack: str, stored: tuple[Any, ...]) -> Rule:
    """The rule of a pack that `plain_rule` was made of."""
    name, check, severity, confidence, *middle, bad, good, path, line = stored
    bad, good = (tuple(_example(one) for one in listed) for listed in (bad, good))
    fields = [pack, name, check, Severity(severity), Confidence(confidence), *middle, bad, good, path, line]
    return Rule(*fields)
