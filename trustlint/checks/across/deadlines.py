"""Deadlines of the same act: "we reply within 24 hours" here, "within 2 business days" there."""

from trustlint import masks
from trustlint.checks import Statement, Verdict
from trustlint.checks.across.disagreement import disagreements
from trustlint.checks.across.qualifiers import content, qualifiers
from trustlint.fact import Fact
from trustlint.patterns import IGNORECASE, lazy
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.commitments import Commitment

_WORD = lazy(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_LITTLE = frozenset(
    "a an the this that these those it its we us our you your yours i me my they them their he she who which and or "
    "but so as to of in on at by for from with within about into over up out off be is are was were been being will "
    "would shall should can could may might must do do does did have has had having not no any all each every some "
    "more most other please note kindly usually normally typically generally currently now then there here also "
    "just only very than too if when once after before while until aim aims hope plan try expect endeavour strive "
    "intend going get got tak tak take takes taking took give given make sure let know thank thanks sorry dear "
    "hello hi regards time times hour hours day days week weeks month months minute minutes business working "
    "calendar ll re ve am back one again you'll we'll we're you're it's i'll they'll we've you've that's long "
    "maximum up approximately around customer team allow support customers staff colleague agent member department "
    "desk service help shortly soon possible".split()
)
_ASKED = (
    "messag email e-mail mail enquiry inquiry query question request ticket note case issu matter form contact".split()
)
_WORDS_OF_ACT = {
    act: frozenset(words.split())
    for act, words in {
        "reply": "reply repli respond respons answer touch contact hear reach get-back return writ",
        "refund": "refund money payment amount process issu credit account receiv appear arriv return paid",
        "ship": "ship shipp dispatch despatch send sent order parcel packag item goods leav post",
        "deliver": "deliver delivery arriv order parcel packag item goods receiv reach",
        "replace": "replac replacement send sent exchang item receiv arriv",
        "cancel": "cancel cancell cancellation order subscription account",
    }.items()
}
"""The acts of which a company has one deadline, and the words that each is told with."""
_NOUN = {
    "refund": lazy(r"\b(?:refund|money|reimburs)", IGNORECASE),
    **dict.fromkeys(
        ("ship", "deliver"),
        lazy(
            r"\b(?:orders?|parcels?|packages?|deliver(?:y|ies)|shipments?|shipping|refunds?|goods|replacement)\b",
            IGNORECASE,
        ),
    ),
    "replace": lazy(r"\breplacement", IGNORECASE),
}
"""What is to come must be named: “it” and things of one order are no rule for all."""
_OF_ONE_CASE = lazy(
    r"\b(?:currently|now|out for delivery|from (?:me|them|him|her)|(?:receive|expect) (?:it|this|that|them))\b",
    IGNORECASE,
)
_SOONER = lazy(r"\b(?:sooner|earlier|faster|quicker) than\b", IGNORECASE)


def statements(prose: "Prose") -> Iterator[Statement]:
    """The deadlines that a stored text promises as a rule, not those of one case."""
    for commitment in prose.commitments:
        time = commitment.time
        if time is None or time.upper is None or time.slot or not _is_a_rule(commitment):
            continue
        if _SOONER.search(time.span.of(prose.masked)):
            continue
        about = _about(prose, commitment)
        if about is not None:
            yield Statement(time.span, (commitment.act, *about, float(time.upper), bool(time.business)))


def _is_a_rule(commitment: "Commitment") -> bool:
    """Whether a promise is made to every customer: one of "I" is made to this one."""
    time = commitment.time
    return (
        time is not None
        and time.kind in ("bounded", "range")
        and not commitment.negated
        and not commitment.contingent
        and not commitment.lent
        and commitment.modality in ("will", "aim", "guarantee")
        and commitment.agent.lower() != "i"
        and commitment.act in _WORDS_OF_ACT
    )


def _about(prose: "Prose", commitment: "Commitment") -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """What else the promise names, and what sets it apart; None when that does not tell what is promised."""
    span, time = commitment.span, commitment.time
    assert time is not None
    text = prose.masked[span.start : span.end]
    if span.start <= time.span.start and time.span.end <= span.end:
        text = prose.masked[span.start : time.span.start] + " " + prose.masked[time.span.end : span.end]
    if masks.QUOTE in text or (commitment.act in _NOUN and _NOUN[commitment.act].search(text) is None):
        return None
    anchor = time.anchor.of(prose.masked) if time.anchor else ""
    without = _LITTLE | _WORDS_OF_ACT[commitment.act]
    words = content(_WORD.findall(f"{text} {anchor}"), without | frozenset(_ASKED))
    sentence = prose.sentence_at(span.start).span.of(prose.masked)
    if "updat" in words or _OF_ONE_CASE.search(sentence):
        return None
    return words, qualifiers(prose.message.record.title, sentence)


def judge(facts: Sequence[Fact]) -> Iterator[Verdict]:
    return disagreements(
        facts, lambda fact: (fact.value[:3], _language(fact)), lambda fact: tuple(fact.value[3:5]), agree
    )


def _language(fact: Fact) -> str:
    return (fact.language or "en").lower().replace("_", "-").split("-")[0]


def agree(one: tuple[float, bool], other: tuple[float, bool]) -> bool:
    """Whether two deadlines can be the same day: business days and calendar days are held against each other so."""
    if one[1] is other[1]:
        return one[0] == other[0]
    (low, high), (low_, high_) = _calendar(*one), _calendar(*other)
    return low <= high_ and low_ <= high


def _calendar(hours: float, business: bool) -> tuple[float, float]:
    """The hours after which so many have passed: a weekend, and a holiday, may lie between business days."""
    return (hours, hours * 7 / 5 + 72) if business else (hours, hours)
