"""Containers: the text of a file to plain data whose places are found only when asked."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, Protocol

from trustlint.message import Route, SourceFile
from trustlint.span import Span, TextMap


class Document(Protocol):
    """Plain data read from a file: dicts, lists, strings, numbers, booleans and `None`."""

    @property
    def data(self) -> Any: ...

    def locate(self, route: Route) -> TextMap:
        """The map from the string value at `route` to the file's text. KeyError if there is no string."""

    def span(self, route: Route) -> Span:
        """The raw token or block at `route` in the file's text, quotes and brackets included."""


class Container(Protocol):
    """A module of this room."""

    def documents(self, file: SourceFile) -> Iterator[Document]:
        """The documents of a file, one after the other. SourceError, with its place, where it is broken."""


def container(name: str) -> Container:
    """The container of a name: `json`, `jsonl`, `yaml`, `csv`, `tsv`, `text`."""
    module: Container = import_module(f"{__name__}.{name}")
    return module
