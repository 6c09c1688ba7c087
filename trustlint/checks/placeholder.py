"""`check: placeholder`: slots that no help desk will fill.

    about: unknown

`unknown` names are held against `variables`, by the format of the record, and against the names that the settings list
under `placeholders`; `unbalanced` slots lack a brace; a `fill-in` is left for a person in a text that a program sends;
and a name in a greeting has `no-fallback`, where the platform knows fallbacks. `{match}` is the slot, `{instead}` what
to do about it.
"""

from trustlint.checks import Match
from trustlint.checks.stored import is_automatic
from trustlint.masks import TAG
from trustlint.memo import lru_cache
from trustlint.patterns import lazy
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Callable, Iterator, Mapping, Sequence, TypeAlias

if TYPE_CHECKING:
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon

Found: TypeAlias = Iterator[tuple[Span, str]]

_BROKEN = (
    (lazy(r"(?<!\{)\{\{[ ]?[A-Za-z_][\w.]*[ ]?\}(?!\})"), "it lacks a brace at its end"),
    (lazy(r"(?<![{$#%@\w])\{[ ]?[A-Za-z_][\w.]*[ ]?\}\}(?!\})"), "it lacks a brace at its beginning"),
    (lazy(r"(?<!\{)\{\{[ ]?[A-Za-z_][\w.]*(?=[\s,.!?;:]|$)(?![^\n]*\}\})"), "it is never closed"),
    (lazy(r"(?m)(?i:^(?:hi|hello|dear|hey)) (\[[A-Za-z][A-Za-z _']{1,30})(?=[,!.:]|$)"), "its bracket is never closed"),
)
NEAR = 0.84
"""How alike a name must be to a known one to be a slip of it."""


class PlaceholderCheck:
    """Every slot that one of the questions of `ABOUT` finds."""

    def __init__(self, rule: Rule) -> None:
        self.options = rule.options
        self._find = ABOUT[rule.options["about"]]

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterator[Match]:
        for span, instead in sorted(self._find(prose, self.options)):
            yield Match(span, {"match": span.of(prose.text), "instead": instead})


def _unknown(prose: "Prose", options: Mapping[str, object]) -> Found:
    """Names that the platform does not have; where it may have others, only slips of those that it has."""
    if not prose.message.placeholders:
        return
    own = _names(options.get("known"))
    platform, closed = _of_platform(prose.message.record.format, options)
    if not platform and not own:
        return
    for slot in prose.message.placeholders:
        name = slot.name.strip()
        if slot.kind == "fill-in" or not _IS_NAME.fullmatch(name) or _is_known(name, (*platform, *own)):
            continue
        near = _nearest(name, (*platform, *own))
        if near or closed or own:
            yield slot.span, f"did you mean {near}?" if near else "nothing will stand in its place"


_IS_NAME = lazy(r"[A-Za-z_][\w]*(?:\.\w+)*")


def _of_platform(format: str, options: Mapping[str, object]) -> tuple[tuple[str, ...], bool]:
    """The names of the record's platform, and whether there are no others."""
    for key, closed in (("variables", True), ("some-variables", False)):
        listed = options.get(key)
        for formats, names in listed.items() if isinstance(listed, Mapping) else ():
            if format in formats.split():
                return _names(names), closed
    return (), False


def _names(listed: object) -> tuple[str, ...]:
    return tuple(str(name) for name in listed) if isinstance(listed, list | tuple) else ()


def _is_known(name: str, known: tuple[str, ...]) -> bool:
    from fnmatch import fnmatchcase

    return any(fnmatchcase(name, each) for each in known)


@lru_cache(maxsize=1000)
def _nearest(name: str, known: tuple[str, ...]) -> str:
    """The known name that a name is a slip of."""
    from difflib import get_close_matches

    whole = [each for each in known if "*" not in each]
    return next(iter(get_close_matches(name, whole, n=1, cutoff=NEAR)), "")


def _unbalanced(prose: "Prose", options: Mapping[str, object]) -> Found:
    """Slots that lack a brace or a bracket, and what the template language would not take."""
    for slot in prose.message.placeholders:
        if slot.problem:
            yield slot.span, slot.problem
    taken: list[Span] = []
    for pattern, instead in _BROKEN:
        for found in pattern.finditer(prose.plain):
            span = Span(*found.span(1 if pattern.groups else 0))
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield span, instead


def _fill_in(prose: "Prose", options: Mapping[str, object]) -> Found:
    """Slots for a person in what no person sees before it is sent."""
    if is_automatic(prose.message):
        for slot in prose.message.placeholders:
            if slot.kind == "fill-in":
                yield slot.span, ""


def _no_fallback(prose: "Prose", options: Mapping[str, object]) -> Found:
    """Names in greetings that are empty for whoever has none."""
    if prose.message.record.format not in _names(options.get("formats")):
        return
    for slot in prose.message.placeholders:
        if slot.kind == "name" and not slot.fallbacks and prose.sentence_at(slot.span.start).kind == "greeting":
            yield slot.span, ""


ABOUT: dict[str, Callable[["Prose", Mapping[str, object]], Found]] = {
    "unknown": _unknown,
    "unbalanced": _unbalanced,
    "fill-in": _fill_in,
    "no-fallback": _no_fallback,
}

_LIST: dict[str, object] = {"type": "array", "items": {"type": "string", "minLength": 1}}
_BY_FORMAT: dict[str, object] = {"type": "object", "additionalProperties": _LIST}
OPTIONS: dict[str, object] = {
    "about": {
        "enum": list(ABOUT),
        "description": "Names that are `unknown`, slots that are `unbalanced`, a `fill-in` in an automatic text, a "
        "greeting with `no-fallback`.",
    },
    "variables": {**_BY_FORMAT, "description": "All names, or globs of them, that formats know, by format."},
    "some-variables": {**_BY_FORMAT, "description": "Some names that formats know: only slips of them are told."},
    "known": {**_LIST, "description": "Names or globs that are right everywhere; the settings add theirs."},
    "formats": {**_LIST, "description": "Formats whose placeholders can have a fallback."},
}
REQUIRED = (("about",),)
VALUES = ("match", "instead")


def anchors(rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
    """A broken slot has a brace or a bracket, or is masked as a tag; the others are told by what they stand for."""
    return frozenset({"{", "}", "[", TAG}) if rule.options["about"] == "unbalanced" else None


def build(rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> PlaceholderCheck:
    return PlaceholderCheck(rule)
