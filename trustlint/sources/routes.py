"""Routes with wildcards, as platform descriptions write them: `macros[*].actions[0].value`, `responses.*[*].text`."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

from trustlint.message import Route

EVERY_ITEM: Final = "[*]"
EVERY_KEY: Final = ".*"

Step: TypeAlias = str | int | tuple[str]
"""A key, an index, or a wildcard in a tuple of its own, so that no key can be mistaken for one."""
Pattern: TypeAlias = tuple[Step, ...]

_STEP = re.compile(
    r"""\[(?P<item>\*)\] | \[(?P<index>\d+)\] | \["(?P<quoted>[^"]*)"\]
        | \.?(?P<any>\*)(?=[.\[]|\Z) | \.?(?P<key>[^.\[\]"*]+)""",
    re.VERBOSE,
)


def parse(route: str) -> Pattern:
    """The steps of a written route; `.` alone is the place itself. ValueError if it is not one."""
    if route == ".":
        return ()
    steps: list[Step] = []
    at = 0
    while at < len(route):
        match = _STEP.match(route, at)
        if not match:
            raise ValueError(f"`{route}` is not a route: write it like `replies[*].body`")
        at = match.end()
        if match["item"]:
            steps.append((EVERY_ITEM,))
        elif match["any"]:
            steps.append((EVERY_KEY,))
        elif match["index"]:
            steps.append(int(match["index"]))
        else:
            steps.append(match["quoted"] or match["key"])
    if not steps:
        raise ValueError("a route must not be empty: `.` is the place itself")
    return tuple(steps)


def find(data: Any, pattern: Pattern) -> Iterator[tuple[Route, Any]]:
    """The places that a route leads to, with what stands there."""
    return _find(data, pattern, ())


def _find(data: Any, pattern: Pattern, route: Route) -> Iterator[tuple[Route, Any]]:
    for number, step in enumerate(pattern):
        if isinstance(step, tuple):
            rest = pattern[number + 1 :]
            for key, value in _children(data, step):
                if rest:
                    yield from _find(value, rest, (*route, key))
                else:
                    yield (*route, key), value
            return
        if isinstance(step, str):
            if not isinstance(data, dict) or step not in data:
                return
        elif not isinstance(data, list) or step >= len(data):
            return
        data = data[step]
        route = (*route, step)
    yield route, data


def _children(data: Any, wildcard: tuple[str]) -> Iterable[tuple[str | int, Any]]:
    if wildcard[0] == EVERY_ITEM and isinstance(data, list):
        return enumerate(data)
    if wildcard[0] == EVERY_KEY and isinstance(data, dict):
        return ((key, value) for key, value in data.items() if isinstance(key, str))
    return ()


def show(pattern: Pattern) -> str:
    """A route as it is written."""
    shown = ""
    for step in pattern:
        if isinstance(step, int):
            shown += f"[{step}]"
        elif isinstance(step, tuple):
            shown += step[0] if shown or step[0] == EVERY_ITEM else "*"
        else:
            shown += f".{step}" if shown else step
    return shown or "."


def keys(pattern: Pattern) -> Iterator[str]:
    """The keys that a route names."""
    return (step for step in pattern if isinstance(step, str))
