"""`trustlint config`: the settings in force and where each came from."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from trustlint.cli import options
from trustlint.config import Override, Settings, Source
from trustlint.levels import Level

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
    "authority",
    "brand",
    "hours",
    "zones",
    "placeholders",
    "policy",
    "suppressions",
    "require_reason",
    "baseline",
    "select",
    "ignore",
)


LABELS = {"suppressions": "ignore", "select": "--select", "ignore": "--ignore"}
"""What is not called as it is in the settings: `ignore:` there is about findings, `--ignore` about rules."""


@click.command()
@options.settings
@options.selection
@click.option("--schema", is_flag=True, help="Print the JSON Schema of trustlint.yaml, for editors.")
def command(schema: bool, **asked: Any) -> None:
    """Show the settings in force, and where each comes from."""
    if schema:
        click.echo(shipped_schema(), nl=False)
        return
    click.echo("\n".join(lines(options.settled(asked))))


def shipped_schema() -> str:
    """The JSON Schema of `trustlint.yaml`."""
    from trustlint.schemas import FOLDER

    with open(os.path.join(FOLDER, "config.schema.json"), encoding="utf-8") as file:
        return file.read()


def lines(settings: Settings) -> Iterator[str]:
    yield f"settings file: {settings.path or 'none (trustlint.yaml is looked for here and in the folders above)'}"
    yield ""
    rows = [
        (LABELS.get(key, key.replace("_", "-")), _value(settings, key), settings.origins.get(key, "default"))
        for key in SHOWN
    ]
    key_width = max(len(key) for key, _, _ in rows)
    value_width = max(len(value) for _, value, _ in rows)
    for key, value, origin in rows:
        yield f"{key:{key_width}}  {value:{value_width}}  {origin}"


def _value(settings: Settings, key: str) -> str:
    value = getattr(settings, key)
    if key == "suppressions":
        return f"{len(value)} entries" if len(value) != 1 else "1 entry"
    if value is None:
        return "never" if key == "fail_on" else "none"
    return shown(value)


def shown(value: Any) -> str:
    """A value as one would write it in the settings file."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Level):
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
