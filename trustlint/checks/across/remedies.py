"""Remedies that a sentence gives or refuses: "your refund has been approved", "we can't refund this"."""

from trustlint.patterns import IGNORECASE, lazy
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Iterator

if TYPE_CHECKING:
    import re

GIVEN, REFUSED = "given", "refused"

_REMEDY = r"(?P<what>refund|replacement|exchange|compensation|upgrade)"
_DONE = r"(?:approved|confirmed|granted|issued|on its way|on the way|sent|processed|complete|completed|being processed)"
_GIVEN = lazy(
    rf"\byour (?:full )?{_REMEDY} (?:is|has been|was|will be)(?: now)? {_DONE}\b"
    rf"|\byour (?:full )?{_REMEDY.replace('what', 'what_')}(?:,|:| -)? (?:approved|confirmed|issued|within|today|in)\b"
    r"|\bwe(?:'ve| have|'re| are|'ll| will)(?: now)? (?P<verb>refund|replac|exchang|compensat|upgrad)(?:e|ed|ing|d)?\b",
    IGNORECASE,
)
_NOT = (
    r"(?:\b(?:cannot|can ?not|can't|won't|will not|unable to|not able to|do not|don't|did not|didn't|not eligible for"
    r"|no|not be|not been|isn't|is not|decline[ds]?(?: to)?|reject\w*)\b)"
)
_REFUSED = lazy(
    rf"{_NOT}(?: (?!but\b|only\b)[\w']+){{0,4}}? (?P<verb>refund|replac|exchang|compensat|upgrad)\w*"
    r"|\b(?P<verb_>refund|replac|exchang|compensat|upgrad)\w*(?: [\w']+){0,3}? "
    r"(?:is not|isn't|cannot be|can't be|was not|wasn't|has been (?:declined|refused|rejected)|not possible)\b",
    IGNORECASE,
)
_LESS = lazy(
    r"\b(?:partial refund|(?:as|in the form of) (?:a |an )?(?:store credit|credit note|vouchers?|gift cards?|points)"
    r"|(?:store credit|credit note|vouchers?|gift cards?) instead)\b",
    IGNORECASE,
)
"""What stands for a refund and is none."""

_MENTIONED = (
    *("refund", "replac", "exchang", "compensat", "upgrad", "store credit", "credit note", "voucher", "gift card"),
    "points",
)


def mentions(folded: str) -> bool:
    """Whether there may be a remedy in a folded text: most have none of what stands in every one that has."""
    return any(each in folded for each in _MENTIONED)


def remedies(text: str) -> Iterator[tuple[Span, str, str]]:
    """Where a sentence gives or refuses a remedy, which one, and which of the two."""
    refused = _REFUSED.search(text)
    if refused is not None:
        yield Span(*refused.span()), _named(refused), REFUSED
        return
    given = _GIVEN.search(text)
    if given is not None and not text.rstrip().endswith("?"):
        yield Span(*given.span()), _named(given), GIVEN
    less = _LESS.search(text)
    if less is not None:
        yield Span(*less.span()), "remedy:refund", REFUSED


def _named(found: "re.Match[str]") -> str:
    groups = found.groupdict()
    return "remedy:" + next(groups[key] for key in ("what", "what_", "verb", "verb_") if groups.get(key))[:6].lower()
