"""Frames: the words in a clause that make it a promise — who, a future or an intention, and an open act."""

from trustlint.prose.commitments import groups, idioms, status
from trustlint.prose.commitments.acts import is_participle
from trustlint.prose.commitments.value import Modality
from trustlint.prose.commitments.verbs import Verb, past_adverbs, what, word_at
from trustlint.prose.commitments.words import NEGATIVE, Word, is_adverb
from trustlint.prose.subjects import Subject, Voice
from trustlint.tuples import NamedTuple
from trustlint.typed import Callable, Iterator, Literal, Sequence

Kind = Literal["future", "progress", "handover", "idiom", "nominal", "done"]

VOWS = frozenset({"promise", "guarantee", "undertake", "pledge", "commit"})
HABITS = frozenset({"strive", "try", "endeavour", "endeavor", "work"})
"""What we try is what we always do, unless a time says when: "we strive to reply within a day"."""
AIMS = frozenset(
    "aim hope plan intend expect anticipate endeavour endeavor strive try aiming hoping planning "
    "trying  looking expecting attempting endeavouring".split()
)
PLANNED = frozenset("going due about set scheduled expected estimated anticipated slated".split()) | AIMS
MODALS = frozenset({"will", "shall", "should", "ought", "may", "might", "could"})
BE = frozenset({"am", "are", "is"})
HAVE = frozenset({"have", "has"})
WAS = frozenset({"was", "were"})


STARTERS = MODALS | BE | HAVE | WAS | AIMS | VOWS | idioms.STARTS.keys() | {"let", "while", "as"}
"""Words that a frame can begin with."""

Subjects = Callable[[], Sequence[Subject]]


class Frame(NamedTuple):
    """A promise in a clause: words `[start, end)`, from what makes it future to the verb.

    `needs_time` frames are promises only when a usable time stands with them: "it will take 3 days". `coordinated`
    ones share what comes
    after them: "I'll check and call you by Friday".
    """

    kind: Kind
    start: int
    end: int
    voice: Voice
    subject: Subject | None
    verb: Verb
    modality: Modality = "will"
    hedged: bool = False
    needs_time: bool = False
    coordinated: bool = False


def frames(words: Sequence[Word], subjects: Subjects) -> list[Frame]:
    """The frames of a clause in order. `subjects` finds the clause's subjects and is asked only where a verb group
    stands.
    """
    found: list[Frame] = []
    at = 0
    while at < len(words):
        frame = _frame(words, at, subjects) if words[at].text in STARTERS else None
        if frame is None:
            at += 1
            continue
        found.append(frame)
        found += _coordinated(words, frame)
        at = found[-1].end
    return found


def _frame(words: Sequence[Word], at: int, subjects: Subjects) -> Frame | None:
    word = words[at].text
    idiom = idioms.idiom(words, at)
    if idiom is not None:
        promised = Verb(idiom.verb, idiom.act, idiom.end)
        return Frame("idiom", at, idiom.end, "us", None, promised, "done-open", needs_time=idiom.needs_time)
    if word in MODALS:
        return _modal(words, at, *_subject(words, at, subjects))
    if word in BE:
        return _being(words, at, *_subject(words, at, subjects))
    if word in HAVE and word_at(words, at - 1) in MODALS - {"will", "shall"}:
        return None  # "this should have been passed on promptly"
    if word in HAVE or word in WAS:
        return _done(words, at, *_subject(words, at, subjects))
    if word in AIMS or word in VOWS:
        return _aim(words, at, *_subject(words, at, subjects))
    if word == "let" and at + 2 < len(words) and words[at + 1].text in ("me", "us"):
        return _let_me(words, at)
    if word in ("while", "as") and at + 2 < len(words) and words[at + 1].text in ("we", "i"):
        verb = status.working(words, at + 2)
        return None if verb is None else Frame("progress", at + 1, verb.end, "us", None, verb, "done-open")
    return None


def _subject(words: Sequence[Word], at: int, subjects: Subjects) -> tuple[Voice, Subject | None]:
    """Who the verb group at `at` is about."""
    before = at - 1
    while before >= 0 and is_adverb(words[before].text):
        before -= 1
    word = words[before].text if before >= 0 else ""
    start = words[at].start
    if word in ("i", "we"):
        return "us", Subject(words[before].start, words[before].end, "us")
    if word == "you":
        return "customer", Subject(words[before].start, words[before].end, "customer")
    if word == "who":
        return "us", None
    known = next((subject for subject in reversed(subjects()) if subject.start < start), None)
    if known is not None and known.voice == "us" and words_of(words, known) in ("i", "we") and word not in JOINS:
        return "none", None  # "I can confirm that the kettle is expected": whose verb it is stands unread between
    if known is not None:
        return known.voice, known
    if before < 0 and words[at].text == "will":
        return "us", None  # "Will update you on Monday"
    return "none", None


