"""The ways through a template: each alternative read as a customer would, in its own surroundings."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from trustlint.masks import TAG
from trustlint.sources.templates.blocks import blocks
from trustlint.sources.templates.token import Reading, Token
from trustlint.span import Span

READINGS = 64
"""Up to so many alternatives each get a reading of their own. Beyond, one reading takes many alternatives at once."""
_ROUNDS = 16
_LINE = 200

_CHOICES = frozenset({"case", "switch", "choose"})
_OPTIONAL = frozenset({"if", "unless", "ifchanged", "depend", "isset", "inverted"})
_FINAL = frozenset({"else", "default", "empty", "otherwise"})


class _Alternative(NamedTuple):
    """One branch of a block, inside the alternative `parent` (the root is its own)."""

    parent: int
    block: int
    place: int
    name: str


class _Outline(NamedTuple):
    """All alternatives, parents first, and the stretches of text with the alternative that each belongs to."""

    alternatives: list[_Alternative]
    pieces: list[tuple[Span, int]]


def readings(text: str, tokens: Sequence[Token]) -> list[Reading]:
    """The readings of a text, given its tokens (in order, in the text's own offsets).

    The first takes the first alternative everywhere; each other alternative is read once, with the first ones
    around it.
    A conditional without `else` is also read without its text when it stands inside a line. A loop's body is read
    once. Tags and comments are in no reading; a text that a statement sets aside (`assign`) has a reading of its own.
    Tags without a partner are left out, what stands between them is kept.
    """
    if not any(token.kind != "placeholder" for token in tokens):
        return [Reading(None, (Span(0, len(text)),))] if text else [Reading(None, ())]
    outline = _outline(text, tokens)
    aside = list(_aside(tokens))
    if len(outline.alternatives) == 1 or all(each.place == 0 for each in outline.alternatives):
        kept = tuple(span for span, _ in outline.pieces)
        return [Reading(None, kept), *aside]
    others = [number for number, each in enumerate(outline.alternatives) if each.place]
    ways = _each_alone(outline, others) if len(others) <= READINGS else _grouped(outline)
    return [*ways, *aside]


def _outline(text: str, tokens: Sequence[Token]) -> _Outline:
    closes = blocks(tokens).closes
    alternatives = [_Alternative(0, -1, 0, "")]
    pieces: list[tuple[Span, int]] = []
    stack: list[tuple[int, int, int]] = []  # the open tag, the alternative around it, alternatives so far
    owner, at, block = 0, 0, 0
    ends: list[int] = []
    for number, token in enumerate(tokens):
        if token.kind == "placeholder":
            continue
        # Between `case` and its first `when` stands at most the author's own white space.
        waiting = stack and not stack[-1][2] and text[at : token.span.start].isspace()
        if token.span.start > at and not waiting:
            pieces.append((Span(at, token.span.start), owner))
        at = token.span.end
        if number in closes:
            stack.append((number, owner, 0))
            ends.append(closes[number])
            if token.keyword not in _CHOICES:
                owner = _add(alternatives, stack, number, token.name)
        elif token.kind == "branch" and stack:
            owner = _add(alternatives, stack, stack[-1][0], _branch_name(token, tokens[stack[-1][0]]))
        elif ends and number == ends[-1]:
            ends.pop()
            opened, around, count = stack[-1]
            last = alternatives[owner]
            if count and _may_be_absent(text, tokens[opened], token, last.name):
                _add(alternatives, stack, opened, f"without {tokens[opened].name}")
            stack.pop()
            owner = around
        block += 1
    if at < len(text):
        pieces.append((Span(at, len(text)), owner))
    return _Outline(alternatives, pieces)


def _add(alternatives: list[_Alternative], stack: list[tuple[int, int, int]], block: int, name: str) -> int:
    opened, around, count = stack[-1]
    stack[-1] = (opened, around, count + 1)
    alternatives.append(_Alternative(around, block, count, name))
    return len(alternatives) - 1


def _branch_name(token: Token, opened: Token) -> str:
    return f"else of {opened.name}" if token.keyword in _FINAL else token.name


def _may_be_absent(text: str, opened: Token, closed: Token, last: str) -> bool:
    """Does the text change for its reader when the block is left out? Not if it is a line or paragraph of its own."""
    if opened.keyword not in _OPTIONAL or last.startswith("else of "):
        return False
    before = text[max(0, opened.span.start - _LINE) : opened.span.start].rpartition("\n")[2]
    after = text[closed.span.end : closed.span.end + _LINE].partition("\n")[0]
    return bool((before + after).replace(TAG, "").strip())


def _each_alone(outline: _Outline, others: Iterable[int]) -> Iterator[Reading]:
    firsts = {each.block for each in outline.alternatives if each.place}
    names = [each.name for each in outline.alternatives if each.block in firsts and each.place == 0]
    yield Reading(_joined(names), _kept(outline, {}))
    for number in others:
        choice: dict[int, int] = {}
        at = number
        while at:
            choice[outline.alternatives[at].block] = outline.alternatives[at].place
            at = outline.alternatives[at].parent
        yield Reading(outline.alternatives[number].name, _kept(outline, choice))


def _kept(outline: _Outline, choice: dict[int, int]) -> tuple[Span, ...]:
    chosen = _chosen(outline, choice)
    return tuple(span for span, owner in outline.pieces if chosen[owner])


def _chosen(outline: _Outline, choice: dict[int, int]) -> list[bool]:
    chosen = [True]
    for each in outline.alternatives[1:]:
        chosen.append(chosen[each.parent] and choice.get(each.block, 0) == each.place)
    return chosen


def _grouped(outline: _Outline) -> Iterator[Reading]:
    """Readings that take a new alternative wherever there is one; at last, whatever is still unread."""
    unread = [False] * len(outline.alternatives)
    for _, owner in outline.pieces:
        unread[owner] = True
    for _ in range(_ROUNDS):
        if not any(unread):
            return
        choice = _fresh(outline, unread)
        chosen = _chosen(outline, choice)
        names = [each.name for each, taken in zip(outline.alternatives, chosen, strict=True) if taken and each.place]
        yield Reading(_joined(names), tuple(span for span, owner in outline.pieces if chosen[owner]))
        unread = [new and not taken for new, taken in zip(unread, chosen, strict=True)]
    if any(unread):
        rest = tuple(span for span, owner in outline.pieces if unread[owner])
        yield Reading("the remaining branches", rest)


def _fresh(outline: _Outline, unread: list[bool]) -> dict[int, int]:
    """For each block, the first alternative in which something is unread."""
    fresh = list(unread)
    for number in range(len(fresh) - 1, 0, -1):
        if fresh[number]:
            fresh[outline.alternatives[number].parent] = True
    choice: dict[int, int] = {}
    for number, each in enumerate(outline.alternatives):
        if number and fresh[number]:
            choice.setdefault(each.block, each.place)
    return choice


def _joined(names: Sequence[str]) -> str:
    if not names:
        return "first branches"
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _aside(tokens: Sequence[Token]) -> Iterator[Reading]:
    for token in tokens:
        if token.kind == "statement":
            for span in token.fallbacks:
                yield Reading(f"text of {token.name}", (span,))
