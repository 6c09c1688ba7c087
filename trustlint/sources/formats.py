"""Formats: where the texts of an export stand, and which of them a customer sees. Data, in one schema for everybody.

The platforms that ship are YAML files of this schema in `platforms/`; a user's own stand under `formats:` in
`trustlint.yaml`.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any, Literal, TypeAlias

from trustlint.errors import ConfigError
from trustlint.sources import routes

FOLDER = os.path.join(os.path.dirname(__file__), "platforms")

Role: TypeAlias = Literal["subject", "body", "button", "attribute"]
Layout: TypeAlias = Literal["records", "library", "page"]
MARKUPS = ("plain", "html", "markdown", "auto")
CONTAINERS = ("json", "jsonl", "yaml", "csv", "tsv", "text")
_DEFAULT_SYNTAXES = ("liquid", "fill_in")

_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}
_EXPECTED = {
    "anyOf": [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}, "minItems": 1},
    ]
}
_CONDITION = {
    "type": "object",
    "additionalProperties": _EXPECTED,
    "description": "By route, what must stand there: a value, several, or globs. `each`: one of these items meets all.",
}
_SWITCH = {
    "type": "object",
    "properties": {"when": _CONDITION, "reason": _TEXT},
    "required": ["when", "reason"],
    "additionalProperties": False,
}
_INTERNAL = {
    "type": "object",
    "properties": {
        "when": {**_CONDITION, "description": "What the item says about itself."},
        "record": {**_CONDITION, "description": "What the whole record says."},
        "reason": _TEXT,
    },
    "required": ["reason"],
    "additionalProperties": False,
}
_ALTERNATIVE = {
    "type": "object",
    "properties": {"route": _TEXT, "markup": {"enum": [*MARKUPS]}},
    "required": ["route"],
    "additionalProperties": False,
}
_FIELD: dict[str, Any] = {
    "type": "object",
    "properties": {
        "text": {
            "anyOf": [_TEXT, {"type": "array", "items": {"anyOf": [_TEXT, _ALTERNATIVE]}, "minItems": 1}],
            "description": "The route of the text; of several the first that is not empty, the others say the same.",
        },
        "each": {**_TEXT, "description": "Items of the record that each have the text: routes are then theirs."},
        "markup": {"enum": [*MARKUPS]},
        "role": {"enum": ["subject", "body", "button", "attribute"]},
        "placeholders": _TEXTS,
        "language": _TEXTS,
        "when": _CONDITION,
        "unless": _CONDITION,
        "inactive": {"type": "array", "items": _SWITCH},
        "internal": {"anyOf": [_TEXT, {"type": "array", "items": _INTERNAL}]},
    },
    "required": ["text"],
    "additionalProperties": False,
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "about": {**_TEXT, "description": "What this is, in a few words."},
        "kind": {**_TEXT, "description": "What people call one record: macro, saved reply, template."},
        "containers": {"type": "array", "items": {"enum": [*CONTAINERS]}, "minItems": 1},
        "layout": {"enum": ["records", "library", "page"], "description": "How a plain file is cut into records."},
        "records": {**_TEXTS, "description": "Where the records are: the first route that leads to some."},
        "signature": {
            "type": "object",
            "properties": {
                "has": {**_TEXTS, "description": "Routes that every record has."},
                "any": {"type": "array", "items": _TEXTS, "description": "Of each group of routes a record has one."},
                "lacks": {**_TEXTS, "description": "Routes that no record has."},
                "values": {**_CONDITION, "description": "What must stand somewhere in a record."},
                "document": {**_CONDITION, "description": "What must stand in the document around the records."},
                "files": {**_TEXTS, "description": "Globs of which the path must match one."},
                "contains": {**_TEXTS, "description": "Words of which the file's text must have one."},
            },
            "additionalProperties": False,
        },
        "loose-keys": {"type": "boolean", "description": "Keys match whatever their case, spaces and underscores."},
        "title": _TEXTS,
        "id": _TEXTS,
        "language": _TEXTS,
        "placeholders": {
            **_TEXTS,
            "description": "Placeholder syntaxes, by name; `auto` goes by the looks of each text.",
        },
        "markup": {"enum": [*MARKUPS]},
        "inactive": {"type": "array", "items": _SWITCH, "description": "When a record is switched off."},
        "internal-files": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"files": _TEXTS, "reason": _TEXT},
                "required": ["files", "reason"],
                "additionalProperties": False,
            },
        },
        "fields": {"type": "array", "items": _FIELD},
    },
    "required": ["containers"],
    "additionalProperties": False,
}
"""The schema of a format, in the part of JSON Schema that packs are read with."""


@dataclass(frozen=True)
class Condition:
    """By route, the values of which one must stand there. With `each`, one item must meet all of it."""

    each: routes.Pattern | None
    expected: tuple[tuple[routes.Pattern, tuple[str, ...]], ...]

    def holds(self, data: Any) -> bool:
        if self.each is None:
            return self._met(data)
        return any(self._met(item) for _, item in routes.find(data, self.each))

    def _met(self, data: Any) -> bool:
        return all(
            any(_is_one_of(value, wanted) for _, value in routes.find(data, pattern))
            for pattern, wanted in self.expected
        )


@dataclass(frozen=True)
class Switch:
    """A reason to leave a text out: when the item (and when the record) meets a condition."""

    reason: str
    when: Condition | None = None
    record: Condition | None = None

    def applies(self, item: Any, record: Any) -> bool:
        return (self.when is None or self.when.holds(item)) and (self.record is None or self.record.holds(record))


@dataclass(frozen=True)
class Alternative:
    """One place of a text and its markup."""

    route: routes.Pattern
    markup: str


@dataclass(frozen=True)
class Field:
    """A text of a record. `each` leads from the record to the items that have it."""

    alternatives: tuple[Alternative, ...]
    each: routes.Pattern = ()
    role: Role = "body"
    placeholders: tuple[str, ...] = _DEFAULT_SYNTAXES
    language: tuple[routes.Pattern, ...] = ()
    when: Condition | None = None
    unless: Condition | None = None
    inactive: tuple[Switch, ...] = ()
    internal: tuple[Switch, ...] = ()


@dataclass(frozen=True)
class Signature:
    """What a file of this format looks like."""

    has: tuple[routes.Pattern, ...] = ()
    any: tuple[tuple[routes.Pattern, ...], ...] = ()
    lacks: tuple[routes.Pattern, ...] = ()
    values: Condition | None = None
    document: Condition | None = None
    files: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()


@dataclass(frozen=True)
class Format:
    """A platform's export, or a user's."""

    name: str
    about: str
    kind: str
    containers: tuple[str, ...]
    layout: Layout
    records: tuple[routes.Pattern, ...]
    signature: Signature
    loose: bool
    title: tuple[routes.Pattern, ...]
    id: tuple[routes.Pattern, ...]
    language: tuple[routes.Pattern, ...]
    placeholders: tuple[str, ...]
    markup: str
    inactive: tuple[Switch, ...]
    internal_files: tuple[tuple[tuple[str, ...], str], ...]
    fields: tuple[Field, ...]

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """Groups of keys of which a file must contain one each: what rules a format out without parsing."""
        groups: list[tuple[str, ...]] = [(key,) for pattern in self.signature.has for key in routes.keys(pattern)]
        # Any key of a group's routes is a sign of it.
        groups += [tuple(key for pattern in group for key in routes.keys(pattern)) for group in self.signature.any]
        return tuple(dict.fromkeys(groups))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys that the description names at the top of a record."""
        named = [*self.title, *self.id, *self.language, *self.signature.has, *self.signature.lacks]
        named += [pattern for group in self.signature.any for pattern in group]
        named += [alternative.route for each in self.fields for alternative in each.alternatives]
        named += [pattern for switch in self.inactive if switch.when for pattern, _ in switch.when.expected]
        return tuple(dict.fromkeys(pattern[0] for pattern in named if pattern and isinstance(pattern[0], str)))

    def internal_file(self, path: str) -> str | None:
        """Why nothing in this file reaches customers, by its name alone."""
        return next((reason for files, reason in self.internal_files if matches(path, files)), None)


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether a path, or the end of it from some folder on, matches one of the globs, whatever its case."""
    parts = path.replace("\\", "/").lower().split("/")
    tails = ["/".join(parts[at:]) for at in range(len(parts))]
    return any(fnmatchcase(tail, glob.lower()) for glob in globs for tail in tails)


def load_platforms() -> dict[str, dict[str, Any]]:
    """The descriptions that ship, by name: plain data, to be cached by whoever starts often."""
    import yaml  # only when there is no cached copy

    found: dict[str, dict[str, Any]] = {}
    for path in platform_paths():
        with open(path, encoding="utf-8") as file:
            found[os.path.basename(path).removesuffix(".yaml")] = yaml.safe_load(file)
    return found


def platform_paths() -> list[str]:
    """The files that `load_platforms` reads, for a cache's key."""
    return sorted(entry.path for entry in os.scandir(FOLDER) if entry.name.endswith(".yaml"))


