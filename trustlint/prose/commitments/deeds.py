"""What we will do: most verbs are acts that somebody waits for, some only with the words after them, some never."""

from itertools import takewhile

from trustlint.prose.commitments.acts import ACT_OF, NOT_OPEN, act, base, is_participle
from trustlint.prose.commitments.value import Act
from trustlint.prose.commitments.verbs import ANSWERS, FEEDBACK, NO_VERB, THINGS, Verb, is_of_others, texts, what
from trustlint.prose.commitments.words import Word
from trustlint.tuples import NamedTuple
from trustlint.typed import Callable, Sequence

KEPT = frozenset(
    "watch updated informed posted notified advised abreast loop apprised eye monitoring tracking checking looking "
    "trying working".split()
)
"""What "keep" has to be followed by: keep you posted, keep an eye on it."""

CARED = frozenset(
    "precautions precaution measures look care action steps step charge over ownership responsibility".split()
)
MADE = frozenset("right arrangements change changes correction adjustment payment".split())
DONE = frozenset("what best everything utmost that this all whatever so it".split())
NOTES = frozenset({"note", "notes", "comment", "remark", "reminder"})
EVERYDAY = frozenset("help assist support accommodate prevent avoid improve".split())
ASSISTANCE = frozenset("assistance help support guidance hassle-free".split())
RELAYS = frozenset("relay pass forward share submit take raise".split())
BRINGS = frozenset("provide send give share offer bring forward issue".split())
LIGHT = frozenset("process arrange initiate expedite start begin complete finalise finalize".split())
"""Verbs of no act of their own: what is arranged or processed tells it."""

TOUCHES = frozenset("contact call phone ring ask inform notify email e-mail message text reach alert tell".split())
"""Words to somebody: a reply when they go to the customer, a step of the work when they go to others."""

AT_ONCE = frozenset({"waive"})
"""Done by being said."""


class Said(NamedTuple):
    """A verb's place and the words after it."""

    at: int
    after: list[str]

    @property
    def next(self) -> str:
        return self.after[0] if self.after else ""

    def any(self, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self.after)

    def verb(self, text: str, act_: Act, *, needs_time: bool = False, aim: bool = False) -> Verb:
        return Verb(text, act_, self.at + 1, needs_time, aim)


def deed(words: Sequence[Word], at: int) -> Verb | None:
    """The act of the verb at `at`. Any verb counts unless it is known to promise nothing."""
    text = words[at].text
    if not text.replace("-", "").isalpha() or text in NO_VERB:
        return None
    said = Said(at, texts(words, at + 1, at + 10))
    if text in RELAYS and said.any(FEEDBACK):
        return None
    reader = READERS.get(text)
    if reader is not None:
        return reader(said)
    if text in BRINGS:
        return None if said.any(ASSISTANCE) else said.verb(text, what(words, at + 1, act(text)))
    if text in LIGHT:
        return said.verb(text, _told(said, act(text)))
    if text == "ask" and said.next == "you":
        return None  # a question is put at once
    if text in TOUCHES and is_of_others(words, at + 1 + (said.next in ("out", "to"))):
        return said.verb(text, "investigate")
    return None if text in NOT_OPEN else said.verb(text, act(text), needs_time=text in AT_ONCE)


def _told(said: Said, otherwise: Act) -> Act:
    """The act that the object of a light verb names: "process a full refund", "arrange a call"."""
    own = takewhile(lambda text: text not in ENDS, said.after[:6])
    return next((OBJECTS[text] for text in own if text in OBJECTS), otherwise)


ENDS = frozenset("for to of with from on at in by once when if after before and or so , that".split())
OBJECTS: dict[str, Act] = {
    **THINGS,
    **dict.fromkeys("investigation inspection review check enquiry inquiry search trace".split(), "investigate"),
    **dict.fromkeys("delivery redelivery".split(), "deliver"),
    **dict.fromkeys("shipment reshipment dispatch shipping".split(), "ship"),
    **dict.fromkeys("repair fix".split(), "fix"),
    **dict.fromkeys("cancellation".split(), "cancel"),
}
"""Acts by the noun that stands for them."""


def _keep(said: Said) -> Verb | None:
    return said.verb("keep", "update") if said.any(KEPT) else None


def _let(said: Said) -> Verb | None:
    return said.verb("inform", "update") if "know" in said.after else None


def _have(said: Said) -> Verb | None:
    """“We'll have it fixed”, “have someone look”, “have an answer”: owed; “have the water back” only with a time."""
    owed = said.any(ANSWERS) or any(is_participle(text) or base(text) in ACT_OF for text in said.after[1:8])
    return said.verb("have", "other", needs_time=not owed) if owed or said.next not in ("to", "access") else None


def _get(said: Said) -> Verb | None:
    reply = said.next == "back" or (said.next == "in" and "touch" in said.after)
    return said.verb("get", "reply" if reply else "other") if said.next != "to" else None


def _come(said: Said) -> Verb | None:
    if said.next == "from":
        return None  # "the money will come from the council": who pays, not when
    return said.verb("come", "reply" if said.next == "back" else "deliver")


def _make(said: Said) -> Verb | None:
    if said.next == "sure":
        return said.verb("ensure", "ensure")
    if said.after[:2] == ["a", "note"]:
        return said.verb("make", "other", needs_time=True)
    return said.verb("make", "fix") if said.any(MADE) else None


def _add(said: Said) -> Verb | None:
    """“We'll add a note for the driver” is done as it is said."""
    noted = not NOTES.isdisjoint(said.after[:3])
    return said.verb("add", "other" if noted else act("add"), needs_time=noted)


def _do(said: Said) -> Verb | None:
    if not said.any(DONE) or said.any(EVERYDAY):
        return None
    return said.verb("do", "other", aim="best" in said.after)


def _take(said: Said) -> Verb | None:
    return said.verb("take", "investigate") if said.any(CARED) else said.verb("take", "other", needs_time=True)


def _look(said: Said) -> Verb | None:
    return None if said.next in ("forward", "after", "like") else said.verb("look", "investigate")


def _follow(said: Said) -> Verb | None:
    """“We'll follow up with you” is news for the customer, with the depot it is work."""
    told = said.after[:3] == ["up", "with", "you"]
    return said.verb("follow", "update" if told else act("follow"))


def _see(said: Said) -> Verb | None:
    """“I'll see to it”; “the doctor will see you tomorrow”."""
    if said.next == "to":
        return said.verb("see", "fix")
    if said.next in ("what", "whether", "if"):
        return said.verb("see", "investigate")
    return said.verb("see", "other", needs_time=True) if said.next == "you" else None


READERS: dict[str, Callable[[Said], Verb | None]] = {
    "keep": _keep,
    "let": _let,
    "have": _have,
    "get": _get,
    "come": _come,
    "make": _make,
    "add": _add,
    "do": _do,
    "take": _take,
    "look": _look,
    "see": _see,
    "follow": _follow,
}
"""Verbs whose next words decide."""