def _modal(words: Sequence[Word], at: int, voice: Voice, subject: Subject | None) -> Frame | None:
    modal = words[at].text
    undone = word_at(words, at + 2) == "been" or is_participle(word_at(words, at + 2))
    if word_at(words, at + 1) == "have" and undone and modal not in ("will", "shall"):
        return None  # "which I should have read"
    voice = _person(words, at, voice, subject)
    weak = modal in ("may", "might", "could")
    verb = groups.verb_group(words, at + (2 if modal == "ought" else 1), voice)
    if (
        verb is None
        and voice in ("us", "third-party")
        and subject is not None
        and words_of(words, subject) not in ("i", "we")
    ):
        verb = groups.verb_group(words, at + 1, "none")  # "a surveyor will be appointed"
        voice = "none"
    if verb is None and voice == "us" and not weak:
        return _second(words, at, subject)
    if verb is None or (weak and voice in ("us", "customer") and verb.act != "deliver"):
        return None
    return Frame(
        "future",
        at,
        verb.end,
        voice,
        subject,
        verb,
        "may" if weak else "aim" if verb.aim else "will",
        hedged=modal not in ("will", "shall") or verb.aim,
        needs_time=weak
        or verb.needs_time
        or (modal in ("should", "ought") and voice in ("us", "third-party"))
        or (voice in ("none", "product") and word_at(words, at - 1) in ("that", "which")),  # "a list that will be read"
    )


def _second(words: Sequence[Word], at: int, subject: Subject | None) -> Frame | None:
    """“We will stay on it and keep you posted”: the first verb promises nothing, the second does."""
    for index in range(at + 2, len(words) - 1):
        text = words[index].text
        if text in MODALS or text in BE or text in HAVE or text in NEGATIVE:
            return None
        if text in ("and", "or"):
            verb = groups.further(words, index + 1)
            return (
                None if verb is None else Frame("future", at, verb.end, "us", subject, verb, needs_time=verb.needs_time)
            )
    return None


def _person(words: Sequence[Word], at: int, voice: Voice, subject: Subject | None) -> Voice:
    """`us` for a subject that we do not know but that does what only people do: "our vet will phone you"."""
    if voice not in ("product", "none") or subject is None:
        return voice
    index = past_adverbs(words, at + 1)
    named = words_of(words, subject).split()
    if (
        index is None
        or not named
        or named[0] not in ("our", "a", "an", "the", "my", "your", "one", "another")
        or named[-1] in THINGS
    ):
        return voice
    ours = named[0] == "our" or named[:3] == ["one", "of", "our"]
    return "us" if groups.is_personal(words, index) or (ours and groups.is_work(words, index)) else voice


JOINS = frozenset({"and", "or", "but", "then", ",", "also", ""})
THINGS = frozenset(
    "system app website site portal bot software page tool service account program programme plan "
    "email e-mail message link store shop company order refund newsletter letter brochure product products machine "
    "device tool software update patch version policy guarantee warranty page form menu price prices office branch "
    "office hours hotline number address phone line range collection model".split()
)


def _being(words: Sequence[Word], at: int, voice: Voice, subject: Subject | None) -> Frame | None:
    """What follows am, are, is: "going to", "scheduled", "under review", "with our lab", "looking into it"."""
    index = past_adverbs(words, at + 1)
    if index is None:
        return None
    word, following = words[index].text, word_at(words, index + 1)
    voice = _person(words, index + 1 if following == "to" else at, voice, subject)
    if word in PLANNED | ARRANGED | {"committed", "dedicated"}:
        planned = _planned(words, at, index, voice, subject)
        if planned is not None:
            return planned
    if word == "under" and following in ("review", "investigation", "consideration"):
        return Frame("progress", at, index + 2, voice, subject, Verb("review", "investigate", index + 2), "done-open")
    if word == "with" and voice not in ("us", "customer") and status.is_desk(words, index + 1):
        return Frame("handover", at, index + 2, voice, subject, Verb("escalate", "escalate", index + 2), "done-open")
    alone = subject is not None and words_of(words, subject) == "i"
    verb = status.progress(words, index, "none" if _is_they(words, at, subject) else voice, alone=alone)
    if verb is None:
        return None
    if verb.needs_time:
        return Frame("future", at, verb.end, voice, subject, verb, needs_time=True)
    return Frame("progress", at, verb.end, voice, subject, verb, "done-open")


def _is_they(words: Sequence[Word], at: int, subject: Subject | None) -> bool:
    """Whether the subject is a "they" to which something is done: parcels, not people."""
    done_to = "being" in (word_at(words, at + 1), word_at(words, at + 2))
    return done_to and subject is not None and words_of(words, subject) == "they"


