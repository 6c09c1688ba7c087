"""Markup: a field's value to the text that its reader sees."""

from trustlint.modules import import_module
from trustlint.span import Run, Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Protocol


class Visible(NamedTuple):
    """What is read, and the runs of its map back to the value: `TextMap(runs)` when it is needed.

    `code` and `quoted` are spans of the text that are code, or words of somebody else (block quotes, mail history).
    `attributes` are texts that live in attributes (`alt`, `title`, the `value` of a button), each with its own map
    to the same value.
    """

    text: str
    runs: tuple[Run, ...]
    code: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    attributes: tuple["Visible", ...] = ()


class Markup(Protocol):
    """A module of this room."""

    def visible(self, value: str) -> Visible:
        """What a reader sees of a value. Never raises: whatever a person wrote is shown somehow."""


def markup(name: str) -> Markup:
    """The markup of a name: `html`, `markdown`, `plain`; `auto` is HTML or plain text, by its looks."""
    module: Markup = import_module(f"{__name__}.{name}")
    return module
