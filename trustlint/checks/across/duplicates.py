"""Records that say nearly the same and promise differently.

A text is compared without its times and amounts, by a sketch: of all runs of three words, the least in each of 32 parts
of the numbers that they are hashed to. Two texts share about as many parts of their sketches as they share runs of
words. Only texts that share some parts outright are compared, so the work grows with the number of texts.
"""

from zlib import crc32

from trustlint.checks import Statement, Verdict
from trustlint.checks.across.disagreement import verdict
from trustlint.checks.across.qualifiers import qualifiers
from trustlint.fact import Fact
from trustlint.patterns import lazy
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.prose import Prose

PARTS = 32
BAND = 4
"""Parts of a sketch that must be equal for two texts to be compared at all."""
ALIKE = 0.75
MIXED = (2654435761, 2246822519, 3266489917)
"""Odd numbers that make one hash of those of three words in a row."""
FEWEST = 12
"""Words from which on a text can be a copy of another."""
_WORD = lazy(r"[^\W\d_]+")


def statements(prose: "Prose") -> Iterator[Statement]:
    """The times that a stored text sets, each with the sketch of the rest."""
    if prose.message.role != "body":
        return
    times = [
        commitment.time
        for commitment in prose.commitments
        if commitment.time and commitment.time.upper and commitment.time.kind in ("bounded", "range")
    ]
    if not times:
        return
    text, at = "", 0
    for time in sorted(set(times), key=lambda one: one.span):
        text += prose.masked[at : time.span.start]
        at = max(at, time.span.end)
    words = _WORD.findall((text + prose.masked[at:]).lower())
    if len(words) < FEWEST:
        return
    known = sketch(words), qualifiers(prose.message.record.title, text)
    for number, time in enumerate(dict.fromkeys(times)):
        yield Statement(
            time.span, (number, float(time.upper or 0), bool(time.business), *(known if not number else ()))
        )


def sketch(words: Sequence[str]) -> tuple[int, ...]:
    """The least hash in each part; -1 where there is none."""
    least = [-1] * PARTS
    hashes = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    for one, two, three in zip(hashes, hashes[1:], hashes[2:], strict=False):
        rest, part = divmod((one * MIXED[0] + two * MIXED[1] + three * MIXED[2]) & 0xFFFFFFFF, PARTS)
        if least[part] < 0 or rest < least[part]:
            least[part] = rest
    return tuple(least)


def judge(facts: Sequence[Fact]) -> Iterator[Verdict]:
    """Each text that promises otherwise than the first one that it is nearly a copy of."""
    texts = [number for number, fact in enumerate(facts) if fact.value[0] == 0]
    ends = [*texts[1:], len(facts)]
    bands: dict[tuple[object, ...], list[int]] = {}
    for at, number in enumerate(texts):
        fact = facts[number]
        seen: set[int] = set()
        for start in range(0, PARTS, BAND):
            part = fact.value[3][start : start + BAND]
            if max(part) < 0:
                continue
            others = bands.setdefault((start, tuple(part)), [])
            seen.update(others[:1])
            others.append(at)
        for other in sorted(seen):
            if _is_copy(facts[texts[other]], fact):
                differ = _differing(facts, range(texts[other], ends[other]), range(number, ends[at]))
                if differ is not None:
                    yield verdict(facts, differ[1], differ[0])
                    break


def _is_copy(one: Fact, other: Fact) -> bool:
    if one.owner == other.owner or one.language != other.language or tuple(one.value[4]) != tuple(other.value[4]):
        return False
    pairs = [(a, b) for a, b in zip(one.value[3], other.value[3], strict=True) if a >= 0 or b >= 0]
    same: int = sum(a == b for a, b in pairs)
    return same >= ALIKE * len(pairs)


def _differing(facts: Sequence[Fact], ones: range, others: range) -> tuple[int, int] | None:
    """The first times of two texts that differ, when they set as many."""
    if len(ones) != len(others):
        return None
    pairs = zip(ones, others, strict=True)
    return next(((a, b) for a, b in pairs if tuple(facts[a].value[1:3]) != tuple(facts[b].value[1:3])), None)
