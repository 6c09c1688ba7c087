"""What a JSON document too large to hold is made of: its small values, and where its long lists can be cut."""

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from trustlint.errors import SourceError
from trustlint.message import Route
from trustlint.sources.containers._json_errors import explain, not_json
from trustlint.sources.containers._windows import Stream
from trustlint.sources.containers.json import ConstantError, after_space, decode, scan
from trustlint.span import Span
from trustlint.tuples import NamedTuple

LARGEST_FRAME = 4 << 20
"""Characters of small values; a document with more of them around its lists is not one of records."""
DEEPEST = 20
"""Objects in objects that are looked into for a long list."""
SAMPLE = 50
"""Items of each long list that show what it holds: the first, and more as long as they fit into a part."""
LONGEST_TOKEN = 16
"""Characters before the end of what is held where a token (`-Infinity`, an escaped pair, `e+`) may be cut off."""


class Extent(NamedTuple):
    """A part of the document, between two offsets: items of the list at `route`, or what stands around lists."""

    start: int
    end: int
    route: Route | None = None
    first: int = 0


class Outline(NamedTuple):
    """The document without most items of its long lists.

    `places` are the spans of the values in its frame, which is what stands around those lists. `error` is what ended
    the reading, if the document is broken.
    """

    data: Any
    extents: tuple[Extent, ...]
    places: Mapping[Route, Span]
    error: SourceError | None = None


class NoListsError(Exception):
    """A document that can't be cut: it is no object and no list, or one of many small members."""


def outline(path: str, size: int) -> Outline:
    """The outline of the file at `path`, whose lists longer than `size` characters are cut into parts of that size.

    NoListsError where there is nothing to cut; SourceError if it is no text.
    """
    return _Walk(Stream(path, size), size).outline()


class _Walk:
    def __init__(self, stream: Stream, size: int) -> None:
        self._stream = stream
        self._size = size
        self._at = 0
        self._frame = 0
        self._extents: list[Extent] = []
        self._around = 0
        self._places: dict[Route, Span] = {}
        self._root: list[Any] = [None]

    def outline(self) -> Outline:
        error = None
        try:
            if self._peek() not in ("{", "["):
                raise NoListsError
            self._any((), self._root, 0)
            if self._peek():
                self._fail("the JSON value ends before this, and one file holds one value")
        except SourceError as found:
            error = found
        if not any(extent.route is not None for extent in self._extents):
            raise NoListsError
        self._extents.append(Extent(self._around, self._offset))
        return Outline(self._root[0], tuple(self._extents), self._places, error)

    @property
    def _offset(self) -> int:
        """Where we are in the document."""
        return self._stream.base.offset + self._at

    def _any(self, route: Route, into: Any, key: str | int) -> None:
        """Go through the value that stands here, and put what is kept of it at `key` of `into`."""
        kind = self._peek()
        start = self._offset
        if kind in ("{", "[") and self._is_long():
            if len(route) > DEEPEST:
                raise NoListsError
            if kind == "{":
                self._object(route, into, key)
                if not self._is_cut(route):
                    self._drop(route)
                    self._places[route] = Span(start, self._offset)
            else:
                self._list(route, into, key)
            return
        into[key] = self._value()
        self._places[route] = Span(start, self._offset)
        self._frame += self._offset - start
        if self._frame > LARGEST_FRAME:
            raise NoListsError

    def _object(self, route: Route, into: Any, key: str | int) -> None:
        data: dict[str, Any] = {}
        into[key] = data
        self._at += 1
        if self._peek() == "}":
            self._at += 1
            return
        while True:
            if self._peek() != '"':
                self._expected("Expecting property name")
            name = self._value()
            if self._peek() != ":":
                self._expected("Expecting ':' delimiter")
            self._at += 1
            # The last one of a name is live. What was short has one place; only what was long has places below it.
            if name in data and self._places.pop((*route, name), None) is None:
                self._drop((*route, name))
            self._any((*route, name), data, name)
            if self._ends("}"):
                return

    def _list(self, route: Route, into: Any, key: str | int) -> None:
        sample: list[Any] = []
        into[key] = sample
        self._at += 1
        if self._peek() == "]":
            self._at += 1
            return
        self._extents.append(Extent(self._around, self._offset))
        opened = start = self._offset
        first = number = 0
        while True:
            item = self._value()
            if not number or (number < SAMPLE and self._offset - opened <= self._size):
                sample.append(item)
            number += 1
            end = self._offset
            is_last = self._ends("]")
            if is_last or end - start >= self._size:
                self._peek()
                border = end if is_last else self._offset
                self._extents.append(Extent(start, border, route, first))
                self._around = start = border
                first = number
                self._at -= self._stream.forget(self._at)
            if is_last:
                return

    def _is_cut(self, route: Route) -> bool:
        """Whether a long list stands below a route."""
        return any(each.route is not None and each.route[: len(route)] == route for each in self._extents)

    def _drop(self, route: Route) -> None:
        """Forget the places at and below a route."""
        depth = len(route)
        for known in [each for each in self._places if each[:depth] == route]:
            del self._places[known]
        self._extents = [each for each in self._extents if each.route is None or each.route[:depth] != route]

    def _ends(self, bracket: str) -> bool:
        """Whether the container ends here; if not, another item follows."""
        found = self._peek()
        if found not in (",", bracket):
            self._expected("Expecting ',' delimiter")
        self._at += 1
        if found == "," and self._peek() == bracket:
            self._expected("Illegal trailing comma")
        return found == bracket

    def _is_long(self) -> bool:
        """Whether the value that stands here is longer than a part."""
        while len(self._stream.text) - self._at < self._size and self._stream.more():
            pass
        try:
            return scan(self._stream.text, self._at)[1] - self._at > self._size
        except json.JSONDecodeError as error:
            return self._may_go_on(error)
        except (RecursionError, ConstantError):
            return False

    def _value(self) -> Any:
        """The value that stands here, held whole."""
        self._peek()
        while True:
            try:
                data, end = scan(self._stream.text, self._at)
            except json.JSONDecodeError as error:
                if self._may_go_on(error) and self._stream.more():
                    continue
                self._fail_at(self._at)
            except (RecursionError, ConstantError):
                self._fail_at(self._at)
            # A number may go on behind what is held, even where a part of it is one: `-1` of `-1e+5`.
            if end < len(self._stream.text) - LONGEST_TOKEN or not self._stream.more():
                self._at = end
                return data

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        """Whether an error may come from nothing but the end of what is held."""
        is_open = error.msg.startswith("Unterminated string")
        return not self._stream.ended and (is_open or error.pos > len(self._stream.text) - LONGEST_TOKEN)

    def _peek(self) -> str:
        """The next character that is no space; nothing at the end of the document."""
        while True:
            self._at = after_space(self._stream.text, self._at)
            if self._at < len(self._stream.text) or not self._stream.more():
                return self._stream.text[self._at : self._at + 1]

    def _fail_at(self, at: int) -> NoReturn:
        decode(self._stream.text, at, self._stream.file)
        raise AssertionError("what was broken a moment ago")

    def _expected(self, message: str) -> NoReturn:
        self._fail(explain(self._stream.text, message, self._at))

    def _fail(self, message: str) -> NoReturn:
        raise not_json(message, self._stream.file, self._at)
