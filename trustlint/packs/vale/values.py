"""What stands in a Vale rule file, value by value, and what is wrong with it."""

from collections.abc import Iterable
from typing import Any

from trustlint.checks.vale.actions import steps
from trustlint.packs.patterns import compile_error, is_too_large
from trustlint.packs.reading import Mistakes
from trustlint.packs.tree import Mapping as MappingNode
from trustlint.packs.tree import Node, Scalar
from trustlint.packs.tree import Sequence as SequenceNode
from trustlint.packs.vale.syntax import Untranslatable, translated
from trustlint.tuples import NamedTuple


class Named(NamedTuple):
    """What a rule is called here and there: `my-house`, `em-dash`, `MyHouse.EmDash`."""

    pack: str
    rule: str
    vale: str


class Remarks(NamedTuple):
    """What is said of a rule that is no mistake: what it asks for and does not get here."""

    named: Named
    notices: Mistakes

    def noted(self, node: Node, what: str) -> None:
        self.notices.at(node, f"`{self.named.vale}`: {what}")

    def left_out(self, node: Node, why: str) -> None:
        self.notices.at(node, f"`{self.named.vale}` does not run here: it {why}")


class RuleFile:
    """A rule file whose keys and types are right. What else is wrong is noted as it is asked for."""

    def __init__(
        self, named: Named, tree: MappingNode, values: dict[str, Any], mistakes: Mistakes, remarks: Remarks
    ) -> None:
        self.named = named
        self.tree = tree
        self.values = values
        self.mistakes = mistakes
        self.remarks = remarks

    def noted(self, node: Node | None, what: str) -> None:
        self.remarks.noted(node or self.tree, what)

    def left_out(self, node: Node | None, why: str) -> None:
        self.remarks.left_out(node or self.tree, why)

    def texts(self, key: str) -> list[str]:
        value = self.values.get(key, [])
        return [value] if isinstance(value, str) else list(value)

    def nodes(self, key: str) -> Iterable[Node]:
        node = self.tree.get(key)
        if isinstance(node, SequenceNode):
            return node.items
        return (node,) if node is not None else ()

    def flag(self, key: str) -> bool:
        return bool(self.values.get(key))

    def source(self, pattern: str, node: Node | None = None, *, wide: bool = False) -> str:
        """A pattern as `checks.compiled` takes it; empty when it is broken, which is noted."""
        if isinstance(node, Scalar) and is_too_large(node, self.mistakes):
            return ""
        try:
            source = translated(pattern, wide=wide)
        except Untranslatable as wrong:
            offset = wrong.offset if node is not None else None
            self.mistakes.at(node or self.tree, f"bad pattern: {wrong}", offset=offset)
            return ""
        error = compile_error(source, empty=True)
        if error is not None:
            self.mistakes.at(node or self.tree, f"bad pattern: {error[0]}")
        return source

    def checked(self, key: str) -> list[str]:
        """The patterns under a key; each that is broken by itself is noted at its line."""
        texts = self.texts(key)
        for text, node in zip(texts, self.nodes(key), strict=False):
            if text.strip():
                self.source(text, node)
        return texts

    def whole(self, pattern: str, before: int) -> str:
        """The assembled pattern, unless a part of it has been found broken."""
        return self.source(pattern) if len(self.mistakes.found) == before else ""

    def action(self) -> tuple[Any, ...]:
        """What a rule's matches are corrected to: a name and its parameters; nothing when that cannot be done here."""
        action = self.values.get("action")
        if not action:
            return ()
        node = self.tree.get("action")
        name, params = (action.get("name"), action.get("params")) if isinstance(action, dict) else (action, None)
        listed = params if isinstance(params, list) else [] if params is None else [params]
        if name == "remove":
            return "remove", ()
        if name == "replace":
            return "replace", tuple(map(_text, listed))
        if name != "edit":
            self.noted(node, f"its matches are not corrected: there is no action `{name}` here")
            return ()
        return self._edit(node, [_text(one) for part in listed for one in (part if isinstance(part, list) else [part])])

    def _edit(self, node: Node | None, params: list[str]) -> tuple[Any, ...]:
        try:
            edit = tuple(map(tuple, steps(params)))
        except KeyError as unknown:
            step = unknown.args[0]
            self.noted(node, f"its matches are not corrected: there is no edit `{step}` here")
            return ()
        except ValueError as wrong:
            self.mistakes.at(node or self.tree, f"in this action: {wrong}")
            return ()
        sources = [self.source(step[1], node) if step[0] == "regex" else "" for step in edit]
        return "edit", tuple(
            ("regex", source, step[2]) if step[0] == "regex" else step
            for step, source in zip(edit, sources, strict=True)
        )


def _text(value: Any) -> str:
    return "" if value is None else str(value)
