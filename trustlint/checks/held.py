"""Compiled patterns that are held: those that are asked for most, as many as there is room for."""

from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

ROOM, MOST = 200_000, 2_000_000
"""Characters of the sources of patterns that are held at first, and at most: each takes some sixty bytes."""

LITTLE = 120_000
"""The same while memory is bounded, whatever it costs."""

PRICE = 200
"""Characters that are made again for each time that a pattern is asked for; where they are more there is too little
room. To make them takes about 20 µs, a twentieth of what is done between two times.
"""

MANY = 10_000
"""Forgotten sources that are known as such."""


class Held:
    """Patterns by their sources: those that are asked for most, as many as there is room for.

    Most rules look for what few texts come near, and a pattern takes fifty times the room of what it is made of.
    """

    __slots__ = ("_again", "_asked", "_forgotten", "_most", "_patterns", "_room", "_taken")

    def __init__(self) -> None:
        self._patterns: dict[str, tuple[regex.Pattern[str], list[int]]] = {}
        self._room, self._most = ROOM, MOST
        self._forgotten: set[str] = set()
        self._taken = self._asked = self._again = 0

    def __len__(self) -> int:
        return len(self._patterns)

    def get(self, source: str) -> "regex.Pattern[str] | None":
        held = self._patterns.get(source)
        if held is None:
            return None
        pattern, uses = held
        uses[0] += 1
        self._asked += 1
        return pattern

    def keep(self, source: str, pattern: "regex.Pattern[str]") -> None:
        if self._taken + len(source) > self._room:
            self._forget()
        if source in self._forgotten:
            self._again += len(source)
        self._patterns[source] = pattern, [1]
        self._taken += len(source)

    def bound(self, *, little: bool) -> None:
        """From now on hold no more than a little; or as much as is worth it, beginning with nothing: what comes after a
        large file, its report, needs the room.
        """
        self._room, self._most = (LITTLE, LITTLE) if little else (ROOM, MOST)
        if not little:
            self._patterns, self._taken = {}, 0
        elif self._taken > self._room:
            self._forget()

    def _forget(self) -> None:
        """Leave a tenth of the room free, of what was asked for least."""
        if self._again > PRICE * self._asked:
            self._room, self._again = min(self._room * 5 // 4, self._most), 0
        # What was long ago counts less and less: at first nobody knows what will be asked for most.
        self._asked, self._again, self._taken = self._asked * 4 // 5, self._again * 4 // 5, 0
        if len(self._forgotten) > MANY:
            self._forgotten.clear()
        kept: dict[str, tuple[regex.Pattern[str], list[int]]] = {}
        newest_first = reversed(self._patterns.items())
        for source, (pattern, uses) in sorted(newest_first, key=lambda held: -held[1][1][0]):
            if self._taken + len(source) <= self._room * 9 // 10:
                kept[source] = pattern, uses
                self._taken += len(source)
            else:
                self._forgotten.add(source)
        self._patterns = kept
