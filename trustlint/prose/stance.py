"""Who says what about a span, and how firmly.

Each answer is about the clause around the span; neighbours count where a condition or a question reaches over them.
"""

from trustlint.prose.clauses import Clause, clauses
from trustlint.prose.conditions import Condition, condition
from trustlint.prose.mask import fold
from trustlint.prose.moods import is_imperative, is_offer, is_reported, questions, speaks_for_us
from trustlint.prose.negation import is_negated
from trustlint.prose.patterns import lazy
from trustlint.prose.sentences import Part, Sentence
from trustlint.prose.subjects import Subject, Voice, nouns, subjects
from trustlint.prose.tenses import Tense, is_hedged, is_passive, tense
from trustlint.prose.tokens import Token, tokens
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from trustlint.prose.prose import Prose

Mood = Literal["declarative", "imperative", "question"]


class Stance(NamedTuple):
    """How the clause around a span stands to it.

    `voice` is whose act it is by the grammatical subject, `passive` whether that subject suffers it; `condition` is
    whose move must come first; `quoted` covers quotation marks, mail history and reported speech; `hedged` means the
    writer leaves room (should, usually, aim to); `offer` is a courtesy that nobody waits for.
    """

    voice: Voice = "none"
    negated: bool = False
    question: bool = False
    quoted: bool = False
    condition: Condition = "none"
    mood: Mood = "declarative"
    tense: Tense = "present"
    part: Part = "body"
    passive: bool = False
    hedged: bool = False
    offer: bool = False


class _Frame(NamedTuple):
    """Where a span is read: a folded text, the sentence in it and its clauses, and which of them holds the span."""

    folded: str
    sentence: Sentence
    clauses: tuple[Clause, ...]
    at: int
    quoted: bool

    @property
    def clause(self) -> Clause:
        return self.clauses[self.at]

    @property
    def following(self) -> str:
        """What opens the next clause."""
        return self.clauses[self.at + 1].opener if self.at + 1 < len(self.clauses) else ""


_COORDINATED = lazy(
    r"\b(?:and|or)\s+(?:(?:then|also|now|will|we|i)\s+)*(?=(?:will|'ll|have|has|are|is|am|was|were|can"
    r"|would|should|may|aim|hope|plan|expect)\b)"
)


class _Reading(NamedTuple):
    """What is the same for every span of a clause."""

    tokens: list[Token]
    words: frozenset[str]
    subjects: list[Subject]
    question: bool
    condition: Condition
    hedged: bool
    offer: bool


def stance(prose: "Prose", span: Span) -> Stance:
    """How the text stands to the words under `span`."""
    frame = _frame(prose, span)
    folded, clause = frame.folded, frame.clause
    reading = _reading(prose, frame)
    subject = _subject_of(reading.subjects, span)
    imperative = is_imperative(folded, reading.tokens, span.start, subject.start if subject else clause.span.end)
    verbs = _verbs(folded, clause, reading.subjects, subject, span)
    return Stance(
        voice=_voice(folded, clause, subject, imperative=imperative),
        negated=is_negated(folded, clause.span, span, frame.following),
        question=reading.question,
        quoted=frame.quoted or is_reported(folded, clause.span.start, span.start, reading.words),
        condition=reading.condition,
        mood="question" if reading.question else "imperative" if imperative else "declarative",
        tense=tense(folded, *verbs),
        part=frame.sentence.part,
        passive=is_passive(folded, *verbs, reading.words),
        hedged=reading.hedged,
        offer=reading.offer,
    )


def _reading(prose: "Prose", frame: _Frame) -> _Reading:
    """Read a clause once: several rules often ask about the same one."""
    at = frame.clause.span.start, frame.quoted
    if at not in prose.readings:
        folded, span = frame.folded, frame.clause.span
        read = tokens(folded, *span)
        # Each pattern runs only where one of its words occurs: looking a word up is far cheaper than searching for it.
        vocabulary = frozenset([token.text for token in read])
        prose.readings[at] = _Reading(
            tokens=read,
            words=vocabulary,
            subjects=subjects(folded, read, nouns(prose.lexicon), prose.placeholders),
            question=questions(folded, frame.sentence, frame.clauses)[frame.at],
            condition=condition(folded, frame.clauses, frame.at, vocabulary),
            hedged=is_hedged(folded, *span, vocabulary),
            offer=is_offer(folded, *span, vocabulary),
        )
    return prose.readings[at]


def _frame(prose: "Prose", span: Span) -> _Frame:
    """The sentence and clauses around a span; inside a quotation, those of the quotation."""
    sentence = prose.sentence_at(span.start)
    for quotation in prose.quotations:
        if quotation.start <= span.start < quotation.end and span.end - quotation.start > 0:
            if span.start == quotation.start and span.end > quotation.end:
                break
            folded = fold(prose.plain)
            inside = Sentence(Span(quotation.start + 1, quotation.end - 1), "sentence", sentence.part)
            return _located(folded, inside, clauses(folded, inside), span, quoted=True)
    history = prose.masked[span.start : span.start + 1] == "\ue008"
    return _located(prose.folded, sentence, prose.clauses(sentence), span, quoted=history)


def _located(folded: str, sentence: Sentence, found: tuple[Clause, ...], span: Span, *, quoted: bool) -> _Frame:
    index = max((at for at, clause in enumerate(found) if clause.span.start <= span.start), default=0)
    return _Frame(folded, sentence, found, index, quoted)


def _subject_of(found: list[Subject], span: Span) -> Subject | None:
    """The last subject before the span or in it at its beginning; else the first after."""
    before = [subject for subject in found if subject.start <= span.start]
    if before:
        return before[-1]
    return found[0] if found else None


def _voice(folded: str, clause: Clause, subject: Subject | None, *, imperative: bool) -> Voice:
    if imperative:
        return "customer"
    if speaks_for_us(folded, clause, subject.start if subject else clause.span.end):
        return "us"
    return subject.voice if subject else "none"


def _verbs(folded: str, clause: Clause, found: list[Subject], subject: Subject | None, span: Span) -> tuple[int, int]:
    """The stretch with the verb group that the span belongs to."""
    start, end = clause.span
    if subject is not None:
        start = subject.end
        end = next((other.start for other in found if other.start >= max(subject.end, span.end)), end)
    if folded.find("and ", start, span.start + 6) < 0 and folded.find("or ", start, span.start + 6) < 0:
        return start, end
    for match in _COORDINATED.finditer(folded, start, min(end, span.start + 6)):
        start = match.end()
    return start, end
