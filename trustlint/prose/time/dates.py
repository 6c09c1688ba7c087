"""What is known of a date, in ISO form: `2026-07-04`, `--07-04`, `2026-07`, `---14`."""

from trustlint.prose.time.numbers import MONTH, RANKS
from trustlint.prose.time.tokens import Token
from trustlint.typed import Sequence


def iso(kind: str, items: Sequence[Token]) -> str | None:
    """The date that tokens of a kind spell; None when there is no such day."""
    if kind == "numeric":
        return _numeric(items[0].word)
    year = next((item.word for item in items if item.part == "y"), None)
    if kind == "quarter":
        return _quarter(items, year)
    if kind == "year":
        return year
    if kind == "holiday":
        return "--12-25"
    if items[-2:-1] and items[-2].part == "'":
        year, items = f"20{items[-1].word}", items[:-2]
    month = next((MONTH[item.word[:3]] for item in items if item.part == "m"), None)
    days = [day for item in items if (day := _day(item)) is not None]
    if kind == "same_month" and not items[-1].word.startswith("month"):
        return None
    if month is None:
        return _checked(None, 1, days[-1], "---") if days else None
    return _checked(year, month, days[-1] if days else None)


def _day(item: Token) -> int | None:
    if item.part in "nr" and item.word[0].isdigit():
        last = item.word.replace("/", "-").rpartition("-")[2]
        return int(last) if last.isdigit() else 0
    return RANKS.get(item.word) if item.part == "O" else None


def _quarter(items: Sequence[Token], year: str | None) -> str | None:
    if items[0].part == "Q":
        number = int(items[0].word[1])
    elif items[1].word == "quarter":
        number = RANKS[items[0].word]
    else:
        return None
    return _checked(year, 3 * number, None)


def _numeric(word: str) -> str | None:
    mark = next(char for char in word if not char.isdigit())
    first, second, *rest = word.split(mark)
    if len(first) == 4:
        return _checked(first, int(second), int(rest[0]) if rest else None)
    year = (rest[0] if len(rest[0]) == 4 else f"20{rest[0]}") if rest else None
    day, month = int(first), int(second)
    if mark != "." and day <= 12:
        if month <= 12 and day != month:
            return year  # 03/04/2025 is two days; which one depends on the reader
        day, month = month, day
    return _checked(year, month, day)


def _checked(year: str | None, month: int, day: int | None, prefix: str = "") -> str | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    if prefix:
        return f"{prefix}{day:02d}"
    shown = f"{year or '-'}-{month:02d}"
    return shown if day is None else f"{shown}-{day:02d}"
