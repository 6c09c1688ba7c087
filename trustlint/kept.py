"""Diagnostics of a whole library, of which there may be more than should be held."""

from itertools import chain, islice

from trustlint.diagnostic import Diagnostic
from trustlint.packing import packed, unpacked
from trustlint.spool import Spool
from trustlint.typed import Iterable, Iterator, Sequence, overload

FEW = 500
"""Diagnostics that are held as they are: a megabyte or so."""

TOGETHER = 20
"""Diagnostics that are packed, and unpacked, at once."""


def kept(diagnostics: Iterable[Diagnostic]) -> Sequence[Diagnostic]:
    """The diagnostics as values while they are few, and laid aside when they are many."""
    if isinstance(diagnostics, Kept):
        return diagnostics
    rest = iter(diagnostics)
    few = tuple(islice(rest, FEW))
    return Kept(chain(few, rest)) if len(few) == FEW else few


class Kept(Sequence[Diagnostic]):
    """Diagnostics that are made anew each time that somebody looks at them."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._spool = Spool()
        self._starts: list[int] = []
        self._number = 0
        rest = iter(diagnostics)
        while some := tuple(islice(rest, TOGETHER)):
            self._starts.append(len(self._spool))
            self._spool.add(packed(some))
            self._number += len(some)

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Diagnostic]:
        for group in range(len(self._starts)):
            yield from self._group(group)

    @overload
    def __getitem__(self, at: int) -> Diagnostic: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Diagnostic]: ...
    def __getitem__(self, at: int | slice) -> Diagnostic | Sequence[Diagnostic]:
        if isinstance(at, slice):
            return kept(self[number] for number in range(*at.indices(len(self))))
        group, which = divmod(range(len(self))[at], TOGETHER)
        return self._group(group)[which]

    def _group(self, number: int) -> list[Diagnostic]:
        ends = [*self._starts[number + 1 : number + 2], len(self._spool)]
        return unpacked(self._spool.read(self._starts[number], ends[0]))


class Joined(Sequence[Diagnostic]):
    """The diagnostics of several files, one after the other."""

    def __init__(self, parts: Sequence[Sequence[Diagnostic]]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[Diagnostic]:
        return chain.from_iterable(self._parts)

    @overload
    def __getitem__(self, at: int) -> Diagnostic: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Diagnostic]: ...
    def __getitem__(self, at: int | slice) -> Diagnostic | Sequence[Diagnostic]:
        if isinstance(at, slice):
            return kept(self[number] for number in range(*at.indices(len(self))))
        number = range(len(self))[at]
        for part in self._parts:
            if number < len(part):
                return part[number]
            number -= len(part)
        raise IndexError(at)
