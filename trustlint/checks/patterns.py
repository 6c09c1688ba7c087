"""Phrases and patterns of a rule, made into one expression that runs on prepared prose.

Prose arrives with typographic variants made plain (`’` is `'`, `–` is `-`, a no-break space is a space), so a
phrase written either way meets a text written either way. White space between words matches any white space: a
hard-wrapped line is still one sentence.
"""

from trustlint.checks import Check, compiled
from trustlint.errors import PackError
from trustlint.memo import cached_property
from trustlint.patterns import DOTALL, escape, lazy
from trustlint.prose.lexicon import straighten
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Any, Iterable, Iterator, Mapping, Protocol, Sequence

if TYPE_CHECKING:
    import re

    import regex

    from trustlint.prose.lexicon import Lexicon


class Sourced(Protocol):
    """A check that looks for several sources, each of which may be left out where it cannot match."""

    def only(self, numbers: tuple[int, ...]) -> Check: ...


UNDERLINE = "mark"
"""A group of this name in a pattern is what gets underlined; without one it is the whole match."""

ALONE = 200
"""A source longer than this is searched for by itself."""

PATTERN_OPTIONS: Mapping[str, object] = {
    "phrases": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "minItems": 1,
        "description": "Words to find, whole: case, typographic variants and white space do not matter.",
    },
    "patterns": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "minItems": 1,
        "description": "Regular expressions (the syntax of the `regex` package), ignoring case. "
        "A group named `mark` is what gets underlined.",
    },
}

# What is escaped or in brackets stays as it is.
_SPACE = lazy(r"\\.|\[(?:\\.|[^\]\\])*|(?P<quantified> )(?=[?*+{])|(?P<plain> )", DOTALL)

_WORD = lazy(r"(\{[a-z][a-z-]*\})")

_SYNTAX = lazy(r"[\\()\[\]|?*+^$]")

# What an alternative may not be cut off from: groups that are referred to, and syntax of sets that nest.
_BOUND = lazy(r"\(\?[P<(a-zA-Z](?![=!])|\\[1-9]|\\g|\[\[|--|&&|~~|\|\|")

