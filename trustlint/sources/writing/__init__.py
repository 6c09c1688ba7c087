"""Other words in the place of some that a customer reads: how they are written in the file.

Words go back the way they were read: through the markup of their value, then through the container that holds it.
Whatever is written is read again before it is believed; what cannot be written with certainty is refused.
"""

from trustlint.modules import import_module
from trustlint.sources.values import Place
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Protocol


class RefusedError(Exception):
    """Words that cannot be written in a place. `reason` goes on from "not fixed: "."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Token(NamedTuple):
    """A value as it is written, quotes and all, and the stretch `at` of it that changes."""

    text: str
    at: Span
    place: Place


class Writer(Protocol):
    """A module of this room that is named like a container."""

    def write(self, token: Token, words: str, /) -> str:
        """`words` as they are written at `token.at`. RefusedError where they cannot be."""

    def read(self, token: Token, text: str, /) -> str:
        """What the value says when it is written as `text`. RefusedError if it is none."""


WRITERS = {
    "json": "json",
    "jsonl": "json",
    "yaml": "yaml",
    "csv": "csv",
    "tsv": "csv",
    "po": "po",
    "xml": "xml",
}
"""The module that writes into a container. Into others nothing is written."""


def writer(container: str) -> Writer:
    """RefusedError for a container that is only read."""
    if container not in WRITERS:
        raise RefusedError(f"nothing is written into {container} files")
    module: Writer = import_module(f"{__name__}.{WRITERS[container]}")
    return module
