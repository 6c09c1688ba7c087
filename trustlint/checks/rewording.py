"""A promise in a better wording: its own words, with the time put where a person would put it."""

from trustlint.patterns import IGNORECASE, lazy
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from trustlint.prose.commitments.value import Commitment

_LEADING = lazy(r"\W*\b(?:and|but|so|then)\b[\s,]*", IGNORECASE)
_GOES_ON = lazy(r"\s*(?:$|[^\w\s]|(?:if|unless|once|when|and|but|or|so|because|after)\b)", IGNORECASE)
"""What may follow a time that ends its clause. A verb or its object may not: “we'll soon send it”."""

_HANGS = lazy(r"\W*\b(?:while|whilst|as|when|once|until|till|because|since)\b", IGNORECASE)
"""A clause that is no sentence without the one it hangs on: “while we look into it”."""

_ENDS = ".!?\n"


def reworded(template: str, commitment: "Commitment", text: str) -> str:
    """The template filled with the words of a promise.

    `{clause}` is the promise, `{dateless}` is it without its time. `{before}` and `{after}` are what stands around the
    time where it ends its clause; elsewhere, `{before}` is the promise without it.
    """
    start, end = commitment.span
    before, after = text[start:end], ""
    time = commitment.time.span if commitment.time else None
    if time is not None and start <= time.start and time.end <= end:
        before, after = text[start : time.start].rstrip(), text[time.end : end]
    dateless = f"{before}{after}"
    if not before.strip() or not _GOES_ON.match(after):
        before, after = dateless, ""
    clause = _sentence(text, start, end) if _HANGS.match(text, start, end) else text[start:end]
    parts = {"clause": clause, "dateless": dateless, "before": before}
    for name, words in parts.items():
        template = template.replace(f"{{{name}}}", _begun(" ".join(words.split())))
    return template.replace("{after}", after.rstrip(" .!\n"))


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a clause, without its end."""
    first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    last = min((at for mark in _ENDS if (at := text.find(mark, end)) >= 0), default=len(text))
    return text[first:last]


def _begun(clause: str) -> str:
    """A clause as a sentence begins."""
    clause = _LEADING.sub("", clause, count=1) if _LEADING.match(clause) else clause.lstrip(" ,;:")
    return clause[:1].upper() + clause[1:]
