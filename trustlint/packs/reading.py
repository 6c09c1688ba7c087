"""A tree held against a schema: plain data out, every mistake with its line and what was meant.

Reads the part of JSON Schema that `language` uses. The schema decides what a scalar is, so `state: on` is a word and
`negated: false` a truth value, quoted or not.
"""

import re
from collections.abc import Iterable
from typing import Any

from trustlint.errors import PackError
from trustlint.packs.language import Schema
from trustlint.packs.tree import Mapping, Node, Scalar, Sequence, inside

_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_WRONG = object()


class Mistakes:
    """What is wrong with one file, collected."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.found: list[PackError] = []

    def at(self, node: Node, message: str, hint: str | None = None, offset: int | None = None) -> None:
        """Note a mistake at a node, or at a character of a scalar's value."""
        line, column = node.place.line, node.place.column
        if offset is not None and isinstance(node, Scalar):
            line, column = inside(node, offset, self.text)
        self.found.append(PackError(message, path=self.path, line=line, column=column, hint=hint))


def read(node: Node, schema: Schema, name: str, mistakes: Mistakes) -> Any:
    """The plain data of a node. What is wrong is noted and left out; a wrong node as a whole is None."""
    value = _read(node, schema, name, mistakes)
    return None if value is _WRONG else value


def _read(node: Node, schema: Schema, name: str, mistakes: Mistakes) -> Any:
    if "anyOf" in schema:
        if _is_text_with_colon(node, schema["anyOf"]):
            mistakes.at(node, f"`{name}` reads as a mapping because of the `: ` in it", "put quotes around it")
            return _WRONG
        return _read(node, _branch(node, schema["anyOf"]), name, mistakes)
    if "const" in schema or "enum" in schema:
        return _word(node, schema, name, mistakes)
    wanted = schema.get("type")
    if wanted is None:
        return plain(node)
    if wanted == "object":
        return _mapping(node, schema, name, mistakes)
    if wanted == "array":
        return _sequence(node, schema, name, mistakes)
    return _scalar(node, schema, name, mistakes)


def _is_text_with_colon(node: Node, branches: Iterable[Schema]) -> bool:
    """Whether text was meant and YAML found a mapping: no key of it is one that a mapping here could have."""
    shapes = {branch.get("type"): branch for branch in branches}
    if not isinstance(node, Mapping) or "string" not in shapes:
        return False
    known = shapes.get("object", {}).get("properties", {})
    return all(key.text not in known for key, _ in node.entries)


