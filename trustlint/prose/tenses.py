"""Tense, hedges and the passive: how a verb group places its act."""

from trustlint.patterns import VERBOSE
from trustlint.prose.patterns import lazy, words
from trustlint.typed import Literal

Tense = Literal["past", "present", "future", "conditional"]

_PARTICIPLE = (
    r"(?:\w{2,}ed|been|\w{2,}en|sent|made|paid|done|given|told|kept|held|put|seen|shown|known|taken"
    r"|written|sold|found|built|bought|brought|dealt|left|lost"
    r"|met|set|shut|cut|had|got|gone|come|begun|run|become|read|heard|said|thought|understood|spoken"
    r"|chosen|won|led|spent|lent|caught|taught|felt|meant)\b"
)
_ADVERBS = r"(?:(?:\w+ly|also|now|already|just|not|since|still|then|never|always|all|both|so far|previously)\s+){0,3}"
_TENSE = lazy(
    rf"""
      (?P<future>'ll\b|\b(?:will|won't|shall|shan't)\b|(?:(?:'re|'m|'s|\b(?:are|is|am))\s+(?:\w+\s+)?)?\b(?:going
          |due|about|set|planning|hoping|scheduled)\s+to\b
        |\b(?:aim|hope|plan|intend|expect|endeavou?r|promise)s?\s+to\b)
    | (?P<conditional>'d\b(?!\s+(?:better|been|had)\b)|\b(?:would|could|might|should)(?:n't)?\b)
    | (?P<past>\b(?:was|were|did)(?:n't)?\b|(?:'ve|'s|'d|\b(?:has|have|had)(?:n't)?)\s+{_ADVERBS}(?!need\b
        |to\b){_PARTICIPLE}
        |\b(?:have|has|had)\s+(?:(?:we|i|you|they|it)\s+){_PARTICIPLE})
    | (?P<present>'re\b|'m\b|'s\b|'ve\b|\b(?:is|are|am|has|have|may|can|can't|cannot|must|do|does|don't|doesn't
        |isn't|aren't)\b)
    """,
    VERBOSE,
)
_PAST_VERB = lazy(
    rf"\s+{_ADVERBS}(?:\w{{2,}}ed|made|sent|told|said|got|went|gave|took|found|paid|wrote|spoke|saw|came"
    rf"|had|kept|held|lost|left|met|did|began|chose|heard|understood)\b"
)
_FAR = 90


def tense(folded: str, start: int, end: int) -> Tense:
    """The tense of the first verb group in `[start, end)`, which begins after its subject."""
    if _PAST_VERB.match(folded, start, end):
        return "past"
    match = _TENSE.search(folded, start, min(end, start + _FAR))
    return match.lastgroup if match else "present"  # type: ignore[return-value]


_PASSIVE = lazy(
    rf"(?:\b(?:be|been|being|is|are|was|were|am|gets?|got|isn't|aren't|wasn't|weren't)|'re|'s"
    rf"|'m)\s+{_ADVERBS}(?:(?:being|going\s+to\s+be|be|been)\s+{_ADVERBS})?"
    rf"(?!pleased\b|delighted\b|excited\b|committed\b|dedicated\b|interested\b|worried\b|honou?red\b"
    rf"|thrilled\b|determined\b|open\b|then\b|indeed\b|even\b|often\b)"
    rf"{_PARTICIPLE}"
)


_BE = words("be been being is are was were am get gets got isn't aren't wasn't weren't")


def is_passive(folded: str, start: int, end: int, vocabulary: frozenset[str]) -> bool:
    """Whether the verb group is passive: `will be contacted`, `is being looked at`."""
    if vocabulary.isdisjoint(_BE) and "'" not in folded[start:end]:
        return False
    return _PASSIVE.search(folded, start, min(end, start + _FAR)) is not None


_HEDGE = lazy(
    r"""
      \b(?:usually|typically|normally|generally|often|sometimes|likely|probably|perhaps|possibly|maybe|potentially
          |roughly|approximately|hopefully|ideally)\b
    | \bmost\b(?!\s+(?:recent|important|importantly|of\s+all|likely))
    | \b(?:might|could)\b | \bshould\b(?!\s+(?:you|your)\b)
    | (?<!\d\s)(?<!th\s)(?<!st\s)(?<!nd\s)(?<!rd\s)(?<!\bin\s)(?<!\bby\s)(?<!\bof\s)(?<!\bon\s)\bmay\b(?=\s+[a-z])
    | \b(?:we|i|they|is|are|'re|'m|am)\s+(?:currently\s+|also\s+)?(?:expect|estimate|anticipate|believe|think|hope
        |aim|plan|intend)(?:s|ed|ing)?\b
    | \b(?:aim|aiming|hope|hoping|plan|planning|intend|endeavou?r|strive|try|trying|expected|estimated
        |anticipated)\s+to\b
    | \b(?:do|doing|try)\s+(?:our|my|its|their)\s+(?:very\s+)?best\b | \bin\s+(?:most|many)\s+cases\b | \b(?:if
        |where|wherever|when)\s+possible\b
    | \b(?:seems?|appears?)\b | \bas\s+a\s+rule\b | \bon\s+average\b | \bsubject\s+to\b
    | \baccording\s+to\b | \b(?:says?|estimates?|quotes?|advises?|reports?)\b(?=\s+(?:that|it|the|your|they|delivery
        |[a-z]+day)\b)
    """,
    VERBOSE,
)


_HEDGES = words(
    "usually typically normally generally often sometimes likely probably perhaps possibly maybe"
    " potentially roughly approximately hopefully ideally most "
    "might could should may expect expects expecting expected estimate estimates estimating estimated anticipate"
    " anticipates anticipating anticipated "
    "believe believes believing think thinks thinking hope hopes hoping aim aims aiming plan plans planning intend"
    " intends intending endeavour endeavor "
    "strive try trying best many possible seem seems appear appears rule average subject according say says quote"
    " quotes advise advises report reports"
)


def is_hedged(folded: str, start: int, end: int, vocabulary: frozenset[str]) -> bool:
    """Whether the writer leaves room: `should`, `usually`, `we aim to`, `the carrier says`."""
    return not vocabulary.isdisjoint(_HEDGES) and _HEDGE.search(folded, start, end) is not None
