"""The stretches of a message that a rule looks at, one at a time: sentences, paragraphs, or the whole."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from trustlint.rule import Rule
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose import Prose


class Unit(NamedTuple):
    """`text` is the prepared text of `span`, with hard-wrapped lines joined by a space."""

    span: Span
    text: str


def units(prose: "Prose", rule: Rule) -> Iterator[Unit]:
    """The units of a message for a rule, by its `where: {scope, quoted}`."""
    text = prose.plain if rule.where.get("quoted") in (True, "any") else prose.masked
    scope = rule.where.get("scope", "sentence")
    if scope == "sentence":
        spans = [sentence.span for sentence in prose.sentences]
    elif scope == "paragraph":
        spans = list(prose.paragraphs)
    else:
        yield Unit(Span(0, len(text)), text)
        return
    for span in spans:
        yield Unit(span, _joined(span.of(text)))


def _joined(text: str) -> str:
    if "\n" not in text and "\r" not in text:
        return text
    return text.replace("\r", " ").replace("\n", " ")