def _planned(words: Sequence[Word], at: int, index: int, voice: Voice, subject: Subject | None) -> Frame | None:
    """“are going to call”, “is due on Monday”, “are committed to finding it”, “are hoping for Thursday”."""
    word, following = words[index].text, word_at(words, index + 1)
    aims = word in AIMS
    if word in PLANNED and following == "to":
        verb = groups.verb_group(words, index + 2, voice)
        if verb is None or (aims and verb.text in MISSIONS):
            return None
        needs_time = verb.needs_time or voice not in ("us", "customer")
        hedged = aims or word in ("expected", "estimated", "anticipated")
        return Frame("future", at, verb.end, voice, subject, verb, "aim" if aims else "will", hedged, needs_time)
    if following == "to" and voice == "us":
        verb = groups.gerund(words, index + 2)
        return verb and Frame("future", at, verb.end, voice, subject, verb, "aim", needs_time=verb.text in MISSIONS)
    if (word in ARRANGED and voice != "us") or (aims and following == "for"):
        verb = Verb(word, "deliver", index + 1)
        return Frame("nominal", at, index + 1, voice, subject, verb, hedged=word not in SET, needs_time=True)
    return None


ARRANGED = frozenset({"scheduled", "due", "expected", "estimated", "planned", "set"})
SET = frozenset({"scheduled", "due", "set"})
MISSIONS = frozenset(
    "prevent avoid reduce produce create build grow become learn offer improve ensure serve help "
    "support maintain make give keep be protect provide restore regain rebuild win earn".split()
)


def words_of(words: Sequence[Word], subject: Subject) -> str:
    return " ".join(word.text for word in words if subject.start <= word.start < subject.end)


def _done(words: Sequence[Word], at: int, voice: Voice, subject: Subject | None) -> Frame | None:
    """A handover, whose next step is open, or a thing already fixed for a time to come."""
    index = past_adverbs(words, at + 1)
    if index is None:
        return None
    if words[index].text == "been":
        index = past_adverbs(words, index + 1)
        if index is None:
            return None
    if voice == "customer" or (word_at(words, 0) in ("please", "kindly") and word_at(words, 1) in ASKED_FOR):
        return None  # "please give us the day on which the request was raised"
    verb = status.handover(words, index)
    verb = verb or status.handed_then(words, index)
    if verb is not None:
        return Frame("handover", at, verb.end, voice, subject, verb, "done-open")
    if voice == "third-party":
        return None  # "the carrier has confirmed Monday" is their word, not ours
    verb = status.fixture(words, index)
    return None if verb is None else Frame("done", at, verb.end, voice, subject, verb, "will", needs_time=True)


ASKED_FOR = frozenset("provide give send share tell confirm check enter attach upload specify describe".split())


def _aim(words: Sequence[Word], at: int, voice: Voice, subject: Subject | None) -> Frame | None:
    """“We aim to reply”, “we expect the part to arrive”, “you can expect an answer”."""
    word, following = words[at].text, word_at(words, at + 1)
    if word in ("expect", "anticipate") and voice != "third-party" and not (following == "to" and voice == "us"):
        return _expected(words, at, voice, subject)
    if following != "to" or voice != "us":
        return None
    verb = groups.verb_group(words, at + 2, voice)
    if verb is None or verb.text in ("hear", "see", "welcome"):
        return None
    vowed = word in VOWS
    habit = word in HABITS or verb.text in MISSIONS
    modality: Modality = "guarantee" if vowed else "aim"
    return Frame("future", at, verb.end, voice, subject, verb, modality, not vowed, habit or verb.needs_time)


def _expected(words: Sequence[Word], at: int, voice: Voice, subject: Subject | None) -> Frame | None:
    """“Expect to hear from us”, “you can expect an answer”; “we expect the ferry on Sunday” only with a time."""
    if word_at(words, at + 1) == "to":
        hear = word_at(words, at + 2) in ("hear", "receive", "get", "be")
        act = what(words, at + 3) if word_at(words, at + 2) in ("receive", "get") else "reply"
        return Frame("future", at, at + 3, "none", None, Verb("hear", act, at + 3)) if hear else None
    answer = idioms.is_answer(words, at + 1)
    verb = Verb(words[at].text, "reply" if answer else "deliver", at + 1)
    if voice == "us":
        return Frame("nominal", at, at + 1, "us", subject, verb, hedged=True, needs_time=True)
    return Frame("nominal", at, at + 1, "none", None, verb, hedged=True, needs_time=not answer)


def _let_me(words: Sequence[Word], at: int) -> Frame | None:
    """“Let me check and come back to you”: the coming back is promised, the checking alone is done at once."""
    for index in range(at + 3, len(words)):
        if words[index].text in ("and", "then"):
            verb = groups.further(words, index + 1)
            if verb is not None and verb.act in ("reply", "update", "call"):
                return Frame("future", at, verb.end, "us", None, verb)
    return None


def _coordinated(words: Sequence[Word], frame: Frame) -> Iterator[Frame]:
    """Further verbs under the same promise: "and call you", "then reply"."""
    if frame.kind != "future" or frame.voice not in ("us", "third-party"):
        return
    for at in range(frame.end, len(words) - 1):
        text = words[at].text
        if text in MODALS or text in BE or text in HAVE:
            return
        if text in ("and", "then", "or"):
            verb = groups.further(words, at + 1)
            if verb is not None:
                yield frame._replace(
                    start=at + 1, end=verb.end, verb=verb, needs_time=verb.needs_time, coordinated=True
                )
