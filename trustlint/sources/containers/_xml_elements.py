"""Elements as dicts, with keys that are made when someone asks."""

from trustlint.message import SourceFile
from trustlint.sources.containers import _xml_tokens as tokens
from trustlint.sources.containers._mapped import Mapped, verbatim
from trustlint.span import Span
from trustlint.typed import Any

MADE = ("text()", "inner()", "children()")
"""Keys made when they are asked for, so that a deep file is not copied level by level. A leaf has its text at once."""


class Element(dict[str, Any]):
    """An element: attributes as `@name`, children as `tag: [element, …]`, a namespace's prefix kept and left out.

    Made on demand: `text()`, `inner()`, `children()` (in file order) and `tag@attribute`, which leads from the value of
    an attribute to the list of the children that have it: `field@name.subject[0]`.
    """

    __slots__ = ("children", "end", "file", "indexes", "inner", "start", "tag")

    def __init__(self, file: SourceFile, tag: str, start: int, inner: int) -> None:
        self.file = file
        self.tag = tag
        self.start = start
        self.inner = Span(inner, inner)
        self.end = inner
        self.children: list[Element] = []
        self.indexes: dict[str, dict[str, list[Element]]] = {}

    def __contains__(self, key: object) -> bool:
        return dict.__contains__(self, key) or key in MADE or self._index_of(key) is not None

    def __missing__(self, key: str) -> Any:
        if key == "children()":
            return self.children
        if key in MADE:
            return self.content(key).text
        found = self._index_of(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        return self[key] if key in self else default  # noqa: SIM401 - the very method it proposes

    def content(self, key: str) -> Mapped:
        """The value of `text()` or `inner()`. They agree in a leaf, where markup can only stand escaped or as CDATA."""
        if key == "inner()" and self.children:
            return verbatim(self.file.text, *self.inner)
        return tokens.content(self.file.text, *self.inner)

    def attribute(self, key: str) -> Span:
        """Where the value of `@name` stands, quotes excluded."""
        local: Span | None = None
        for match in tokens.ATTRIBUTE.finditer(self.file.text, self.start + 1 + len(self.tag), self.inner.start):
            written, *others = keys_of(match["name"], "@")
            found = Span(match.start("value") + 1, match.end("value") - 1)
            if key == written:
                return found
            if local is None and key in others:
                local = found
        if local:
            return local
        raise KeyError(key)

    def add(self, child: "Element") -> None:
        self.children.append(child)
        for key in keys_of(child.tag):
            self.setdefault(key, []).append(child)

    def _index_of(self, key: object) -> dict[str, list["Element"]] | None:
        tag, _, name = key.partition("@") if isinstance(key, str) else ("", "", "")
        if not tag or not name or not dict.__contains__(self, tag):
            return None
        if key not in self.indexes:
            index = self.indexes[f"{tag}@{name}"] = {}
            for child in self[tag]:
                if f"@{name}" in child:
                    index.setdefault(child[f"@{name}"], []).append(child)
        return self.indexes[f"{tag}@{name}"]


def keys_of(name: str, prefix: str = "") -> tuple[str, ...]:
    """A name as it is written and, where it has a namespace, without it."""
    local = name.rpartition(":")[2]
    return (prefix + name,) if local in (name, "") else (prefix + name, prefix + local)
