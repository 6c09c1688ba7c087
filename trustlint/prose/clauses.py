"""Clauses: the reach of a subject, a negation, a condition.

A sentence is cut at `; :` and spaced dashes, before a conjunction with a new subject, and around a subordinate clause.
Relative and `that` clauses stay with what they belong to.
"""

from trustlint.patterns import VERBOSE
from trustlint.prose.patterns import lazy, words
from trustlint.prose.sentences import Sentence
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re


class Clause(NamedTuple):
    """A stretch of a sentence. `opener` is the folded word that joins it on: `but`, `if`, `;`, or nothing."""

    span: Span
    opener: str = ""


_PRONOUN = r"(?:i|we|you|he|she|they|it|there|someone|somebody|everyone|nobody)"
_SUBJECT = (
    r"(?:(?:i|we|you|he|she|they|it|this|that|there|these|those|our|your|the|my|his|her|their|its|a|an"
    r"|some(?:one|body)?|any(?:one|body)?|each|every|all|no|one)\b|[\ue000-\ue005])"
)
_ADVERBS = r"(?:(?:then|also|now|instead|unfortunately|however|sometimes|usually|only|in the meantime,?|\w+ly,?) )?"
CONDITIONALS = (
    r"(?:as\s+soon\s+as|as\s+long\s+as|only\s+if|even\s+if|if|unless|once|when(?:ever)?"
    r"|(?<!who\s)(?<!we\s)(?<!have\s)(?<!i\s)(?<!been\s)provid(?:ed|ing)(?:\s+that|(?=\s+you\b))"
    r"|in\s+case|in\s+the\s+(?:(?:unlikely|unfortunate|rare)\s+)?event(?:\s+that)?|the\s+moment|every\s+time)"
)
_SUBORDINATORS = rf"(?:{CONDITIONALS}|until|till|after|before|because|although|though|whereas|while|since)"
_FINITE = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|cannot"
    r"|\w+n't|arrive|confirm|receive|happen"
    r"|(?:arriv|confirm|approv|repli|receiv|happen|process|clear|complet|reach|ship|pass|clos|open"
    r"|respond|check|finish|end)(?:s|es|ed))"
)

# Words after which `if` means whether and `when` asks: no condition, no clause of its own. “Let you know when” is one.
_ASKING = lazy(
    r"\b(?:ask(?:ed|ing)?(?: (?:us|me))?|(?<!let you )(?<!lets you )know|see|check|wonder(?:ed|ing)?|sure"
    r"|certain|decide|tell (?:us|me|you)|find out|understand)$"
)
_WHETHER = lazy(r"\b(?:let you know|confirm|clear)$")

_BREAK = lazy(
    rf"""(?=[\s,;:)"])(?:  # so that most characters are passed over at once
      (?P<stop>[;:])\s+
    | \s(?P<dash>--?|\u2026)\s+
    | [,)"]?\s+(?=(?P<but>but)\b(?!\s+(?:not\s+limited|only|also)\b))
    | ,\s+(?=(?P<contrast>yet|however|otherwise|whereas|although|though|while)\b)
    | ,\s+(?=(?P<comma>and|so|or|then)\s+{_ADVERBS}(?:{_SUBJECT}|please\b|let\b|don't\b|do\s+not\b|kindly\b))
    | \s+(?=(?P<bare>and|so|or)\s+{_ADVERBS}(?:(?:i|we|you|he|she|they|it|there)(?:'ll|'re|'ve|'m|'d|'s|\s+(?!or\b
        |and\b)[a-z]+)|please\b|your\s+\w+\s+(?:will|is)\b|(?:our|the)\s+\w+(?:\s+\w+)?\s+(?:will|is|are|has
    |can)\b))
    | ,?\s+(?=(?P<sub>{CONDITIONALS})\s+(?!possible\b|necessary\b|needed\b|required\b|any\b(?!\s\w)|again\b|more\b
        |a\s+(?:day|week|month|year)\b|available\b|applicable\b|so\b|not\b|(?:we|i|they)\s+(?:possibly\s+)?can\b
    |(?:we|i)(?:'re|\s+are|\s+am|'m)\s+able\b|of\b|per\b|every\b|it\s+comes\s+to\b))
    | ,?\s+(?=(?P<time>until|till|after|before|since|because|although|though|while|whereas)\s+(?:{_PRONOUN}\b
        |(?:(?!(?:and|or|but|to|we|you)\b)[\w'-]+\s+){{1,5}}?{_FINITE}\b))
    | ,\s+(?=(?P<splice>{_PRONOUN}(?:\b(?!\s+(?:and|or)\b))|please\b|thank\b|this\s+(?:is|means|will)\b|that's\b))
    | ,\s+(?=(?P<should>should)\s+(?:you|your|this|the|it|there|any)\b)
    )""",
    VERBOSE,
)
_OPENS_SUBORDINATE = lazy(
    rf"\W{{0,12}}(?:(?:and|but|so|or|then|also|please note(?: that)?"
    rf"|however),?\s+)?(?:only\s+)?(?P<sub>{_SUBORDINATORS}|should(?=\s+(?:you|your|this|the|it|there"
    rf"|any|we|they|our|a|an)\b))\b"
    r"(?!\s+(?:possible|necessary|needed|that,|again)\b)"
)
_NOT_CLAUSE = lazy(
    rf"\W{{0,12}}(?:until|till|after|before|since|while)\s+(?!{_PRONOUN}\b)(?![^,]*\b{_FINITE}\b)|\W{{0,12}}once\s+(?:again|more)\b"
)
# Where the main clause begins after a fronted subordinate one.
_MAIN = lazy(
    rf",\s+(?=(?:then\s+|just\s+|simply\s+)?(?:{_SUBJECT}|please\b|kindly\b|do\b|don't\b|let\b|just\b"
    rf"|simply\b|feel\b|there\b|here\b|then\b|[a-z]+\b(?!\s+(?:and|or)\b)))"
    r"|\s+(?=(?:then\s+)?(?:please|kindly|feel\s+free|let\s+us)\b)"
    r"|(?<=\w)\s+(?=(?:i|we|you|it|they|our\s+\w+|the\s+\w+)(?:'ll|\s+will|\s+won't)\b)"
)
_FINITE_BEFORE = lazy(
    r"\b(?:i|we|you|they|he|she|it|is|are|was|were|will|can|can't|cannot|don't|do|did|have|has|had"
    r"|\w+'(?:ll|re|ve|m|d)|\w+n't|please|let|sorry|thanks|no|yes)\b"
)


