"""Words of a text with the part each can play in a time: the letters that the grammar is written in.

A text of a few hundred characters becomes a few dozen letters, one per token, and small patterns over those letters
find
dates and durations quickly. A token that plays no part is `x`.
"""

from trustlint.masks import DATE, FILL_IN, OTHER
from trustlint.memo import cached_property
from trustlint.prose.patterns import lazy
from trustlint.span import Span
from trustlint.tuples import NamedTuple

NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth"
)
MONTHS = "january february march april may june july august september october november december"
SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
SHORT_WEEKDAYS = "mon tue tues wed weds thu thur thurs fri sat sun"
UNITS = "second sec minute min hour hr day night week wk fortnight month mth quarter year yr decade weekday weekend"
ZONES = (
    "gmt utc bst wet west cet cest eet eest ist jst sgt aest aedt acst nzst nzdt est edt cst cdt "
    "mst mdt pst pdt et ct mt pt akst hst"
)

PARTS: dict[str, str] = {
    "n": f"{NUMBER_WORDS} {TENS} hundred",
    "a": "a an another",
    "h": "half",
    "q": "couple few several",
    "u": " ".join(f"{unit} {unit}s" for unit in UNITS.split()) + " weekdays",
    "b": "business working work banking trading office school",
    "c": "calendar consecutive full whole more further additional extra long short standard clear good",
    "m": f"{MONTHS} {SHORT_MONTHS} sept",
    "w": f"{WEEKDAYS} {SHORT_WEEKDAYS}",
    "W": " ".join(f"{day}s" for day in WEEKDAYS.split()),
    "o": "st nd rd th",
    "O": ORDINALS + " thirtieth",
    "M": "am pm a.m p.m a.m. p.m.",
    "K": "noon midday mid-day midnight lunchtime",
    "C": "o'clock oclock",
    "z": ZONES,
    "Z": "local eastern pacific central mountain london uk",
    "g": "today tomorrow tmrw tonight overnight",
    "Y": "yesterday",
    "P": "morning afternoon evening night lunchtime",
    "i": "this",
    "j": "next coming following upcoming",
    "J": "same",
    "l": "last previous past",
    "e": "end close start beginning middle early late mid later earlier",
    "G": "eod eow eom eoy cob eob",
    "s": "spring summer autumn winter",
    "Q": "q1 q2 q3 q4",
    "X": "christmas xmas",
    "p": "within inside in by on at before after for over during between from since dated until till around about",
    "E": "every each per",
    "f": "of",
    "t": "the",
    "T": "to through thru",
    "A": "and &",
    "R": "or",
    "U": "up",
    "H": "once twice thrice times",
}
PART_OF = {word: part for part, words in PARTS.items() for word in words.split()}
PART_OF |= {mark: mark for mark in ",-/()'"} | dict.fromkeys(".;:!?", ".") | {"weekend": "u", "upto": "U"}

TOKEN = lazy(
    rf"[ap]\.m\b\.?|o'clock\b|q[1-4]\b|[a-z]+(?:'[a-z]+)?|\d+(?:[.,:/-]\d+)*|{DATE}+|{OTHER}+"
    rf"|{FILL_IN}+|\n[ \t]*\n|[^\s\w]|\w"
)
CALENDAR = lazy(
    r"(?:19|20)\d\d-\d\d?(?:-\d\d?)?|(?:19|20)\d\d[./]\d\d?[./]\d\d?|\d\d?([./-])\d\d?\1(?:\d\d){1,2}|\d\d?/\d\d?"
)
CLOCK = lazy(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?|\d\d?\.[0-5]\d")
CLOCKS = lazy(r"(?:[01]?\d|2[0-4]):[0-5]\d-(?:[01]?\d|2[0-4]):[0-5]\d")
FIGURE = lazy(r"\d+(?:[.,]\d+)?")
CAPITAL = frozenset(
    (
        *SHORT_MONTHS.split(),
        "may",
        "march",
        "sept",
        *SHORT_WEEKDAYS.split(),
        "est",
        "pt",
        "et",
        "ct",
        "mt",
        "ist",
        "wet",
        "west",
    )
)
"""Words that are a month, a weekday or a zone only with their capital."""


class Token(NamedTuple):
    """A word, a number or a mark, and its part."""

    word: str
    part: str


class Tokens:
    """The tokens of a folded text side by side: words, and their parts as one string for patterns to run on."""

    def __init__(self, folded: str, words: list[str], parts: str) -> None:
        self._folded = folded
        self.words = words
        self.parts = parts

    @cached_property
    def starts(self) -> list[int]:
        """Where each begins. Nothing but white space stands between them, so each is the next of its kind."""
        starts, at, find = [], 0, self._folded.index
        for word in self.words:
            at = find(word, at)
            starts.append(at)
            at += len(word)
        return starts

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.words)

    def items(self, start: int, end: int) -> list[Token]:
        """Tokens `[start, end)`."""
        return [Token(self.words[at], self.parts[at]) for at in range(start, end)]

    def span(self, start: int, end: int) -> Span:
        """The text under tokens `[start, end)`."""
        return Span(self.starts[start], self.starts[end - 1] + len(self.words[end - 1]))

    def word(self, index: int) -> str:
        """The word at an index, nothing outside."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing separates a token from the one before."""
        return index > 0 and self.starts[index - 1] + len(self.words[index - 1]) == self.starts[index]


