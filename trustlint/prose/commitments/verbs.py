"""A verb read off the words of a clause, and the small questions that every reader of verbs asks."""

from trustlint.prose.commitments.value import Act
from trustlint.prose.commitments.words import NEGATIVE, Word, is_adverb
from trustlint.tuples import NamedTuple
from trustlint.typed import Sequence

NO_VERB = frozenset(
    "i we you he she it they me us him her them my our your his its their the a an this that "
    "these those of in on at by for from with to and or but if when as so".split()
)
FEEDBACK = frozenset(
    "feedback suggestion suggestions idea ideas comments comment vote compliments kudos praise "
    "thanks wishes input".split()
)
ADVERSE = frozenset(
    "charge bill close cancel terminate remove delete suspend pause deactivate require ask stop "
    "void disable lock deny reject decline use hold store save keep base display redirect prompt".split()
)
ANSWERS = frozenset(
    "answer update news reply decision solution response result results resolution information "
    "details quote estimate outcome".split()
)


class Verb(NamedTuple):
    """A verb in its base form, the act it promises, and the word after its group."""

    text: str
    act: Act
    end: int
    needs_time: bool = False
    aim: bool = False


ASIDES = (
    ("of", "course"),
    ("in", "any", "case"),
    ("in", "turn"),
    ("in", "the", "meantime"),
    ("in", "fact"),
    ("at", "the", "same", "time"),
    ("no", "doubt"),
)


def past_adverbs(words: Sequence[Word], at: int) -> int | None:
    """The first word from `at` on that is no adverb; None at the end and when a negation comes first."""
    while at < len(words):
        if words[at].text in NEGATIVE:
            return None
        aside = next((len(each) for each in ASIDES if texts(words, at, at + len(each)) == list(each)), 0)
        if not aside and not is_adverb(words[at].text):
            return at
        at += aside or 1
    return None


def word_at(words: Sequence[Word], at: int) -> str:
    """The text of a word, nothing outside."""
    return words[at].text if 0 <= at < len(words) else ""


def texts(words: Sequence[Word], start: int, end: int) -> list[str]:
    return [word.text for word in words[max(0, start) : end]]


def what(words: Sequence[Word], at: int, otherwise: Act = "deliver") -> Act:
    """The act behind what the customer will receive: the first noun that tells."""
    return next((THINGS[word.text] for word in words[at : at + 9] if word.text in THINGS), otherwise)


SOMEBODY = frozenset(
    "the our my their them him her his this that these those a an another each both all mr mrs ms dr with".split()
)
"""After "call", "contact", "ask" these name somebody else than the customer."""


def is_of_others(words: Sequence[Word], at: int) -> bool:
    """Whether "contact", "call" has somebody else as its object: "the depot", "your bank"; not you, not your number."""
    first = word_at(words, at)
    if first == "your":
        return word_at(words, at + 1) in OUTSIDERS
    return first in SOMEBODY and "you" not in texts(words, at + 1, at + 3)


OUTSIDERS = frozenset(
    "bank courier carrier landlord doctor insurer employer supplier provider seller issuer vendor hotel airline "
    "neighbour neighbor neighbours neighbors".split()
)


THINGS: dict[str, Act] = {
    **dict.fromkeys(
        "email e-mail notification notifications confirmation sms message text link tracking update "
        "updates news instructions details".split(),
        "update",
    ),
    **dict.fromkeys("reply response answer decision".split(), "reply"),
    **dict.fromkeys("call callback call-back".split(), "call"),
    **dict.fromkeys("refund reimbursement money".split(), "refund"),
    **dict.fromkeys("credit voucher compensation".split(), "credit"),
    **dict.fromkeys("replacement exchange".split(), "replace"),
}