def clauses(folded: str, sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence of a folded, masked text, in order: disjoint, and together they cover the sentence."""
    start, end = sentence.span
    cuts: list[tuple[int, str]] = [(start, _fronted(folded, start, end))]
    at = start
    while (cut := _next(folded, at, end, cuts[-1])) is not None:
        cuts.append(cut)
        at = cut[0]
    ends = [*(at for at, _ in cuts[1:]), end]
    return tuple(Clause(_tight(folded, at, stop), opener) for (at, opener), stop in zip(cuts, ends, strict=True))


def _next(folded: str, start: int, end: int, clause: tuple[int, str]) -> tuple[int, str] | None:
    """Where the clause that begins at `start` ends and the next begins, with what opens it."""
    found = _break(folded, start, end)
    if clause[1] not in _SUBORDINATE:
        return found
    limit = min(end, found[0] + 40) if found else end
    main = _MAIN.search(folded, _past_subject(folded, start, end), limit)
    if main and (found is None or main.end() <= found[0]):
        return main.end(), _fronted(folded, main.end(), end) or ","
    return found


def _past_subject(folded: str, start: int, end: int) -> int:
    """After the first words of a subordinate clause, so that its own subject is not taken for the main one's."""
    match = _SUBORDINATE_HEAD.match(folded, start, end)
    return match.end() if match else start


_SUBORDINATE_HEAD = lazy(rf"\W{{0,12}}(?:\w+,?\s+)?(?:{_SUBORDINATORS}|should)\s+(?:that\s+)?(?:\w+'?\w*)")
CONDITIONAL = words("if unless once when whenever until till after should provided providing") | {
    "as soon as",
    "as long as",
    "only if",
    "even if",
    "provided that",
    "providing that",
    "in case",
    "in the event",
    "in the event that",
    "the moment",
    "every time",
}
"""What opens a clause that says on what another one depends."""
_SUBORDINATE = CONDITIONAL | words("before because although though whereas while since")

_SORTS_OF_EVENT = words("unlikely unfortunate rare")


def _break(folded: str, start: int, end: int) -> tuple[int, str] | None:
    for match in _BREAK.finditer(folded, start + 1, end):
        at, kind = match.end(), match.lastgroup or ""
        if at >= end:
            return None
        if kind == "sub" and _is_asked(folded, start, match):
            continue
        if kind == "splice" and not _FINITE_BEFORE.search(folded, start, match.start()):
            continue
        if kind in ("stop", "dash"):
            return at, _fronted(folded, at, end) or match[kind]
        if kind == "splice":
            return at, ","
        return at, _fronted(folded, at, end) or match[kind]
    return None


def _is_asked(folded: str, start: int, match: "re.Match[str]") -> bool:
    before = folded[max(start, match.start() - 20) : match.start()]
    if match["sub"] not in ("if", "when"):
        return False
    return _ASKING.search(before) is not None or (match["sub"] == "if" and _WHETHER.search(before) is not None)


def _fronted(folded: str, start: int, end: int) -> str:
    """The subordinator that a stretch of text begins with."""
    match = _OPENS_SUBORDINATE.match(folded, start, end)
    if match is None or _NOT_CLAUSE.match(folded, match.start("sub"), end):
        return ""
    return " ".join(word for word in match["sub"].split() if word not in _SORTS_OF_EVENT)


def _tight(folded: str, start: int, end: int) -> Span:
    while end > start and folded[end - 1].isspace():
        end -= 1
    return Span(start, end)
