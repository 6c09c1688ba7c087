"""The parts of a Vale rule put together to one pattern each, the way Vale does it."""

import re
from collections.abc import Iterable, Sequence

from trustlint.patterns import lazy

_OPENS = lazy(r"\\.|\[(?:\\.|\[:\w+:\]|[^\]\\])+\]|(?P<named>\(\?P?<[A-Za-z_]\w*>)|(?P<plain>\((?!\?))", re.DOTALL)
_PHRASE = lazy(r"[ \t]|\\s")


def bordered(source: str, *, nonword: bool, ignorecase: bool) -> str:
    """A pattern that meets word boundaries on both ends, unless it is about more than words."""
    body = f"(?m)(?:{source})" if nonword else rf"(?m)\b(?:{source})\b"
    return flagged(body, ignorecase=ignorecase)


def flagged(source: str, *, ignorecase: bool) -> str:
    return f"(?i){source}" if ignorecase else source


def existence(tokens: Sequence[str], raw: Sequence[str], *, append: bool, nonword: bool, ignorecase: bool) -> str:
    """Tokens as alternatives, with the pieces of `raw` before them, or after."""
    written = [token for token in tokens if token.strip()]
    body = bordered("|".join(written), nonword=nonword or not tokens, ignorecase=False)
    pieces = "".join(raw)
    return flagged(body + pieces if append else pieces + body, ignorecase=ignorecase)


def substitution(keys: Sequence[str], *, nonword: bool, ignorecase: bool) -> str:
    """Keys as alternatives in their order, each in a group `swap0`, `swap1`, …"""
    groups = "|".join(f"(?P<swap{number}>{uncaptured(key)})" for number, key in enumerate(keys))
    return bordered(groups, nonword=nonword, ignorecase=ignorecase)


def pair(one: str, other: str, *, nonword: bool, ignorecase: bool) -> str:
    """Two forms, in groups `one` and `other`."""
    groups = f"(?P<one>{uncaptured(one)})|(?P<other>{uncaptured(other)})"
    return bordered(groups, nonword=nonword, ignorecase=ignorecase)


def exceptions(terms: Iterable[str]) -> str:
    """Excepted terms as one pattern, longer ones first; each minds case unless it says otherwise itself."""
    ordered = sorted(terms, key=len, reverse=True)
    return r"(?m)\b(?:" + "|".join(f"(?:{term})" for term in ordered) + r")\b"


def phrases(terms: Iterable[str]) -> str | None:
    """The excepted terms of several words: what stands inside one of them is excepted too."""
    several = [term for term in terms if _PHRASE.search(term)]
    return r"(?i)\b(?:" + "|".join(f"(?:{term})" for term in several) + r")\b" if several else None


def uncaptured(source: str) -> str:
    """A pattern whose groups capture nothing."""
    return _OPENS.sub(lambda found: "(?:" if found.lastgroup else found[0], source)
