"""The ways through a template: each alternative read as a customer would, in its own surroundings."""

from trustlint.sources.templates.token import Reading, Token
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Iterable, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.sources.templates.outline import Outline

READINGS = 64
"""Up to so many alternatives each get a reading of their own. Beyond, one reading takes many alternatives at once."""
_ROUNDS = 16
"""And so many such readings at most; the last one takes all that is left."""


def readings(text: str, tokens: Sequence[Token]) -> list[Reading]:
    """The readings of a text, given its tokens (in order, in the text's own offsets).

    The first takes the first alternative everywhere; each other alternative is read once, with the first ones
    around it. A conditional without `else` is also read without its text when it stands inside a line. A loop's body is
    read once. Tags and comments are in no reading; a text that a statement sets aside (`assign`) has a reading of its
    own. Tags without a partner are left out, what stands between them is kept.
    """
    if not any(token.kind != "placeholder" for token in tokens):
        return [Reading(None, (Span(0, len(text)),))] if text else [Reading(None, ())]
    from trustlint.sources.templates.outline import outline  # for texts with branches only

    tree = outline(text, tokens)
    others = [number for number, each in enumerate(tree.alternatives) if each.place]
    aside = _aside(tokens)
    if not others:
        return [Reading(None, tuple(span for span, _ in tree.pieces)), *aside]
    ways = _each_alone(tree, others) if len(others) <= READINGS else _grouped(tree)
    return [*ways, *aside]


def _each_alone(tree: "Outline", others: Iterable[int]) -> Iterator[Reading]:
    firsts = {each.block for each in tree.alternatives if each.place}
    names = [each.name for each in tree.alternatives if each.block in firsts and each.place == 0]
    yield Reading(_joined(names), _kept(tree, {}))
    for number in others:
        choice: dict[int, int] = {}
        at = number
        while at:
            choice[tree.alternatives[at].block] = tree.alternatives[at].place
            at = tree.alternatives[at].parent
        yield Reading(tree.alternatives[number].name, _kept(tree, choice))


def _kept(tree: "Outline", choice: dict[int, int]) -> tuple[Span, ...]:
    chosen = _chosen(tree, choice)
    return tuple(span for span, owner in tree.pieces if chosen[owner])


def _chosen(tree: "Outline", choice: dict[int, int]) -> list[bool]:
    chosen = [True]
    for each in tree.alternatives[1:]:
        chosen.append(chosen[each.parent] and choice.get(each.block, 0) == each.place)
    return chosen


def _grouped(tree: "Outline") -> Iterator[Reading]:
    """Readings that take a new alternative wherever there is one; at last, whatever is still unread."""
    unread = [False] * len(tree.alternatives)
    for _, owner in tree.pieces:
        unread[owner] = True
    for _ in range(_ROUNDS):
        if not any(unread):
            return
        choice = _fresh(tree, unread)
        chosen = _chosen(tree, choice)
        names = [each.name for each, taken in zip(tree.alternatives, chosen, strict=True) if taken and each.place]
        yield Reading(_joined(names), tuple(span for span, owner in tree.pieces if chosen[owner]))
        unread = [new and not taken for new, taken in zip(unread, chosen, strict=True)]
    if any(unread):
        rest = tuple(span for span, owner in tree.pieces if unread[owner])
        yield Reading("the remaining branches", rest)


def _fresh(tree: "Outline", unread: list[bool]) -> dict[int, int]:
    """For each block, the first alternative in which something is unread."""
    fresh = list(unread)
    for number in range(len(fresh) - 1, 0, -1):
        if fresh[number]:
            fresh[tree.alternatives[number].parent] = True
    choice: dict[int, int] = {}
    for number, each in enumerate(tree.alternatives):
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