def compiled(name: str, data: Mapping[str, Any]) -> Format:
    """A format ready to read with. ConfigError where the description cannot be followed."""
    try:
        return _compiled(name, data)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(
            f"format `{name}` cannot be followed: {error}", hint="docs/formats.md shows how a format is described"
        ) from None


def _compiled(name: str, data: Mapping[str, Any]) -> Format:
    placeholders = _texts(data.get("placeholders", _DEFAULT_SYNTAXES))
    markup = data.get("markup", "auto")
    return Format(
        name=name,
        about=data.get("about", name),
        kind=data.get("kind", "record"),
        containers=tuple(data["containers"]),
        layout=data.get("layout", "records"),
        records=_routes(data.get("records", ("[*]", "."))),
        signature=_signature(data.get("signature", {})),
        loose=data.get("loose-keys", False),
        title=_routes(data.get("title")),
        id=_routes(data.get("id")),
        language=_routes(data.get("language")),
        placeholders=placeholders,
        markup=markup,
        inactive=_switches(data.get("inactive")),
        internal_files=tuple((_texts(entry["files"]), entry["reason"]) for entry in data.get("internal-files", ())),
        fields=tuple(_field(entry, markup, placeholders) for entry in data.get("fields", ())),
    )


def _field(data: Mapping[str, Any], markup: str, placeholders: tuple[str, ...]) -> Field:
    markup = data.get("markup", markup)
    return Field(
        alternatives=tuple(_alternative(entry, markup) for entry in _several(data["text"])),
        each=routes.parse(data["each"]) if "each" in data else (),
        role=data.get("role", "body"),
        placeholders=_texts(data.get("placeholders", placeholders)),
        language=_routes(data.get("language")),
        when=_condition(data.get("when")),
        unless=_condition(data.get("unless")),
        inactive=_switches(data.get("inactive")),
        internal=_switches(data.get("internal")),
    )


