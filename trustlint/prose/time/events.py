"""Acts that wait for something to happen: "once the engineer replies", "after inspection", "upon receipt"."""

from collections.abc import Iterator

from trustlint.prose.time.tokens import Tokens
from trustlint.prose.time.value import Time

PHRASES = (
    "as soon as",
    "by the time",
    "the moment",
    "immediately after",
    "right after",
    "shortly after",
    "soon after",
    "subject to",
    "on completion",
    "on receipt",
    "on arrival",
    "on approval",
    "upon",
    "once",
    "when",
    "whenever",
    "after",
    "until",
    "till",
    "before",
    "following",
    "pending",
)
STARTS: dict[str, list[tuple[str, ...]]] = {}
for _phrase in PHRASES:
    STARTS.setdefault(_phrase.split()[0], []).append(tuple(_phrase.split()))
DETERMINERS = frozenset({"the", "my", "our", "your"})


def events(tokens: Tokens) -> Iterator[Time]:
    """Every event that an act could wait for, to the end of its clause."""
    at = 0
    for start, token in enumerate(tokens.items):
        if start < at or token.word not in STARTS:
            continue
        length = next(
            (
                len(words)
                for words in STARTS[token.word]
                if all(tokens.word(start + step) == word for step, word in enumerate(words))
            ),
            0,
        )
        if (
            not length
            or (token.word == "following" and tokens.word(start - 1) in DETERMINERS)
            or tokens.word(start - 1) == "or"
        ):
            continue
        at = _clause_end(tokens, start + length)
        if at > start + length:
            yield Time(
                tokens.span(start, at),
                "event",
                relation=" ".join(item.word for item in tokens.items[start : start + length]),
            )


def _clause_end(tokens: Tokens, start: int) -> int:
    at = start
    while at < len(tokens.items) and tokens.parts[at] not in ".,()":
        at += 1
    return at
