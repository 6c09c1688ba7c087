"""Promises without a verb of promising: "leave it with me", "more news to follow", "please allow me a moment"."""

from trustlint.prose.commitments.value import Act
from trustlint.prose.commitments.verbs import ANSWERS
from trustlint.prose.commitments.words import Word
from trustlint.tuples import NamedTuple
from trustlint.typed import Sequence

PHRASES: tuple[tuple[str, str, Act], ...] = (
    ("leave it|this|that with me|us", "handle", "investigate"),
    ("bear with me|us", "wait", "investigate"),
    ("watch this space", "announce", "update"),
    ("stay tuned", "announce", "update"),
    ("hang tight", "wait", "investigate"),
    ("more|further news|details|information|updates|info to|will follow|come", "follow", "update"),
    ("updates|update|news|details to follow", "follow", "update"),
    ("allow me|us a|some|few|the moment|moments|time|while|minute|minutes", "look", "investigate"),
    (
        "allow me|us a|some few|little|short|brief|couple moment|moments|time|while|minutes|minute|hours|days",
        "look",
        "investigate",
    ),
    (
        "allow me|us to review|check|look|investigate|examine|verify|find|see|gather|consult|confirm|trace|discuss",
        "look",
        "investigate",
    ),
    ("give me|us a|some moment|moments|time|while|minute|minutes|second|sec", "look", "investigate"),
    ("in the works|pipeline", "prepare", "other"),
    ("on the case", "handle", "investigate"),
    ("are|am on it .", "handle", "investigate"),
    ("team|desk|office|crew|engineers|engineer is|are on it .", "handle", "investigate"),
    ("is|are under way|underway", "work", "fix"),
    ("is|are underway", "work", "fix"),
    ("is|are in progress|hand|process", "work", "fix"),
    ("and investigating", "investigate", "investigate"),
    ("and working|investigating|looking on|into|to|it", "work", "investigate"),
)
STARTS: dict[str, list[tuple[tuple[frozenset[str], ...], str, Act]]] = {}
for _phrase, _verb, _act in PHRASES:
    _steps = tuple(frozenset(part.split("|")) for part in _phrase.split())
    for _first in _steps[0]:
        STARTS.setdefault(_first, []).append((_steps, _verb, _act))


ENABLING = frozenset("will would can could should may might to not does did".split())


class Idiom(NamedTuple):
    """The word after an idiom, and what it promises; some only with a time: "more details soon"."""

    end: int
    verb: str
    act: Act
    needs_time: bool = False


def idiom(words: Sequence[Word], at: int) -> Idiom | None:
    for steps, verb, act in STARTS.get(words[at].text, ()):
        if words[at].text in ("allow", "give") and at and words[at - 1].text in ENABLING:
            continue  # "this will allow us to check"
        if len(words) - at >= len(steps) and all(words[at + step].text in choice for step, choice in enumerate(steps)):
            return Idiom(at + len(steps), verb, act)
    return _verbless(words, at)


NEWS = frozenset("news details information info updates update word".split())


def _verbless(words: Sequence[Word], at: int) -> Idiom | None:
    """“More details soon”: news at the head of a clause, and little else than a time after it."""
    if at or words[at].text not in ("more", "further") or len(words) > LONGEST_NOTE:
        return None
    known = len(words) > 1 and words[1].text in NEWS
    return Idiom(2, "follow", "update", needs_time=True) if known else None


LONGEST_NOTE = 8
"""Words: a verbless note is short."""


def is_answer(words: Sequence[Word], at: int) -> bool:
    """Whether "an update", "our reply", "a call back" stands here."""
    return any(
        word.text in ANSWERS or word.text in ("call", "callback", "email", "e-mail") for word in words[at : at + 4]
    )
