"""Python data as the tree that a YAML file would give, so that both are held against the same schema."""

from collections.abc import Mapping
from typing import Any

from trustlint.packs.tree import Mapping as Entries
from trustlint.packs.tree import Node, Place, Scalar
from trustlint.packs.tree import Sequence as Items

NOWHERE = Place(1, 1, 0, 0)


def as_tree(data: Any) -> Node:
    """The tree of plain data. Anything that is no plain data is taken as its text."""
    if isinstance(data, Mapping):
        return Entries(tuple((_scalar(key), as_tree(value)) for key, value in data.items()), NOWHERE)
    if isinstance(data, list | tuple):
        return Items(tuple(as_tree(item) for item in data), NOWHERE)
    return _scalar(data)


def _scalar(value: Any) -> Scalar:
    if value is None:
        return Scalar("", "null", None, NOWHERE)
    if isinstance(value, bool):
        return Scalar(str(value).lower(), "bool", None, NOWHERE)
    kind = {int: "int", float: "float"}.get(type(value), "str")
    return Scalar(str(value), kind, None, NOWHERE)
