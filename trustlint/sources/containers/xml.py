"""XML: elements as dicts whose places are exact.

A child's tag leads to the list of the children with that tag, `@name` to an attribute, `text()` to the text of an
element with that of its descendants, `inner()` to its content as markup. Nothing is ever loaded and no entity that
the file defines is expanded.
"""

from trustlint.message import Route, SourceFile
from trustlint.sources.containers import _xml_tokens as tokens
from trustlint.sources.containers._xml_builder import Builder
from trustlint.sources.containers._xml_elements import MADE, Element, keys_of
from trustlint.span import Span, TextMap
from trustlint.typed import Any, Iterator


def documents(file: SourceFile) -> Iterator["Document"]:
    """The one document of an XML file."""
    yield Document(file, Builder(file).root())


class Document:
    """The root element, under its tag."""

    def __init__(self, file: SourceFile, root: Element) -> None:
        self.file = file
        self.data = dict.fromkeys(keys_of(root.tag), root)
        self._root = root

    def span(self, route: Route) -> Span:
        """An element with its tags, a value with its quotes, or the content of an element."""
        owner, last = self._walk(route)
        if last == "":
            return Span(owner.start, owner.end)
        if last in MADE:
            return owner.inner
        start, end = owner.attribute(last)
        return Span(start - 1, end + 1)

    def locate(self, route: Route) -> TextMap:
        owner, last = self._walk(route)
        if last.startswith("@"):
            return TextMap(tokens.attribute(self.file.text, *owner.attribute(last)).runs)
        if last not in ("text()", "inner()"):
            raise KeyError(route)
        return TextMap(owner.content(last).runs)

    def _walk(self, route: Route) -> tuple[Element, str]:
        """The element that has what is at `route`, and under what key; no key for the element itself."""
        value: Any = self.data
        owner = self._root
        for step in route:
            if isinstance(value, str) or isinstance(value, list) != isinstance(step, int) or step == -1:
                raise KeyError(route)
            try:
                value = value[step]
            except IndexError:
                raise KeyError(route) from None
            owner = value if isinstance(value, Element) else owner
        if isinstance(value, str):
            return owner, str(route[-1])
        if isinstance(value, list) and value:
            return value[0], ""  # a list of elements stands where its first one does
        if route and not isinstance(value, Element):
            raise KeyError(route)
        return owner, ""
