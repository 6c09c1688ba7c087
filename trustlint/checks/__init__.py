"""Rule kinds. Each module is one kind: its options, and how a rule becomes a check."""

from trustlint.modules import import_module
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Any, Iterable, Mapping, Protocol, Sequence

if TYPE_CHECKING:
    from typing import TypeGuard

    from trustlint.fact import Fact
    from trustlint.prose import Prose
    from trustlint.prose.lexicon import Lexicon


class Match(NamedTuple):
    """Where a check fired in the message's text, and what it can say about it.

    `values` fill the rule's message (`{match}` is always there), `related` are other places with a few words each,
    `replacement` is the wording that a fix would put in place of `span`.
    """

    span: Span
    values: Mapping[str, str]
    related: tuple[tuple[Span, str], ...] = ()
    replacement: str | None = None

    def moved(self, by: int) -> "Match":
        """The same match, `by` characters further on."""
        return self._replace(
            span=self.span.shift(by), related=tuple((span.shift(by), words) for span, words in self.related)
        )


class Statement(NamedTuple):
    """What a message says at a place that must be held against the rest of its library: plain values only."""

    span: Span
    value: tuple[Any, ...]


class Verdict(NamedTuple):
    """One fact, by its number, that does not go together with others.

    `related` are the numbers of those others with a few words each; `values` fill the rule's message.
    """

    number: int
    values: Mapping[str, str]
    related: tuple[tuple[int, str], ...] = ()


class Check(Protocol):
    """A rule made ready to run.

    `places` are where the rule's anchors stand in the message: what holds none of them need not be searched. Without
    them everything is.
    """

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterable[Match]: ...


class LibraryCheck(Protocol):
    """A rule that says nothing of one message alone: it notes what each says, and judges all of them together."""

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterable[Statement]: ...

    def judge(self, facts: "Sequence[Fact]") -> Iterable[Verdict]:
        """What does not go together in a whole library, in the order of its files and records."""


class Kind(Protocol):
    """A module of this room.

    `OPTIONS` is the JSON Schema of the keys that a rule of this kind takes, by key; of each group in `REQUIRED` a rule
    must have at least one.
    """

    OPTIONS: Mapping[str, object]
    REQUIRED: tuple[tuple[str, ...], ...]

    def anchors(self, rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
        """Folded literals of which one must occur in a message for the rule to fire at all; `None` proves nothing."""

    def build(self, rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> Check | LibraryCheck:
        """The check of a rule; `limit` is how many seconds one of its searches may take."""


KINDS = (
    "existence",
    "substitution",
    "occurrence",
    "repetition",
    "consistency",
    "conditional",
    "capitalization",
    "metric",
    "requirement",
    "commitment",
    "policy",
    "contradiction",
    "date",
    "placeholder",
    "deadline",
)
VALE_KINDS = (
    "vale.existence",
    "vale.substitution",
    "vale.occurrence",
    "vale.repetition",
    "vale.consistency",
    "vale.conditional",
    "vale.capitalization",
    "vale.metric",
    "vale.readability",
)
"""The kinds that rules of a Vale style have (`packs.vale`), as Vale documents them; packs do not write them."""

LIBRARY_KINDS = frozenset({"contradiction"})
"""The kinds whose checks are `LibraryCheck`s."""


def kind(name: str) -> Kind:
    """The kind of a name. KeyError if there is none."""
    if name not in KINDS and name not in VALE_KINDS:
        raise KeyError(name)
    return import_module(f"{__name__}.{name}")


def judges(check: Check | LibraryCheck) -> "TypeGuard[LibraryCheck]":
    """Whether a check judges a library as a whole."""
    return hasattr(check, "judge")


def is_library(rule: Rule) -> bool:
    """Whether a rule judges a library as a whole."""
    wide = rule.where.get("scope") in ("record", "library")
    return rule.check in LIBRARY_KINDS or (rule.check == "consistency" and wide)
