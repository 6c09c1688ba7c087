"""Negation: whether a `not` before some words is about them.

A cue reaches from where it stands to the end of its clause, and less far when it only takes a noun (`without delay,
we …`) or sits in a relative clause. Words that look like cues and deny nothing (`not only`) come first.
"""

from trustlint.patterns import VERBOSE
from trustlint.prose.patterns import lazy
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_CUE = lazy(
    r"""
    (?P<none>
        \bnot\s+(?:only|just|merely|simply|least|to\s+mention|to\s+worry|a\s+problem|at\s+all\s+a\s+problem)\b
      | \bno\s+(?:doubt|problem|problems|worries|matter|later\s+than|more\s+than|less\s+than|fewer\s+than
          |sooner\s+than|need\s+to\s+worry|questions?\s+asked
        |trouble|wonder|hidden\s+fees|strings|(?:extra|additional|further)\s+(?:cost|charge)|cost|charge|reply)\b
      | \bno\s*[,!?:]|\bno\.\s*\d|\bno-\w
      | \b(?:can't|can\s*not|couldn't|hardly)\s+wait\b|\bcan(?:'t|\s*not)\s+(?:thank|stress|apologi[sz]e
          |emphasi[sz]e)\b
      | \b(?:do\s+not|don't|dont|never|not|needn't|need\s+not)\s+(?:hesitate|worry|forget|panic|be\s+(?:afraid
          |alarmed|concerned)|miss|lose)\b
      | \bwhy\s+(?:not|don't|won't)\b|\bwhether\s+or\s+not\b|\b(?:if|or)\s+not\b
      | \bnever\s+(?:mind|fail)\b|\b(?:not|never|n't|won't|don't)\s+(?:stop|rest|fail|give\s+up)\b
          |\bnothing\s+(?:but|less\s+than)\b
      | \bwithout\s+(?:delay|fail|doubt|question|hesitation|exception|further\s+ado|any\s+(?:doubt|delay))\b
      | \b(?:don't|do\s+not|doesn't|didn't|have\s+no|there's\s+no|there\s+is\s+no)\s+(?:doubt|question)\b
      | \bno\s+reason\s+(?:why|to)\b
    )
  | (?P<narrow>\b(?:without|rather\s+than|instead\s+of|other\s+than|no|nothing|nobody|no\s+one|none)\b)
  | (?P<wide>\b(?:not|never|cannot|cant|wont|dont|didnt|doesnt|isnt|unable|neither|nor|hardly|scarcely|unlikely
      |impossible|no\s+longer|nowhere|in\s+no\s+way
        |refus(?:e|es|ed|ing)|declin(?:e|es|ed)|(?:hard|difficult|tough|tricky)\s+to|fail(?:s|ed)?\s+to
        |stop\s+short\s+of|far\s+from|too\s+(?:early|soon)\s+to
        |wish\s+(?:that\s+)?(?:i|we)\s+could|if\s+only\s+(?:i|we)\s+could|avoid)\b
      | \b\w+n't\b)
    """,
    VERBOSE,
)
# One cheap look for the letters that every cue has.
_HINT = lazy(
    r"n(?:o|'|ever|either|ant\b|t\b|likely|able)|without|rather|other|refus|declin|hard|difficult"
    r"|tough|tricky|fail|stop|far|too|wish|only|avoid|instead|impossible|scarcely"
)
_WOULD_LOVE = lazy(r"(?:'d|\bwould)\s+(?:really\s+)?(?:love|like)\s+to\b")
_AFTER = lazy(r"\s+(?:nothing|neither|none)\b")
_WIDE_END = lazy(
    r"\bbut\b|[;:]\s|,\s+(?:we|i|you|it|they|our|your|the|this|please)\b"
    r"|\b(?:and|so)\s+(?:(?:then|also|instead|now|we|i)\s+)*(?:will|'ll|can|may|is|are|has|have|should"
    r"|would|must|guarantee|promise|aim|hope)\b"
)
_NARROW_END = lazy(r"[,;]|\b(?:we|i|you|they)\b|\band\b")
_RELATIVE = lazy(r"\b(?:who|which|whose)\b[^,]{0,25}$")
_MODAL = lazy(r"\b(?:will|would|can|may|must|should)\b|'ll\b")


def is_negated(folded: str, clause: tuple[int, int], span: tuple[int, int], following: str) -> bool:
    """Whether a cue in the clause governs the span. A cue inside the span is part of what it says.

    `following` is the word that opens the next clause: `I'd love to promise it, but …` promises nothing.
    """
    start, end = clause[0], span[0]
    if not _HINT.search(folded, start, clause[1]) and following != "but":
        return False
    if _AFTER.match(folded, span[1], max(span[1], clause[1])):
        return True
    if following == "but" and _WOULD_LOVE.search(folded, start, max(end, start)):
        return True
    for cue in _CUE.finditer(folded, start, clause[1]):
        if cue.start() >= end:
            return False
        if cue.lastgroup != "none" and _reaches(folded, cue, start, end):
            return True
    return False


def _reaches(folded: str, cue: "re.Match[str]", start: int, end: int) -> bool:
    at = min(cue.end(), end)
    if cue.lastgroup == "narrow":
        return not _NARROW_END.search(folded, at, end)
    stop = _WIDE_END.search(folded, at, min(end + 12, len(folded)))
    if stop and stop.start() < end:
        return False
    # “Customers who can't log in will get …”: the modal belongs to the customers.
    return not (_RELATIVE.search(folded, start, cue.start()) and _MODAL.search(folded, at, min(end + 6, len(folded))))
