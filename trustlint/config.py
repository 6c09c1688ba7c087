"""Settings: found, read, and merged with what the command line says.

`trustlint.yaml` is looked for in the working directory and the folders above it. Paths inside it are relative to it.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import ConfigError

FILE_NAME = "trustlint.yaml"

_TEXT = {"type": "string", "minLength": 1}
_WORDS = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
SEVERITIES = ("error", "warning", "suggestion")

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "packs": {
            "type": "array",
            "items": _TEXT,
            "minItems": 1,
            "description": "Presets (`recommended`, `all`), pack names, or paths to packs of your own.",
        },
        "rules": {
            "type": "object",
            "additionalProperties": {"enum": [*SEVERITIES, "off"]},
            "description": "A severity, or `off`, for a rule or a glob of rules.",
        },
        "fail-on": {"enum": [*SEVERITIES, "never"], "description": "The mildest severity that fails a run."},
        "min-confidence": {"enum": ["high", "medium", "low"], "description": "How sure a rule must be to be heard."},
        "include-inactive": {"type": "boolean", "description": "Also check records that are switched off."},
        "sources": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "path": {**_TEXT, "description": "A file, a folder or a glob, relative to this file."},
                    "format": {**_TEXT, "description": "The format of what is found there; detected when not said."},
                },
                "required": ["path"],
                "additionalProperties": False,
            },
            "description": "What is checked when no path is given, and how it is read.",
        },
        "formats": {"type": "object", "description": "Descriptions of your own exports, by name."},
        "lexicon": {
            "type": "object",
            "additionalProperties": _WORDS,
            "description": "Words of your trade: `agents`, `date-placeholders`, and classes that rules name.",
        },
    },
    "additionalProperties": False,
}
"""What `trustlint.yaml` may say, in the part of JSON Schema that packs are read with."""


@dataclass(frozen=True)
class Source:
    """Where texts are, and in which format. `path` may be a glob."""

    path: str
    format: str | None = None


@dataclass(frozen=True)
class Settings:
    """What a run goes by. `origins` tells for each key that was set where it came from."""

    packs: tuple[str, ...] = ("recommended",)
    rules: Mapping[str, str] = field(default_factory=dict)
    fail_on: Severity | None = Severity.error
    min_confidence: Confidence = Confidence.medium
    include_inactive: bool = False
    sources: tuple[Source, ...] = ()
    formats: Mapping[str, Any] = field(default_factory=dict)
    lexicon: Mapping[str, Sequence[str]] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    input_format: str | None = None
    cache: bool = True
    prefilter: bool = True
    path: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)

    def said(self, origin: str, **values: Any) -> "Settings":
        """With these values in place, unless they are `None`, and where they came from."""
        given = {key: value for key, value in values.items() if value is not None}
        return replace(self, **given, origins={**self.origins, **dict.fromkeys(given, origin)})


def find(folder: str = ".") -> str | None:
    """The nearest `trustlint.yaml` at or above a folder."""
    at = os.path.abspath(folder)
    while True:
        candidate = os.path.join(at, FILE_NAME)
        if os.path.isfile(candidate):
            return os.path.relpath(candidate)
        parent = os.path.dirname(at)
        if parent == at:
            return None
        at = parent


def load(path: str) -> Settings:
    """The settings of a file. ConfigError with every mistake in it, each with its line and what was meant."""
    from trustlint.packs.reading import Mistakes, read
    from trustlint.packs.tree import Mapping as Entries
    from trustlint.packs.tree import SyntaxMistake, parse

    text = _text(path)
    try:
        tree = parse(text)
    except SyntaxMistake as wrong:
        raise ConfigError(wrong.message, path=path, line=wrong.line, column=wrong.column, hint=wrong.hint) from None
    if tree is None:
        return Settings(path=path)
    if not isinstance(tree, Entries):
        raise ConfigError("this is not a settings file", path=path, line=1, hint="write `key: value` lines")
    mistakes = Mistakes(path, text)
    data = read(tree, SCHEMA, FILE_NAME, mistakes)
    if mistakes.found:
        raise _all(mistakes.found)
    lines = {key.text: key.place.line for key, _ in tree.entries}
    return _settings(data, path, lines)


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=path) from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"is not UTF-8 (byte {error.start})", path=path, hint="save it as UTF-8") from None


def _all(found: Sequence[Exception]) -> ConfigError:
    return ConfigError("\n".join(str(one) for one in found))


def _settings(data: Mapping[str, Any], path: str, lines: Mapping[str, int]) -> Settings:
    folder = os.path.dirname(path)
    fail_on = data.get("fail-on")
    settings = Settings(path=path)
    values: dict[str, Any] = {
        "packs": _packs(data.get("packs"), folder),
        "rules": data.get("rules"),
        "min_confidence": Confidence[data["min-confidence"]] if "min-confidence" in data else None,
        "include_inactive": data.get("include-inactive"),
        "sources": _sources(data.get("sources"), folder),
        "formats": data.get("formats"),
        "lexicon": _words(data.get("lexicon")),
    }
    for name, value in values.items():
        line = lines.get(name.replace("_", "-"))
        settings = settings.said(f"{path}:{line}", **{name: value})
    if fail_on is not None:
        settings = replace(
            settings,
            fail_on=None if fail_on == "never" else Severity[fail_on],
            origins={**settings.origins, "fail_on": f"{path}:{lines['fail-on']}"},
        )
    return settings


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


def _words(classes: Mapping[str, Any] | None) -> dict[str, tuple[str, ...]] | None:
    if classes is None:
        return None
    return {name: (words,) if isinstance(words, str) else tuple(words) for name, words in classes.items()}
