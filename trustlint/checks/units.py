"""The stretches of a message that a rule looks at, one at a time: sentences, paragraphs, or the whole."""

from bisect import bisect_left

from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.prose import Prose


class Unit(NamedTuple):
    """`text` is the prepared text of `span`, with hard-wrapped lines joined by a space."""

    span: Span
    text: str


def units(prose: "Prose", rule: Rule, places: Sequence[int] | None = None) -> Iterator[Unit]:
    """The units of a message for a rule, by its `where: {scope, quoted}`; only those that hold one of the places."""
    text = prose.plain if rule.where.get("quoted") in (True, "any") else prose.masked
    scope = rule.where.get("scope", "sentence")
    if scope in ("sentence", "adjacent"):
        spans = [sentence.span for sentence in prose.sentences]
    elif scope == "paragraph":
        spans = list(prose.paragraphs)
    else:
        yield Unit(Span(0, len(text)), text)
        return
    for span in spans if places is None else _holding(spans, places):
        yield Unit(span, _joined(span.of(text)))


def _holding(spans: Sequence[Span], places: Sequence[int]) -> Iterator[Span]:
    for span in spans:
        at = bisect_left(places, span.start)
        if at < len(places) and places[at] < span.end:
            yield span


def _joined(text: str) -> str:
    if "\n" not in text and "\r" not in text:
        return text
    return text.replace("\r", " ").replace("\n", " ")
