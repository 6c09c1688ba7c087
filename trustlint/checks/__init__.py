"""Rule kinds. Each module is one kind: its options, and how a rule becomes a check."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

from trustlint.rule import Rule
from trustlint.span import Span

if TYPE_CHECKING:
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


class Check(Protocol):
    """A rule made ready to run.

    `places` are where the rule's anchors stand in the message: what holds none of them need not be searched. Without
    them everything is.
    """

    def find(self, prose: "Prose", places: Sequence[int] | None = None) -> Iterable[Match]: ...


class Kind(Protocol):
    """A module of this room.

    `OPTIONS` is the JSON Schema of the keys that a rule of this kind takes, by key; of each group in `REQUIRED` a rule
    must have at least one.
    """

    OPTIONS: Mapping[str, object]
    REQUIRED: tuple[tuple[str, ...], ...]

    def anchors(self, rule: Rule, lexicon: "Lexicon") -> frozenset[str] | None:
        """Folded literals of which one must occur in a message for the rule to fire at all; `None` proves nothing."""

    def build(self, rule: Rule, lexicon: "Lexicon", limit: float | None = None) -> Check:
        """The check of a rule; `limit` is how many seconds one of its searches may take."""


KINDS = ("existence", "substitution", "occurrence", "requirement", "commitment", "policy")


def kind(name: str) -> Kind:
    """The kind of a name. KeyError if there is none."""
    if name not in KINDS:
        raise KeyError(name)
    return import_module(f"{__name__}.{name}")
