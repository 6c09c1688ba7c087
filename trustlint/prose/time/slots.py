"""Placeholders where a time should stand: "by {{due_date}}", "on [DATE]", "by XX"."""

from trustlint.message import Placeholder
from trustlint.prose.time.lead import lead
from trustlint.prose.time.tokens import Tokens
from trustlint.prose.time.value import Time
from trustlint.typed import Iterator, Sequence

TIME_NAME = (
    "date",
    "day",
    "time",
    "eta",
    "deadline",
    "due",
    "hour",
    "week",
    "month",
    "update",
    "schedul",
    "window",
    "period",
)
DUE = frozenset({"by", "before", "until", "till", "no later than", "not later than", "on or before", "within"})
ON = DUE | {"on"}
START = frozenset({"since", "of", "as of", "dated", "from"})
NO_TIME = (
    *("company", "name", "agent", "user", "email", "url", "link", "team", "brand", "carrier", "courier", "author"),
    *("address", "number", "code", "signature", "product", "site"),
)
"""What a placeholder is called that stands for no time: "by {{tracking_company}}", "on {{site_url}}"."""

BLANKS = frozenset({"xx", "xxx", "xxxx", "tbc", "tbd", "tba", "dd", "mm"})


def slots(tokens: Tokens, placeholders: Sequence[Placeholder] = ()) -> Iterator[Time]:
    """Every placeholder that stands for a time."""
    names = {placeholder.span.start: placeholder.name.lower() for placeholder in placeholders}
    for index, (word, part) in enumerate(zip(tokens.words, tokens.parts, strict=True)):
        if part in "DSF" or word in BLANKS or word[0] == "_":
            if tokens.parts[index + 1 : index + 2] in ("u", "b", "c"):
                continue  # "within {{n}} business days" is a duration
            time = _slot(tokens, index, names)
            if time is not None:
                yield time


def _slot(tokens: Tokens, index: int, names: dict[int, str]) -> Time | None:
    front, kind = lead(tokens, index), tokens.parts[index]
    relation, span = front.relation, tokens.span(front.start, index + 1)
    agent = relation == "by" and tokens.word(front.start - 1).endswith(
        ("ed", "en", "sent", "made", "done", "held", "led", "run", "met")
    )
    if kind == "D":
        return Time(span, "none" if relation in START else "placeholder", relation=relation, slot="date")
    if agent:
        return None  # "reviewed by {{team}}" names who, not when
    if kind == "S":
        name = names.get(tokens.starts[index], "")
        if any(part in name for part in NO_TIME):
            return None
        due = relation in DUE or (relation == "on" and tokens.parts[index + 1 : index + 2] in ("", ".", ",", "A"))
        return Time(span, "placeholder", relation=relation, slot="unknown") if due else None
    if any(part in names.get(tokens.starts[index], "") for part in TIME_NAME):
        return Time(span, "none" if relation in START else "placeholder", relation=relation, slot="fill-in")
    return Time(span, "vague", relation=relation, slot="fill-in") if relation in ON else None
