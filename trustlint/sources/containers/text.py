"""Plain text: the whole file is one value."""

from trustlint.message import Route, SourceFile
from trustlint.span import Span, TextMap
from trustlint.typed import Iterator


def documents(file: SourceFile) -> Iterator["Document"]:
    """The one document of a text; its data is the text itself."""
    yield Document(file)


class Document:
    """A text, at the route `()`."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.data = file.text

    def span(self, route: Route) -> Span:
        if route:
            raise KeyError(route)
        return Span(0, len(self.data))

    def locate(self, route: Route) -> TextMap:
        return TextMap.verbatim(self.span(route).end)
