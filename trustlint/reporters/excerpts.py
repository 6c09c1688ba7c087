"""The sentence around a finding, cut to what a person needs to see."""

from trustlint.diagnostic import Excerpt
from trustlint.reporters.wording import apart, harmless
from trustlint.tuples import NamedTuple

CONTEXT = 90
"""How many characters of a long sentence are shown on each side of the marked words."""


class Marked(NamedTuple):
    """A sentence on one line, harmless, in three parts: before, under and after the mark."""

    before: str
    words: str
    after: str


def marked(excerpt: Excerpt, context: int = CONTEXT) -> Marked:
    """The three parts of a sentence. Its far ends are left out where it is long."""
    before = _flat(excerpt.text[: excerpt.span.start])
    after = _flat(excerpt.text[excerpt.span.end :])
    if len(before) > context:
        before = "… " + before[-context:].partition(" ")[2]
    if len(after) > context:
        after = after[:context].rpartition(" ")[0] + " …"
    before, words, after = before.lstrip(), _flat(excerpt.span.of(excerpt.text)).strip(), after.rstrip()
    words = apart(before, words)
    return Marked(before, words, apart(before + words, after))


def _flat(text: str) -> str:
    """Harmless text on one line, its outer spaces kept."""
    flat = " ".join(harmless(text).split())
    if not flat:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + flat + (" " if text[-1].isspace() else "")
