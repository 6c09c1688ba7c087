"""A subject against its own text: "Your refund within 24 hours", and below it "refunds take 5 to 7 days".

Both are fields of one record, so that nothing but the words is compared: the times of one act, and whether a remedy
that the subject gives is given, or only another one.
"""

from itertools import groupby

from trustlint.checks import Statement, Verdict
from trustlint.checks.across.remedies import mentions, remedies
from trustlint.fact import Fact
from trustlint.patterns import IGNORECASE, lazy
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.commitments import Commitment
    from trustlint.prose.sentences import Sentence
    from trustlint.prose.time import Time

SUBJECT, TEXT = "subject", "text"

_SUBJECT_LINE = lazy(r"\A\s*\W{0,2}subject(?: line)?\W{0,2}: ?[^\n]*", IGNORECASE)
"""The subject where it stands as the first line of a text."""

_ACTS = frozenset("reply refund ship deliver replace cancel fix call credit decide".split())
_NAMED = tuple(
    (act, lazy(pattern, IGNORECASE))
    for act, pattern in (
        ("refund", r"\b(?:refund\w*|money back|reimburse\w*|repayment)\b"),
        ("replace", r"\b(?:replacements?|exchanges?)\b"),
        ("fix", r"\b(?:repairs?|repaired)\b"),
        ("deliver", r"\b(?:deliver(?:y|ed|s)?|arrives?)\b"),
        ("ship", r"\b(?:dispatch\w*|shipped|ships|shipping|shipment)\b"),
        ("decide", r"\b(?:decision|outcome|verdict)\b"),
        ("reply", r"\b(?:reply|replies|response|answers?|respond)\b"),
    )
)
"""What a time is about, by the nouns beside it: before what the verb says, for a refund may also "reach" somebody."""

_THEIRS = lazy(
    r"\b(?:please|kindly|you (?:can|may|could|must|have|need|should|want|had)|if you|unless you|once you|your reply"
    r"|not (?:heard|received|arrived)|if (?:it|we|they|this|the)|used to|instead of|rather than)\b",
    IGNORECASE,
)
"""A time that is the customer's, or that holds in one case only."""
_ALLOW = lazy(r"\bplease allow\b", IGNORECASE)


class Said(NamedTuple):
    """One side of a comparison as a fact keeps it: `side`, `about` (an act, or a remedy) and what is said of it."""

    side: str
    about: str
    said: tuple[float, bool] | str


def statements(prose: "Prose") -> Iterator[Statement]:
    """The times and remedies that a subject or a text names."""
    for commitment in prose.commitments:
        time = commitment.time
        if time is None or time.upper is None or time.slot or commitment.negated or commitment.contingent:
            continue
        about = _about(commitment.span.of(prose.masked), commitment)
        if about and not _is_theirs(prose.sentence_at(time.span.start).span.of(prose.masked)):
            yield _statement(prose, time.span, about, (float(time.upper), bool(time.business)))
    usual = [time for time in prose.times if time.kind == "typical" and time.upper]
    mentioned = mentions(prose.folded)
    for sentence in prose.sentences if usual or mentioned else ():
        yield from _usual_times(prose, sentence, usual)
        if mentioned and mentions(sentence.span.of(prose.folded)):
            for span, about, said in remedies(sentence.span.of(prose.masked)):
                yield _statement(prose, span.shift(sentence.span.start), about, said)


def _statement(prose: "Prose", span: Span, about: str, said: tuple[float, bool] | str) -> Statement:
    return Statement(span, tuple(Said(SUBJECT if _is_subject(prose, span) else TEXT, about, said)))


def _is_subject(prose: "Prose", span: Span) -> bool:
    if prose.message.role == "subject":
        return True
    line = _SUBJECT_LINE.match(prose.masked)
    return line is not None and span.end <= line.end()


def _is_theirs(text: str) -> bool:
    return _THEIRS.search(_ALLOW.sub("", text)) is not None


def _about(text: str, commitment: "Commitment | None" = None) -> str:
    """The act that some words are about; nothing for one that subjects and texts do not share."""
    named = next((act for act, pattern in _NAMED if pattern.search(text)), "")
    return named or (commitment.act if commitment is not None and commitment.act in _ACTS else "")


def _usual_times(prose: "Prose", sentence: "Sentence", usual: Sequence["Time"]) -> Iterator[Statement]:
    """Times that are no promise, but what the customer is told to expect: "it usually takes 5 days for a refund"."""
    text = sentence.span.of(prose.masked)
    for time in usual:
        if time.upper and sentence.span.start <= time.span.start < sentence.span.end:
            about = _about(text)
            if about and not _is_theirs(text):
                yield _statement(prose, time.span, about, (float(time.upper), bool(time.business)))


def judge(facts: Sequence[Fact]) -> Iterator[Verdict]:
    """What the subject of a record says otherwise than all that its text says about it."""
    # A record's facts follow each other: of the others nothing need be held.
    for _, record in groupby(enumerate(facts), key=lambda numbered: numbered[1].owner):
        numbers = [number for number, _ in record]
        told: set[str] = set()
        for number in numbers:
            side, about, said = Said(*facts[number].value)
            if side != SUBJECT or about in told:
                continue
            below = [other for other in numbers if facts[other].value[0] == TEXT and facts[other].value[1] == about]
            if below and not any(_agree(said, facts[other].value[2]) for other in below):
                told.add(about)
                yield _verdict(facts, number, below[0])


def _agree(one: object, other: object) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    from trustlint.checks.across.deadlines import agree  # once subjects are held against their texts

    return agree(tuple(one), tuple(other))  # type: ignore[arg-type]


def _verdict(facts: Sequence[Fact], number: int, other: int) -> Verdict:
    there = " ".join(facts[other].text.split())
    values = {"match": facts[number].text, "other": there, "where": "its text"}
    return Verdict(number, values, ((other, f"“{there}” in the text"),))
