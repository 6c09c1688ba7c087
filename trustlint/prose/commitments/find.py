"""What a message promises, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from trustlint.prose.clauses import Clause
from trustlint.prose.commitments import nominal
from trustlint.prose.commitments.acts import is_participle
from trustlint.prose.commitments.frames import Frame, frames
from trustlint.prose.commitments.groups import FEEDBACK
from trustlint.prose.commitments.timing import Owed, begins_in, in_clause, with_neighbours
from trustlint.prose.commitments.value import Actor, Commitment
from trustlint.prose.commitments.words import Word, words
from trustlint.prose.conditions import condition
from trustlint.prose.moods import is_imperative, is_reported, questions
from trustlint.prose.negation import is_negated
from trustlint.prose.sentences import Sentence
from trustlint.prose.subjects import nouns, subjects
from trustlint.prose.time import Time, times
from trustlint.prose.tokens import tokens
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose.prose import Prose

TRIGGER = re.compile(
    r"'ll\b|\b(?:will|won't|shall|should|may|might|could|going to|due|set|about to|aim|hop(?:e|ing)|plan|intend|expect|anticipat|endeavou?r|striv|try|commit|dedicat|schedul|estimat"
    r"|book|arrang|planned|confirmed|[a-z]+ing\b|escalated|forwarded|passed|referred|raised|handed|routed|relayed|under|takes?|allow|promise|guarantee|undertake|pledge|with (?:our|the)|let (?:me|us)|(?:while|as) (?:we|i)\b|ought|leave|bear|watch|stay|hang|more|further|in the|on it|on the case|give me|follow)"
)
RELAYED = frozenset({"relay", "pass", "forward", "share", "take", "raise", "submit"})
OPENS_WORK = frozenset({"while", "as"})
CLOSED = frozenset("if unless when whenever once until till after before should provided providing".split()) | {
    "as soon as",
    "as long as",
    "only if",
    "even if",
    "provided that",
    "providing that",
    "in case",
    "the moment",
    "every time",
}


GIVEN_THAT = re.compile(r"\W*(?:in (?:that|this|which|such a?) case|if (?:so|confirmed|approved|needed|necessary|required|not|eligible))\b")
"""A condition told in the sentence before, or in two words."""


WHEN = re.compile(r"\d|[\ue000\ue003\ue004]|day\b|week|month|today|tomorrow|tonight|soon|possible|\bas we\b|before|shortly|hours?\b|asap")
"""Some sign of a time: a plain statement without one promises nothing."""


class Place(NamedTuple):
    """A clause, the words in it and the sentence around."""

    sentence: Sentence
    clauses: tuple[Clause, ...]
    at: int
    words: list[Word]

    @property
    def clause(self) -> Clause:
        return self.clauses[self.at]


def commitments(prose: "Prose") -> list[Commitment]:
    """Everything the message promises, in order."""
    folded = prose.folded
    if TRIGGER.search(folded) is None and WHEN.search(folded) is None:
        return []
    moments = times(prose.masked, prose.message.placeholders)
    owed: list[Owed] = []
    for number, sentence in enumerate(prose.sentences):
        if sentence.kind != "greeting" and TRIGGER.search(folded, *sentence.span) or _any_when(moments, sentence.span):
            owed += _promised(prose, number, sentence, moments)
    return with_neighbours(prose, owed, moments)


def _tells_when(time: Time | None) -> bool:
    """Whether a time, however vague, says when a thing is to happen."""
    return time is not None and (time.dated or time.kind == "vague") and time.relation not in ("until", "till", "since", "from")


def _is_answer(folded: str, clauses: Sequence[Clause], at: int) -> bool:
    """"That's when we'll reply": no condition."""
    return at > 0 and folded[slice(*clauses[at - 1].span)].strip() in ("that's", "that is", "this is")


def _any_when(moments: Sequence[Time], span: Span) -> bool:
    return any((time.dated or time.kind == "vague") and begins_in(span, time) for time in moments)


def _promised(prose: "Prose", number: int, sentence: Sentence, moments: Sequence[Time]) -> Iterator[Owed]:
    """The promises of one sentence, with the times that stand in it."""
    folded = prose.folded
    clauses = _whole(folded, prose.clauses(sentence))
    asked = questions(folded, sentence, clauses)
    for at, clause in enumerate(clauses):
        if asked[at] or (clause.opener in CLOSED and not _is_answer(folded, clauses, at)):
            continue
        place = Place(sentence, clauses, at, words(folded, *clause.span))
        if not place.words:
            continue
        yield from _in_clause(prose, number, place, [time for time in moments if begins_in(sentence.span, time)])


def _whole(folded: str, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses, with "providing you with an update" left where it belongs: a condition says "providing that"."""
    joined: list[Clause] = []
    for clause in clauses:
        if joined and clause.opener == "providing" and not folded.startswith("that", clause.span.start + len("providing ")):
            joined[-1] = Clause(Span(joined[-1].span.start, clause.span.end), joined[-1].opener)
        else:
            joined.append(clause)
    return tuple(joined)


