"""Compiled patterns that are held: those that are asked for most, as many as there is room for."""

from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

ROOM = 120_000
"""Characters of the sources of patterns that are held: each takes some sixty bytes, and 0.2 µs when it is made again.

All that a run may ask for have five times as many, and a run must find room for them whatever it reads.
"""


class Held:
    """Patterns by their sources: those that are asked for most, as many as there is room for.

    Most rules look for what few texts come near, and a pattern takes fifty times the room of what it is made of.
    """

    __slots__ = ("_patterns", "_taken")

    def __init__(self) -> None:
        self._patterns: dict[str, tuple[regex.Pattern[str], list[int]]] = {}
        self._taken = 0

    def __len__(self) -> int:
        return len(self._patterns)

    def get(self, source: str) -> "regex.Pattern[str] | None":
        held = self._patterns.get(source)
        if held is None:
            return None
        pattern, uses = held
        uses[0] += 1
        return pattern

    def keep(self, source: str, pattern: "regex.Pattern[str]") -> None:
        if self._taken + len(source) > ROOM:
            self._forget()
        self._patterns[source] = pattern, [1]
        self._taken += len(source)

    def _forget(self) -> None:
        """Leave a tenth of the room free, of what was asked for least."""
        kept: dict[str, tuple[regex.Pattern[str], list[int]]] = {}
        self._taken = 0
        newest_first = reversed(self._patterns.items())
        for source, (pattern, uses) in sorted(newest_first, key=lambda held: -held[1][1][0]):
            if self._taken + len(source) <= ROOM * 9 // 10:
                kept[source] = pattern, uses
                self._taken += len(source)
        self._patterns = kept
