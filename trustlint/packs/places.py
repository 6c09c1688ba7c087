"""Where something of a rule stands in its pack, for those who have only the rule."""

from trustlint.packs.patterns import scalars
from trustlint.packs.tree import Mapping, Sequence, SyntaxMistake, parse
from trustlint.rule import Rule


def line_of(rule: Rule, form: str) -> int:
    """The line of a phrase, pattern or swap; the rule's own when its pack cannot be read any more."""
    try:
        with open(rule.path, encoding="utf-8-sig") as file:
            tree = parse(file.read())
    except (OSError, UnicodeDecodeError, SyntaxMistake):
        return rule.line
    rules = tree.get("rules") if isinstance(tree, Mapping) else None
    for node in rules.items if isinstance(rules, Sequence) else ():
        if isinstance(node, Mapping) and node.place.line == rule.line:
            return next((scalar.place.line for scalar, _ in scalars(node) if scalar.text == form), rule.line)
    return rule.line
