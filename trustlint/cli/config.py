"""`trustlint config`: the settings in force and where each came from."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

import click

from trustlint.cli import options
from trustlint.config import Override, Settings, Source

SHOWN = (
    "packs",
    "rules",
    "overrides",
    "fail_on",
    "min_confidence",
    "include_inactive",
    "sources",
    "formats",
    "lexicon",
    "select",
    "ignore",
)


@click.command()
@options.settings
@options.selection
def command(**asked: Any) -> None:
    """Show the settings in force, and where each comes from."""
    click.echo("\n".join(lines(options.settled(asked))))


def lines(settings: Settings) -> Iterator[str]:
    yield f"settings file: {settings.path or 'none (trustlint.yaml is looked for here and in the folders above)'}"
    yield ""
    rows = [
        (key.replace("_", "-"), shown(getattr(settings, key)), settings.origins.get(key, "default")) for key in SHOWN
    ]
    key_width = max(len(key) for key, _, _ in rows)
    value_width = max(len(value) for _, value, _ in rows)
    for key, value, origin in rows:
        yield f"{key:{key_width}}  {value:{value_width}}  {origin}"


def shown(value: Any) -> str:
    """A value as one would write it in the settings file."""
    if value is None:
        return "never"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, Override):
        return f"{value.path}: {shown(value.rules)}"
    if isinstance(value, Source):
        return value.path + (f" as {value.format}" if value.format else "")
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {shown(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(shown(one) for one in value)}]"
    return str(value)
