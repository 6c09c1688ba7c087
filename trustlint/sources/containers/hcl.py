"""HCL (Terraform): attributes by name, blocks as items of the list under their type and labels.

`resource "zendesk_macro" "refund" { action { … } }` stands at `resource.zendesk_macro.refund[0].action[0]`. Literals,
lists, objects, heredocs and what `jsonencode(…)` is given are read; every other expression is `None`.
"""

from trustlint.message import Route, SourceFile
from trustlint.sources.containers._hcl_parser import Node, Parser
from trustlint.sources.containers._hcl_texts import said
from trustlint.span import Span, TextMap
from trustlint.typed import Iterator


def documents(file: SourceFile) -> Iterator["Document"]:
    """The one document of an HCL file."""
    yield Document(file, Parser(file).file())


class Document:
    """The body of a file."""

    def __init__(self, file: SourceFile, root: Node) -> None:
        self.file = file
        self.data = root.data
        self._root = root

    def span(self, route: Route) -> Span:
        """A value, a block with its labels, or from the first to the last of several blocks."""
        node = self._node(route)
        return Span(node.start, node.end)

    def locate(self, route: Route) -> TextMap:
        node = self._node(route)
        if not node.is_text:
            raise KeyError(route)
        return TextMap(said(self.file.text, Span(node.start, node.end)).runs)

    def _node(self, route: Route) -> Node:
        node = self._root
        for step in route:
            node = node.items[step]
        return node
