"""Signs of a promise: what every frame has some of, so that sentences without it need not be taken apart."""

from trustlint.prose.patterns import lazy, words

ALONE = (
    "will won't shall should ought may might could aim hope hoping plan intend expect anticipate endeavour endeavor"
    " strive try promise guarantee undertake pledge more further allow under update updates news details escalated"
    " forwarded passed referred raised handed routed relayed asked requested instructed urged scheduled booked arranged"
    " rescheduled planned confirmed rebooked set due expected estimated committed dedicated"
)
TOGETHER = (
    *("let me|us", "while we|i", "as we|i", "with our|the", "leave it|this", "bear with", "watch this", "stay tuned"),
    *("hang tight", "give me", "on it", "on the case", "in the works", "in the pipeline"),
    *("in progress", "in hand", "in process"),
)
BE = "am are is be been and"

TRIGGER = lazy(
    rf"'ll\b|\b(?:{'|'.join((*ALONE.split(), *('(?:' + each.replace(' ', ') (?:') + ')' for each in TOGETHER)))})\b"
    rf"|(?:'m|'re|\b(?:{BE.replace(' ', '|')}))\s(?:[\w,]+\s){{0,3}}?\w+ing\b"
)
"""Some sign of a promise: a sentence without one holds no frame."""


def _telling(phrase: str) -> list[str]:
    """The words of which a phrase must have one, where they are longest."""
    return max((part.split("|") for part in phrase.split()), key=lambda words: min(map(len, words)))


WORDS = words(f"{ALONE} ll won".replace("won't", "")).union(*map(_telling, TOGETHER))
"""Of these one is in every text with a sign, if none of `GOING`."""
GOING = words(f"{BE} m re")


def may_hold(folded: str, start: int, end: int, vocabulary: frozenset[str]) -> bool:
    """Whether there may be a sign in a part of a text whose words are given (`time.signs.words`): a cheap look."""
    if not WORDS.isdisjoint(vocabulary):
        return True
    return folded.find("ing", start, end) >= 0 and not GOING.isdisjoint(vocabulary)


def trigger(folded: str, start: int, end: int) -> bool:
    """Whether there is a sign of a promise in a part of a text."""
    return TRIGGER.search(folded, start, end) is not None
