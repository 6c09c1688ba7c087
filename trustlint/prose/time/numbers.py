"""What number words and unit words are worth."""

from trustlint.prose.time.tokens import MONTHS, NUMBER_WORDS, ORDINALS, TENS, Token
from trustlint.prose.time.value import HOURS, Unit

CARDINALS: dict[str, float] = {word: value for value, word in enumerate(NUMBER_WORDS.split(), 1)}
CARDINALS |= {word: 10 * value for value, word in enumerate(TENS.split(), 2)} | {"hundred": 100, "couple": 2}
RANKS = {word: value for value, word in enumerate(ORDINALS.split(), 1)} | {"thirtieth": 30}
MONTH = {word[:3]: value for value, word in enumerate(MONTHS.split(), 1)}
ABBREVIATED: dict[str, Unit] = {
    "hr": "hour",
    "h": "hour",
    "wk": "week",
    "mth": "month",
    "yr": "year",
    "sec": "second",
    "min": "minute",
}
MULTIPLES: dict[str, tuple[float, Unit]] = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "decade": (10, "year"),
    "night": (1, "day"),
    "weekday": (1, "day"),
    "weekend": (1, "week"),
}


def digits(word: str) -> float:
    """The value of "7", "1.5", "1,000"."""
    whole, comma, rest = word.partition(",")
    return float(whole + rest if comma and len(rest) == 3 else word.replace(",", "."))


def amount(tokens: list[Token]) -> tuple[float | None, float | None]:
    """The lowest and highest value of the tokens of a number; None where nobody can count: few, several, a
    placeholder.
    """
    values: list[float] = []
    for token in tokens:
        if token.part == "r":
            low, _, high = token.word.replace("/", "-").partition("-")
            values += [digits(low), digits(high)]
        elif token.word[0].isdigit():
            values.append(digits(token.word))
        elif token.word in CARDINALS:
            values.append(CARDINALS[token.word])
    return _reckoned(values, {token.part for token in tokens}, any(token.word == "(" for token in tokens))


def _reckoned(values: list[float], parts: set[str], repeated: bool) -> tuple[float | None, float | None]:
    if "h" in parts:
        return (values[0] + 0.5, values[0] + 0.5) if values else (0.5, 0.5)
    if repeated:
        return values[-1], values[-1]  # "three (3)"
    if len(values) == 2 and values[0] >= 20 and values[0] % 10 == 0 and values[1] < 10:
        return sum(values), sum(values)  # "forty-eight"
    if values:
        return values[0], values[-1]
    return (1, 1) if parts == {"a"} else (None, None)


def unit(word: str) -> tuple[float, Unit]:
    """How many of which unit a unit word stands for: a fortnight is two weeks."""
    word = word.removesuffix("s")
    if word in MULTIPLES:
        return MULTIPLES[word]
    name: Unit = ABBREVIATED.get(word) or word  # type: ignore[assignment]
    assert name in HOURS
    return 1, name
