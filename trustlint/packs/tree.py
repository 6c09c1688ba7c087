"""YAML as a tree that knows where everything stands.

Scalars keep their raw text: what they mean (`on` as a word or as a truth value) is for the schema to say, so nobody
meets YAML's surprises. Nothing is ever constructed from tags.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from trustlint.tuples import NamedTuple

MAX_DEPTH = 40
MAX_NODES = 200_000
"""Far beyond any pack; a file that goes over it unfolds its aliases to fill memory."""


class Place(NamedTuple):
    """`line` and `column` count from 1; `start` and `end` are code points of the file."""

    line: int
    column: int
    start: int
    end: int


class Scalar(NamedTuple):
    """`text` is the value, `style` its quotes (`None`, `'`, `"`, `|`, `>`), `kind` what YAML would take it for."""

    text: str
    kind: str
    style: str | None
    place: Place


class Sequence(NamedTuple):
    items: tuple["Node", ...]
    place: Place


class Mapping(NamedTuple):
    """Entries in order; a key given twice is there twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


class SyntaxMistake(Exception):  # noqa: N818 what the author made, not what went wrong in here
    """YAML that cannot be read, in plain words."""

    def __init__(self, message: str, line: int, column: int, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.line, self.column, self.hint = message, line, column, hint


def parse(text: str) -> Node | None:
    """The tree of a YAML text, None when it is empty. SyntaxMistake when it is broken."""
    import yaml  # 35 ms that a warm start never spends

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        raise _plain_words(error, text) from None
    except yaml.reader.ReaderError as error:
        line, column = _position(text, error.position)
        raise SyntaxMistake("a control character that YAML does not allow", line, column) from None
    except RecursionError:
        raise SyntaxMistake("nested too deeply", 1, 1) from None
    return None if node is None else _Copy().of(node, 0)


class _Copy:
    """Takes a tree over from PyYAML, with a bound on what aliases can unfold to."""

    def __init__(self) -> None:
        self._count = 0

    def of(self, node: Any, depth: int) -> Node:
        self._count += 1
        place = _place(node)
        if depth > MAX_DEPTH or self._count > MAX_NODES:
            raise SyntaxMistake("nested too deeply, or aliases that unfold without end", place.line, place.column)
        if node.id == "scalar":
            return Scalar(node.value, node.tag.rpartition(":")[2], node.style, place)
        if node.id == "sequence":
            return Sequence(tuple(self.of(item, depth + 1) for item in node.value), place)
        return Mapping(tuple(self._entries(node, depth)), place)

    def _entries(self, node: Any, depth: int) -> Iterator[tuple[Scalar, Node]]:
        for key, value in node.value:
            name = self.of(key, depth + 1)
            if not isinstance(name, Scalar):
                hint = "quote a value that begins with `{` or `[`"
                raise SyntaxMistake("a key must be a word", name.place.line, name.place.column, hint)
            yield name, self.of(value, depth + 1)


def _place(node: Any) -> Place:
    start = node.start_mark
    return Place(start.line + 1, start.column + 1, start.index, node.end_mark.index)


_HINTS = (
    ("mapping values are not allowed", "a value with `: ` in it needs quotes around it"),
    ("found a tab", "indent with spaces; YAML does not take tabs"),
    ("found character '\\t'", "indent with spaces; YAML does not take tabs"),
    ("cannot start any token", "a value that begins with @, `, % or a tab needs quotes around it"),
    ("unknown escape character", "in \"double quotes\" a backslash must be doubled; use 'single quotes' for patterns"),
    ("while scanning a quoted scalar", "a quote that is opened here is never closed"),
    ("while parsing a block mapping", "check the indentation of this line, and quotes inside quotes"),
    ("while parsing a block collection", "check the indentation of this line"),
    ("while parsing a flow", "a `[` or `{` is not closed, or a comma is missing"),
    ("undefined alias", "a value that begins with `*` needs quotes around it"),
    ("expected a single document", "a pack is one document; remove the `---` line"),
)


def _plain_words(error: Any, text: str) -> SyntaxMistake:
    mark = error.problem_mark or error.context_mark
    said = " ".join(filter(None, (error.context, error.problem)))
    hint = next((hint for sign, hint in _HINTS if sign in said), None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    last = text.count("\n") + 1
    return SyntaxMistake(f"this is not YAML: {said or 'unreadable'}", min(line, last), column, hint)


def _position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def inside(scalar: Scalar, offset: int, text: str) -> tuple[int, int]:
    """Line and column in the file of a character of a scalar's value; of the scalar itself where folding blurs it."""
    raw = text[scalar.place.start : scalar.place.end]
    at = _raw_offset(scalar, offset, raw)
    if at is None:
        return scalar.place.line, scalar.place.column
    return _position(text, scalar.place.start + at)


def _raw_offset(scalar: Scalar, offset: int, raw: str) -> int | None:
    if scalar.style in {"|", ">"}:
        line = scalar.text.count("\n", 0, offset)
        wanted = scalar.text.split("\n")[line]
        rows = raw.split("\n")
        row = next((n for n, found in enumerate(rows[1:], 1) if found.strip() == wanted.strip()), None)
        if row is None or scalar.style == ">":
            return None
        indent = len(rows[row]) - len(rows[row].lstrip(" "))
        column = offset - (scalar.text.rfind("\n", 0, offset) + 1)
        return sum(len(found) + 1 for found in rows[:row]) + indent + column
    if "\n" in raw:
        return None
    if scalar.style == "'":
        return 1 + offset + scalar.text.count("'", 0, offset)
    if scalar.style == '"':
        return _in_double_quotes(offset, raw)
    return offset


_ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}


def _in_double_quotes(offset: int, raw: str) -> int:
    at = 1
    for _ in range(offset):
        at += _ESCAPE_LENGTHS.get(raw[at + 1 : at + 2], 2) if raw[at : at + 1] == "\\" else 1
    return at
