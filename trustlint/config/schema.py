"""What `trustlint.yaml` may say, in the part of JSON Schema that packs are read with."""

from typing import Any

from trustlint.sources.schema import SCHEMA as FORMAT
from trustlint.suppressions.entries import SCHEMA as IGNORE

SEVERITIES = ("error", "warning", "suggestion")
CONFIDENCES = ("high", "medium", "low")
SCHEMA_URL = "https://json-schema.org/draft/2020-12/schema"

_TEXT = {"type": "string", "minLength": 1}
_WORDS = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_RULES: dict[str, Any] = {
    "type": "object",
    "additionalProperties": {"enum": [*SEVERITIES, "off"]},
    "description": "A severity, or `off`, for a rule, a pack or a glob of rules.",
}
_SOURCE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "path": {**_TEXT, "description": "A file, a folder or a glob, relative to this file."},
        "format": {**_TEXT, "description": "The format of what is found there; detected when not said."},
    },
    "required": ["path"],
    "additionalProperties": False,
}
_OVERRIDE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "path": {**_TEXT, "description": "A file, a folder or a glob, relative to this file."},
        "rules": {**_RULES, "description": "As `rules` above, for these files only."},
    },
    "required": ["path", "rules"],
    "additionalProperties": False,
}

_LIMIT = {**_TEXT, "description": "An amount, with its currency if it matters: `50 GBP`."}

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "packs": {
            "type": "array",
            "items": _TEXT,
            "minItems": 1,
            "description": "Presets (`recommended`, `all`), pack names, or paths to packs of your own.",
        },
        "rules": _RULES,
        "overrides": {
            "type": "array",
            "items": _OVERRIDE,
            "description": "Other severities for some files. Where several fit a file, the last one decides.",
        },
        "fail-on": {"enum": [*SEVERITIES, "never"], "description": "The mildest severity that fails a run."},
        "min-confidence": {"enum": [*CONFIDENCES], "description": "How sure a rule must be to be heard."},
        "include-inactive": {"type": "boolean", "description": "Also check records that are switched off."},
        "sources": {
            "type": "array",
            "items": _SOURCE,
            "description": "What is checked when no path is given, and how it is read.",
        },
        "formats": {
            "type": "object",
            "additionalProperties": FORMAT,
            "description": "Descriptions of your own exports, by name.",
        },
        "lexicon": {
            "type": "object",
            "additionalProperties": _WORDS,
            "description": "Words of your trade: `agents`, `third-parties`, `products`, `acts`, and what rules name.",
        },
        "authority": {
            "type": "object",
            "properties": {"refund": _LIMIT, "credit": _LIMIT},
            "additionalProperties": False,
            "description": "The most that an agent may promise without approval, by act.",
        },
        "brand": {
            "type": "object",
            "additionalProperties": _WORDS,
            "description": "Names that are written one way, each with the wrong ways: `Acme Pay: [AcmePay, acme pay]`.",
        },
        "hours": {
            **_WORDS,
            "description": "When people answer your customers: `Mon-Fri 09:00-17:30`, or a list of such.",
        },
        "zones": {
            **_WORDS,
            "description": "The time zones that your customers live in: `Europe/London`.",
        },
        "placeholders": {
            **_WORDS,
            "description": "The names of your own placeholders, or globs of them: `custom.*`.",
        },
        "policy": {**_TEXT, "description": "The file of what you can keep: `promises.yaml`."},
        "ignore": {
            "type": "array",
            "items": IGNORE,
            "description": "What shall not be reported, and why.",
        },
        "require-reason": {"type": "boolean", "description": "Report what is ignored without a reason.  [true]"},
        "baseline": {**_TEXT, "description": "The file of known problems: only what is not in it is reported."},
    },
    "additionalProperties": False,
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `trustlint.yaml`, for editors; `schemas/config.schema.json` is this, written down."""
    return {
        "$schema": SCHEMA_URL,
        "title": "trustlint.yaml",
        "description": "The settings of trustlint.",
        **SCHEMA,
    }
