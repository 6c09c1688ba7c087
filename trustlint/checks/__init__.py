"""Rule kinds. Each module is one kind: its options, and how a rule becomes a check."""

from collections.abc import Iterable, Mapping
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

    `anchors` are folded literals (lower case, straight quotes) of which one must occur in the message for the check to fire at all;
    `None` when no such set can be proven, and the check then always runs.
    """

    anchors: frozenset[str] | None

    def find(self, prose: "Prose") -> Iterable[Match]: ...


class Kind(Protocol):
    """A module of this room. `OPTIONS` is the JSON Schema of the keys a rule of this kind takes, by key."""

    OPTIONS: Mapping[str, object]
    REQUIRED: tuple[tuple[str, ...], ...]

    def build(self, rule: Rule, lexicon: "Lexicon") -> Check: ...


KINDS = ("existence", "substitution", "occurrence", "requirement", "commitment")


def kind(name: str) -> Kind:
    """The kind of a name. KeyError if there is none."""
    if name not in KINDS:
        raise KeyError(name)
    module: Kind = import_module(f"{__name__}.{name}")
    return module
