"""Paragraphs: what stands between blank lines, cut into sentences and into stretches that are read by themselves."""

from trustlint.prose.blocks import Frame
from trustlint.prose.memory import Recent
from trustlint.prose.patterns import lazy
from trustlint.prose.sentences import LONGEST, Sentence, sentences
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator, Sequence

_BLANK = lazy(r"\n\s*\n\s*")
_HALF_OF_DAY = ("a.m", "p.m")


class Shape(NamedTuple):
    """A stretch of sentences with nothing but white space between them; positions from its first character on."""

    span: Span
    sentences: tuple[Sentence, ...]


class Paragraph(NamedTuple):
    """The stretches of a paragraph, their positions from its first character on, and the frame after it."""

    stretches: tuple[Shape, ...]
    frame: Frame


def paragraphs(text: str) -> Iterator[Span]:
    """The stretches between blank lines of a masked text, without the white space around them."""
    at = len(text) - len(text.lstrip())
    for blank in _BLANK.finditer(text, at):
        yield _tight(text, at, blank.start())
        at = blank.end()
    if at < len(text):
        yield _tight(text, at, len(text))


def _tight(text: str, start: int, end: int) -> Span:
    while text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def read(text: str, memory: Recent[Paragraph], *, subject: bool = False) -> list[tuple[int, Paragraph]]:
    """The paragraphs of a masked text and where each begins."""
    found = []
    frame = Frame()
    for start, end in paragraphs(text):
        key = text[start:end], start > 0, frame, subject
        known = memory.get(key)
        if known is None:
            known = _paragraph(key[0], frame, inner=start > 0, subject=subject)
            memory.keep(key, known)
        found.append((start, known))
        frame = known.frame
    return found


def _paragraph(text: str, frame: Frame, *, inner: bool, subject: bool) -> Paragraph:
    """A paragraph read by itself; an inner one after a line end, as in its message."""
    lead = "\n" if inner else ""
    found, after = sentences(lead + text, len(lead), frame, subject=subject)
    groups = _stretches(lead + text, found)
    return Paragraph(tuple(_shape(group, len(lead)) for group in groups), after)


def moved(sentence: Sentence, by: int) -> Sentence:
    (start, end), kind, part = sentence
    return Sentence(Span(start + by, end + by), kind, part)


def _shape(group: Sequence[Sentence], lead: int) -> Shape:
    """The shape of sentences in a paragraph, `lead` characters before it not counted."""
    start, end = group[0].span.start, group[-1].span.end
    return Shape(Span(start - lead, end - lead), tuple(moved(sentence, -start) for sentence in group))


def _stretches(text: str, found: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in found:
        group.append(sentence)
        if _is_closed(text, sentence.span.end) or sentence.span.end - sentence.span.start > LONGEST // 2:
            yield group
            group = []
    if group:
        yield group


def _is_closed(text: str, end: int) -> bool:
    """Whether nothing goes on over the end of a sentence. Without a stop, and after “a.m.”, a date may."""
    return text[end - 1] in ".:;!?" and text[end - 4 : end - 1].lower() not in _HALF_OF_DAY
