"""One message as the checks see it: every view made when first asked for, and once."""

from bisect import bisect_right

from trustlint import masks
from trustlint.memo import cached_property
from trustlint.message import Message, Placeholder, Record, SourceFile
from trustlint.prose import history, mask, quotes
from trustlint.prose.clauses import Clause, clauses
from trustlint.prose.memory import Memory
from trustlint.prose.paragraphs import Paragraph, Shape, moved, paragraphs, read
from trustlint.prose.patterns import lazy
from trustlint.prose.sentences import Part, Sentence
from trustlint.prose.stretches import Stretch, stretches
from trustlint.span import Span, TextMap
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from trustlint.prose.commitments import Commitment
    from trustlint.prose.lexicon import Lexicon
    from trustlint.prose.stance import Stance, _Reading
    from trustlint.prose.time import Time


_TYPED_QUOTES = lazy("[“”„‘’]")


class Prose:
    """A lazy view of a message. All texts in it have the length of `message.text`; all spans are in it.

    `memory` is of other messages that were read with the same lexicon.
    """

    def __init__(self, message: Message, lexicon: "Lexicon | None" = None, memory: Memory | None = None) -> None:
        self.message = message
        self.lexicon = lexicon
        self.memory = Memory() if memory is None else memory
        self.readings: dict[tuple[int, bool], _Reading] = {}
        self._clauses: dict[int, tuple[Clause, ...]] = {}

    @classmethod
    def of_text(
        cls, text: str, lexicon: "Lexicon | None" = None, *, placeholders: tuple[Placeholder, ...] = ()
    ) -> "Prose":
        return cls(plain_message(text, placeholders=placeholders), lexicon)

    @cached_property
    def text(self) -> str:
        """As the customer reads it."""
        return self.message.text

    @cached_property
    def placeholders(self) -> tuple[Placeholder, ...]:
        return self.message.placeholders

    @cached_property
    def plain(self) -> str:
        """Typography normalised; placeholders, code, addresses and mail history masked; quoted words still readable."""
        text = mask.paint_placeholders(mask.normalise(self.text), self.placeholders)
        text = mask.paint_lines(text, self.message.code, masks.CODE)
        text = mask.paint_lines(text, self.message.quoted, masks.HISTORY)
        return history.paint_history(mask.paint_urls(mask.paint_code(text)))

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """Quotations of three words and more, their marks included."""
        if "'" not in self.plain and '"' not in self.plain and "«" not in self.plain:
            return ()
        return quotes.quotations(self._typed)

    @cached_property
    def _typed(self) -> str:
        """`plain` with the quotation marks as typed: their direction tells a quotation from an apostrophe."""
        if self.text.isascii():
            return self.plain
        chars = list(self.plain)
        for mark in _TYPED_QUOTES.finditer(self.text):
            if chars[mark.start()] in "\"'":
                chars[mark.start()] = mark[0]
        return "".join(chars)

    @cached_property
    def masked(self) -> str:
        """`plain` with quotations masked too. A full stop that ends a quotation stays, for it ends the sentence."""
        return mask.paint(self.plain, (quotes.hidden(self.plain, span) for span in self.quotations), masks.QUOTE)

    @cached_property
    def folded(self) -> str:
        """`masked` in lower case."""
        return mask.fold(self.masked)

    @cached_property
    def _paragraphs(self) -> list[tuple[int, Paragraph]]:
        return read(self.masked, self.memory.paragraphs, subject=self.message.role == "subject")

    @cached_property
    def shapes(self) -> list[tuple[int, Shape]]:
        """The stretches of all paragraphs, in order, and where each begins."""
        return [(at + shape.span.start, shape) for at, paragraph in self._paragraphs for shape in paragraph.stretches]

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The parts of the message that are read by themselves."""
        return stretches(self)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(moved(sentence, at) for at, shape in self.shapes for sentence in shape.sentences)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Stretches between blank lines, without the white space around them."""
        return tuple(paragraphs(self.masked))

    def paragraph_around(self, span: Span) -> Span:
        """The paragraph that holds a span; the span itself where it reaches over more than one."""
        before = bisect_right(self.paragraphs, span.start, key=lambda one: one.start)
        around = self.paragraphs[before - 1] if before else span
        return around if around.contains(span) else span

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence at an offset; in the white space between two, the one before."""
        if not self.sentences:
            return Sentence(Span(0, len(self.text)), "sentence", self._part)
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    def sentences_beside(self, span: Span) -> Span:
        """The sentence in which a span begins, with the one before and the one after it in the same paragraph."""
        if not self.sentences:
            return Span(0, len(self.text))
        at = max(0, bisect_right(self._starts, span.start) - 1)
        around = self.paragraph_around(self.sentences[at].span)
        first, *_, last = self.sentences[max(0, at - 1) : at + 2] * 2
        return Span(max(first.span.start, around.start), min(last.span.end, around.end))

    @property
    def _part(self) -> Part:
        return "subject" if self.message.role == "subject" else "body"

    def clauses(self, sentence: Sentence) -> tuple[Clause, ...]:
        """The clauses of one of this message's sentences, in order."""
        start = sentence.span.start
        if start not in self._clauses:
            self._clauses[start] = clauses(self.folded, sentence)
        return self._clauses[start]

    def clause_at(self, offset: int) -> Clause:
        """The clause at an offset; in the white space between two, the one before."""
        found = self.clauses(self.sentence_at(offset))
        return next((clause for clause in reversed(found) if clause.span.start <= offset), found[0])

    def stance(self, span: Span) -> "Stance":
        """Who says what about a span, and how firmly."""
        from trustlint.prose.stance import stance

        return stance(self, span)

    @cached_property
    def times(self) -> "tuple[Time, ...]":
        """The times that the message names, in order."""
        from trustlint.prose.commitments.find import times_of

        return tuple(times_of(self))

    @cached_property
    def commitments(self) -> "tuple[Commitment, ...]":
        """What the message promises."""
        from trustlint.prose.commitments import commitments

        return tuple(commitments(self))


def plain_message(text: str, *, role: str = "body", placeholders: tuple[Placeholder, ...] = ()) -> Message:
    """A message of nothing but its text, for the library interface and for tests."""
    return Message(
        record=Record(format="plain", kind="text", route=""),
        route="",
        text=text,
        file=SourceFile(path="-", text=text),
        locate=lambda: TextMap.verbatim(len(text)),
        role=role,  # type: ignore[arg-type]
        placeholders=placeholders,
    )
