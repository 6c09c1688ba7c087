"""HCL's blocks and literals, without evaluating anything: an expression that is no literal is `None`."""

from trustlint.message import SourceFile
from trustlint.patterns import lazy
from trustlint.sources.containers._hcl_cursor import LINES, SPACE, Cursor
from trustlint.sources.containers._hcl_texts import said
from trustlint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re

DEEPEST = 100
NAME = lazy(r"[^\W\d][\w-]*")
KEY = lazy(r"[^\W\d][\w-]*|\d+")
ASSIGNED = lazy(r"=(?![=>])")
FOR = lazy(r"[\[{]\s*+for\b")
ENCODE = lazy(r"jsonencode[ \t]*\(")
LITERAL = lazy(r"(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)(?![\w.])|(?P<word>true|false|null)(?![\w-])")
WORDS = {"true": True, "false": False, "null": None}
CLOSED = {"[": "]", "{": "}", "(": ")"}


class Node:
    """A value and its place; `items` are the nodes of a collection by key or index."""

    __slots__ = ("data", "end", "is_text", "items", "start")

    def __init__(self, data: Any, start: int, end: int, is_text: bool = False) -> None:
        self.data = data
        self.start = start
        self.end = end
        self.is_text = is_text
        self.items: dict[str | int, Node] = {}

    def add(self, key: str | int, node: "Node") -> "Node":
        if isinstance(self.data, list):
            self.data.append(node.data)
        else:
            self.data[key] = node.data
        self.items[key] = node
        return node


class Parser:
    def __init__(self, file: SourceFile) -> None:
        self._cursor = Cursor(file)
        self._depth = 0

    def file(self) -> Node:
        """The body of the file."""
        body = Node({}, 0, len(self._cursor.text))
        self._body(body)
        if not self._cursor.at_end():
            raise self._cursor.broken("a } that closes nothing")
        return body

    def _body(self, body: Node) -> None:
        """Attributes and blocks up to a closing brace or the end."""
        cursor = self._cursor
        cursor.over(LINES)
        while name := cursor.take(NAME):
            cursor.over(SPACE)
            if cursor.take(ASSIGNED):
                body.add(name[0], self._value(line_ends=True))
                cursor.over(SPACE)
                if not cursor.at_end() and not cursor.sees("\n", "}"):
                    raise cursor.broken("expected a new line after the value")
            else:
                self._block(body, name)
            cursor.over(LINES)
        if not cursor.at_end() and not cursor.sees("}"):
            raise cursor.broken("expected the name of a block or an attribute")

    def _block(self, body: Node, name: "re.Match[str]") -> None:
        """`type "label" label { … }`: an item of the list under its type and labels."""
        path = [name[0], *self._labels()]
        if not self._cursor.sees("{"):
            raise self._cursor.broken(f"expected = or {{ after {name[0]}")
        block = Node({}, name.start(), name.start())
        start = self._open()
        self._body(block)
        block.end = self._close("{", start)
        for depth, label in enumerate(path, 1):
            kind = list if depth == len(path) else dict
            if label not in body.items:
                body.add(label, Node(kind(), block.start, block.end))
            body = body.items[label]
            if not isinstance(body.data, kind):
                raise self._cursor.broken(f"{label} is something else above", name.start())
            body.end = block.end
        body.add(len(body.data), block)

    def _labels(self) -> list[str]:
        labels = []
        while True:
            self._cursor.over(SPACE)
            if name := self._cursor.take(NAME):
                labels.append(name[0])
            elif self._cursor.sees('"'):
                labels.append(self._quoted())
            else:
                return labels

    def _value(self, line_ends: bool) -> Node:
        """The value of an expression; what follows a literal makes it an expression after all."""
        cursor = self._cursor
        space = SPACE if line_ends else LINES
        start = cursor.over(space)
        node = self._literal()
        end = cursor.at
        cursor.over(space)
        if node and (cursor.at_end() or cursor.sees(",", "]", "}", ")") or (line_ends and cursor.sees("\n"))):
            cursor.at = end
            return node
        cursor.expression(line_ends)
        if cursor.at == start:
            raise cursor.broken("expected a value")
        return Node(None, start, start + len(cursor.text[start : cursor.at].rstrip()))

    def _literal(self) -> Node | None:
        cursor = self._cursor
        start = cursor.at
        if cursor.sees('"'):
            return Node(self._quoted(), start, cursor.at, is_text=True)
        if heredoc := cursor.heredoc():
            return Node(said(cursor.text, heredoc).text, *heredoc, is_text=True)
        if cursor.sees("["):
            return None if FOR.match(cursor.text, start) else self._list()
        if cursor.sees("{"):
            return None if FOR.match(cursor.text, start) else self._object()
        if encode := ENCODE.match(cursor.text, start):
            return self._encoded(encode.end() - 1)
        literal = cursor.take(LITERAL)
        if not literal:
            return None
        return Node(_number(literal[0]) if literal["number"] else WORDS[literal[0]], *literal.span())

    def _quoted(self) -> str:
        return said(self._cursor.text, self._cursor.quoted()).text

    def _encoded(self, bracket: int) -> Node:
        """What `jsonencode(…)` is given: the list or object that the provider will see."""
        self._cursor.at = bracket
        self._open()
        node = self._value(line_ends=False)
        self._cursor.over(LINES)
        self._close("(", bracket)
        return node

    def _list(self) -> Node:
        cursor = self._cursor
        node = Node([], cursor.at, cursor.at)
        self._open()
        cursor.over(LINES)
        while not cursor.at_end() and not cursor.sees("]"):
            node.add(len(node.data), self._value(line_ends=False))
            cursor.over(LINES)
            if cursor.sees(","):
                cursor.at += 1
                cursor.over(LINES)
            elif not cursor.at_end() and not cursor.sees("]"):
                raise cursor.broken("expected a comma or ]")
        node.end = self._close("[", node.start)
        return node

    def _object(self) -> Node:
        cursor = self._cursor
        node = Node({}, cursor.at, cursor.at)
        self._open()
        cursor.over(LINES)
        while not cursor.at_end() and not cursor.sees("}"):
            key = self._key()
            value = self._value(line_ends=True)
            if key is not None:
                node.add(key, value)
            cursor.over(SPACE)
            if not cursor.at_end() and not cursor.sees(",", "\n", "}"):
                raise cursor.broken("expected a comma, a new line or }")
            cursor.over(LINES)
            cursor.at += cursor.sees(",")
            cursor.over(LINES)
        node.end = self._close("{", node.start)
        return node

    def _key(self) -> str | None:
        """The key of an object's item, `None` if it is an expression; its value comes next."""
        cursor = self._cursor
        key = None
        if name := cursor.take(KEY):
            key = name[0]
        elif cursor.sees('"'):
            key = self._quoted()
        elif cursor.sees("("):
            cursor.group()
        cursor.over(SPACE)
        if not cursor.sees("=", ":"):
            raise cursor.broken("expected a key and = or :")
        cursor.at += 1
        return key

    def _open(self) -> int:
        """Into a bracket, whose place it gives."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._cursor.broken(f"is nested more than {DEEPEST} levels deep")
        self._cursor.at += 1
        return self._cursor.at - 1

    def _close(self, bracket: str, start: int) -> int:
        if not self._cursor.sees(CLOSED[bracket]):
            raise self._cursor.broken(f"the {bracket} that stands here is never closed", start)
        self._depth -= 1
        self._cursor.at += 1
        return self._cursor.at


def _number(digits: str) -> int | float:
    return int(digits) if digits.lstrip("-").isdecimal() and len(digits) < 1000 else float(digits)
