"""What was found out about words, for the next time that the same words come.

Libraries say the same things again and again: greetings, sign-offs, whole sentences. Nothing is remembered but what
follows from the words alone, so a text is read the same with a full memory and with an empty one.
"""

from trustlint.typed import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from trustlint.prose.paragraphs import Paragraph
    from trustlint.prose.stretches import Known

Value = TypeVar("Value")

PARAGRAPHS, STRETCHES = 1024, 4096
"""Texts of one generation."""


class Recent(Generic[Value]):
    """A bounded memory: when a generation is full, what was not asked for since the one before is forgotten.

    May be used by several threads: the worst that can happen is that something is found out twice.
    """

    __slots__ = ("_old", "_size", "_young")

    def __init__(self, size: int) -> None:
        self._size = size
        self._young: dict[Any, Value] = {}
        self._old: dict[Any, Value] = {}

    def get(self, key: Any) -> Value | None:
        found = self._young.get(key)
        if found is None and self._old:
            found = self._old.get(key)
            if found is not None:
                self.keep(key, found)
        return found

    def keep(self, key: Any, value: Value) -> None:
        if len(self._young) >= self._size:
            self._old, self._young = self._young, {}
        self._young[key] = value


class Memory:
    """What is remembered of the texts that are read with one lexicon, and for one set of rules."""

    __slots__ = ("paragraphs", "stretches")

    def __init__(self) -> None:
        self.paragraphs: Recent[Paragraph] = Recent(PARAGRAPHS)
        self.stretches: Recent[Known] = Recent(STRETCHES)
