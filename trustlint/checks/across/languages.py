"""One text in several languages that says different times: "2 business days", «5 jours ouvrés»."""

from trustlint.checks import Statement, Verdict
from trustlint.checks.across.disagreement import verdict
from trustlint.fact import Fact
from trustlint.patterns import IGNORECASE, lazy
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.prose import Prose

_UNITS = {
    "minute": "minutes? minuten minutos? minut[io] minuto minuter minutter",
    "hour": "hours? hrs? heures? stunden? horas? or[ae] uur uren timm(?:ar|e) timer? godzin[ay]?",
    "day": "days? jours? tag(?:e|en)? werktag(?:e|en)? arbeitstag(?:e|en)? d[ií]as? dias? giorn[io] dag(?:en|ar|e)? "
    "werkdag(?:en)? arbetsdag(?:ar)? hverdage?r? dni dzie[nń]",
    "week": "weeks? semaines? wochen? semanas? settiman[ae] we(?:ek|ken) veck(?:a|or) uger?",
    "month": "months? mois monat(?:e|en|s)? mes(?:es)? mesi m[eê]s maand(?:en)? m[åa]nad(?:er)?",
}
_ANY = "|".join(f"(?P<{name}>{'|'.join(words.split())})" for name, words in _UNITS.items())
_NUMBER = r"\d{1,3}"
STRETCH = lazy(
    rf"(?<![\w.,/:-])(?P<low>{_NUMBER})(?:\s?(?:-|/|to|bis|à|a|y|e|et|und|tot|till|til|do)\s?(?P<high>{_NUMBER}))?\s?-?"
    rf"(?:(?:business|working|calendar|volle|jours|d[ií]as)\s)?(?:{_ANY})(?!\w)",
    IGNORECASE,
)

_TAG = lazy(r"(?<=[/._-])[a-z]{2}(?:[_-][A-Za-z]{2,4})?(?=[/._-])")
"""The name of a language in a path or an address: `fr`, `pt_BR`, `zh-Hans`."""


def statements(prose: "Prose") -> Iterator[Statement]:
    """The stretches of time, in digits, of a text that is one of several in as many languages."""
    found = list(STRETCH.finditer(prose.plain))
    said = tuple((int(one["high"] or one["low"]), str(one.lastgroup)) for one in found)
    for number, one in enumerate(found):
        yield Statement(Span(*one.span()), (number, said if not number else (), prose.message.role))


def judge(facts: Sequence[Fact]) -> Iterator[Verdict]:
    """The first stretch of a translation that is not that of the text it goes with."""
    texts: dict[tuple[object, ...], list[int]] = {}
    for number, fact in enumerate(facts):
        if fact.value[0] == 0:
            texts.setdefault(_item(fact), []).append(number)
    for numbers in texts.values():
        first = numbers[0]
        for number in numbers[1:]:
            if facts[number].language != facts[first].language:
                at = _differing(facts[first].value[1], facts[number].value[1])
                if at is not None:
                    yield verdict(facts, number + at, first + at)


def _item(fact: Fact) -> tuple[object, ...]:
    """What the variants of one text have in common: their files and their item, but for the names of languages."""
    _, _, route, id, title, _ = fact.record
    name = id or title or route
    return _TAG.sub("*", f"/{fact.path}"), _TAG.sub("*", f".{name}."), fact.value[2]


def _differing(one: Sequence[tuple[int, str]], other: Sequence[tuple[int, str]]) -> int | None:
    """Where two lists of stretches of the same units differ; None when the texts cannot be held against each other."""
    if [unit for _, unit in one] != [unit for _, unit in other] or len(one) != len(other):
        return None
    return next((at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]), None)
