"""Packs of the user's own, and Vale styles: what is named by its path."""

import os

from trustlint.cache import Cache
from trustlint.errors import BrokenPackError, PackError, UsageError
from trustlint.packs import PRESETS, Packs, stored
from trustlint.packs.files import content, text, yaml_files
from trustlint.packs.gathered import Gathered
from trustlint.rule import Pack
from trustlint.typed import TYPE_CHECKING, Any, Sequence

if TYPE_CHECKING:
    from trustlint.packs.vale.sources import Source
    from trustlint.prose.lexicon import Lexicon


def with_own(chosen: tuple[Pack, ...], names: Sequence[str], folder: str, builtin: Packs, cache: Cache) -> Packs:
    """Chosen packs that ship, and those that some names lead to. UsageError and BrokenPackError as `select`."""
    files: list[str] = []
    styles: list[Source] = []
    for name in names:
        own, vale = _user_files(name, folder, builtin)
        files += [path for path in own if path not in files]
        styles += vale
    return _read(chosen, files, styles, builtin, cache)


def _user_files(name: str, folder: str, builtin: Packs) -> "tuple[list[str], list[Source]]":
    """The packs that a path leads to, and what is Vale's there."""
    from trustlint.packs.vale.sources import sources
    from trustlint.packs.vale.styles import is_rule, is_test

    path = os.path.normpath(os.path.join(folder, os.path.expanduser(name)))
    if os.path.isdir(path):
        vale = sources(path)
        files = [file for file in yaml_files(path) if not is_rule(content(file)) and not (vale and is_test(file))]
        if not files and not vale:
            raise UsageError(f"there is no rule pack in {name}", path=name, hint="packs end in .yaml or .yml")
        return files, vale
    if os.path.isfile(path):
        vale = sources(path)
        return ([] if vale or path.endswith(".ini") else [path]), vale
    known = [*PRESETS, *(pack.name for pack in builtin.packs)]
    message = f"there is no rule pack called “{name}”, and no such file"
    from trustlint.prose.lexicon import near

    raise UsageError(message, hint=near(name, known) or f"packs: {', '.join(known)}")


def _read(
    chosen: tuple[Pack, ...], files: Sequence[str], styles: "Sequence[Source]", builtin: Packs, cache: Cache
) -> Packs:
    gathered = Gathered(builtin.lexicon, {pack.name: pack.path for pack in builtin.packs})
    packs, notices = list(chosen), []
    unsupported = _add_styles(styles, packs, gathered, cache) if styles else []
    for path in files:
        data = _user_pack(path, builtin.lexicon, cache)
        if isinstance(data, BrokenPackError):
            gathered.errors += data.errors
            continue
        plain, terms, said = data
        packs.append(stored.pack(plain))
        gathered.add(packs[-1].name, path, terms)
        notices += [
            PackError(message, path=path, line=line, column=column, hint=hint) for message, line, column, hint in said
        ]
    if gathered.errors:
        raise BrokenPackError(gathered.errors)
    return Packs(tuple(packs), gathered.lexicon, tuple(notices), tuple(unsupported))


def _add_styles(styles: "Sequence[Source]", packs: list[Pack], gathered: Gathered, cache: Cache) -> list[PackError]:
    """Add the packs that are made of Vale styles; what of them does not run is given back."""
    from trustlint.packs.vale.sources import joined, notice, pack_of

    unsupported: list[PackError] = []
    for source in joined(list(styles)):
        try:
            plain, said = pack_of(source, cache)
        except BrokenPackError as error:
            gathered.errors += error.errors
            continue
        packs.append(stored.pack(plain))
        gathered.add(packs[-1].name, packs[-1].path, {})
        unsupported += map(notice, said)
    return unsupported


def _user_pack(path: str, lexicon: "Lexicon", cache: Cache) -> Any:
    """Plain data of a pack, its terms and notices; or what is wrong with it."""

    def build() -> tuple[Any, ...]:
        from trustlint.packs.build import read_pack

        reading = read_pack(text(path), path, lexicon)
        if reading.pack is None:
            raise BrokenPackError(reading.errors)
        said = [(notice.message, notice.line, notice.column, notice.hint) for notice in reading.notices]
        return stored.plain(reading.pack), reading.terms, said

    # Whether a pack is right depends on which words there are, not only on its own text.
    known = "\0".join(sorted(lexicon.names)).encode()
    try:
        return cache.of_contents("pack", [stored.SHAPE, os.fsencode(path), known, content(path)], build)
    except BrokenPackError as error:
        return error
