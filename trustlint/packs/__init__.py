"""Rule packs: found, read with the place of every mistake, and kept ready for the next start.

A warm start reads marshalled tuples; YAML, validation and the check modules are imported only when a pack is new.
"""

import os

from trustlint import ready
from trustlint.cache import Cache
from trustlint.errors import BrokenPackError, PackError
from trustlint.packs import stored
from trustlint.program import PACKS
from trustlint.rule import Pack, Rule
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Any, Sequence

if TYPE_CHECKING:
    from trustlint.prose.lexicon import Lexicon, Words

__all__ = [
    "BUILTIN",
    "PRESETS",
    "BrokenPackError",
    "Packs",
    "load_builtin",
    "load_pack",
    "recommended",
    "select",
]

BUILTIN = PACKS

PRESETS = ("recommended", "all")


class Packs(NamedTuple):
    """Packs, and the words that their rules may use (their own terms included).

    `unsupported` is what Vale styles among them ask for and do not get.
    """

    packs: tuple[Pack, ...]
    lexicon: "Lexicon"
    notices: tuple[PackError, ...] = ()
    unsupported: tuple[PackError, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for pack in self.packs for rule in pack.rules)


def load_builtin(cache: Cache) -> Packs:
    """The packs and the lexicon that ship with trustlint, read once for each `Cache`."""
    ready: Packs | None = cache.memory.get(BUILTIN)
    if ready is None:
        ready = cache.memory[BUILTIN] = _load_builtin(cache)
    return ready


def _load_builtin(cache: Cache) -> Packs:
    plain, shelf = ready.load("packs", cache), ready.shelf("lexicon", cache)
    if plain is not None and shelf is not None:
        from trustlint.packs.shipped import ShippedLexicon

        return Packs(_packs(plain), ShippedLexicon(shelf))
    from trustlint.prose.lexicon import Lexicon

    lexicon, packs = _parsed(cache)
    return Packs(_packs(packs), Lexicon(*lexicon))


def _packs(plain: Any) -> tuple[Pack, ...]:
    return tuple(stored.pack(pack, BUILTIN) for pack in plain)


def _parsed(cache: Cache) -> Any:
    """What the files of the packs say, as plain data."""
    from trustlint.packs.files import content, yaml_files

    words, rules = yaml_files(os.path.join(BUILTIN, "lexicon")), yaml_files(BUILTIN)
    contents = [content(path) for path in (*words, *rules)]
    named = [path.encode("utf-8", "surrogateescape") for path in (*words, *rules)]
    return cache.of_contents("packs", [stored.SHAPE, *named, *contents], built)


def load_pack(path: str | os.PathLike[str], lexicon: "Lexicon | None" = None, *, strict: bool = False) -> Pack:
    """One pack from a file. BrokenPackError with every mistake in it, PackError when it cannot be read."""
    from trustlint.packs.build import read_pack
    from trustlint.packs.files import text

    reading = read_pack(text(os.fspath(path)), os.fspath(path), lexicon, strict=strict)
    if reading.pack is None:
        raise BrokenPackError(reading.errors)
    return reading.pack


def select(names: Sequence[str], cache: Cache, *, folder: str = "", words: "Words | None" = None) -> Packs:
    """The packs of some names: `recommended`, `all`, a built-in pack, or a path to a file or a folder of packs.

    `recommended` leaves out rules whose state is `opt-in`; `auto` rules are for the run to decide. Paths are taken from
    `folder`; `words` are those that the user added under `lexicon:`. UsageError for a name that is nothing, with names
    like it; BrokenPackError with every mistake of all packs.
    """
    builtin = load_builtin(cache)
    if words:
        builtin = builtin._replace(lexicon=builtin.lexicon.extended(words))
    chosen: dict[str, Pack] = {}
    others: list[str] = []
    for name in names or PRESETS[:1]:
        found = _builtin(name, builtin)
        if found is None:
            others.append(name)
        else:
            for pack in found:
                # A pack that is asked for by name is wanted whole, whatever a preset said of it before.
                if pack.name not in chosen or len(chosen[pack.name].rules) < len(pack.rules):
                    chosen[pack.name] = pack
    if not others:
        return builtin._replace(packs=tuple(chosen.values()))
    from trustlint.packs.own import with_own  # for packs that are named by a path only

    return with_own(tuple(chosen.values()), others, folder, builtin, cache)


def _builtin(name: str, builtin: Packs) -> tuple[Pack, ...] | None:
    if name == "all":
        return builtin.packs
    if name == "recommended":
        return tuple(recommended(pack) for pack in builtin.packs)
    return tuple(pack for pack in builtin.packs if pack.name == name) or None


def recommended(pack: Pack) -> Pack:
    """The pack without the rules that only run when asked for."""
    rules = tuple(rule for rule in pack.rules if rule.state != "opt-in")
    return Pack(pack.name, pack.title, pack.principle, pack.language, rules, pack.path)


def built() -> tuple[Any, ...]:
    """The built-in lexicon and packs as plain data. BrokenPackError with every mistake of all of them."""
    from trustlint.packs.build import read_pack
    from trustlint.packs.files import text, yaml_files
    from trustlint.packs.gathered import Gathered
    from trustlint.packs.words import read_lexicon

    words, rules = yaml_files(os.path.join(BUILTIN, "lexicon")), yaml_files(BUILTIN)
    lexicon, errors = read_lexicon([(path, text(path)) for path in words], tested=True)
    gathered, packs = Gathered(lexicon, {}), []
    gathered.errors += errors
    for path in rules:
        # Patterns that ship are compiled by the tests.
        reading = read_pack(text(path), path, lexicon, tested=True)
        gathered.errors += reading.errors
        if reading.pack is not None:
            gathered.add(reading.pack.name, path, reading.terms)
            packs.append(stored.plain(reading.pack, BUILTIN))
    if gathered.errors:
        raise BrokenPackError(gathered.errors)
    return (*gathered.lexicon.data(), gathered.lexicon.expanded()), tuple(packs)
