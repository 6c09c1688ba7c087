"""A `.vale.ini`, where somebody names it as a pack: which styles run, with which vocabularies, at which levels.

Of its sections every one is taken together: what a section says of some files only is said of all texts here.
"""

import os
from collections.abc import Iterator

from trustlint.errors import PackError
from trustlint.packs.files import text
from trustlint.packs.vale.styles import Style, style, vocabularies
from trustlint.patterns import lazy
from trustlint.tuples import NamedTuple

_LEVELS = {"YES": "", "NO": "off", "suggestion": "suggestion", "warning": "warning", "error": "error"}
_RULE = lazy(r"[\w-]+(?:\.[\w-]+)*")
_OURS = frozenset(
    """packages minalertlevel ignoredscopes skippedscopes ignoredclasses wordtemplate blockignores tokenignores
    commentdelimiters transform view""".split()
)
"""Keys that say how Vale reads files, or what it fetches."""


class Configuration(NamedTuple):
    """`levels` are severities, `off` or nothing, by the names of styles and rules; `wrong` is what is a mistake."""

    styles: tuple[Style, ...]
    vocabularies: tuple[str, ...]
    levels: dict[str, str]
    built_in: bool
    wrong: tuple[PackError, ...]


def is_configuration(path: str) -> bool:
    return os.path.basename(path) in ("vale.ini", ".vale.ini", "_vale.ini") or path.endswith(".ini")


def read_configuration(path: str) -> Configuration:
    """What a configuration asks for. PackError when it cannot be read."""
    said = list(_entries(text(path)))
    values = {key.lower(): value for key, value, _ in said}
    folder = os.path.join(os.path.dirname(path), values.get("stylespath", "styles"))
    wrong: list[PackError] = []
    if not os.path.isdir(folder):
        wrong.append(PackError(f"there is no folder {folder}", path=path, line=_line(said, "stylespath")))
    names = list(
        dict.fromkeys(name for key, value, _ in said if key.lower() == "basedonstyles" for name in _list(value))
    )
    words = tuple(_vocabularies(folder, _list(values.get("vocab", "")), path, _line(said, "vocab"), wrong))
    levels = dict(_levels(said, path, wrong))
    found = []
    for name in names:
        one = style(os.path.join(folder, name))._replace(vocabularies=words, levels=tuple(levels.items()))
        if one.files:
            found.append(one)
        elif name != "Vale" and os.path.isdir(folder):
            line = _line(said, "basedonstyles")
            wrong.append(PackError(f"there is no style `{name}` in {folder}", path=path, line=line))
    return Configuration(tuple(found), words, levels, "Vale" in names, tuple(wrong))


def _entries(content: str) -> Iterator[tuple[str, str, int]]:
    """Keys and values with their lines; a comment begins with `#` or `;`, a section with `[`."""
    for number, line in enumerate(content.splitlines(), 1):
        key, equals, value = line.partition("=")
        if equals and key.strip() and not key.strip().startswith(("#", ";", "[")):
            yield key.strip(), value.split(" #")[0].strip(), number


def _line(said: list[tuple[str, str, int]], key: str) -> int:
    return next((line for name, _, line in said if name.lower() == key), 1)


def _list(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _vocabularies(folder: str, names: list[str], path: str, line: int, wrong: list[PackError]) -> Iterator[str]:
    for name in names:
        found = list(vocabularies(folder, [name]))
        if not found and os.path.isdir(folder):
            wrong.append(PackError(f"there is no vocabulary `{name}` in {folder}", path=path, line=line))
        yield from found


def _levels(said: list[tuple[str, str, int]], path: str, wrong: list[PackError]) -> Iterator[tuple[str, str]]:
    for key, value, line in said:
        if key.lower() in _OURS or key.lower() in ("stylespath", "vocab", "basedonstyles") or not _RULE.fullmatch(key):
            continue
        if value in _LEVELS:
            yield key, _LEVELS[value]
        elif "." in key:
            hint = "YES, NO, suggestion, warning or error"
            wrong.append(PackError(f"`{key}` cannot be “{value}”", path=path, line=line, hint=hint))
