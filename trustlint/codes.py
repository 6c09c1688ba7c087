"""What patterns were compiled to: shipped with trustlint, kept by an earlier run, or made by this one.

Code is plain data and belongs to the library that made it: whoever ships or keeps it does so by that library's version.
"""

from trustlint.typed import Callable, Generic, Hashable, Mapping, TypeVar

LARGEST = 1024 * 1024
"""Bytes of code that are kept: more would cost every start more than it saves."""

Key = TypeVar("Key", bound=Hashable)


class Codes(Generic[Key]):
    """Code, marshalled, by what it was compiled from."""

    def __init__(self) -> None:
        self._shipped: Callable[[Key], bytes | None] = _nothing
        self._broken: set[Key] = set()
        self._known: dict[Key, bytes] = {}
        self._used: dict[Key, bytes] = {}
        self._new: set[Key] = set()

    def get(self, key: Key) -> bytes | None:
        code = None if key in self._broken else self._shipped(key)
        if code is None:
            code = self._used.get(key) or self._known.get(key)
            if code is not None:
                self._used[key] = code
        return code

    def add(self, key: Key, code: bytes) -> None:
        """Take in what has just been compiled."""
        self._used[key] = code
        self._new.add(key)

    def drop(self, key: Key) -> None:
        """Forget what nothing can be made of."""
        self._broken.add(key)
        self._known.pop(key, None)
        self._used.pop(key, None)

    def ship(self, shipped: Callable[[Key], bytes | None]) -> None:
        """Take over what need not be kept: the next run finds it where this one did."""
        self._shipped = shipped

    def learn(self, codes: Mapping[Key, bytes]) -> None:
        """Take over what an earlier run has compiled."""
        self._known.update(codes)
        self._new.difference_update(codes)

    def fresh(self) -> dict[Key, bytes]:
        """What this process has compiled and nobody has kept yet."""
        return {key: self._used[key] for key in self._new}

    def take_over(self, codes: Mapping[Key, bytes]) -> None:
        """Keep with ours what another process of this run has compiled."""
        self._new.update(key for key in codes if key not in self._used)
        self._used.update(codes)

    def learned(self) -> dict[Key, bytes] | None:
        """What the next run should know, `None` when it knows it."""
        if not self._new:
            return None
        self._new.clear()
        every = {**self._known, **self._used}
        return every if sum(map(len, every.values())) <= LARGEST else dict(self._used)


def _nothing(_key: object) -> None:
    return None
