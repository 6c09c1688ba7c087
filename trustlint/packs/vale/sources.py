"""What a path holds of Vale's: styles, vocabularies, or a configuration that names them; and packs made of it."""

import os
from typing import Any

from trustlint.cache import Cache
from trustlint.errors import BrokenPackError, PackError
from trustlint.packs import stored
from trustlint.packs.files import content
from trustlint.packs.vale.styles import VOCABULARY, Style, is_rule, is_vocabulary, style_of, styles_in
from trustlint.tuples import NamedTuple

Said = tuple[str, str | None, int | None, int | None, str | None]
"""A notice: message, path, line, column and hint."""


class Words(NamedTuple):
    """Vocabularies as a pack of their own; `built_in` adds the rest of Vale's own rules."""

    folders: tuple[str, ...]
    levels: tuple[tuple[str, str], ...] = ()
    built_in: bool = False


Source = Style | Words


def sources(path: str) -> list[Source]:
    """What is Vale's at a path; nothing for a pack or a folder of packs. PackError for a broken configuration."""
    if os.path.isdir(path):
        return [Words((path,))] if is_vocabulary(path) else list(styles_in(path))
    if path.endswith(".ini"):
        return _configured(path)
    return [style_of(path)] if is_rule(content(path)) else []


def _configured(path: str) -> list[Source]:
    from trustlint.packs.vale.configuration import read_configuration

    asked = read_configuration(path)
    if asked.wrong:
        raise BrokenPackError(asked.wrong)
    own = {
        name.removeprefix("Vale.").lower(): level for name, level in asked.levels.items() if name.startswith("Vale.")
    }
    words = Words(asked.vocabularies, tuple(sorted(own.items())), True)
    return [*asked.styles, *([words] if asked.built_in else [])]


def joined(found: list[Source]) -> list[Source]:
    """The same sources with each style once, where several of its files were named."""
    kept: dict[object, Source] = {}
    for source in found:
        key = source.folder if isinstance(source, Style) else source
        before = kept.get(key)
        if isinstance(before, Style) and isinstance(source, Style):
            source = before._replace(files=tuple(dict.fromkeys((*before.files, *source.files))))  # noqa: PLW2901
        kept[key] = source
    return list(kept.values())


def pack_of(source: Source, cache: Cache) -> tuple[Any, tuple[Said, ...]]:
    """Plain data of a pack, and what of the style does not run. BrokenPackError with everything wrong in it."""

    def build() -> tuple[Any, tuple[Said, ...]]:
        reading = _read(source)
        if reading.pack is None:
            raise BrokenPackError(reading.errors)
        said = tuple((one.message, one.path, one.line, one.column, one.hint) for one in reading.notices)
        return stored.plain(reading.pack), said

    made: tuple[Any, tuple[Said, ...]] = cache.of_contents("style", [stored.SHAPE, *_contents(source)], build)
    return made


def _read(source: Source) -> Any:
    if isinstance(source, Style):
        from trustlint.packs.vale.build import read_style

        return read_style(source)
    from trustlint.packs.vale.vocabulary import read_vocabularies

    return read_vocabularies(source.folders, built_in=source.built_in, levels=dict(source.levels))


def _contents(source: Source) -> list[bytes]:
    """Everything that the pack depends on."""
    folders = source.vocabularies if isinstance(source, Style) else source.folders
    files = [path for path, _ in source.files] if isinstance(source, Style) else []
    lists = [os.path.join(folder, name) for folder in folders for name in VOCABULARY]
    present = [path for path in (*files, *lists) if os.path.isfile(path)]
    return [repr(source).encode("utf-8", "surrogateescape"), *map(content, present)]


def notice(said: Said) -> PackError:
    message, path, line, column, hint = said
    return PackError(message, path=path, line=line, column=column, hint=hint)