_PIECES = lazy(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", DOTALL)


def phrase_pattern(phrase: str, lexicon: "Lexicon") -> str:
    """A phrase as a pattern: words apart by any white space, borders on both ends, `{word}` from the lexicon."""
    words = [_word_pattern(word, lexicon) for word in straighten(phrase).split()]
    return r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"


def _word_pattern(word: str, lexicon: "Lexicon") -> str:
    parts = _WORD.split(word)
    return "".join(lexicon.expand(part) if part.startswith("{") else escape(part) for part in parts)


def loose_pattern(pattern: str, lexicon: "Lexicon") -> str:
    """A pattern with the lexicon's words in place and every written space matching any white space."""
    made = lexicon.known(pattern)
    if made is None:
        made = lexicon.made[pattern] = _loosen_spaces(lexicon.expand(straighten(pattern)))
    return made


def _loosen_spaces(pattern: str) -> str:
    return _SPACE.sub(_loosened, pattern)


def _loosened(found: "re.Match[str]") -> str:
    if found.lastgroup is None:
        return found[0]
    return r"(?:\s+)" if found.lastgroup == "quantified" else r"\s+"


def form_pattern(form: str, lexicon: "Lexicon") -> str:
    """A form as a pattern: a phrase, unless regular-expression syntax in it says that it is a pattern already."""
    return loose_pattern(form, lexicon) if _SYNTAX.search(form) else phrase_pattern(form, lexicon)


def sources(options: Mapping[str, Any], lexicon: "Lexicon") -> list[str]:
    """Every phrase and pattern under `options` as a pattern of its own, longer phrases first.

    Of two phrases that start alike the longer one is the better underline.
    """
    phrases = sorted(options.get("phrases", ()), key=len, reverse=True)
    return [phrase_pattern(phrase, lexicon) for phrase in phrases] + [
        loose_pattern(pattern, lexicon) for pattern in options.get("patterns", ())
    ]


class Pattern:
    """Several sources as one expression, compiled when it is searched for.

    `limit` is the time in seconds that one search may take; a rule that needs more is reported, not waited for.
    """

    def __init__(self, rule: Rule, sources: Iterable[str], limit: float | None = None) -> None:
        self._rule = rule
        self._sources = list(sources)
        self._limit = limit
        self._asked: tuple[str, bool] | None = None

    @cached_property
    def _expressions(self) -> list[str]:
        """Short sources joined, each long one alone: an alternation has to try every branch at every character."""
        short, alone = _by_length(self._sources)
        return [*short, *alone]

    def choices(self) -> Iterator[str]:
        """Every expression that this, or any choice of its sources (`only`), is compiled to."""
        yield from self._expressions
        yield from self._tests
        for number in range(len(self._sources)):
            yield from self.only((number,))._expressions

    def only(self, numbers: Sequence[int]) -> "Pattern":
        """The same where no other sources than these can match. Several short ones stay joined with all their like, so
        that not every choice of them has to be compiled.
        """
        wanted = set(numbers)
        short = [number for number, source in enumerate(self._sources) if len(source) <= ALONE]
        if len(wanted.intersection(short)) > 1:
            wanted.update(short)
        return Pattern(self._rule, [self._sources[number] for number in sorted(wanted)], self._limit)

    def _compile(self, source: str) -> "regex.Pattern[str]":
        try:
            return compiled.compile(source)
        except Exception as error:
            import regex  # here only: what is kept compiled is made without it

            if not isinstance(error, regex.error):
                raise
            raise PackError(f"{self._rule.id}: {error}", path=self._rule.path, line=self._rule.line) from error

    def matches(self, text: str) -> "Iterable[regex.Match[str]]":
        """What is found, from left to right, none over another."""
        if len(self._expressions) == 1:
            return self._search(self._expressions[0], text)
        return _apart(found for source in self._expressions for found in self._search(source, text))

    def found(self, text: str) -> bool:
        """Whether any of them stands in a text. Those after the first that does are not even compiled."""
        # The same words come twice, as they are read and as they are masked.
        asked = self._asked
        if asked is None or asked[0] != text:
            asked = self._asked = (
                text,
                any(True for test in self._tests for _ in self._search(test, text)),
            )
        return asked[1]

    @cached_property
    def _tests(self) -> list[str]:
        """What is searched for to know whether anything is found: of a source with several long alternatives each of
        these alone, for it may be what another rule looks for.
        """
        return [test for source in self._expressions for test in _tests(source)]

    def _search(self, source: str, text: str) -> "Iterator[regex.Match[str]]":
        # Asked for each time: what is seldom searched for is forgotten in between.
        pattern = self._compile(source)
        found: Iterator[regex.Match[str]] = (
            pattern.finditer(text) if self._limit is None else pattern.finditer(text, timeout=self._limit)
        )
        return found


def _tests(source: str) -> list[str]:
    short, alone = _by_length(_alternatives(source)) if len(source) > ALONE else ([], [])
    return [*short, *alone] if len(alone) > 1 else [source]


def _by_length(sources: Iterable[str]) -> tuple[list[str], list[str]]:
    """The short ones joined, if there are any, and the long ones."""
    short: list[str] = []
    alone: list[str] = []
    for source in sources:
        (short if len(source) <= ALONE else alone).append(source)
    return ["|".join(f"(?:{source})" for source in short)] if short else [], alone


def _alternatives(source: str) -> list[str]:
    """The alternatives of a source, and of those that are nothing but a group of some, these."""
    if _BOUND.search(source):
        return [source]
    return [inner for part in _split(source) for inner in (_split(part[3:-1]) if _is_group(part) else [part])]


def _is_group(source: str) -> bool:
    """Whether a source is one group that captures nothing."""
    return source.startswith("(?:") and next((end for end, depth in _depths(source) if not depth), 0) == len(source) - 1


def _split(source: str) -> list[str]:
    borders = [at for at, depth in _depths(source) if source[at] == "|" and not depth]
    return [source[start + 1 : end] for start, end in zip([-1, *borders], [*borders, len(source)], strict=True)]


def _depths(source: str) -> Iterator[tuple[int, int]]:
    """Where brackets and bars stand, and in how many groups what follows them is."""
    depth = 0
    for piece in _PIECES.finditer(source):
        if piece[0] in "()|":
            depth += (piece[0] == "(") - (piece[0] == ")")
            yield piece.start(), depth


def _apart(matches: "Iterable[regex.Match[str]]") -> "Iterator[regex.Match[str]]":
    end = 0
    for match in sorted(matches, key=lambda match: match.start()):
        if match.start() >= end:
            yield match
            end = match.end()


def underline(match: "regex.Match[str]") -> Span:
    """What a match underlines, in the searched text."""
    if UNDERLINE in match.re.groupindex and match.start(UNDERLINE) >= 0:
        return Span(*match.span(UNDERLINE))
    return Span(*match.span())
