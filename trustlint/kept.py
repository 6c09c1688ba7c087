"""What is found in a whole library, of which there may be more than should be held."""

from itertools import chain, islice

from trustlint.diagnostic import Diagnostic
from trustlint.packing import packed, unpacked
from trustlint.spool import Spool
from trustlint.typed import Callable, Iterable, Iterator, Sequence, TypeVar, overload

Value = TypeVar("Value")

FEW = 500
"""Values that are held as they are: a megabyte or so."""

TOGETHER = 20
"""Values that are packed, and unpacked, at once."""


def kept(diagnostics: Iterable[Diagnostic]) -> Sequence[Diagnostic]:
    """The diagnostics as values while they are few, and laid aside when they are many."""
    return diagnostics if isinstance(diagnostics, Kept) else laid_aside(diagnostics, packed, unpacked)


def laid_aside(
    values: Iterable[Value], pack: Callable[[Sequence[Value]], bytes], unpack: Callable[[bytes], list[Value]]
) -> Sequence[Value]:
    """The same of any values. `pack` makes bytes of some of them, and `unpack` makes them anew."""
    rest = iter(values)
    few = tuple(islice(rest, FEW))
    return Kept(chain(few, rest), pack, unpack) if len(few) == FEW else few


class _Lazy(Sequence[Value]):
    """Values by their numbers, which whoever extends this gives with `_at`."""

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Value]: ...
    def __getitem__(self, at: int | slice) -> Value | Sequence[Value]:
        numbers = range(len(self))[at]
        return self._at(numbers) if isinstance(numbers, int) else tuple(map(self._at, numbers))

    def _at(self, number: int) -> Value:
        raise NotImplementedError


class Kept(_Lazy[Value]):
    """Values that are made anew each time that somebody looks at them."""

    def __init__(
        self, values: Iterable[Value], pack: Callable[[Sequence[Value]], bytes], unpack: Callable[[bytes], list[Value]]
    ) -> None:
        self._spool = Spool()
        self._unpack = unpack
        self._starts: list[int] = []
        self._number = 0
        rest = iter(values)
        while some := tuple(islice(rest, TOGETHER)):
            self._starts.append(len(self._spool))
            self._spool.add(pack(some))
            self._number += len(some)

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Value]:
        for group in range(len(self._starts)):
            yield from self._group(group)

    def _at(self, number: int) -> Value:
        group, which = divmod(number, TOGETHER)
        return self._group(group)[which]

    def _group(self, number: int) -> list[Value]:
        ends = [*self._starts[number + 1 : number + 2], len(self._spool)]
        return self._unpack(self._spool.read(self._starts[number], ends[0]))


class Joined(_Lazy[Diagnostic]):
    """The diagnostics of several files, one after the other."""

    def __init__(self, parts: Sequence[Sequence[Diagnostic]]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[Diagnostic]:
        return chain.from_iterable(self._parts)

    def _at(self, number: int) -> Diagnostic:
        return next(islice(self, number, None))
