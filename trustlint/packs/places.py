"""Where something of a rule stands in its pack, for those who have only the rule."""

import os
from functools import lru_cache

from trustlint.packs.patterns import scalars
from trustlint.packs.tree import Mapping, Node, Scalar, Sequence, SyntaxMistake, parse
from trustlint.rule import Rule


def line_of(rule: Rule, form: str) -> int:
    """The line of a phrase, pattern or swap; the rule's own when its pack cannot be read any more."""
    entry = _entry(rule)
    return (
        next((scalar.place.line for scalar, _ in scalars(entry) if scalar.text == form), rule.line)
        if entry
        else rule.line
    )


def line_under(rule: Rule, key: str, form: str) -> int:
    """The line of a value or a key under one of a rule's keys; that of the key, or the rule's, when there is none."""
    entry = _entry(rule)
    for name, value in entry.entries if entry else ():
        if name.text == key:
            return next((scalar.place.line for scalar in _under(value) if scalar.text == form), name.place.line)
    return rule.line


def _under(node: Node) -> tuple[Scalar, ...]:
    if isinstance(node, Mapping):
        return tuple(key for key, _ in node.entries)
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(item for item in items if isinstance(item, Scalar))


def _entry(rule: Rule) -> Mapping | None:
    """The rule's own mapping in its pack, None when the pack cannot be read any more."""
    try:
        nodes = _rules(rule.path, os.stat(rule.path).st_mtime_ns)
    except (OSError, UnicodeDecodeError, SyntaxMistake):
        return None
    return next((node for node in nodes if isinstance(node, Mapping) and node.place.line == rule.line), None)


@lru_cache(maxsize=8)
def _rules(path: str, _changed: int) -> tuple[Node, ...]:
    with open(path, encoding="utf-8-sig") as file:
        tree = parse(file.read())
    rules = tree.get("rules") if isinstance(tree, Mapping) else None
    return rules.items if isinstance(rules, Sequence) else ()
