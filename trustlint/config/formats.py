"""What is wrong with the description of a format that has the right shape."""

from collections.abc import Iterator, Mapping
from typing import Any

from trustlint.errors import ConfigError
from trustlint.tuples import NamedTuple


class Wrong(NamedTuple):
    """A mistake; `route` leads to it from the description."""

    route: str
    message: str
    hint: str | None = None


def mistake(name: str, description: Mapping[str, Any]) -> Wrong | None:
    """The first thing in a description that could not be followed when a file is read."""
    from trustlint.sources.descriptions import compiled

    if description.get("layout", "records") == "records" and not description.get("fields"):
        return Wrong("", f"format `{name}` has no `fields`: nothing would be read", "say where the texts stand")
    for route, key, syntax in _leaves(description):
        if key == "placeholders" and (wrong := _unknown_syntax(route, syntax)):
            return wrong
    try:
        compiled(name, description)
    except ConfigError as error:
        return Wrong(_culprit(description, error.message), error.message, error.hint)
    return None


def _unknown_syntax(route: str, name: str) -> Wrong | None:
    from trustlint.packs.reading import did_you_mean
    from trustlint.sources.templates import SYNTAXES

    known = [*SYNTAXES, "auto"]
    if name in known:
        return None
    hint = did_you_mean(name, known) or f"one of {', '.join(known)}"
    return Wrong(route, f"there is no placeholder syntax `{name}`", hint)


def _culprit(description: Mapping[str, Any], message: str) -> str:
    """The route of the value that a message quotes, the description itself when there is none."""
    quoted = (route for route, _, value in _leaves(description) if f"`{value}`" in message)
    # A condition has its routes as keys.
    keys = (route for route, key, _ in _leaves(description) if f"`{key}`" in message)
    return next(quoted, None) or next(keys, "")


def _leaves(value: Any, route: str = "", key: str = "") -> Iterator[tuple[str, str, str]]:
    """The texts of a description: where each stands, under which key, and what it is."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, f"{route}.{name}", name)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{route}[{number}]", key)
    elif isinstance(value, str):
        yield route, key, value
