"""Signs of a time: words and characters of which every time holds one.

Most sentences name no time, and to see that costs less than to take them apart. The signs are read off the tables that
the readers go by: of each phrase one word that has to stand in it, of the grammar the parts that nothing is a time
without. A sign proves nothing; where there is none, no time begins (`tests/prose/test_signs.py`).
"""

from trustlint.derived import derived
from trustlint.masks import DATE, FILL_IN, OTHER
from trustlint.prose.patterns import lazy
from trustlint.prose.time.events import telling_of_events
from trustlint.prose.time.recurring import ADVERBS
from trustlint.prose.time.slots import BLANKS
from trustlint.prose.time.tokens import CAPITAL, PART_OF
from trustlint.prose.time.vague import told

PARTS = frozenset("nuOEHWmwgGPQKYsXe")
"""Parts of which one is in every date, duration and recurrence without a figure. The others (`the`, `of`, `p.m.`)
stand beside them.
"""

WORD = lazy("[a-z]+")
FIGURE = lazy(rf"[\d_{DATE}{OTHER}{FILL_IN}]")


@derived
def _signs() -> tuple[frozenset[str], frozenset[str]]:
    """Words that are signs however they are written, and those that are with their capital."""
    known = {word for word, part in PART_OF.items() if part in PARTS}
    known |= ADVERBS.keys() | BLANKS | told().keys() | telling_of_events()
    words = frozenset(WORD.findall(" ".join(known)))
    return words - CAPITAL, words & CAPITAL


def words(folded: str, start: int, end: int) -> frozenset[str]:
    """The words of a part of a folded text, those with an apostrophe or a figure in them in pieces."""
    return frozenset(WORD.findall(folded, start, end))


def may_begin(folded: str, original: str, start: int, end: int, vocabulary: frozenset[str]) -> bool:
    """Whether a time may begin in a part of a text whose words are given."""
    plain, capital = _signs()
    if not plain.isdisjoint(vocabulary) or FIGURE.search(folded, start, end) is not None:
        return True
    if capital.isdisjoint(vocabulary):
        return False
    return any(word[0] in capital and original[word.start()].isupper() for word in WORD.finditer(folded, start, end))
