"""Literals that a pattern cannot match without, derived from the pattern itself.

`need(source)` says which folded literals occur in every text that a pattern matches, and `anchors(sources)` boils that
down to one set of which at least one occurs. `None` where nothing can be proven. Sound by construction: whatever is not
understood proves nothing. The method is that of literal extraction in RE2 and ripgrep, on the parse tree of the
standard library. A literal that begins or ends with `BORDER` stands where no word goes on: the “ring” of a phrase is
not in “registering”.
"""

from trustlint.masks import CODE, DATE, FILL_IN, MONEY, NAME, OTHER, TAG, URL
from trustlint.memo import lru_cache
from trustlint.patterns import lazy
from trustlint.typed import Any, Iterable, Iterator, Sequence, TypeAlias

Need: TypeAlias = "str | tuple[frozenset[str], tuple[Need, ...]] | tuple[Need, ...]"
"""A literal; what any of will do (a set of literals, and needs that are none); or a tuple of needs, all of them.

The first kind of tuple begins with a set, the second never does.
"""

BORDER = "\b"
"""Stands at that end of a literal at which a word begins or ends wherever the pattern matches."""

Way: TypeAlias = tuple[frozenset[str], ...]
"""Sets of literals of each of which one must occur, the most telling one first."""

Needs: TypeAlias = "Sequence[tuple[Way, ...] | None]"
"""The ways in which each source of a rule can match; `None` where nothing is known of one."""

MIN_LENGTH, MIN_WORD = 3, 2
"""What is shorter occurs nearly everywhere and would only cost time; whole words may be shorter than other literals."""

MARKS = frozenset(f"?!$£€%#@*†‡{DATE}{NAME}{MONEY}{OTHER}{FILL_IN}{URL}{CODE}{TAG}")
"""Characters that tell something even alone. Masked quotations are not among them: the text that is looked through for
literals has the quoted words."""

MAX_ALTERNATIVES = 400

_OFTEN = (
    (200, "a and for i the to will you your"),
    (100, "at can have in is it of on order our please that this we with"),
    (40, "address am an are as be by could from has if item me not number or refund there understand us was"),
    (
        20,
        """about account after all also any anything back been before but call check confirm contact date day days
        delivery details do email hours however may name need next new no now offer one out payment received return
        see send should so them they time up which while would""",
    ),
    (
        10,
        """again ask because come does done don't due each even every first free get give given had he hear help her
        here his how its just keep know last let like long look make many more most must my never off once only other
        over own pay review same she since some soon still such sure take tell than thank their then these too two
        until use very want we'll well were what when where who why without work you'll""",
    ),
)
OFTEN = {word: times for times, words in _OFTEN for word in words.split()}
"""In how many of a thousand sentences of letters to customers a word stands, about."""

RARELY = {1: 30, 2: 8, 3: 3, 4: 2}
"""The same of all other words, by their length; of a longer one it is 1."""

PARTS = {1: 200, 2: 200, 3: 20, 4: 2}
"""How many more sentences have it as a part of a word, for each end at which a word may go on."""

_OTHER_WORDS = lazy(r"\(\?[a-z]*[aL]")
"""Flags under which `\\w` is another set of characters."""

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
        union.update(most_telling(_without_borders(needed)))
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
    needed = _of_sequence(list(tree))
    return _without_borders(needed) if needed is not None and _OTHER_WORDS.search(source) else needed


def _without_borders(needed: Need) -> Need:
    if isinstance(needed, str):
        return needed.strip(BORDER)
    if isinstance(needed[0], frozenset):
        literals, others = needed
        return frozenset(literal.strip(BORDER) for literal in literals), tuple(map(_without_borders, others))
    return tuple(map(_without_borders, needed))


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


