"""The words of a clause with contractions taken apart, and how verb groups are read off them."""

from trustlint.prose.tokens import Token
from trustlint.typed import Sequence, TypeAlias

AUXILIARY = {"'ll": "will", "'re": "are", "'m": "am", "'ve": "have", "'d": "would"}
NEGATIVE = frozenset(
    "not never no cannot can't won't shan't don't doesn't didn't isn't aren't wouldn't couldn't "
    "shouldn't unable hardly".split()
)
ADVERBS = frozenset(
    "however right also then now just still only soon shortly both all already first next again "
    "further definitely certainly personally directly too even either once"
    " always therefore thus often ever up-front as gladly hopefully promptly asap meanwhile "
    "instead please kindly ,".split()
)


Word: TypeAlias = Token
"""A word of a folded text; of a contraction each half is a word, written out: `we'll` is we, will."""


def words(tokens: Sequence[Token]) -> list[Word]:
    found: list[Word] = []
    for token in tokens:
        if "'" not in token.text:
            found.append(token)
            continue
        head, mark, tail = token.text.partition("'")
        if mark and head and (written := AUXILIARY.get(mark + tail)):
            found += Word(head, token.start, token.start + len(head)), Word(written, token.start + len(head), token.end)
        elif mark and tail == "s" and head in ("it", "that", "this", "he", "she", "there", "someone", "who"):
            found += Word(head, token.start, token.start + len(head)), Word("is", token.start + len(head), token.end)
        elif mark and tail == "t" and token.text == "won't":
            found += Word("will", token.start, token.end), Word("not", token.end, token.end)
        else:
            found.append(token)
    return found


def is_adverb(word: str) -> bool:
    return word in ADVERBS or (
        word.endswith("ly") and word not in ("reply", "apply", "supply", "rely", "comply", "family", "multiply")
    )
