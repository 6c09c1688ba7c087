"""Mutants that survived, in words: what no example misses, and where it is written."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from trustlint.mutation.survivors import Gap

SHOWN = 60
"""Characters of a list that are quoted."""


def gathered(survivors: Iterable[Gap]) -> Iterator[tuple[int, str]]:
    """Line and words for each survivor; the words of one list share a line."""
    for of_words, group in groupby(survivors, key=lambda one: one.grade == "word" and (one.key, one.form, one.list)):
        if of_words:
            words = list(group)
            yield words[0].line, _words_told(words)
        else:
            yield from ((one.line, told(one)) for one in group)


def told(mutant: Gap) -> str:
    """`no example needs “…” of “…” in patterns`"""
    if mutant.gone == mutant.key:
        return f"no example needs `{mutant.key}`"
    return f"no example needs “{mutant.gone}”{_of(mutant)} in `{mutant.key}`"


def _words_told(words: list[Gap]) -> str:
    if len(words) == 1:
        return told(words[0])
    return f"no example needs any of the {len(words)} plain words{_of(words[0])} in `{words[0].key}`"


def _of(mutant: Gap) -> str:
    whole = mutant.list.of(mutant.form)
    if not whole or whole == mutant.gone:
        return ""
    return f" of “{whole if len(whole) <= SHOWN else whole[: SHOWN - 1] + '…'}”"
