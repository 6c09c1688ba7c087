"""Acts that wait for something to happen: "once the engineer replies", "after inspection", "upon receipt"."""

from trustlint.derived import derived
from trustlint.prose.time.phrases import steps, telling
from trustlint.prose.time.tokens import Tokens
from trustlint.prose.time.value import Time
from trustlint.typed import Iterator

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


@derived
def telling_of_events() -> frozenset[str]:
    """Words of which one is in each of the phrases."""
    return frozenset().union(*(telling(steps(phrase, {})) for phrase in PHRASES))


def events(tokens: Tokens) -> Iterator[Time]:
    """Every event that an act could wait for, to the end of its clause."""
    if telling_of_events().isdisjoint(tokens.vocabulary):
        return
    at = 0
    for start, word in enumerate(tokens.words):
        if start < at or word not in STARTS:
            continue
        length = next(
            (
                len(words)
                for words in STARTS[word]
                if all(tokens.word(start + step) == expected for step, expected in enumerate(words))
            ),
            0,
        )
        if (
            not length
            or (word == "following" and tokens.word(start - 1) in DETERMINERS)
            or tokens.word(start - 1) == "or"
        ):
            continue
        at = _clause_end(tokens, start + length)
        if at > start + length:
            yield Time(
                tokens.span(start, at),
                "recurring" if tokens.word(start + length) in ("each", "every") else "event",
                relation=" ".join(tokens.words[start : start + length]),
            )


def _clause_end(tokens: Tokens, start: int) -> int:
    at = start
    while at < len(tokens.words) and tokens.parts[at] not in ".,()":
        at += 1
    return at
