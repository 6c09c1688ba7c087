"""Routes with wildcards, as platform descriptions write them: `macros[*].actions[0].value`, `responses.utter_*[*]`.

`[*]` is every item, `*` every key, `utter_*` every such key, `**` any depth, none included.
"""

from trustlint.globs import fnmatchcase
from trustlint.message import Route
from trustlint.patterns import VERBOSE, lazy
from trustlint.typed import Any, Final, Iterable, Iterator, TypeAlias

EVERY_ITEM: Final = "[*]"
EVERY_KEY: Final = ".*"
EVERY_DEPTH: Final = "**"

Step: TypeAlias = str | int | tuple[str]
"""A key, an index, or a wildcard in a tuple of its own, so that no key can be mistaken for one."""
Pattern: TypeAlias = tuple[Step, ...]


class Items(list[Any]):
    """The items of a list from number `first` on: a window on a list too long to hold.

    An item has the index that it has in the list; the length is that of the window.
    """

    def __init__(self, items: Iterable[Any], first: int) -> None:
        super().__init__(items)
        self.first = first

    def __getitem__(self, index: Any) -> Any:
        if not isinstance(index, int):
            raise TypeError("a window on a list is asked for one item")
        if index < self.first:
            raise IndexError(index)
        return super().__getitem__(index - self.first)

    def numbered(self) -> Iterator[tuple[int, Any]]:
        return enumerate(self, self.first)


_STEP = lazy(
    r"""\[(?P<item>\*)\] | \[(?P<index>\d+)\] | \["(?P<quoted>[^"]*)"\]
        | \.?(?P<deep>\*\*)(?=[.\[]|\Z) | \.?(?P<any>\*)(?=[.\[]|\Z)
        | \.?(?P<glob>[^.\[\]"*]*\*[^.\[\]"]*) | \.?(?P<key>[^.\[\]"*]+)""",
    VERBOSE,
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
        elif match["deep"]:
            steps.append((EVERY_DEPTH,))
        elif match["any"]:
            steps.append((EVERY_KEY,))
        elif match["glob"]:
            steps.append((match["glob"],))
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
            if step[0] == EVERY_DEPTH:
                for inner, value in _below(data, route):
                    yield from _find(value, rest, inner)
                return
            for key, value in _children(data, step):
                if rest:
                    yield from _find(value, rest, (*route, key))
                else:
                    yield (*route, key), value
            return
        if isinstance(step, str):
            if not isinstance(data, dict) or step not in data:
                return
        elif not isinstance(data, list) or not _has(data, step):
            return
        data = data[step]
        route = (*route, step)
    yield route, data


def _children(data: Any, wildcard: tuple[str]) -> Iterable[tuple[str | int, Any]]:
    if wildcard[0] == EVERY_ITEM and isinstance(data, list):
        return _numbered(data)
    if wildcard[0] != EVERY_ITEM and isinstance(data, dict):
        glob = None if wildcard[0] == EVERY_KEY else wildcard[0]
        return (
            (key, value)
            for key, value in data.items()
            if isinstance(key, str) and (glob is None or fnmatchcase(key, glob))
        )
    return ()


def _numbered(data: list[Any]) -> Iterable[tuple[int, Any]]:
    return data.numbered() if isinstance(data, Items) else enumerate(data)


def _has(data: list[Any], index: int) -> bool:
    first = data.first if isinstance(data, Items) else 0
    return first <= index < first + len(data)


def _below(data: Any, route: Route) -> Iterator[tuple[Route, Any]]:
    """A place and all places below it, in the order of the document."""
    waiting: list[tuple[Route, Any]] = [(route, data)]
    while waiting:
        at, value = waiting.pop()
        yield at, value
        if isinstance(value, dict):
            waiting += [((*at, key), inner) for key, inner in value.items()][::-1]
        elif isinstance(value, list):
            waiting += [((*at, index), inner) for index, inner in _numbered(value)][::-1]


def show(pattern: Pattern) -> str:
    """A route as it is written."""
    shown = ""
    for step in pattern:
        if isinstance(step, int):
            shown += f"[{step}]"
        elif step == (EVERY_ITEM,):
            shown += EVERY_ITEM
        else:
            key = step if isinstance(step, str) else "*" if step == (EVERY_KEY,) else step[0]
            shown += f".{key}" if shown else key
    return shown or "."


def words(pattern: Pattern) -> Iterator[str]:
    """What stands in every file that a route leads somewhere in: its keys, without what the XML container makes."""
    keys = (step for step in pattern if isinstance(step, str) and not step.endswith("()"))
    return (word for key in keys for word in key.split("@") if word)
