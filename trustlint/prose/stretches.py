"""Stretches: the parts of a message that are read by themselves.

What a sentence promises, and what most rules say about it, follows from its own words: no subject, time or condition
reaches over a full stop or a blank line. A stretch is one sentence, or several that no stop keeps apart, with as much
of its surroundings as its reading depends on. Equal stretches are read once, whatever messages they stand in.
"""

from bisect import bisect_right

from trustlint import masks
from trustlint.memo import cached_property
from trustlint.message import Placeholder
from trustlint.prose.mask import fold
from trustlint.prose.paragraphs import Shape, moved
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Any, Sequence

if TYPE_CHECKING:
    from trustlint.prose.commitments.find import Heard
    from trustlint.prose.lexicon import Lexicon
    from trustlint.prose.memory import Memory
    from trustlint.prose.prose import Prose

STOP = ". "
"""What stands before every stretch but the first, as far as its reading depends on it."""

LINK = f"\n\n{masks.URL}"
"""What stands after a stretch when a link follows somewhere: it may be what is promised."""

AROUND = STOP + LINK
"""What stands in views and not in messages."""

SIGMA = "\u03a3"

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


Placed = tuple[int, Shape]
"""A shape and where in a message it begins."""


class Source(NamedTuple):
    """What is asked of the message of a stretch: its text as written, plain, masked, and masked in lower case, and what
    is known of others. The message itself knows its stretches: if they knew it, neither would be freed at once.
    """

    text: str
    plain: str
    masked: str
    folded: str
    lexicon: "Lexicon | None"
    memory: "Memory"


class Marks(NamedTuple):
    """What else the reading of a stretch depends on: whether a link follows, the placeholders and quotations in it."""

    linked: bool
    placeholders: tuple[Placeholder, ...]
    quotations: tuple[Span, ...]


class Stretch:
    """A part of a message, its place in it, and what is known of it. `first` is the number of its first sentence."""

    def __init__(self, source: Source, shape: Shape, at: int, first: int, before: str, marks: Marks) -> None:
        self.source = source
        self.span = Span(at, at + shape.span.end - shape.span.start)
        self.sentences = shape.sentences
        self.first = first
        self.before = before
        self.shift = at - len(before)
        """From positions of the view to those of the message."""
        self.linked, self._placeholders, self._quotations = marks

    @cached_property
    def known(self) -> Known:
        memory, key = self.source.memory.stretches, self._key()
        known = memory.get(key)
        if known is None:
            known = Known()
            memory.keep(key, known)
        return known

    def _key(self) -> tuple[Any, ...]:
        """All that the reading of the stretch depends on, as short as can be: thousands of them are kept."""
        source, (start, end) = self.source, self.span
        text, plain, masked = source.text[start:end], source.plain[start:end], source.masked[start:end]
        # Of a sentence alone the span is that of the text.
        shape = self.sentences[0][1:] if len(self.sentences) == 1 else (self.sentences,)
        key = (text, self.before, self.linked, *shape)
        if text == plain == masked and not self._placeholders and not self._quotations:
            return key
        return (*key, plain, masked, self.placeholders, self.quotations)

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """Those in it, in positions of its view."""
        if not self._placeholders:
            return ()
        by = -self.shift
        return tuple(
            each._replace(span=each.span.shift(by), fallbacks=tuple(inner.shift(by) for inner in each.fallbacks))
            for each in self._placeholders
        )

    @property
    def quotations(self) -> tuple[Span, ...]:
        """Those in it, in positions of its view."""
        return tuple(each.shift(-self.shift) for each in self._quotations) if self._quotations else ()

    @cached_property
    def _texts(self) -> tuple[str, str]:
        """Two texts of the view, plain and masked."""
        source = self.source
        plain = self._seen(source.plain)
        return plain, plain if source.masked is source.plain else self._seen(source.masked)

    def _seen(self, text: str) -> str:
        """The stretch of a text, with what the view has around it."""
        start, end = self.span
        return f"{self.before}{text[start:end]}{LINK if self.linked else ''}"

    @property
    def searched(self) -> tuple[str, ...]:
        """The texts that rules search in it."""
        return self._texts[:1] if self.source.plain is self.source.masked else self._texts

    @cached_property
    def view(self) -> "Prose":
        """The stretch as a message of its own."""
        from trustlint.prose.view import Texts, View

        source, (plain, masked) = self.source, self._texts
        text = plain if source.text is source.plain else self._seen(source.text)
        sentences = tuple(moved(sentence, len(self.before)) for sentence in self.sentences)
        return View(
            Texts(text, plain, masked, self._folded), sentences, self.quotations, self.placeholders, source.lexicon
        )

    @property
    def _folded(self) -> str:
        """The masked text of the view in lower case. That of a sigma depends on the letters beside it."""
        if SIGMA in self.source.masked:
            return fold(self._texts[1])
        start, end = self.span
        return f"{fold(self.before)}{self.source.folded[start:end]}{LINK if self.linked else ''}"


def stretches(prose: "Prose") -> list[Stretch]:
    """The stretches of a message, in order."""
    shapes: Sequence[Placed] = prose.shapes
    placeholders, quotations = prose.placeholders, prose.quotations
    if placeholders or quotations:
        shapes = _joined(shapes, [*quotations, *(each.span for each in placeholders)])
    last_link = prose.masked.rfind(masks.URL)
    folded = prose.folded
    source = Source(prose.text, prose.plain, prose.masked, folded, prose.lexicon, prose.memory)
    refers = REFERENCE in folded
    found: list[Stretch] = []
    first = 0
    for at, shape in shapes:
        end = at + shape.span.end - shape.span.start
        before = STOP if found else ""
        if refers and folded.find(REFERENCE, at, end) >= 0:
            before = prose.masked[max(0, at - NAMED_WITHIN) : at]
        marks = Marks(
            last_link >= end,
            tuple(each for each in placeholders if at <= each.span.start < end) if placeholders else (),
            tuple(each for each in quotations if at <= each.start < end) if quotations else (),
        )
        found.append(Stretch(source, shape, at, first, before, marks))
        first += len(shape.sentences)
    return found


def _joined(shapes: Sequence[Placed], marks: Sequence[Span]) -> Sequence[Placed]:
    """The shapes, those put together that a quotation or a placeholder reaches over."""
    starts = [at for at, _ in shapes]
    if all(bisect_right(starts, mark.start) == bisect_right(starts, mark.end - 1) for mark in marks):
        return shapes
    joined = [shapes[0]]
    for at, shape in shapes[1:]:
        before, last = joined[-1]
        end = before + last.span.end - last.span.start
        if any(mark.start < end and at < mark.end for mark in marks):
            joined[-1] = before, _together(last, shape, at - before)
        else:
            joined.append((at, shape))
    return joined


def _together(one: Shape, two: Shape, by: int) -> Shape:
    """Two shapes as one; the second begins `by` characters after the first."""
    end = one.span.start + by + two.span.end - two.span.start
    both = (*one.sentences, *(moved(sentence, by) for sentence in two.sentences))
    return Shape(Span(one.span.start, end), both)
