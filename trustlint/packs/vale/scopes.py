"""Vale's scopes as selectors over the blocks of a message."""

from collections.abc import Sequence

from trustlint.checks.vale.blocks import KNOWN, Selector
from trustlint.tuples import NamedTuple

FORMATS = frozenset({"md", "markdown", "mdx", "html", "htm", "txt"})
"""Formats that replies are written in: naming one of them takes nothing away."""


class Scopes(NamedTuple):
    """What a rule's scope selects, and the entries that no message can meet."""

    selectors: tuple[Selector, ...]
    impossible: tuple[str, ...]


def scopes(entries: Sequence[str]) -> Scopes:
    """The selectors of a rule's `scope`, an entry each."""
    read = [(entry, _selector(entry)) for entry in entries]
    return Scopes(
        tuple(selector for _, selector in read if selector is not None),
        tuple(entry for entry, selector in read if selector is None),
    )


def _selector(entry: str) -> Selector | None:
    """The terms of one entry; None when one of them names what a message does not have."""
    terms = []
    for term in entry.split("&"):
        named = term.strip()
        negated = named.startswith("~")
        parts = tuple(part for part in named.lstrip("~ ").split(".") if part not in FORMATS)
        if not KNOWN.issuperset(parts):
            if negated:
                continue  # what is never there is always left out
            return None
        terms.append((negated, parts))
    return tuple(terms)
