"""What is made ready when a wheel is built: see `trustlint.ready`, which finds it again.

    python -m trustlint.shipping FOLDER

Compiled patterns serve the Python and the `regex` that made them; others compile the few that a text asks for.
"""

import marshal
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import trustlint
from trustlint import needed, patterns, ready
from trustlint.cache import Cache
from trustlint.checks import compiled, kind
from trustlint.checks.patterns import Pattern
from trustlint.checks.where import Where
from trustlint.derived import derived
from trustlint.packs import built, load_builtin, shipped
from trustlint.patterns import Lazy
from trustlint.program import NO_SAY, program
from trustlint.shelf import shelved
from trustlint.sources.descriptions import load_platforms
from trustlint.sources.registry import described

FORMAT = 4
"""The version of `marshal` that every Python we run on can read."""


def ship(folder: str) -> None:
    """Write what is ready into a folder, for the program that runs."""
    own = os.path.join(folder, ready.named(program(Cache(None)).own))
    os.makedirs(own, exist_ok=True)
    for name, data in _made():
        with open(os.path.join(own, f"{name}.bin"), "wb") as file:
            file.write(marshal.dumps(data, FORMAT))
    for name, values in _shelved():
        with open(os.path.join(own, f"{name}.shelf"), "wb") as file:
            file.write(shelved(values))


def _made() -> Iterator[tuple[str, Any]]:
    """What is read as a whole."""
    packs = load_builtin(Cache(None))
    platforms = load_platforms()
    packed = {name: marshal.dumps(data, FORMAT) for name, data in platforms.items()}
    yield "platforms", (packed, tuple(described(platforms)))
    yield from needed.plain(packs.rules, packs.lexicon).items()
    yield "packs", built()[1]
    tables = (table for module in _modules() for table in _within(vars(import_module(module)), derived))
    yield "derived", {table.name: table() for table in tables}


def _shelved() -> Iterator[tuple[str, Mapping[bytes, bytes]]]:
    """What is read value by value."""
    packs = load_builtin(Cache(None))
    yield "asked", needed.asked(packs.rules, packs.lexicon)
    for rule in packs.rules:
        for each in (kind(rule.check).build(rule, packs.lexicon), Where(rule, packs.lexicon, None)):
            for pattern in _within(each, Pattern):
                for source in pattern.choices():
                    compiled.compile(source)
    yield "lexicon", shipped.values(packs.lexicon)
    yield ready.versioned("rules", compiled.version()), compiled.CODES.fresh()
    for module in _modules():
        for lazy in _within(vars(import_module(module)), Lazy):
            patterns.compile(*lazy.source)
    codes = patterns.CODES.fresh()
    yield ready.versioned("patterns", patterns.version()), {patterns.key(each): codes[each] for each in codes}


def _modules() -> Iterator[str]:
    """The names of all modules that have a say in what is found."""
    for module in walk_packages(trustlint.__path__, "trustlint."):
        names = module.name.split(".")
        if NO_SAY.isdisjoint(names) and not names[-1].startswith("__"):
            yield module.name


def _within(value: object, wanted: type[Any], seen: set[int] | None = None) -> Iterator[Any]:
    """All of a type that values of ours hold, however deep."""
    seen = set() if seen is None else seen
    if isinstance(value, wanted):
        yield value
    elif id(value) not in seen:
        seen.add(id(value))
        parts: Iterable[object] = ()
        if isinstance(value, Mapping):
            parts = value.values()
        elif isinstance(value, list | tuple | set | frozenset):
            parts = value
        elif type(value).__module__.startswith("trustlint."):
            parts = vars(value).values() if hasattr(value, "__dict__") else ()
        for part in parts:
            yield from _within(part, wanted, seen)


if __name__ == "__main__":
    ship(sys.argv[1])
