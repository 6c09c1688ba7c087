"""Fixed phrases over tokens: words in a row, with sets and words that may be missing.

A phrase is written `in (the) near future` or `as {speed} as possible`: `(word)` may be missing, `{name}` is one word
of a named set,
`a|b` is one of the two.
"""

from trustlint.prose.patterns import lazy
from trustlint.prose.time.tokens import Tokens
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterable, Iterator, Mapping, Sequence

LETTER = lazy("[a-z]")


class Step(NamedTuple):
    words: frozenset[str]
    optional: bool


Steps = tuple[Step, ...]


class Phrase(NamedTuple):
    """What a phrase says, in one word of the caller's, the words that it can start with, and its steps."""

    says: str
    first: frozenset[str]
    steps: Steps


Written = tuple[str, str]
"""What a phrase says, and the phrase as it is written."""

Index = Mapping[str, Sequence[Written]]
"""Phrases by each word that tells of them: one of these stands in each. Plain data, which can be shipped."""

COMMON = frozenset({"a", "any", "s", "that", "this", "with", "your"})
"""Words that too many sentences have to tell of a phrase; leaving one out here costs time and nothing else."""


def index(phrases: Mapping[str, Iterable[str]], sets: Mapping[str, str]) -> Index:
    """Phrases, given by what they say, by the words that tell of them."""
    by_word: dict[str, list[Written]] = {}
    for says, written in phrases.items():
        for phrase in written:
            for word in telling(steps(phrase, sets)):
                by_word.setdefault(word, []).append((says, phrase))
    return by_word


class Phrases:
    """Indexed phrases that are to be found, each taken apart when a text first has a word that tells of it."""

    def __init__(self, index: Index, sets: Mapping[str, str]) -> None:
        self._index = index
        self._sets = sets
        self._made: dict[str, list[Phrase]] = {}

    def told_by(self, vocabulary: frozenset[str]) -> list[Phrase]:
        """Those that may stand in a text of these words."""
        return [phrase for word in self._index.keys() & vocabulary for phrase in self._of(word)]

    def _of(self, word: str) -> list[Phrase]:
        made = self._made.get(word)
        if made is None:
            made = self._made[word] = [self._phrase(*written) for written in self._index[word]]
        return made

    def _phrase(self, says: str, written: str) -> Phrase:
        read = steps(written, self._sets)
        return Phrase(says, frozenset(_first(read)), read)


def telling(phrase: Steps) -> frozenset[str]:
    """The words of which a phrase must have one: those of the step whose words are long, and so seldom met."""
    needed = [step.words for step in phrase if not step.optional and all(map(LETTER.search, step.words))]
    return max(needed, key=lambda words: (words.isdisjoint(COMMON), min(map(len, words))))


def steps(phrase: str, sets: Mapping[str, str]) -> Steps:
    """The steps of a phrase as it is written."""
    return tuple(_step(part, sets) for part in phrase.split())


def _step(part: str, sets: Mapping[str, str]) -> Step:
    optional = part[0] == "("
    part = part.strip("()")
    words = sets[part[1:-1]] if part[0] == "{" else part.replace("|", " ")
    return Step(frozenset(words.split()), optional)


def _first(steps: Steps) -> Iterator[str]:
    for step in steps:
        yield from step.words
        if not step.optional:
            return


def found(tokens: Tokens, phrases: Phrases) -> Iterator[tuple[int, int, str]]:
    """Token ranges of the phrases in a text and what each says: the longest at each place, none overlapping."""
    able = phrases.told_by(tokens.vocabulary)
    if not able:
        return
    firsts = frozenset().union(*(phrase.first for phrase in able))
    at = 0
    for start, word in enumerate(tokens.words):
        if word not in firsts or start < at:
            continue
        end, says = max((_match(tokens, start, one.steps), one.says) for one in able if word in one.first)
        if end:
            yield start, end, says
            at = end


def _match(tokens: Tokens, start: int, steps: Steps) -> int:
    """The token after the phrase if it stands at `start`, else 0. Optional words are taken greedily."""
    at = start
    for step in steps:
        if tokens.word(at) in step.words:
            at += 1
        elif not step.optional:
            return 0
    return at
