"""Literals that a pattern cannot match without, derived from the pattern itself.

`need(source)` says which folded literals occur in every text that a pattern matches, and `anchors(sources)` boils that
down to one set of which at least one occurs. `None` where nothing can be proven. Sound by construction: whatever is not
understood proves nothing. The method is that of literal extraction in RE2 and ripgrep, on the parse tree of the
standard library.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from trustlint.masks import CODE, DATE, FILL_IN, MONEY, NAME, OTHER, TAG, URL
from trustlint.patterns import lazy

Need: TypeAlias = "str | tuple[frozenset[str], tuple[Need, ...]] | tuple[Need, ...]"
"""A literal; what any of will do (a set of literals, and needs that are none); or a tuple of needs, all of them.

The first kind of tuple begins with a set, the second never does.
"""

Way: TypeAlias = tuple[frozenset[str], ...]
"""Sets of literals of each of which one must occur, the most telling one first."""

Needs: TypeAlias = "Sequence[tuple[Way, ...] | None]"
"""The ways in which each source of a rule can match; `None` where nothing is known of one."""

MIN_LENGTH = 3
"""Shorter words occur nearly everywhere and would only cost time."""

MARKS = frozenset(f"?!$£€%#@{DATE}{NAME}{MONEY}{OTHER}{FILL_IN}{URL}{CODE}{TAG}")
"""Characters that tell something even alone. Masked quotations are not among them: the text that is looked through for
literals has the quoted words."""

MAX_ALTERNATIVES = 400

_COMMON_WORDS = """
about all also and any are been but can for from get has have her his how its just may more not now off one our
out she that the their them there they this too was were what when will with would you your
"""
COMMON = frozenset(_COMMON_WORDS.split())
"""Literals that stand in nearly every message: true, and no help in choosing."""

_OTHER_SYNTAX = lazy(r"\[\[|--|&&|~~|\|\||\{(?![0-9,])")
"""Nested sets, set operations and fuzzy counts: `regex` reads them, the standard parser reads something else."""


def fold(text: str) -> str:
    """Lower case without changing the length, with the letters that `regex` holds equal made equal.

    The pairs are those that a simple case-insensitive comparison joins beyond lower case: long s, Kelvin sign,
    dotted and dotless i.
    """
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    if not folded.isascii():
        for char, same in (("ſ", "s"), ("\u212a", "k"), ("İ", "i"), ("ı", "i")):
            if char in folded:
                folded = folded.replace(char, same)
    return folded


def anchors(sources: Iterable[str]) -> frozenset[str] | None:
    """The anchors of several sources, any of which may match."""
    union: set[str] = set()
    for source in sources:
        needed = need(source)
        if needed is None:
            return None
        union |= most_telling(needed)
    return frozenset(union) if 0 < len(union) <= MAX_ALTERNATIVES else None


@lru_cache(2048)
def need(source: str) -> "Need | None":
    """What a text must hold for a pattern to match in it."""
    # The parser of `re` is private, but it is the only one that reads this syntax; a pattern that it does
    # not know, or a Python without it, merely loses the short cut.
    if _OTHER_SYNTAX.search(source):
        return None
    try:
        from re import _parser  # type: ignore[attr-defined]
    except ImportError:
        return None
    try:
        tree = _parser.parse(source)
    except Exception:
        return None  # Whatever is not understood proves nothing.
    return _of_sequence(list(tree))


def ways(source: str) -> "tuple[Way, ...] | None":
    """The ways in which a text can have what a source needs: one for each of its alternatives, or `None`."""
    needed = need(source)
    return None if needed is None else tuple(_ways(needed))


def _ways(needed: Need) -> Iterator[Way]:
    if isinstance(needed, str):
        yield (frozenset((needed,)),)
    elif isinstance(needed[0], frozenset):
        if needed[0]:
            yield (needed[0],)
        for one in needed[1]:
            yield from _ways(one)
    else:
        sets = dict.fromkeys(most_telling(one) for one in needed)
        yield tuple(sorted(sets, key=_telling, reverse=True))


def most_telling(needed: Need) -> frozenset[str]:
    """A set of literals of which one occurs wherever a need is met: the one that says most."""
    if isinstance(needed, str):
        return frozenset((needed,))
    if isinstance(needed[0], frozenset):
        return needed[0].union(*(most_telling(one) for one in needed[1]))
    return max((most_telling(one) for one in needed), key=_telling)


def _of_sequence(items: list[Any]) -> "Need | None":
    """All parts of a sequence must match, so what each needs is needed."""
    needs: dict[Need, None] = {}
    before: list[Any] = []
    for op, value in [*items, (None, None)]:
        name = str(op)
        if name == "LITERAL" and (32 < value < 128 or chr(value) in MARKS):
            before.append((op, value))
            continue
        literal = fold("".join(chr(code) for _, code in before))
        if _tells(literal):
            needs[literal] = None
        # The parser takes out what alternatives begin with alike: `soon|shortly` is `s` and then a branch.
        alternatives = [[*before, *branch] for branch in value[1]] if name == "BRANCH" else None
        found = _of_branches(alternatives) if alternatives else _of_item(name, value)
        if found is not None:
            needs[found] = None
        before = []
    if len(needs) > 1:
        return tuple(needs)
    return next(iter(needs), None)


def _tells(literal: str) -> bool:
    return len(literal) >= MIN_LENGTH or not MARKS.isdisjoint(literal)


def _of_item(name: str, value: Any) -> "Need | None":
    if name == "SUBPATTERN":
        return _of_sequence(list(value[3]))
    if name == "ATOMIC_GROUP":
        return _of_sequence(list(value))
    if name == "ASSERT":
        return _of_sequence(list(value[1]))
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"} and value[0] >= 1:
        return _of_sequence(list(value[2]))
    if name == "IN" and all(str(op) == "LITERAL" and chr(code) in MARKS for op, code in value):
        return frozenset(chr(code) for _, code in value), ()
    return None


def _of_branches(branches: list[list[Any]]) -> "Need | None":
    literals: set[str] = set()
    others: dict[Need, None] = {}
    for branch in branches:
        found = _of_sequence(branch)
        if found is None:
            return None
        if isinstance(found, str):
            literals.add(found)
        elif isinstance(found[0], frozenset):
            literals |= found[0]
            others |= dict.fromkeys(found[1])
        else:
            others[found] = None
    return frozenset(literals), tuple(others)


def _telling(literals: frozenset[str]) -> tuple[bool, bool, int, int]:
    """How much it says that one of them occurs."""
    shortest = min(map(len, literals))
    return literals.isdisjoint(COMMON), shortest >= 5, -len(literals), shortest