def _of_sequence(items: list[Any], left: bool = False, right: bool = False) -> "Need | None":
    """All parts of a sequence must match, so what each needs is needed.

    `left` and `right` say whether no word goes on before and behind the sequence.
    """
    needs: dict[Need, None] = {}
    begin = 0  # of the literal that ends here
    for at, (op, value) in enumerate([*items, (None, None)]):
        name = str(op)
        if name == "LITERAL" and (32 < value < 128 or chr(value) in MARKS):
            continue
        opened = _is_border(reversed(items[:begin]), -1, left)
        literal = fold("".join(chr(code) for _, code in items[begin:at]))
        if literal:
            literal = _bordered(literal, opened, _is_border(items[at:], 1, right))
        if _tells(literal):
            needs[literal] = None
        if at < len(items):
            closed = _is_border(items[at + 1 :], 1, right)
            # The parser takes out what alternatives begin with alike: `soon|shortly` is `s` and then a branch.
            if name == "BRANCH":
                found = _of_branches([[*items[begin:at], *branch] for branch in value[1]], opened, closed)
            else:
                found = _of_item(name, value, _is_border(reversed(items[:at]), -1, left), closed)
            if found is not None:
                needs[found] = None
        begin = at + 1
    if len(needs) > 1:
        return tuple(needs)
    return next(iter(needs), None)


def _bordered(literal: str, left: bool, right: bool) -> str:
    """A literal with its borders. What is no letter borders on words otherwise."""
    before = BORDER if left and literal[0].isalnum() else ""
    return f"{before}{literal}{BORDER if right and literal[-1].isalnum() else ''}"


def _is_border(beside: Iterable[tuple[Any, Any]], side: int, end: bool) -> bool:
    """Whether no word goes on beyond a place: `beside` is what must match there, the nearest first, on the left (-1) or
    on the right (1), and `end` tells the same of what is behind all that.
    """
    for op, value in beside:
        name = str(op)
        if name == "AT" and str(value) == "AT_BOUNDARY":
            return True
        if name == "ASSERT_NOT" and value[0] == side and _is_one(list(value[1]), "CATEGORY_WORD"):
            return True
        if name not in ("ASSERT", "ASSERT_NOT"):  # which take no room
            return _is_apart(name, value)
    return end


def _is_apart(name: str, value: Any) -> bool:
    """Whether an item is characters, at least one, of which none is part of a word."""
    if name == "LITERAL":
        return value < 128 and not chr(value).isalnum() and value != ord("_")
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"} and value[0] >= 1:
        inner = list(value[2])
        return len(inner) == 1 and _is_apart(str(inner[0][0]), inner[0][1])
    return name == "IN" and _is_one([(name, value)], "CATEGORY_SPACE")


def _is_one(items: list[Any], category: str) -> bool:
    """Whether some items are one character of a category."""
    return (
        len(items) == 1
        and str(items[0][0]) == "IN"
        and [(str(op), str(each)) for op, each in items[0][1]] == [("CATEGORY", category)]
    )


def _tells(literal: str) -> bool:
    """Whether it says anything that a literal stands in a text."""
    bare = literal.strip(BORDER)
    return len(bare) >= (MIN_WORD if len(literal) == len(bare) + 2 else MIN_LENGTH) or not MARKS.isdisjoint(bare)


def _of_item(name: str, value: Any, left: bool, right: bool) -> "Need | None":
    if name == "SUBPATTERN":
        return _of_sequence(list(value[3]), left, right)
    if name == "ATOMIC_GROUP":
        return _of_sequence(list(value), left, right)
    if name == "ASSERT":
        return _of_sequence(list(value[1]), left and value[0] == 1)
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"} and value[0] >= 1:
        # The first time it matches it begins where all of it does; which time is the last nobody knows.
        return _of_sequence(list(value[2]), left, right and value[1] == 1)
    if name == "IN" and all(str(op) == "LITERAL" and chr(code) in MARKS for op, code in value):
        return frozenset(chr(code) for _, code in value), ()
    return None


def _of_branches(branches: list[list[Any]], left: bool, right: bool) -> "Need | None":
    literals: set[str] = set()
    others: dict[Need, None] = {}
    for branch in branches:
        found = _of_sequence(branch, left, right)
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


def _telling(literals: frozenset[str]) -> int:
    """How much it says that one of them occurs: the less, the more sentences have one."""
    return -sum(map(_times, literals))


def _times(literal: str) -> int:
    """In how many of a thousand sentences a literal stands, about. Where words may go on it is part of others."""
    bare = literal.strip(BORDER)
    times = OFTEN.get(bare) or RARELY.get(len(bare), 1)
    ends = len(bare) + 2 - len(literal)
    return times if not ends or len(bare) > 4 else times + ends * PARTS.get(len(bare), 1)
