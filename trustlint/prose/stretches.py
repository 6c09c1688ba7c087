"""Stretches: the parts of a message that are read by themselves.

What a sentence promises, and what most rules say about it, follows from its own words: no subject, time or condition
reaches over a full stop or a blank line. A stretch is one sentence, or several that no stop keeps apart, with as much
of its surroundings as its reading depends on. Equal stretches are read once, whatever messages they stand in.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from trustlint import masks
from trustlint.message import Placeholder
from trustlint.prose.paragraphs import Shape, moved
from trustlint.prose.sentences import Sentence
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose.commitments.find import Heard
    from trustlint.prose.prose import Prose

STOP = ". "
"""What stands before every stretch but the first, as far as its reading depends on it."""

LINK = f"\n\n{masks.URL}"
"""What stands after a stretch when a link follows somewhere: it may be what is promised."""

REFERENCE = "they"
NAMED_WITHIN = 200
"""How far back "they" looks for who they are, in characters."""


class Known:
    """What has been found out about a stretch, in positions of its view."""

    __slots__ = ("found", "heard")

    def __init__(self) -> None:
        self.heard: Heard | None = None
        """What it promises."""
        self.found: tuple[Any, ...] | None = None
        """What the rules of a linter say about it."""


class Stretch:
    """A part of a message, its place in it, and what is known of it. `first` is the number of its first sentence."""

    def __init__(self, prose: "Prose", shape: Shape, first: int, before: str, *, linked: bool) -> None:
        self.prose = prose
        self.span = shape.span
        self.sentences = shape.sentences
        self.first = first
        self.before = before
        self.linked = linked
        self.shift = shape.span.start - len(before)
        """From positions of the view to those of the message."""

    @cached_property
    def known(self) -> Known:
        memory, key = self.prose.memory.stretches, self._key()
        known = memory.get(key)
        if known is None:
            known = Known()
            memory.keep(key, known)
        return known

    def _key(self) -> tuple[Any, ...]:
        """All that the reading of the stretch depends on."""
        prose, (start, end) = self.prose, self.span
        text = prose.text[start:end]
        masked = text if prose.masked is prose.text else prose.masked[start:end]
        plain = masked if prose.plain is prose.masked else prose.plain[start:end]
        return (
            text,
            masked,
            plain,
            self.sentences,
            self.before,
            self.linked,
            tuple(self._placeholders()),
            tuple(self._quotations()),
        )

    def _placeholders(self) -> Iterator[Placeholder]:
        for each in self.prose.message.placeholders:
            if self.span.start <= each.span.start < self.span.end:
                yield each._replace(
                    span=each.span.shift(-self.shift),
                    fallbacks=tuple(inner.shift(-self.shift) for inner in each.fallbacks),
                )

    def _quotations(self) -> Iterator[Span]:
        for each in self.prose.quotations:
            if self.span.start <= each.start < self.span.end:
                yield each.shift(-self.shift)

    @cached_property
    def view(self) -> "Prose":
        """The stretch as a message of its own."""
        from trustlint.prose.view import View

        prose, before, after = self.prose, self.before, LINK if self.linked else ""
        text, plain, masked = (
            f"{before}{self.span.of(each)}{after}" for each in (prose.text, prose.plain, prose.masked)
        )
        return View(
            text,
            plain,
            masked,
            tuple(moved(sentence, len(before)) for sentence in self.sentences),
            tuple(self._quotations()),
            tuple(self._placeholders()),
            prose.lexicon,
        )


def stretches(prose: "Prose") -> list[Stretch]:
    """The stretches of a message, in order."""
    marks = [*prose.quotations, *(each.span for each in prose.message.placeholders)]
    shapes = list(_joined(prose.shapes, marks) if marks else prose.shapes)
    last_link = prose.masked.rfind(masks.URL)
    refers = REFERENCE in prose.folded
    found: list[Stretch] = []
    first = 0
    for shape in shapes:
        before = STOP if found else ""
        if refers and REFERENCE in shape.span.of(prose.folded):
            before = prose.masked[max(0, shape.span.start - NAMED_WITHIN) : shape.span.start]
        found.append(Stretch(prose, shape, first, before, linked=last_link >= shape.span.end))
        first += len(shape.sentences)
    return found


def _joined(shapes: Iterable[Shape], marks: Sequence[Span]) -> Iterator[Shape]:
    """The shapes, those put together that a quotation or a placeholder reaches over."""
    last: Shape | None = None
    for shape in shapes:
        if last is not None and any(mark.start < last.span.end and shape.span.start < mark.end for mark in marks):
            last = _together(last, shape)
            continue
        if last is not None:
            yield last
        last = shape
    if last is not None:
        yield last


def _together(one: Shape, two: Shape) -> Shape:
    by = two.span.start - one.span.start
    both: Iterable[Sentence] = chain(one.sentences, (moved(sentence, by) for sentence in two.sentences))
    return Shape(Span(one.span.start, two.span.end), tuple(both))
