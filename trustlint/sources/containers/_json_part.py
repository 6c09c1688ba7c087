"""Parts of a JSON document too large to hold, each with the frame of the whole."""

from collections.abc import Iterator, Mapping
from typing import Any

from trustlint.frozen import replace
from trustlint.message import Route, SourceFile
from trustlint.sources.containers._json_outline import Extent, Outline
from trustlint.sources.containers._windows import Stream
from trustlint.sources.containers.json import Document, after_space, decode
from trustlint.sources.routes import Items
from trustlint.span import Span, TextMap
from trustlint.tuples import NamedTuple


class Part(NamedTuple):
    """A window on a document: items of one of its long lists, or what stands around those."""

    file: SourceFile
    extent: Extent
    frame: Any
    places: Mapping[Route, Span]


class PartDocument:
    """The whole document's frame with the items that stand in a part; only what stands there has a place."""

    def __init__(self, part: Part) -> None:
        self.file = part.file
        self._held = dict(_around(part))
        self.data: Any = part.frame
        if part.extent.route is not None:
            items = list(_items(part.file))
            self.data = _with(self.data, part.extent.route, Items((each.data for each in items), part.extent.first))
            numbered = enumerate(items, part.extent.first)
            self._held = {(*part.extent.route, number): each for number, each in numbered}

    def holds(self, route: Route) -> bool:
        """Whether what is at `route` stands in this part."""
        return any(route[:depth] in self._held for depth in range(len(route) + 1))

    def span(self, route: Route) -> Span:
        held, rest = self._holder(route)
        return held.span(rest)

    def locate(self, route: Route) -> TextMap:
        held, rest = self._holder(route)
        return held.locate(rest)

    def _holder(self, route: Route) -> tuple[Document, Route]:
        """The value of this part that the route leads through, and the rest of the way."""
        for depth in range(len(route), -1, -1):
            if held := self._held.get(route[:depth]):
                return held, route[depth:]
        raise KeyError(route)


def parts(path: str, outline: Outline, size: int) -> Iterator[Part]:
    """The parts of the file at `path`, in its order."""
    stream, frame = Stream(path, size), _without_lists(outline)
    for extent in outline.extents:
        while len(stream.text) < extent.end - stream.base.offset and stream.more():
            pass
        stream.forget(extent.start - stream.base.offset)
        window = replace(stream.file, text=stream.text[: extent.end - extent.start])
        yield Part(window, extent, frame, outline.places)


def _around(part: Part) -> Iterator[tuple[Route, Document]]:
    """The values of the frame that stand in a part, by their routes."""
    if part.extent.route is None:
        shift = part.file.base.offset
        for route, span in part.places.items():
            if part.extent.start <= span.start < part.extent.end:
                yield route, Document(part.file, None, span.start - shift, span.end - shift)


def _items(file: SourceFile) -> Iterator[Document]:
    at = after_space(file.text, 0)
    while at < len(file.text):
        data, end = decode(file.text, at, file)
        yield Document(file, data, at, end)
        at = after_space(file.text, after_space(file.text, end) + 1)  # behind the comma


def _without_lists(outline: Outline) -> Any:
    """The frame alone: every long list is empty."""
    data = outline.data
    for route in {extent.route for extent in outline.extents if extent.route is not None}:
        data = _with(data, route, [])
    return data


def _with(data: Any, route: Route, value: Any) -> Any:
    """The data with another value at `route`; objects on the way there are copies."""
    if not route:
        return value
    return {**data, route[0]: _with(data[route[0]], route[1:], value)}
