"""A message in the blocks that Vale's scopes name: paragraphs, headings, list items, cells, sentences, or the whole."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from trustlint.checks.typed import typed
from trustlint.checks.vale.elements import NAMES, opened
from trustlint.patterns import lazy
from trustlint.rule import Rule
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.sentences import Sentence


class Block(NamedTuple):
    """`text` is what stands in `span` as typed, on one line; `scope` are the names that a selector may use for it."""

    span: Span
    text: str
    scope: frozenset[str]


_PARAGRAPH = frozenset({"text", "paragraph"})
_HEADING = frozenset({"text", "heading"})
_LIST = frozenset({"text", "list"})
_CELL = frozenset({"text", "table", "cell"})
_QUOTE = frozenset({"text", "blockquote"})

_ALT = frozenset({"text", "alt"})

KNOWN = frozenset({"text", "table", "blockquote", "alt", "sentence", "summary", "raw", *NAMES})
"""The parts of scopes that a message can have."""

UNHINTED = frozenset({"raw", "blockquote"})
"""Scopes whose text is hidden elsewhere: no anchor of theirs can be looked for."""

# A line end beside a space is left as it is: as another space it would make two of them where nobody typed two.
_LINE_END = lazy(r"(?<=\S)\n(?=\S)")

_MARKER = lazy(r"(?:[-*+•·‣◦▪●○✓✔✅→>]|\(?\d{1,2}[.)]|\(?[A-Za-z][.)]|\([ivx]{1,4}\)|\[\d{1,2}\])[ \t]+(?=\S)")

Selector = tuple[tuple[bool, tuple[str, ...]], ...]
"""Terms that must all hold, each with whether it is negated and the parts it names."""


def blocks(prose: "Prose", rule: Rule, places: Sequence[int] | None = None) -> Iterator[Block]:
    """The blocks that a rule's scope selects, in the order of the text; only those that hold one of the places."""
    selectors: Sequence[Selector] = rule.options["scope"]
    seen: set[Span] = set()
    for family in _families(selectors):
        for block in _made(prose, family):
            if block.span in seen or not any(_selects(one, block.scope, family) for one in selectors):
                continue
            if places is None or _holds(block.span, places):
                seen.add(block.span)
                yield block


def _families(selectors: Sequence[Selector]) -> list[str]:
    """Which ways of cutting the text are asked for. Of whole and parts the parts come first."""
    asked = [_family(selector) for selector in selectors]
    return [family for family in ("blocks", "sentence", "summary", "raw") if family in asked]


def _family(selector: Selector) -> str:
    named = {part for negated, parts in selector if not negated for part in parts}
    return next((family for family in ("sentence", "summary", "raw") if family in named), "blocks")


def _selects(selector: Selector, scope: frozenset[str], family: str) -> bool:
    return _family(selector) == family and all(scope.issuperset(parts) is not negated for negated, parts in selector)


def _holds(span: Span, places: Sequence[int]) -> bool:
    at = bisect_left(places, span.start)
    return at < len(places) and places[at] < span.end


@lru_cache(maxsize=8)  # the rules ask one after the other about the same message
def _made(prose: "Prose", family: str) -> tuple[Block, ...]:
    if family == "raw":
        return (Block(Span(0, len(prose.text)), prose.text, frozenset({"raw"})),)
    if family == "summary":
        return (Block(Span(0, len(prose.text)), typed(prose), frozenset({"summary"})),)
    parts = tuple(_blocks(prose))
    return tuple(_sentences(prose, parts)) if family == "sentence" else parts


def _block(prose: "Prose", span: Span, scope: frozenset[str]) -> Block:
    return Block(span, _LINE_END.sub(" ", span.of(typed(prose))), scope)


def _blocks(prose: "Prose") -> Iterator[Block]:
    found: list[tuple[Span, frozenset[str]]] = []
    end = 0
    for sentence in prose.sentences:
        span, begins = sentence.span, "\n" in prose.masked[end : sentence.span.start] or not found
        told = opened(prose, span.start) if begins else None
        scope = told or _scope(sentence)
        marker = _MARKER.match(prose.masked, *span) if scope is _LIST else None
        if marker is not None:
            span = Span(marker.end(), span.end)
        elif found and told is None and _reads_on(*found[-1], span, scope, prose.masked):
            found[-1] = Span(found[-1][0].start, span.end), found[-1][1]
            end = span.end
            continue
        found.append((span, scope))
        end = span.end
    quoted = [Block(span, span.of(prose.text).replace("\n", " "), _QUOTE) for span in prose.message.quoted]
    blocks = [_block(prose, span, _ALT if prose.message.role == "attribute" else scope) for span, scope in found]
    yield from sorted([*blocks, *quoted], key=lambda block: block.span)


def _scope(sentence: "Sentence") -> frozenset[str]:
    if sentence.part == "subject" or sentence.kind == "heading":
        return _HEADING
    return _LIST if sentence.kind == "item" else _CELL if sentence.kind == "cell" else _PARAGRAPH


def _reads_on(above: Span, kind: frozenset[str], below: Span, scope: frozenset[str], text: str) -> bool:
    """Whether a sentence continues the block above it: the same line, or the next of a paragraph or list item."""
    breaks = text.count("\n", above.end, below.start)
    return not breaks or (breaks < 2 and kind == scope and scope in (_PARAGRAPH, _LIST))


def _sentences(prose: "Prose", parts: Sequence[Block]) -> Iterator[Block]:
    for sentence in prose.sentences:
        around = next((part for part in parts if part.span.overlaps(sentence.span)), None)
        if around is not None:
            span = Span(max(sentence.span.start, around.span.start), sentence.span.end)
            yield _block(prose, span, (around.scope - {"paragraph"}) | {"sentence"})