def plain(node: Node) -> Any:
    """The data that YAML itself sees, where a schema leaves it open. Of a key given twice the last counts."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if node.kind == "null":
        return None
    wanted = {"bool": "boolean", "int": "integer", "float": "number"}.get(node.kind, "string")
    value = _converted(node, wanted)
    return node.text if value is _WRONG else value


def _branch(node: Node, branches: Iterable[Schema]) -> Schema:
    """The alternative that this node most likely means: the one of its shape."""
    branches = [inner for branch in branches for inner in branch.get("anyOf", [branch])]
    shape = {Mapping: "object", Sequence: "array"}.get(type(node))
    if shape is not None:
        return next((branch for branch in branches if branch.get("type") == shape), branches[0])
    scalars = [branch for branch in branches if branch.get("type") not in {"object", "array"}]
    fitting = (branch for branch in scalars if _fits(node, branch))
    return next(fitting, (scalars or branches)[0])


def _fits(node: Node, schema: Schema) -> bool:
    assert isinstance(node, Scalar)
    if "enum" in schema:
        return node.text in schema["enum"]
    return _converted(node, schema.get("type", "string")) is not _WRONG


def _word(node: Node, schema: Schema, name: str, mistakes: Mistakes) -> Any:
    allowed = schema.get("enum", [schema.get("const")])
    if isinstance(node, Scalar) and node.text in allowed:
        return node.text
    if isinstance(node, Scalar):
        message = f"`{name}` is {_shown(node)}, and can be {_listed(allowed)}"
        mistakes.at(node, message, did_you_mean(node.text, allowed))
    else:
        mistakes.at(node, f"`{name}` is {_kind(node)}, and can be {_listed(allowed)}")
    return _WRONG


_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping (`key: value`)",
}


def _scalar(node: Node, schema: Schema, name: str, mistakes: Mistakes) -> Any:
    wanted = schema["type"]
    if not isinstance(node, Scalar):
        hint = "quote text that begins with `{` or `[`, or has `: ` in it" if wanted == "string" else None
        mistakes.at(node, f"`{name}` must be {_TYPES[wanted]}, not {_kind(node)}", hint)
        return _WRONG
    value = _converted(node, wanted)
    if value is _WRONG:
        mistakes.at(node, f"`{name}` must be {_TYPES[wanted]}, not {_shown(node)}")
        return _WRONG
    wrong = _out_of_bounds(value, schema)
    if wrong:
        mistakes.at(node, f"`{name}` {wrong}")
        return _WRONG
    return value


def _converted(node: Scalar, wanted: str) -> Any:
    if wanted == "string":
        return "" if node.kind == "null" and not node.style else node.text
    if wanted == "boolean":
        return _TRUTH.get(node.text.lower(), _WRONG)
    try:
        return int(node.text) if wanted == "integer" else float(node.text)
    except ValueError:
        return _WRONG


def _out_of_bounds(value: Any, schema: Schema) -> str | None:
    if isinstance(value, str):
        if len(value.strip()) < schema.get("minLength", 0):
            return "is empty"
        if "pattern" in schema and not re.search(schema["pattern"], value):
            return f"is “{value}”, and must be kebab-case: lower-case words joined by hyphens, like `vague-time`"
        return None
    if "minimum" in schema and value < schema["minimum"]:
        return f"must be {schema['minimum']} or more"
    if "maximum" in schema and value > schema["maximum"]:
        return f"must be {schema['maximum']} or less"
    return None


def _sequence(node: Node, schema: Schema, name: str, mistakes: Mistakes) -> Any:
    if not isinstance(node, Sequence):
        mistakes.at(node, f"`{name}` must be a list, not {_kind(node)}", "begin each entry with `- `, or use [a, b]")
        return _WRONG
    if len(node.items) < schema.get("minItems", 0):
        mistakes.at(node, f"`{name}` is empty")
        return _WRONG
    values = [_read(item, schema.get("items", {}), f"{name}[{at}]", mistakes) for at, item in enumerate(node.items)]
    return [value for value in values if value is not _WRONG]


def _mapping(node: Node, schema: Schema, name: str, mistakes: Mistakes) -> Any:
    if not isinstance(node, Mapping):
        mistakes.at(node, f"`{name}` must be a mapping (`key: value`), not {_kind(node)}")
        return _WRONG
    known = schema.get("properties", {})
    others = schema.get("additionalProperties", {})
    values: dict[str, Any] = {}
    meant: set[str] = set()
    for key, value in node.entries:
        inner = known.get(key.text, others)
        if key.text in values:
            mistakes.at(key, f"`{key.text}` is given twice")
        elif inner is False:
            meant.update(nearest(key.text, known))
            mistakes.at(key, f"unknown key `{key.text}` in {name}", did_you_mean(key.text, known))
        elif "propertyNames" in schema and not re.search(schema["propertyNames"]["pattern"], key.text):
            mistakes.at(key, f"“{key.text}” must be kebab-case: lower-case words joined by hyphens")
        else:
            values[key.text] = _read(value, inner, key.text, mistakes)
    _note_missing(node, schema, set(values) | meant, name, mistakes)
    return {key: value for key, value in values.items() if value is not _WRONG}


def _note_missing(node: Mapping, schema: Schema, given: set[str], name: str, mistakes: Mistakes) -> None:
    # A key spelt wrong has been named already; its absence is the same mistake.
    for key in schema.get("required", ()):
        if key not in given:
            mistakes.at(node, f"{name} has no `{key}`")
    for group in schema.get("allOf", ()):
        keys = [one["required"][0] for one in group["anyOf"]]
        if given.isdisjoint(keys):
            mistakes.at(node, f"{name} needs {_listed(keys)}")
    if len(given) < schema.get("minProperties", 0):
        mistakes.at(node, f"`{name}` is empty")


def did_you_mean(word: str, known: Iterable[Any]) -> str | None:
    """`did you mean …?`, None when nothing is near."""
    found = nearest(word, known)
    return f"did you mean `{found[0]}`?" if found else None


def nearest(word: str, known: Iterable[Any]) -> list[str]:
    """The known word that looks most like this one, if one does."""
    from difflib import get_close_matches

    return get_close_matches(word.lower(), sorted(map(str, known)), n=1, cutoff=0.6)


def _listed(words: Iterable[Any]) -> str:
    shown = [f"`{word}`" for word in words]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def _kind(node: Node) -> str:
    if isinstance(node, Scalar):
        return "empty" if node.kind == "null" and not node.style else f"“{node.text[:40]}”"
    return "a list" if isinstance(node, Sequence) else "a mapping"


def _shown(node: Scalar) -> str:
    return _kind(node)
