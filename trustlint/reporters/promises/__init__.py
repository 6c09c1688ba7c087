"""The ledger as text. One module per output of `trustlint promises`."""

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol, TextIO

from trustlint.ledger.promises import Ledger, Promise
from trustlint.modules import import_module

REPORTERS = ("table", "json", "csv", "markdown")


class Reporter(Protocol):
    """A module of this room."""

    def write(self, ledger: Ledger, out: TextIO, *, color: bool, width: int) -> None: ...


def reporter(name: str) -> Reporter:
    """The reporter of a name. KeyError if there is none."""
    if name not in REPORTERS:
        raise KeyError(name)
    return import_module(f"{__name__}.{name}")


def by_act(promises: Sequence[Promise]) -> list[tuple[str, list[Promise]]]:
    """Promises under their acts, the most frequent act first, each in the order of their deadlines."""
    ordered = sorted(promises, key=lambda one: one.act)
    groups = [(act, sorted(group, key=_urgency)) for act, group in groupby(ordered, lambda one: one.act)]
    return sorted(groups, key=lambda group: (-len(group[1]), group[0]))


def _urgency(one: Promise) -> tuple[float, str, str, int]:
    hours = one.time.at_most_hours
    return (float("inf") if hours is None else hours, one.time.words, one.path, one.start.offset)


USABLE = frozenset({"absolute", "placeholder", "relative", "bounded", "range", "recurring"})
"""Kinds of time that tell a customer when."""


def deadlines(promises: Sequence[Promise]) -> dict[str, int]:
    """How often each deadline that a customer can use is given, the most frequent first, as it is written first."""
    counts: dict[str, int] = {}
    written: dict[str, str] = {}
    for one in promises:
        if one.time.kind in USABLE:
            counts[one.time.words] = counts.get(one.time.words, 0) + 1
            written.setdefault(one.time.words, one.time.written)
    return {written[words]: count for words, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))}
