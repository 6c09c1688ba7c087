"""Which tag closes which."""

from trustlint.sources.templates.token import Token
from trustlint.tuples import NamedTuple
from trustlint.typed import Sequence


class Blocks(NamedTuple):
    """Tokens by their index: opens with their closes, and the tags that have no partner."""

    closes: dict[int, int]
    strays: list[int]


def blocks(tokens: Sequence[Token]) -> Blocks:
    """Pairs every open with its close. An open that something outside it closes over is a stray, not an error."""
    closes: dict[int, int] = {}
    strays: list[int] = []
    stack: list[int] = []
    waiting: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.kind == "open":
            stack.append(index)
            waiting[token.keyword] = waiting.get(token.keyword, 0) + 1
        elif token.kind == "branch":
            if not stack:
                strays.append(index)
        elif token.kind == "close":
            if not (waiting.get(token.keyword) if token.keyword else stack):
                strays.append(index)
                continue
            while True:
                opened = stack.pop()
                waiting[tokens[opened].keyword] -= 1
                if not token.keyword or tokens[opened].keyword == token.keyword:
                    break
                strays.append(opened)
            closes[opened] = index
    return Blocks(closes, sorted(strays + stack))