def _in_clause(prose: "Prose", number: int, place: Place, moments: Sequence[Time]) -> Iterator[Owed]:
    folded, clause = prose.folded, place.clause
    read = tokens(folded, *clause.span)
    known = nouns(prose.lexicon)
    found = frames(place.words, subjects(folded, read, known, prose.message.placeholders))
    texts = frozenset(word.text for word in place.words)
    used: set[Time] = set()
    for index, frame in enumerate(found):
        trigger = Span(place.words[frame.start].start, place.words[min(frame.end, len(place.words)) - 1].end)
        following = place.clauses[place.at + 1].opener if place.at + 1 < len(place.clauses) else ""
        if is_negated(folded, clause.span, trigger, following) or is_reported(folded, clause.span.start, trigger.start, texts):
            continue
        if frame.verb.text in RELAYED and not FEEDBACK.isdisjoint(folded[slice(*place.sentence.span)].split()):
            continue
        time = in_clause(folded, place.words, found, index, clause, moments, place.clauses)
        if frame.needs_time and not _tells_when(time):
            continue
        if time is not None:
            used.add(time)
        yield Owed(number, place.at, _commitment(prose, place, frame, trigger, time))
    if found and any(frame.kind != "done" for frame in found):
        return
    yield from _stated(prose, number, place, [time for time in moments if begins_in(clause.span, time) and time not in used])


def _stated(prose: "Prose", number: int, place: Place, moments: Sequence[Time]) -> Iterator[Owed]:
    """A clause without a promise that tells of our work with a time: "refunds take 5-7 days"."""
    time = next((time for time in moments if time.dated), None) or next((time for time in moments if time.kind == "vague"), None)
    if time is None:
        return
    act = nominal.act_of(place.words, calendar=time.kind in ("absolute", "relative", "placeholder", "vague"))
    if time.kind == "vague" and not _is_done_to(place.words):
        return
    if act is None or is_negated(prose.folded, place.clause.span, time.span, ""):
        return
    span = _span(place, time)
    whose, where = _condition(prose, place)
    yield Owed(
        number, place.at, Commitment(span, time.span, "unstated", "", act, act, "will", time, whose, where, hedged=_hedged(place.words), nominal=True)
    )


def _is_done_to(words: Sequence[Word]) -> bool:
    """"Requests are handled as quickly as possible": a passive of ours."""
    return any(word.text in ("is", "are") and is_participle(after.text) for word, after in zip(words, words[1:], strict=False))


def _contingent(prose: "Prose", condition: Span | None) -> bool:
    return condition is not None and prose.folded[condition.start :].split(maxsplit=1)[0] in ("if", "unless", "should", "in")


def _hedged(words: Sequence[Word]) -> bool:
    return any(word.text in ("may", "might", "should", "estimated", "expected", "expect", "approximately") for word in words)


def _commitment(prose: "Prose", place: Place, frame: Frame, trigger: Span, time: Time | None) -> Commitment:
    whose, where = _condition(prose, place)
    subject = frame.subject
    agent = prose.text[subject.start : subject.end] if subject is not None and frame.voice != "customer" else ""
    texts = {word.text for word in place.words}
    guarantee = bool(texts & {"guarantee", "promise", "assure", "assured", "guaranteed", "definitely"})
    return Commitment(
        _span(place, time, trigger),
        trigger,
        _actor(frame, agent, texts),
        agent,
        frame.verb.act,
        frame.verb.text,
        "guarantee" if guarantee and frame.modality == "will" else frame.modality,
        time,
        whose,
        where,
        hedged=frame.hedged,
        nominal=frame.kind == "nominal",
        contingent=_contingent(prose, where),
    )


def _actor(frame: Frame, agent: str, texts: set[str]) -> Actor:
    if frame.voice == "third-party":
        return "third-party"
    if "automatically" in texts or "automatic" in texts or "automated" in texts or agent.lower().endswith("system"):
        return "system"
    if frame.voice == "us":
        return "us" if agent.lower() in ("", "i", "we") else "team"
    return "unstated"


def _span(place: Place, time: Time | None, trigger: Span | None = None) -> Span:
    """The clause from its first word to its last, with a time that stands just behind it."""
    start = next((word.start for word in place.words if word.text[0].isalnum() or word.text[0] >= "\ue000"), place.clause.span.start)
    last = next((word.end for word in reversed(place.words) if word.text[0].isalnum() or word.text[0] >= "\ue000" or word.text == ")"), place.clause.span.end)
    if time is not None and begins_in(place.sentence.span, time):
        start, last = min(start, time.span.start), max(last, time.span.end)
    return Span(start, last)


def _asks(prose: "Prose", place: Place) -> bool:
    """Whether the clause before asks the customer to move: "tell us, and we'll …"."""
    before = place.clauses[place.at - 1].span
    return is_imperative(prose.folded, tokens(prose.folded, *before), before.end - 1, before.end)


def _condition(prose: "Prose", place: Place) -> tuple[Literal["customer", "event"] | None, Span | None]:
    texts = frozenset(word.text for word in place.words)
    whose = condition(prose.folded, place.clauses, place.at, texts)
    if place.at and place.clause.opener in ("and", "then", "so") and _asks(prose, place):
        return "customer", place.clauses[place.at - 1].span
    if whose == "none" and GIVEN_THAT.match(prose.folded, place.sentence.span.start):
        return "customer", None
    if whose == "none":
        return None, None
    near = sorted(
        (clause.span for clause in place.clauses if clause.opener in CLOSED and clause is not place.clause),
        key=lambda span: abs(span.start - place.clause.span.start),
    )
    return whose, near[0] if near else None
