"""What a text must hold for rules to fire: the anchors of each, and the needs of its sources, from where they are
known.

Deriving them costs more than a small run. Those of the rules that ship are shipped too, and hold wherever a rule is
what it was and the words of its patterns are; the others are kept in the cache.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from trustlint import company, ready
from trustlint.cache import Cache
from trustlint.checks import kind
from trustlint.local import is_local, needs
from trustlint.packs import load_builtin
from trustlint.rule import Rule

if TYPE_CHECKING:
    from trustlint.checks.anchors import Needs
    from trustlint.prose.lexicon import Lexicon

Needed: TypeAlias = "tuple[frozenset[str] | None, Needs | None]"
"""The anchors of a rule, and the needs of its sources when it is local (`local.is_local`)."""

NAME = "needs"


def of_rules(
    rules: Sequence[Rule], lexicon: "Lexicon", cache: Cache
) -> "tuple[list[frozenset[str] | None], dict[int, Needs]]":
    """The anchors of some rules, in order, and by their numbers the needs of those that are local."""
    known = _shipped(lexicon, cache)
    own = {rule.id: rule for rule in load_builtin(cache).rules} if known else {}
    found: dict[int, Needed] = {}
    for number, rule in enumerate(rules):
        if rule.id in known and is_same(rule, own.get(rule.id)):
            found[number] = known[rule.id]
        elif rule.check in company.KINDS:
            found[number] = derived(rule, lexicon)  # what the settings say of it is not worth keeping: it has few words
    others = [number for number in range(len(rules)) if number not in found]
    if others:
        found.update(zip(others, _kept([rules[number] for number in others], lexicon, cache), strict=True))
    anchors = [found[number][0] for number in range(len(rules))]
    return anchors, {number: of for number in range(len(rules)) if (of := found[number][1]) is not None}


def is_same(rule: Rule, shipped: Rule | None) -> bool:
    """Whether a rule looks for what it did when it was shipped, whatever its severity is now."""
    return shipped is not None and rule.options is shipped.options and rule.where is shipped.where


def derived(rule: Rule, lexicon: "Lexicon") -> Needed:
    return kind(rule.check).anchors(rule, lexicon), needs(rule, lexicon) if is_local(rule) else None


def plain(rules: Iterable[Rule], lexicon: "Lexicon") -> dict[str, Needed]:
    """What is shipped: what all rules of the packs need."""
    return {rule.id: derived(rule, lexicon) for rule in rules}


def _shipped(lexicon: "Lexicon", cache: Cache) -> Mapping[str, Needed]:
    known = ready.load(NAME, cache) if lexicon is load_builtin(cache).lexicon else None
    return known or {}


def _kept(rules: Sequence[Rule], lexicon: "Lexicon", cache: Cache) -> list[Needed]:
    made_of = repr(([(rule.check, rule.options, rule.where) for rule in rules], lexicon.data())).encode()
    return cache.of_contents(NAME, [made_of], lambda: [derived(rule, lexicon) for rule in rules])
