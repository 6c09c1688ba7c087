"""`check: deadline`: promises of a time that is shorter than what the company keeps.

    kept: {reply: 1 business day, refund: 5-7 business days}

The times are those of the file that the setting `policy` names. A promise that leaves room (“we aim to”), and one that
may be the same day as the time that is kept, is none of these. `{match}` is the time, `{kept}` the one that is kept.
"""

from trustlint.checks import Match
from trustlint.prose.commitments.value import Act, Commitment
from trustlint.rule import Rule
from trustlint.typed import TYPE_CHECKING, Iterator, Mapping, Sequence, get_args

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

ACTS = get_args(Act)
OPTIONS: dict[str, object] = {
    "kept": {
        "type": "object",
        "additionalProperties": {"type": "string", "minLength": 1},
        "description": "The time within which each act is done, like `1 business day`.",
    },
    "setting": {"enum": ["policy"], "description": "The setting whose times apply; without it the rule is off."},
}
REQUIRED = (("kept",),)
VALUES = ("match", "kept", "promise")
BEFORE_A_WEEKEND = 7 / 5
HOLIDAYS = 72


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    """None: promises are an open class."""
    return None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> "DeadlineCheck":
    return DeadlineCheck(
        {act: (within, *read) for act, within in rule.options["kept"].items() if (read := hours(within))}
    )


class DeadlineCheck:
    """Every promise that is shorter than what is kept. Of each act: the words, the hours, and whether of business."""

    def __init__(self, kept: Mapping[str, tuple[str, float, bool]]) -> None:
        self.kept = kept

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        for each in prose.commitments:
            kept = self.kept.get(each.act)
            if kept is not None and each.time is not None and _is_firm(each) and _is_sooner(each, *kept[1:]):
                text = prose.text
                values = {"match": each.time.span.of(text), "promise": each.span.of(text), "kept": kept[0]}
                yield Match(each.time.span, values)


def _is_firm(each: Commitment) -> bool:
    return not each.negated and each.modality in ("will", "guarantee") and each.actor in ("us", "team", "unstated")


def _is_sooner(each: Commitment, kept: float, business: bool) -> bool:
    time = each.time
    if time is None or time.upper is None or not time.dated or time.kind == "recurring":
        return False
    if time.business and not business:
        return time.upper * BEFORE_A_WEEKEND + HOLIDAYS < kept
    return time.upper < kept


def hours(within: str) -> tuple[float, bool] | None:
    """`5-7 business days` in hours, and whether they are of business; None for what is no time."""
    from trustlint.prose.time import times

    found = times(f"within {within}")
    fits = len(found) == 1 and found[0].kind in ("bounded", "range") and found[0].span.end == len(f"within {within}")
    return (found[0].upper, found[0].business) if fits and found[0].upper else None
