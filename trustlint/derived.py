"""Tables that follow from what a module says, which ship ready: deriving them takes longer than reading a small text.

`@derived` goes before a function without parameters that gives plain data (`marshal`). It is called once, and in an
installed trustlint not at all: what it gives was written down when the wheel was built (`trustlint.shipping`), and is
found where this program is that one, as all that ships ready (`trustlint.ready`).
"""

from trustlint.typed import Any, Callable, Generic, Mapping, TypeVar

Table = TypeVar("Table")


class derived(Generic[Table]):  # noqa: N801 it stands before functions, as `cache` does
    def __init__(self, derive: Callable[[], Table]) -> None:
        self._derive = derive
        self._held: list[Table] = []

    @property
    def name(self) -> str:
        return f"{self._derive.__module__}.{self._derive.__name__}"

    def __call__(self) -> Table:
        if not self._held:
            shipped = _shipped().get(self.name)
            self._held.append(self._derive() if shipped is None else shipped)
        return self._held[0]


_from: list[Callable[[], Mapping[str, Any] | None]] = []


def ship(tables: Callable[[], Mapping[str, Any] | None]) -> None:
    """Take over the tables that ship, by their names; they are read when the first one is asked for."""
    _from[:] = [tables]


def _shipped() -> Mapping[str, Any]:
    tables = _from[0]() if _from else None
    _from[:] = [lambda: tables]
    return tables or {}
