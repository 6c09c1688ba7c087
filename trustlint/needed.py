"""What a text must hold for rules to fire: the anchors of each and the needs of its sources, from where they are known.

Deriving them costs more than a small run. Those of the rules that ship are shipped too, and hold wherever a rule is
what it was and the words of its patterns are; the others are kept in the cache.
"""

import marshal

from trustlint import company, ready
from trustlint.cache import Cache
from trustlint.candidates import Asked, Index, Indexed, indexed
from trustlint.checks import kind
from trustlint.finding import Heads
from trustlint.local import is_local, needs
from trustlint.packs import load_builtin
from trustlint.rule import Rule
from trustlint.typed import TYPE_CHECKING, Any, Callable, Mapping, Sequence, TypeAlias, TypeVar

if TYPE_CHECKING:
    from trustlint.checks.anchors import Needs
    from trustlint.prose.lexicon import Lexicon

Anchors: TypeAlias = "frozenset[str] | None"
Needed: TypeAlias = "tuple[list[Anchors], Mapping[int, Needs] | Indexed]"
"""The anchors of some rules, in order, and by their numbers the needs of those that are local (`local.is_local`) and
so have no anchors.
"""

FEW = 0.5
"""The share of the shipped rules below which the index of all of them would slow down those that run."""


def of_rules(rules: Sequence[Rule], limits: Sequence[float | None], lexicon: "Lexicon", cache: Cache) -> "Needed":
    """What some rules need. One with a limit is asked about whole messages, so that it is stopped once for each."""
    builtin = load_builtin(cache)
    own = {rule.id: rule for rule in builtin.rules} if lexicon is builtin.lexicon else {}
    same = {number for number, rule in enumerate(rules) if is_same(rule, own.get(rule.id))}
    local = [number for number, rule in enumerate(rules) if limits[number] is None and is_local(rule)]
    anchors = _anchors(rules, same, local, lexicon, cache)
    if len(same) > FEW * len(own) and same.issuperset(local):
        index = _index(cache)
        if index is not None:
            numbers = {rules[number].id: number for number in local}
            running = {at: numbers[id] for at, id in enumerate(own) if id in numbers}
            return anchors, Indexed(index, running)
    found = _kept("needs", needs, [rules[number] for number in local], lexicon, cache)
    return anchors, dict(zip(local, found, strict=True))


def is_same(rule: Rule, shipped: Rule | None) -> bool:
    """Whether a rule looks for what it did when it was shipped, whatever its severity is now."""
    return shipped is not None and rule.options is shipped.options and rule.where is shipped.where


def plain(rules: Sequence[Rule], lexicon: "Lexicon") -> dict[str, Any]:
    """What is shipped of the rules of the packs, by name: anchors of those that are asked about whole messages, and the
    literals of the index of the others.
    """
    table = _table(rules, lexicon)
    return {
        "anchors": {rule.id: anchors_of(rule, lexicon) for rule in rules if not is_local(rule)},
        "index": (Heads.of(tuple(table.literals)).groups, table.borders, table.always),
    }


def asked(rules: Sequence[Rule], lexicon: "Lexicon") -> dict[bytes, bytes]:
    """What is shelved of that index: which sources each literal is asked for."""
    table = _table(rules, lexicon)
    found = ((place, tuple(table.asked(place))) for place in range(len(table.literals)))
    return {_key(place): marshal.dumps(sources, 4) for place, sources in found if sources}


def _table(rules: Sequence[Rule], lexicon: "Lexicon") -> Index:
    return indexed({number: needs(rule, lexicon) for number, rule in enumerate(rules) if is_local(rule)}).table


def _key(place: int) -> bytes:
    return str(place).encode()


def _index(cache: Cache) -> Index | None:
    """The index that ships."""
    table, shelf = ready.load("index", cache), ready.shelf("asked", cache)
    if table is None or shelf is None:
        return None
    groups, borders, always = table

    def asked(place: int) -> Sequence[Asked]:
        sources = shelf.get(_key(place))
        found: Sequence[Asked] = marshal.loads(sources) if sources is not None else ()  # noqa: S302 part of the package
        return found

    return Index(Heads(groups), borders, asked, always)


def _anchors(
    rules: Sequence[Rule], same: set[int], local: Sequence[int], lexicon: "Lexicon", cache: Cache
) -> list[Anchors]:
    """The anchors of each rule; `same` are the numbers of those that are what was shipped. Those of `local` have none:
    nobody asks for them.
    """
    shipped = (ready.load("anchors", cache) if same else None) or {}
    found: dict[int, Anchors] = dict.fromkeys(local)
    for number, rule in enumerate(rules):
        if number in found:
            continue
        if number in same and rule.id in shipped:
            found[number] = shipped[rule.id]
        elif rule.check in company.KINDS:
            # Of few words, which the settings or the day change.
            found[number] = anchors_of(rule, lexicon)
    others = [number for number in range(len(rules)) if number not in found]
    kept = _kept("anchors", anchors_of, [rules[number] for number in others], lexicon, cache)
    found.update(zip(others, kept, strict=True))
    return [found[number] for number in range(len(rules))]


def anchors_of(rule: Rule, lexicon: "Lexicon") -> Anchors:
    return kind(rule.check).anchors(rule, lexicon)


Derived = TypeVar("Derived")


def _kept(
    name: str, derive: "Callable[[Rule, Lexicon], Derived]", rules: Sequence[Rule], lexicon: "Lexicon", cache: Cache
) -> list[Derived]:
    if not rules:
        return []
    made_of = repr(([(rule.check, rule.options, rule.where) for rule in rules], lexicon.data())).encode()
    return cache.of_contents(name, [made_of], lambda: [derive(rule, lexicon) for rule in rules])
