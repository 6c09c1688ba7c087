"""The words of a clause."""

from trustlint.prose.patterns import lazy
from trustlint.tuples import NamedTuple


class Token(NamedTuple):
    """A word with its contraction (`we'll`), a run of one mask, or a mark, from a folded text."""

    text: str
    start: int
    end: int


_TOKEN = lazy(r"\w+(?:['&/-]\w+)*|([\ue000-\ue009])\1*|[^\w\s]")


def tokens(folded: str, start: int, end: int) -> list[Token]:
    # As the constructor does it: this is made for every word of a text.
    made = tuple.__new__
    return [made(Token, (match[0], *match.span())) for match in _TOKEN.finditer(folded, start, end)]
