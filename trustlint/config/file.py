"""A settings file to settings, or to everything that is wrong with it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from trustlint.config import FILE_NAME, Override, Place, Settings, Source
from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import ConfigError, TrustlintError
from trustlint.frozen import replace
from trustlint.tuples import NamedTuple

if TYPE_CHECKING:
    from trustlint.cache import Cache
    from trustlint.packs.tree import Node
    from trustlint.suppressions import Suppression


class Said(NamedTuple):
    """What a settings file says as plain data, and where each entry of it stands."""

    data: dict[str, Any]
    places: dict[str, tuple[int, int]]


def load(path: str, cache: "Cache | None" = None) -> Settings:
    """The settings of a file. ConfigError with every mistake in it, each with its line and what was meant.

    With a cache, a file that was right is not parsed again.
    """
    text = written(path)
    if cache is None:
        said = _said(text, path)
    else:
        # Only what is right is kept: mistakes are raised, with this path in them.
        said = Said(*cache.of_contents("settings", [text.encode()], lambda: tuple(_said(text, path))))
    places = {key: Place(*place) for key, place in said.places.items()}
    return _settings(said.data, os.path.dirname(path), Settings(path=path, places=places))


def of_mapping(data: Mapping[str, Any]) -> Settings:
    """Settings from what a settings file would say, as Python data. Paths are taken from the working directory."""
    from trustlint.config.plain import as_tree

    found = _checked(as_tree(data), "", "settings")
    return _settings(found, "", Settings())


def written(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    except FileNotFoundError:
        raise ConfigError("there is no such settings file", path=path) from None
    except (OSError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise ConfigError(f"is not UTF-8 (byte {error.start})", path=path, hint="save it as UTF-8") from None
        raise ConfigError(f"cannot be read: {getattr(error, 'strerror', error)}", path=path) from None


def _said(text: str, path: str) -> Said:
    from trustlint.packs.tree import Mapping as Entries
    from trustlint.packs.tree import SyntaxMistake, parse

    try:
        tree = parse(text)
    except SyntaxMistake as wrong:
        raise ConfigError(wrong.message, path=path, line=wrong.line, column=wrong.column, hint=wrong.hint) from None
    if tree is None:
        return Said({}, {})
    if not isinstance(tree, Entries):
        raise ConfigError("this is not a settings file", path=path, line=1, hint="write `key: value` lines")
    return Said(_checked(tree, text, path), dict(_places(tree, "")))


def _checked(tree: "Node", text: str, path: str) -> dict[str, Any]:
    """The data of a tree. ConfigError with every mistake."""
    from trustlint.config.schema import SCHEMA
    from trustlint.packs.reading import Mistakes, read

    mistakes = Mistakes(path, text)
    data = read(tree, SCHEMA, FILE_NAME, mistakes)
    found: list[TrustlintError] = list(mistakes.found)
    if not found and data.get("formats"):
        found = list(_wrong_formats(data["formats"], tree, path))
    if not found and data.get("ignore"):
        found = list(_wrong_entries(data["ignore"], tree, path))
    if found:
        raise _all(found, text)
    return dict(data)


def _wrong_formats(formats: Mapping[str, Any], tree: "Node", path: str) -> Iterator[ConfigError]:
    """Descriptions of formats that have the right shape and still cannot be followed."""
    from trustlint.config.formats import mistake

    places = dict(_places(tree, ""))
    for name, description in formats.items():
        wrong = mistake(name, description)
        if wrong is not None:
            key = f"formats.{name}{wrong.route}"
            line, column = places.get(key, places[f"formats.{name}"])
            yield ConfigError(wrong.message, path=path, line=line, column=column, hint=wrong.hint)


def _wrong_entries(entries: Sequence[Mapping[str, str]], tree: "Node", path: str) -> Iterator[ConfigError]:
    """Entries under `ignore` that have the right shape and still cannot be followed."""
    from trustlint.suppressions.entries import mistake

    places = dict(_places(tree, ""))
    for number, entry in enumerate(entries):
        wrong = mistake(entry)
        if wrong is not None:
            line, column = places[f"ignore[{number}]"]
            yield ConfigError(wrong, path=path, line=line, column=column)


def _all(found: Sequence[TrustlintError], text: str) -> ConfigError:
    """One error of all mistakes; those of no file stand without places."""
    if not text:
        found = [ConfigError(one.message, hint=one.hint) for one in found]
    if len(found) == 1:
        one = found[0]
        return ConfigError(one.message, path=one.path, line=one.line, column=one.column, hint=one.hint)
    return ConfigError("\n".join(str(one) for one in found))


def _places(node: "Node", route: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every entry of a tree by its route, with the line and column where it begins."""
    from trustlint.packs.tree import Mapping as Entries
    from trustlint.packs.tree import Sequence as Items

    if isinstance(node, Entries):
        for key, value in node.entries:
            inner = f"{route}.{key.text}" if route else key.text
            yield inner, (key.place.line, key.place.column)
            yield from _places(value, inner)
    elif isinstance(node, Items):
        for number, item in enumerate(node.items):
            inner = f"{route}[{number}]"
            yield inner, (item.place.line, item.place.column)
            yield from _places(item, inner)


