"""A pack's own words: where one has a name that the lexicon has too, the pack means its own, and others do not.

So a pack goes on working when a later lexicon takes a name that it uses.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from trustlint.prose.lexicon import REFERENCE, SETTINGS, Lexicon


def private(pack: str, terms: Iterable[str], lexicon: Lexicon) -> dict[str, str]:
    """The names under which terms join all others' words, for those that have a name of the lexicon."""
    return {term: f"{pack}--{term}" for term in terms if term in lexicon.names or term in SETTINGS}


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """Plain data whose `{term}` are by their private names."""
    if isinstance(value, str):
        return REFERENCE.sub(
            lambda found: f"{{{names.get(found['name'], found['name'])}}}" if found["name"] else found[0], value
        )
    if isinstance(value, dict):
        return {renamed(key, names): renamed(each, names) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(renamed(each, names) for each in value)
    return value
