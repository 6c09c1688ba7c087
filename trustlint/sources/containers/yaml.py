"""YAML: events to plain data, each value with its place.

Built on the parser's events, not on its constructors: keys stay the strings that are written (`no:` is "no"), values
have the types of the YAML 1.2 core schema (`yes` and `on` are texts), tags are never executed, depth and aliases are
bounded.
"""

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from trustlint.errors import SourceError
from trustlint.message import Route, SourceFile
from trustlint.patterns import lazy
from trustlint.sources.containers._yaml_errors import broken, trap
from trustlint.sources.containers._yaml_scalars import runs, typed
from trustlint.span import Span, TextMap
from trustlint.typed import Any, Iterator

DEEPEST = 200
ALIASED = 1_000_000
"""Characters and values that aliases may repeat, beside ten times the file's own length."""

CUT_TEXT = lazy(r"[ \t]+(#\{[^\s{}]+\})")
SURROGATE = lazy("[\ud800-\udfff]")


class Node:
    """A value and its place. `text` is a scalar's raw value, `items` a collection's nodes by key or index."""

    __slots__ = ("data", "end", "items", "key", "merged", "open", "shared", "start", "style", "text", "weight")

    def __init__(self, start: int, end: int, data: Any = None, text: str = "", style: str = "") -> None:
        self.start = start
        self.end = end
        self.data = data
        self.text = text
        self.style = style
        self.weight = 1 + len(text)
        self.items: dict[str | int, Node] | None = None
        self.key: str | None = None  # of a mapping being read: the key that waits for its value
        self.merged: list[Node] = []
        self.open = False
        self.shared = False  # an alias or a merge repeats it


class Document:
    def __init__(self, file: SourceFile, root: Node) -> None:
        self.file = file
        self.data = root.data
        self._root = root

    def span(self, route: Route) -> Span:
        """The raw token or block at `route`, its tag and anchor included; behind an alias, what the anchor names."""
        node = self._node(route)
        return Span(node.start, node.start + len(self.file.text[node.start : node.end].rstrip()))

    def locate(self, route: Route) -> TextMap:
        node = self._node(route)
        if not isinstance(node.data, str):
            raise KeyError(route)
        return TextMap(runs(self.file.text, node.start, node.end, node.style, node.text))

    def is_shared(self, route: Route) -> bool:
        """Whether what stands at a route is repeated elsewhere by an alias, or merged into another mapping."""
        return any(self._node(route[:depth]).shared for depth in range(len(route) + 1))

    def _node(self, route: Route) -> Node:
        node = self._root
        for step in route:
            if node.items is None:
                raise KeyError(route)
            node = node.items[step]
        return node


def documents(file: SourceFile) -> Iterator[Document | SourceError]:
    """The documents of a YAML stream, each followed by what was found cut short in it."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(file)
    try:
        for event in yaml.parse(file.text, Loader=loader):
            if isinstance(event, DocumentStartEvent):
                builder = _Builder(file)
            elif isinstance(event, DocumentEndEvent):
                if builder.root:
                    yield Document(file, builder.root)
                yield from builder.notes
            else:
                builder.take(event)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise broken(error, file) from None


class _Builder:
    """Takes the events of one document and makes its root, without recursion."""

    def __init__(self, file: SourceFile) -> None:
        self.root: Node | None = None
        self.notes: list[SourceError] = []
        self._file = file
        self._text = file.text
        self._may_cut = "#{" in file.text
        self._anchors: dict[str, Node] = {}
        self._open: list[Node] = []
        self._aliased = 0

    def take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self._anchored(event.anchor, node := self._scalar(event))
            self._attach(node)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._begin(event)
        elif isinstance(event, CollectionEndEvent):
            self._finish(_offset(event.end_mark))
        elif isinstance(event, AliasEvent):
            self._attach(self._alias(event))

    def _scalar(self, event: ScalarEvent) -> Node:
        start, end = _offset(event.start_mark), _offset(event.end_mark)
        text: str = event.value
        style: str = event.style or ""
        if style == '"':
            text = SURROGATE.sub("\ufffd", text)
        elif not style and self._may_cut and (cut := CUT_TEXT.match(self._text, end)):
            message = "a # after a blank begins a comment: the text is cut here"
            self.notes.append(trap(message, self._file, cut.start(1)))
        return Node(start, end, typed(text, style, event.tag), text, style)

    def _begin(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        start = _offset(event.start_mark)
        if len(self._open) == DEEPEST:
            raise trap(f"is nested more than {DEEPEST} levels deep", self._file, start)
        node = Node(start, start)
        is_mapping = isinstance(event, MappingStartEvent)
        node.data = {} if is_mapping else []
        node.items = {}
        node.open = True
        self._anchored(event.anchor, node)
        if is_mapping and self._text.startswith("{{", start):
            raise trap("a text that begins with {{ needs quotes", self._file, start)
        self._open.append(node)

    def _finish(self, end: int) -> None:
        node = self._open.pop()
        node.end, node.open = end, False
        assert node.items is not None
        for source in node.merged:
            assert source.items is not None
            for item in source.items.values():
                item.shared = True
            node.items = {**source.items, **node.items}
        if isinstance(node.data, dict):
            node.data = {key: item.data for key, item in node.items.items()}
        self._attach(node)

    def _alias(self, event: AliasEvent) -> Node:
        at = _offset(event.start_mark)
        node = self._anchors.get(event.anchor or "")
        if node is None:
            raise trap(f"*{event.anchor} refers to an anchor that is not defined above it", self._file, at)
        if node.open:
            raise trap(f"*{event.anchor} contains itself", self._file, at)
        self._aliased += node.weight
        if self._aliased > ALIASED + 10 * len(self._text):
            raise trap("aliases repeat more than a library can hold", self._file, at)
        node.shared = True
        return node

    def _anchored(self, anchor: str | None, node: Node) -> None:
        if anchor is not None:
            self._anchors[anchor] = node

    def _attach(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        parent.weight += node.weight
        assert parent.items is not None
        if isinstance(parent.data, list):
            parent.items[len(parent.data)] = node
            parent.data.append(node.data)
        elif parent.key is None:
            parent.key = node.text if node.items is None else self._text[node.start : node.end].strip()
        else:
            self._set(parent, parent.key, node)
            parent.key = None

    def _set(self, parent: Node, key: str, node: Node) -> None:
        assert parent.items is not None
        sources = _merge_sources(node) if key == "<<" else None
        if sources is None:
            parent.items[key] = node
        else:
            parent.merged += sources


def _offset(mark: Any) -> int:
    """Marks count code points; the type stubs think they may be missing."""
    offset: int = mark.index
    return offset


def _merge_sources(node: Node) -> list[Node] | None:
    """The mappings that a merge key adds, the first the strongest; None if its value is no mapping."""
    if isinstance(node.data, dict):
        return [node]
    if isinstance(node.data, list) and node.items and all(isinstance(item.data, dict) for item in node.items.values()):
        return list(node.items.values())
    return None
