"""Literals that a pattern cannot match without, derived from the pattern itself.

`anchors(source)` is a set of folded literals of which at least one occurs in every text the pattern matches,
or `None` when no such set can be proven. Sound by construction: whatever is not understood proves nothing.
The method is that of literal extraction in RE2 and ripgrep, on the parse tree of the standard library.
"""

from collections.abc import Iterable
from typing import Any

from trustlint.patterns import lazy

MIN_LENGTH = 3
"""Shorter literals occur nearly everywhere and would only cost time."""

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
        literals = _of_source(source)
        if literals is None:
            return None
        union |= literals
    return frozenset(union) if 0 < len(union) <= MAX_ALTERNATIVES else None


def _of_source(source: str) -> frozenset[str] | None:
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


def _of_sequence(items: list[Any]) -> frozenset[str] | None:
    """The best set among the parts of a sequence: all parts must match, so any one's set will do."""
    best: frozenset[str] | None = None
    before: list[Any] = []
    for op, value in [*items, (None, None)]:
        name = str(op)
        if name == "LITERAL" and 32 < value < 128:
            before.append((op, value))
            continue
        if before:
            best = _better(best, frozenset({"".join(chr(code) for _, code in before)}))
        # The parser takes out what alternatives begin with alike: `soon|shortly` is `s` and then a branch.
        alternatives = [[*before, *branch] for branch in value[1]] if name == "BRANCH" else None
        best = _better(best, _of_branches(alternatives) if alternatives else _of_item(name, value))
        before = []
    return best


def _of_item(name: str, value: Any) -> frozenset[str] | None:
    if name == "SUBPATTERN":
        return _of_sequence(list(value[3]))
    if name == "ATOMIC_GROUP":
        return _of_sequence(list(value))
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"} and value[0] >= 1:
        return _of_sequence(list(value[2]))
    return None


def _of_branches(branches: list[list[Any]]) -> frozenset[str] | None:
    union: set[str] = set()
    for branch in branches:
        literals = _of_sequence(branch)
        if literals is None:
            return None
        union |= literals
    return frozenset(union)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if other is None or min(map(len, other)) < MIN_LENGTH:
        return one
    other = frozenset(fold(literal) for literal in other)
    if one is None:
        return other
    return max(one, other, key=_telling)


def _telling(literals: frozenset[str]) -> tuple[bool, bool, int, int]:
    """How much it says that one of them occurs."""
    shortest = min(map(len, literals))
    return literals.isdisjoint(COMMON), shortest >= 5, -len(literals), shortest
