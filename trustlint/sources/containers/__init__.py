"""Containers: the text of a file to plain data whose places are found only when asked.

A route walks the document's own `data`: `data[step][step]…` is the value that `locate(route)` places. A
file of many documents (JSON lines, table rows, YAML streams) gives one document after the other, and what
stands at a document's root has the route `()`.
"""

from trustlint.errors import SourceError
from trustlint.frozen import dataclass
from trustlint.message import Route, SourceFile
from trustlint.modules import import_module
from trustlint.span import Span, TextMap
from trustlint.typed import Any, Iterator, Protocol


@dataclass(frozen=True)
class LinesWindow(SourceFile):
    """A window on JSON lines: a single one does not show that it is not the whole of a document."""


class Document(Protocol):
    """Plain data read from a file: dicts, lists, strings, numbers, booleans and `None`."""

    @property
    def data(self) -> Any: ...

    def locate(self, route: Route) -> TextMap:
        """The map from the string value at `route` to the file's text. KeyError if there is no string."""

    def span(self, route: Route) -> Span:
        """The raw token or block at `route` in the file's text, quotes and brackets included."""


def holds(document: Document, route: Route) -> bool:
    """Whether what is at `route` stands in this window: false for most of a large document that is read in parts."""
    held = getattr(document, "holds", None)
    return held is None or held(route) is True


class Container(Protocol):
    """A module of this room."""

    def documents(self, file: SourceFile) -> Iterator[Document | SourceError]:
        """The documents of a file, one after the other.

        What is broken in one place only (a line of JSON lines, a text cut short by a comment) is *given* as a
        SourceError and the rest follows; what ends the reading is *raised*, after the documents before it.
        """


class StreamedContainer(Container, Protocol):
    """A container for files too large to hold: `jsonl`, `csv` and `tsv`."""

    def windows(self, path: str, size: int = ...) -> Iterator[SourceFile]:
        """Windows of about `size` characters, cut between records, each to be given to `documents`."""


class OpenedContainer(Container, Protocol):
    """A container whose files are not one text in one encoding: `mime`, `mbox`, `docx` and `xlsx`."""

    def opened(self, data: bytes, path: str) -> SourceFile:
        """The file that `documents` reads; made from the bytes, it cannot be written back."""


def container(name: str) -> Container:
    """The container of a name.

    `json`, `jsonl`, `yaml`, `csv`, `tsv`, `text`, `xml`, `po`, `properties`, `strings`, `hcl`, `mime`, `mbox`, `docx`,
    `xlsx`.
    """
    module: Container = import_module(f"{__name__}.{name}")
    return module