def _settings(data: Mapping[str, Any], folder: str, settings: Settings) -> Settings:
    values: dict[str, Any] = {
        "packs": _packs(data.get("packs"), folder),
        "rules": data.get("rules"),
        "overrides": _overrides(data.get("overrides"), folder),
        "min_confidence": Confidence[data["min-confidence"]] if "min-confidence" in data else None,
        "include_inactive": data.get("include-inactive"),
        "sources": _sources(data.get("sources"), folder),
        "formats": data.get("formats"),
        "lexicon": _words(data.get("lexicon")),
        "authority": data.get("authority"),
        "brand": _words(data.get("brand")),
        "hours": _several(data.get("hours")),
        "zones": _several(data.get("zones")),
        "placeholders": _several(data.get("placeholders")),
        "suppressions": _suppressions(data.get("ignore"), folder, settings),
        "require_reason": data.get("require-reason"),
        "policy": _policy(data.get("policy"), folder, settings),
        "baseline": os.path.join(folder, data["baseline"]) if "baseline" in data else None,
    }
    given = {name: value for name, value in values.items() if value is not None}
    if "fail-on" in data:
        # `None` is a value here: nothing fails the run.
        given["fail_on"] = None if data["fail-on"] == "never" else Severity[data["fail-on"]]
    return replace(settings, **given, origins={name: _origin(settings, name) for name in given})


def _origin(settings: Settings, key: str) -> str:
    place = settings.places.get(key.replace("_", "-"))
    return f"{settings.path}:{place.line}" if place else "given"


def _packs(names: Sequence[str] | None, folder: str) -> tuple[str, ...] | None:
    """Pack names as they are; paths taken from the settings file's folder."""
    if names is None:
        return None
    return tuple(os.path.join(folder, name) if is_path(name) else name for name in names)


def is_path(name: str) -> bool:
    """Whether a pack is named by its path: it has a slash, or ends like a file."""
    return "/" in name or os.sep in name or name.endswith((".yaml", ".yml"))


def _sources(entries: Sequence[Mapping[str, str]] | None, folder: str) -> tuple[Source, ...] | None:
    if entries is None:
        return None
    return tuple(Source(os.path.join(folder, entry["path"]), entry.get("format")) for entry in entries)


def _overrides(entries: Sequence[Mapping[str, Any]] | None, folder: str) -> tuple[Override, ...] | None:
    if entries is None:
        return None
    return tuple(Override(os.path.join(folder, entry["path"]), entry["rules"]) for entry in entries)


def _suppressions(
    entries: Sequence[Mapping[str, str]] | None, folder: str, settings: Settings
) -> "tuple[Suppression, ...] | None":
    if entries is None:
        return None
    from trustlint.suppressions.entries import suppressions  # most settings ignore nothing

    return suppressions(entries, settings.path or "settings", folder, settings.places)


def _policy(name: str | None, folder: str, settings: Settings) -> dict[str, str] | None:
    if name is None:
        return None
    from trustlint.config.policy import load  # most settings name none

    path = os.path.join(folder, name)
    if not os.path.exists(path):
        raise settings.mistake("policy", f"`policy`: there is no file {name}", "paths are taken from the settings file")
    return load(path)


def _several(words: Any) -> tuple[str, ...] | None:
    if words is None:
        return None
    return (words,) if isinstance(words, str) else tuple(words)


def _words(classes: Mapping[str, Any] | None) -> dict[str, tuple[str, ...]] | None:
    if classes is None:
        return None
    return {name: (words,) if isinstance(words, str) else tuple(words) for name, words in classes.items()}
