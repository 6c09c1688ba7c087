"""Descriptions of formats made ready to read with: those that ship, and a user's."""

import os

from trustlint.errors import ConfigError
from trustlint.sources import routes
from trustlint.sources.formats import (
    SYNTAXES,
    Alternative,
    Beside,
    Catalogue,
    Condition,
    Expected,
    Field,
    Format,
    Signature,
    Switch,
    as_text,
)
from trustlint.typed import Any, Iterator, Mapping

UPDATED = ("updated_at", "updated_datetime", "updatedAt", "modified", "write_date")
"""Keys under which records tell when they were last changed, where a description names none."""

FOLDER = os.path.join(os.path.dirname(__file__), "platforms")


def load_platforms() -> dict[str, dict[str, Any]]:
    """The descriptions that ship, by name: plain data, to be cached by whoever starts often."""
    import yaml  # only when there is no cached copy

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, dict[str, Any]] = {}
    for path in platform_paths():
        with open(path, encoding="utf-8") as file:
            found[os.path.basename(path).removesuffix(".yaml")] = yaml.load(file, loader)  # noqa: S506 safe, in C
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
    placeholders = _texts(data.get("placeholders", SYNTAXES))
    markup = data.get("markup", "auto")
    described = Format(
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
        updated=_routes(data.get("updated", UPDATED)),
        placeholders=placeholders,
        markup=markup,
        inactive=_switches(data.get("inactive")),
        internal_files=tuple((_texts(entry["files"]), entry["reason"]) for entry in data.get("internal-files", ())),
        fields=tuple(_field(entry, markup, placeholders, data.get("embedded")) for entry in data.get("fields", ())),
        extensions=_texts(data.get("extensions")),
        plain_files=_texts(data.get("plain-files")),
        document_language=_routes(data.get("document-language")),
        catalogue=_catalogue(data.get("catalogue", {})),
        embedded=data.get("embedded"),
        beside=_beside(data.get("beside")),
    )
    return described._replace(keys=tuple(dict.fromkeys(_top_keys(described))))


def _top_keys(described: Format) -> Iterator[str]:
    patterns = [*described.title, *described.id, *described.language, *described.updated, *described.signature.has]
    patterns += [*described.signature.lacks, *(pattern for group in described.signature.any for pattern in group)]
    patterns += [alternative.route for field in described.fields for alternative in field.alternatives]
    patterns += [each.pattern for switch in described.inactive if switch.when for each in switch.when.expected]
    return (pattern[0] for pattern in patterns if pattern and isinstance(pattern[0], str))


def _field(data: Mapping[str, Any], markup: str, placeholders: tuple[str, ...], embedded: str | None) -> Field:
    markup = data.get("markup", markup)
    embedded = data.get("embedded", embedded)
    return Field(
        alternatives=tuple(_alternative(entry, markup, embedded) for entry in _several(data["text"])),
        each=routes.parse(data["each"]) if "each" in data else (),
        role=data.get("role", "body"),
        placeholders=_texts(data.get("placeholders", placeholders)),
        language=_routes(data.get("language")),
        document_language=_routes(data.get("document-language")),
        when=_condition(data.get("when")),
        unless=_condition(data.get("unless")),
        inactive=_switches(data.get("inactive")),
        internal=_switches(data.get("internal")),
        once=data.get("once", False),
    )


def _alternative(entry: Any, markup: str, embedded: str | None) -> Alternative:
    if isinstance(entry, str):
        return Alternative(routes.parse(entry), markup, embedded)
    return Alternative(routes.parse(entry["route"]), entry.get("markup", markup), entry.get("embedded", embedded))


def _beside(data: Mapping[str, Any] | None) -> Beside | None:
    return Beside(data["ending"], data["container"], _switches(data.get("inactive"))) if data else None


def _signature(data: Mapping[str, Any]) -> Signature:
    return Signature(
        has=_routes(data.get("has")),
        any=tuple(_routes(group) for group in data.get("any", ())),
        lacks=_routes(data.get("lacks")),
        values=_condition(data.get("values")),
        document=_condition(data.get("document")),
        files=_texts(data.get("files")),
        places=_texts(data.get("places")),
        contains=_texts(data.get("contains")),
        among_mails=data.get("among-mails", False),
    )


def _catalogue(data: Mapping[str, Any]) -> Catalogue:
    return Catalogue(
        locale=data.get("locale", "path"),
        keys=_texts(data.get("customer-keys")),
        html=_texts(data.get("html-keys")),
        hidden=_texts(data.get("hidden-keys")),
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
        Expected(routes.parse(route), [as_text(value) for value in _several(values)])
        for route, values in data.items()
        if route != "each"
    )
    return Condition(each, expected)


def _several(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _texts(value: Any) -> tuple[str, ...]:
    return () if value is None else tuple(_several(value))


def _routes(value: Any) -> tuple[routes.Pattern, ...]:
    return tuple(routes.parse(route) for route in _texts(value))