GLUED_UNITS = frozenset({"h", "hrs", "mins", "secs", "wks", "yrs"})
MOST = 4096
"""Words and figures whose parts are kept, with those that play any."""


class _Parts(dict[str, str]):
    """The part that each word can play, by the word; of those met for the first time it is found out."""

    def __missing__(self, word: str) -> str:
        part = "x" if "a" <= word[0] <= "z" and word not in GLUED_UNITS else _part(word)
        if len(self) < MOST:
            self[word] = part
        return part


_PARTS = _Parts(PART_OF)
DOUBTFUL = lazy("[ndkryomwzu]")
"""Parts that a word does not always play: `may` is a month with its capital, `st` an ending after a number."""


def tokens(folded: str, original: str) -> Tokens:
    """The tokens of folded text."""
    words = TOKEN.findall(folded)
    read = Tokens(folded, words, "".join(map(_PARTS.__getitem__, words)))
    played: list[str] | None = None
    for doubt in DOUBTFUL.finditer(read.parts):
        at = doubt.start()
        word, part = words[at], doubt[0]
        if _depends(word, part) and not _plays(word, part, folded, original, read.starts[at]):
            played = played or list(read.parts)
            played[at] = "x"
    if played is not None:
        read.parts = "".join(played)
    return read


def _depends(word: str, part: str) -> bool:
    """Whether it depends on its place if a word plays its part."""
    return word in CAPITAL or part == "o" or word == "h" or (part in "ndkry" and word[0].isdigit())


def _part(word: str) -> str:
    first = word[0]
    if first.isdigit():
        return _numeral(word)
    if first == "\n":
        return "."
    if first == DATE:
        return "D"
    if first == OTHER:
        return "S"
    if first == FILL_IN:
        return "F"
    if word in GLUED_UNITS:
        return "u"
    return "x"


def _numeral(word: str) -> str:
    """`n` a number, `y` a year, `d` a date, `k` a clock time, `r` a range."""
    if word.isdigit():
        return "y" if len(word) == 4 and word[:2] in ("19", "20") else "n"
    if word == "24/7":
        return "x"
    if CALENDAR.fullmatch(word):
        return "d"
    if ":" in word:
        return "k" if CLOCK.fullmatch(word) else "r" if CLOCKS.fullmatch(word) else "x"
    if word.count("-") + word.count("/") == 1:
        return "r"
    return "n" if FIGURE.fullmatch(word) else "x"


def _plays(word: str, part: str, folded: str, original: str, start: int) -> bool:
    """Whether a word really plays its part where it stands."""
    if word in CAPITAL:
        return original[start].isupper() and (word not in ("sun", "sat") or folded[max(0, start - 4) : start] != "the ")
    if part in "ndkry" and word[0].isdigit():
        return start == 0 or (folded[start - 1] not in "$€£¥₹#/&.-'" and not folded[start - 1].isalpha())
    if part == "o" or word == "h":
        return start > 0 and folded[start - 1].isdigit()
    return True