def _alternative(entry: Any, markup: str) -> Alternative:
    if isinstance(entry, str):
        return Alternative(routes.parse(entry), markup)
    return Alternative(routes.parse(entry["route"]), entry.get("markup", markup))


def _signature(data: Mapping[str, Any]) -> Signature:
    return Signature(
        has=_routes(data.get("has")),
        any=tuple(_routes(group) for group in data.get("any", ())),
        lacks=_routes(data.get("lacks")),
        values=_condition(data.get("values")),
        document=_condition(data.get("document")),
        files=_texts(data.get("files")),
        contains=_texts(data.get("contains")),
    )


def _switches(data: Any) -> tuple[Switch, ...]:
    if isinstance(data, str):
        return (Switch(data),)
    return tuple(
        Switch(entry["reason"], _condition(entry.get("when")), _condition(entry.get("record"))) for entry in data or ()
    )


def _condition(data: Mapping[str, Any] | None) -> Condition | None:
    if data is None:
        return None
    each = routes.parse(data["each"]) if "each" in data else None
    expected = tuple(
        (routes.parse(route), tuple(_as_text(value) for value in _several(values)))
        for route, values in data.items()
        if route != "each"
    )
    return Condition(each, expected)


def _is_one_of(value: Any, wanted: tuple[str, ...]) -> bool:
    if isinstance(value, dict | list):
        return False
    text = _as_text(value)
    return any(text == each or ("*" in each and fnmatchcase(text, each)) for each in wanted)


def _as_text(value: Any) -> str:
    """A value as a description writes it: `false` for False and for "false" alike, `null` for nothing."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value).lower() if str(value).lower() in ("true", "false") else str(value)


def _several(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _texts(value: Any) -> tuple[str, ...]:
    return () if value is None else tuple(_several(value))


def _routes(value: Any) -> tuple[routes.Pattern, ...]:
    return tuple(routes.parse(route) for route in _texts(value))
