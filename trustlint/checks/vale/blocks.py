"""A message in the blocks that Vale's scopes name: paragraphs, headings, list items, cells, sentences, or the whole."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from trustlint.checks.typed import typed
from trustlint.checks.vale.elements import NAMES, opened
from trustlint.patterns import lazy
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.tuples import NamedTuple

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

_LATER_LINE = lazy(r"[^\S\n]*\n\s*")
_MARKER = lazy(r"(?:#{1,6}|[-*+•·‣◦▪●○✓✔✅→>]|\(?\d{1,2}[.)]|\(?[A-Za-z][.)]|\([ivx]{1,4}\)|\[\d{1,2}\])[ \t]+(?=\S)")

Selector = tuple[tuple[bool, tuple[str, ...]], ...]
"""Terms that must all hold, each with whether it is negated and the parts it names."""


def blocks(prose: "Prose", rule: Rule, places: Sequence[int] | None = None) -> tuple[Block, ...]:
    """The blocks that a rule's scope selects, in the order of the text; only those that hold one of the places."""
    selected = _selected(prose, rule.options["scope"])
    return selected if places is None else tuple(block for block in selected if _holds(block.span, places))


@lru_cache(maxsize=16)  # the rules ask one after the other about the same message, most of them for the same scope
def _selected(prose: "Prose", selectors: tuple[Selector, ...]) -> tuple[Block, ...]:
    found: dict[Span, Block] = {}
    for family in _families(selectors):
        for block in _made(prose, family):
            if any(_selects(one, block.scope, family) for one in selectors):
                found.setdefault(block.span, block)
    return tuple(found.values())


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
    for span, told, looks in _pieces(prose):
        scope = told or looks
        marker = _MARKER.match(prose.masked, *span) if told is None and scope in (_LIST, _HEADING) else None
        if marker is not None:
            found.append((Span(marker.end(), span.end), scope))
        elif found and told is None and _reads_on(*found[-1], span, scope, prose.masked):
            found[-1] = Span(found[-1][0].start, span.end), found[-1][1]
        else:
            found.append((span, scope))
    quoted = [Block(span, span.of(prose.text).replace("\n", " "), _QUOTE) for span in prose.message.quoted]
    blocks = [_block(prose, span, _ALT if prose.message.role == "attribute" else scope) for span, scope in found]
    yield from sorted([*blocks, *quoted], key=lambda block: block.span)


def _pieces(prose: "Prose") -> Iterator[tuple[Span, frozenset[str] | None, frozenset[str]]]:
    """Sentences, cut where an element begins inside: their spans, what the markup says they are, and what they look."""
    end = 0
    for sentence in prose.sentences:
        looks = _looks(prose, sentence)
        told = (
            opened(prose, sentence.span.start) if not end or "\n" in prose.masked[end : sentence.span.start] else None
        )
        start = sentence.span.start
        for line in _LATER_LINE.finditer(prose.masked, *sentence.span):
            next_told = opened(prose, line.end())
            if next_told is not None:
                yield Span(start, line.start()), told, looks
                start, told = line.end(), next_told
        end = sentence.span.end
        yield Span(start, end), told, looks


def _looks(prose: "Prose", sentence: "Sentence") -> frozenset[str]:
    """What a sentence is where no markup says so. A short line alone may be a heading, and as well a signature."""
    if sentence.part == "subject" or (sentence.kind == "heading" and prose.masked[sentence.span.start] == "#"):
        return _HEADING
    return _LIST if sentence.kind == "item" else _CELL if sentence.kind == "cell" else _PARAGRAPH


def _reads_on(above: Span, kind: frozenset[str], below: Span, scope: frozenset[str], text: str) -> bool:
    """Whether a sentence continues the block above it: the same line, or the next of a paragraph or list item."""
    breaks = text.count("\n", above.end, below.start)
    return not breaks or (breaks < 2 and kind == scope and scope in (_PARAGRAPH, _LIST))


def _sentences(prose: "Prose", parts: Sequence[Block]) -> Iterator[Block]:
    spans = [sentence.span for sentence in prose.sentences]
    for part in parts:
        for span in spans:
            if part.span.overlaps(span):
                inside = Span(max(span.start, part.span.start), min(span.end, part.span.end))
                yield _block(prose, inside, (part.scope - {"paragraph"}) | {"sentence"})
