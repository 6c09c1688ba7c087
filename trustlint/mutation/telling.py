"""Mutants that survived, in words: what no example misses, and where it is written."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from trustlint.mutation.mutants import Mutant
from trustlint.packs.places import line_under

SHOWN = 60
"""Characters of a list that are quoted."""


def gathered(survivors: Iterable[Mutant]) -> Iterator[tuple[int, str]]:
    """Line and words for each survivor; the words of one list share a line."""
    for of_words, group in groupby(survivors, key=lambda one: one.grade == "word" and (one.key, one.form, one.list)):
        if of_words:
            words = list(group)
            yield _line(words[0]), _words_told(words)
        else:
            yield from ((_line(one), told(one)) for one in group)


def told(mutant: Mutant) -> str:
    """`no example needs “…” of “…” in patterns`"""
    if mutant.gone == mutant.key:
        return f"no example needs `{mutant.key}`"
    return f"no example needs “{mutant.gone}”{_of(mutant)} in `{mutant.key}`"


def _words_told(words: list[Mutant]) -> str:
    if len(words) == 1:
        return told(words[0])
    return f"no example needs any of the {len(words)} plain words{_of(words[0])} in `{words[0].key}`"


def _of(mutant: Mutant) -> str:
    whole = mutant.list.of(mutant.form)
    if not whole or whole == mutant.gone:
        return ""
    return f" of “{whole if len(whole) <= SHOWN else whole[: SHOWN - 1] + '…'}”"


def _line(mutant: Mutant) -> int:
    return line_under(mutant.rule, mutant.key, mutant.form)
