"""The blocks of a text as a tree of alternatives."""

from trustlint.masks import TAG
from trustlint.sources.templates.blocks import blocks
from trustlint.sources.templates.token import Token
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Sequence

_CHOICES = frozenset({"case", "switch", "choose"})
_OPTIONAL = frozenset({"if", "unless", "ifchanged", "depend", "isset"})
_FINAL = frozenset({"else", "default", "empty", "otherwise"})
_LINE = 200
"""How far around a block its line is looked at, in characters."""


class Alternative(NamedTuple):
    """One branch of a block: the alternative around it, the block, its place in the block, and its name for people.

    The root is its own parent, place 0 of no block.
    """

    parent: int
    block: int
    place: int
    name: str


class Outline(NamedTuple):
    """All alternatives, parents first, and the stretches of text with the alternative that each belongs to."""

    alternatives: list[Alternative]
    pieces: list[tuple[Span, int]]


class _Block:
    """A block that is being read; `complete` once it has an `else`."""

    def __init__(self, opened: int, closed: int, around: int) -> None:
        self.opened, self.closed, self.around = opened, closed, around
        self.alternatives = 0
        self.complete = False


def outline(text: str, tokens: Sequence[Token]) -> Outline:
    """The alternatives of a text and what it says in each. Tags without a partner make no block."""
    closes = blocks(tokens).closes
    tree = Outline([Alternative(0, -1, 0, "")], [])
    stack: list[_Block] = []
    owner, at = 0, 0
    for number, token in enumerate(tokens):
        if token.kind == "placeholder":
            continue
        piece, at = Span(at, token.span.start), token.span.start if token.problem else token.span.end
        if piece.start < piece.end and not _before_first_case(stack, piece.of(text)):
            tree.pieces.append((piece, owner))
        if number in closes:
            stack.append(_Block(number, closes[number], owner))
            if token.keyword not in _CHOICES:
                owner = _another(tree, stack[-1], token.name)
        elif token.kind == "branch" and stack:
            owner = _another(tree, stack[-1], _branch_name(token, tokens[stack[-1].opened]))
            stack[-1].complete |= token.keyword in _FINAL
        elif stack and number == stack[-1].closed:
            block = stack.pop()
            _without(tree, text, block, tokens)
            owner = block.around
    if at < len(text):
        tree.pieces.append((Span(at, len(text)), owner))
    return tree


def _another(tree: Outline, block: _Block, name: str) -> int:
    tree.alternatives.append(Alternative(block.around, block.opened, block.alternatives, name))
    block.alternatives += 1
    return len(tree.alternatives) - 1


def _without(tree: Outline, text: str, block: _Block, tokens: Sequence[Token]) -> None:
    """A conditional without `else` may print nothing: one more alternative, when its line reads differently then."""
    opened, closed = tokens[block.opened], tokens[block.closed]
    if opened.keyword in _OPTIONAL and not block.complete and _shares_its_line(text, opened, closed):
        _another(tree, block, f"without {opened.name}")


def _before_first_case(stack: list[_Block], text: str) -> bool:
    """Between `case` and its first `when` stands at most the author's own white space."""
    return bool(stack) and not stack[-1].alternatives and text.isspace()


def _branch_name(token: Token, opened: Token) -> str:
    return f"else of {opened.name}" if token.keyword in _FINAL else token.name


def _shares_its_line(text: str, opened: Token, closed: Token) -> bool:
    """Is there anything beside the block on its line? A line or paragraph of its own leaves no trace."""
    before = text[max(0, opened.span.start - _LINE) : opened.span.start].rpartition("\n")[2]
    after = text[closed.span.end : closed.span.end + _LINE].partition("\n")[0]
    return bool((before + after).replace(TAG, "").strip())
