"""JSON: plain data at the speed of the C scanner, places by walking the text again where they are asked for.

Two leniencies, both for files that other tools accept: line ends and control characters inside strings (hand-edited
exports have them), and duplicate keys (the last one is live). A surrogate without its partner is read as U+FFFD.
"""

import json

from trustlint.errors import SourceError
from trustlint.message import Route, SourceFile
from trustlint.patterns import DOTALL, lazy
from trustlint.sources.containers._json_errors import explain, not_json
from trustlint.span import Run, Span, TextMap
from trustlint.typed import Any, Iterator, NoReturn

ESCAPE = lazy(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # a surrogate pair is one character
    r"|\\u[0-9a-fA-F]{4}|\\.",
    DOTALL,
)
SPACE = lazy(r"[ \t\n\r]*")
SURROGATE = lazy("[\ud800-\udfff]")
SURROGATE_ESCAPE = lazy(r"\\u[dD]")
LONGEST_INTEGER = 4000
"""Digits that int() takes without complaint."""
CONSTANT = lazy(r'"(?:[^"\\]|\\.)*+"|(-?Infinity|NaN)', DOTALL)


class ConstantError(Exception):
    """A constant that JSON does not have."""


def _reject(constant: str) -> NoReturn:
    raise ConstantError(constant)


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < LONGEST_INTEGER else float(digits)


_scan = json.JSONDecoder(strict=False, parse_constant=_reject).raw_decode
_scan_huge = json.JSONDecoder(strict=False, parse_constant=_reject, parse_int=_integer).raw_decode
_skip = json.JSONDecoder(strict=False, parse_int=len, parse_float=len).raw_decode


def documents(file: SourceFile) -> Iterator["Document"]:
    """The one document of a JSON file."""
    start = after_space(file.text, 0)
    if start == len(file.text):
        raise SourceError("is empty", path=file.path)
    data, end = decode(file.text, start, file)
    rest = after_space(file.text, end)
    if rest < len(file.text):
        raise not_json("the JSON value ends before this, and one file holds one value", file, rest)
    yield Document(file, data, start, end)


def decode(text: str, start: int, file: SourceFile, shift: int = 0) -> tuple[Any, int]:
    """The value at `start` of `text` and where it ends; `text` stands at `shift` of the file's text."""
    try:
        return scan(text, start)
    except json.JSONDecodeError as error:
        raise not_json(explain(text, error.msg, error.pos), file, shift + error.pos) from None
    except RecursionError:
        raise not_json("is nested too deeply", file, shift + start) from None
    except ConstantError as error:
        at = next(found.start() for found in CONSTANT.finditer(text, start) if found[1])
        raise not_json(f"JSON has no {error}: expected a number, a text or null", file, shift + at) from None


def scan(text: str, start: int) -> tuple[Any, int]:
    """The same with the errors of the scanner: JSONDecodeError, RecursionError, ConstantError."""
    try:
        data, end = _scan(text, start)
    except json.JSONDecodeError:
        raise
    except ValueError:  # more digits than int() takes
        data, end = _scan_huge(text, start)
    return (_without_surrogates(data) if SURROGATE_ESCAPE.search(text, start, end) else data), end


class Document:
    """A value in a text that is known to be well-formed between `start` and `end`."""

    def __init__(self, file: SourceFile, data: Any, start: int, end: int) -> None:
        self.file = file
        self.data = data
        self._root = Span(start, end)
        self._children: dict[Route, dict[str | int, Span]] = {}

    def span(self, route: Route) -> Span:
        """The raw token at `route`, quotes and brackets included."""
        span = self._root
        for depth, step in enumerate(route):
            children = self._children.get(route[:depth])
            if children is None:
                children = self._children[route[:depth]] = _children(self.file.text, span.start)
            span = children[step]
        return span

    def locate(self, route: Route) -> TextMap:
        """The map from the string at `route` to the file's text."""
        span = self.span(route)
        if self.file.text[span.start] != '"':
            raise KeyError(route)
        return TextMap(string_runs(self.file.text, span.start + 1, span.end - 1))

    def duplicates(self) -> list[Route]:
        """The routes whose key is written more than once in its object, in file order."""
        pending: list[tuple[Route, int]] = [((), self._root.start)]
        found: list[Route] = []
        while pending:
            route, start = pending.pop()
            seen: dict[str | int, int] = {}
            for key, span in _members(self.file.text, start):
                if key in seen and (*route, key) not in found:
                    found.append((*route, key))
                seen[key] = span.start
            pending.extend(((*route, key), at) for key, at in reversed(seen.items()))
        return found


def string_runs(text: str, start: int, end: int) -> Iterator[Run]:
    """The runs of a string whose content, quotes excluded, is `text[start:end]`."""
    at = 0
    for escape in ESCAPE.finditer(text, start, end):
        if escape.start() > start:
            yield Run(at, escape.start() - start, start, escape.start())
            at += escape.start() - start
        start = escape.end()
        yield Run(at, 1, escape.start(), start)
        at += 1
    if start < end:
        yield Run(at, end - start, start, end)


def _children(text: str, start: int) -> dict[str | int, Span]:
    return dict(_members(text, start))


def _members(text: str, start: int) -> Iterator[tuple[str | int, Span]]:
    """The keys or indices of the object or list at `start` with their values' spans; nothing for other values."""
    if text[start] not in "{[":
        return
    is_object = text[start] == "{"
    at = after_space(text, start + 1)
    index = 0
    while text[at] not in "}]":
        key: str | int = index
        if is_object:
            written, at = _skip(text, at)
            key = SURROGATE.sub("\ufffd", written)
            at = after_space(text, after_space(text, at) + 1)
        end = _skip(text, at)[1]
        yield key, Span(at, end)
        at = after_space(text, end)
        if text[at] == ",":
            at = after_space(text, at + 1)
        index += 1


def after_space(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    assert found
    return found.end()


def _without_surrogates(data: Any) -> Any:
    """The data with every unpaired surrogate replaced, which no encoding could write."""
    if isinstance(data, str):
        return SURROGATE.sub("\ufffd", data)
    pending = [data]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending.extend(value)
            for index, item in enumerate(value):
                if isinstance(item, str):
                    value[index] = SURROGATE.sub("\ufffd", item)
        elif isinstance(value, dict):
            pending.extend(value.values())
            items = [(SURROGATE.sub("\ufffd", key), item) for key, item in value.items()]
            value.clear()
            value.update((key, SURROGATE.sub("\ufffd", item) if isinstance(item, str) else item) for key, item in items)
    return data
