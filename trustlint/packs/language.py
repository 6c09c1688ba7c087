"""The rule language as tables: what a pack may say. The JSON Schema that editors use is made of the same tables."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from trustlint.checks import KINDS, kind

Schema: TypeAlias = Mapping[str, Any]

SCHEMA_URL = "https://json-schema.org/draft/2020-12/schema"
KEBAB = "^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"
ANY = "any"

_TEXT: Schema = {"type": "string", "minLength": 1}
_PATTERNS: Schema = {"type": "array", "items": _TEXT}


def _one_or_several(*values: str, about: str) -> Schema:
    """One of some words, a list of them, or `any`."""
    one = {"enum": [*values, ANY]}
    several = {"type": "array", "items": {"enum": list(values)}, "minItems": 1}
    return {"anyOf": [one, several], "description": about}


def _flag(about: str) -> Schema:
    return {"anyOf": [{"type": "boolean"}, {"enum": [ANY]}], "description": about}


WHERE: dict[str, Schema] = {
    "voice": _one_or_several("us", "customer", "third-party", "product", about="Who acts in the sentence."),
    "negated": _flag("Whether the words are denied: “we can't guarantee”."),
    "question": _flag("Whether the words are asked."),
    "quoted": _flag("Whether the words are somebody's quoted words."),
    "condition": _one_or_several(
        "none", "customer", "event", about="Whose move the words depend on: “if you send it”."
    ),
    "mood": _one_or_several("declarative", "imperative", "question", about="Told, ordered or asked."),
    "tense": _one_or_several("past", "present", "future", about="When it happens."),
    "part": _one_or_several("subject", "greeting", "body", "sign-off", about="The part of the message."),
    "audience": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}], "description": "For whom the record is meant."},
    "title": {
        "anyOf": [_TEXT, {"type": "array", "items": _TEXT}],
        "description": "Words of which one must stand, whole, in the title of the record.",
    },
    "stored": _flag("Whether the text is kept to be sent again, like a macro; a reply that was sent once is not."),
    "conversation": _flag("Whether the text was said in a conversation, where each answers the other within minutes."),
    "scope": {
        "enum": ["sentence", "adjacent", "paragraph", "message", "record", "library"],
        "description": "How much text is judged at a time.",
    },
}
"""The filters that are the same for every check. `any` undoes what the pack says."""

_WHERE: Schema = {
    "type": "object",
    "properties": WHERE,
    "additionalProperties": False,
    "description": "Where the rule applies; merged over the pack's own `where`.",
}
_EXAMPLE_RECORD: Schema = {
    "type": "object",
    "properties": {
        "title": {**_TEXT, "description": "The record's title."},
        "subject": {**_TEXT, "description": "The subject of its mail, with « » around what is underlined."},
        "text": {**_TEXT, "description": "Its text, with « » around what is underlined."},
        "language": {**_TEXT, "description": "The language the record says it is in, like `fr`."},
        "kind": {**_TEXT, "description": "What the record is, like `trigger`; `macro` when not said."},
        "updated": {**_TEXT, "description": "When it was last changed: `2026-01-12`."},
    },
    "required": ["text"],
    "additionalProperties": False,
}
_EXAMPLE: Schema = {
    "anyOf": [
        _TEXT,
        {
            "type": "object",
            "properties": {
                "text": {**_TEXT, "description": "The example, with « » around what is underlined."},
                "fixed": {"type": "string", "description": "The example after the rule's fix."},
                "records": {
                    "type": "array",
                    "items": _EXAMPLE_RECORD,
                    "minItems": 1,
                    "description": "The records of a small library, for rules that hold them against each other.",
                },
            },
            "allOf": [{"anyOf": [{"required": ["text"]}, {"required": ["records"]}]}],
            "additionalProperties": False,
        },
    ]
}

COMMON: dict[str, Schema] = {
    "id": {"type": "string", "pattern": KEBAB, "description": "Kebab-case; shown as pack/id."},
    "check": {"enum": list(KINDS), "description": "The kind of test."},
    "severity": {"enum": ["error", "warning", "suggestion"], "description": "How bad it is."},
    "confidence": {"enum": ["high", "medium", "low"], "description": "How sure the rule is; `medium` when not said."},
    "state": {
        "enum": ["on", "opt-in", "auto"],
        "description": "`on` (when not said) runs by default, `opt-in` when asked for, `auto` when its setting exists.",
    },
    "message": {**_TEXT, "description": "What the user reads; {match} is what was found."},
    "language": {**_TEXT, "description": "The language the rule speaks about; the pack's when not said."},
    "where": _WHERE,
    "unless": {**_PATTERNS, "description": "Patterns that make the rule silent when they match around the words."},
    "why": {**_TEXT, "description": "Why this matters to the customer."},
    "rewrite": {**_TEXT, "description": "A better wording."},
    "source": {
        "anyOf": [_TEXT, {"type": "array", "items": _TEXT}],
        "description": "Where the advice comes from.",
    },
    "bad": {
        "type": "array",
        "items": _EXAMPLE,
        "description": "Examples the rule must fire on; « » marks the underline.",
    },
    "good": {"type": "array", "items": _EXAMPLE, "description": "Near misses the rule must stay silent on."},
}
REQUIRED = ("id", "check", "severity", "message")

TERMS: Schema = {
    "type": "object",
    "additionalProperties": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]},
    "propertyNames": {"pattern": KEBAB},
    "description": "Words of your own, for use as {name} inside phrases and patterns.",
}

PACK: dict[str, Schema] = {
    "pack": {"type": "string", "pattern": KEBAB, "description": "The pack's name, first part of every rule's id."},
    "title": {**_TEXT, "description": "The pack's title."},
    "principle": {**_TEXT, "description": "The principle that its rules serve."},
    "language": {**_TEXT, "description": "The language of its rules, `en` when not said; `any` for all."},
    "where": {**_WHERE, "description": "Where its rules apply, unless they say otherwise."},
    "terms": TERMS,
    "rules": {"type": "array", "description": "The rules."},
}
PACK_REQUIRED = ("pack", "rules")

LEXICON: Schema = {
    "type": "object",
    "properties": {
        "language": _TEXT,
        "words": TERMS,
        "patterns": {**TERMS, "description": "Named patterns."},
    },
    "required": ["language"],
    "additionalProperties": False,
}


def rule_schema(check: str) -> Schema:
    """What a rule of a kind may say; of no known kind, what any rule may."""
    if check not in KINDS:
        options = {key: option for name in KINDS for key, option in kind(name).OPTIONS.items()}
        return {
            "type": "object",
            "properties": {**COMMON, **options},
            "required": [*REQUIRED],
            "additionalProperties": False,
        }
    module = kind(check)
    schema = {
        "type": "object",
        "properties": {**COMMON, "check": {"const": check}, **module.OPTIONS},
        "required": [*REQUIRED, *(group[0] for group in module.REQUIRED if len(group) == 1)],
        "additionalProperties": False,
    }
    groups = [{"anyOf": [{"required": [key]} for key in group]} for group in module.REQUIRED if len(group) > 1]
    return {**schema, "allOf": groups} if groups else schema


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a pack, for editors; `schemas/pack.schema.json` is this, written down."""
    choices = [
        {"if": {"properties": {"check": {"const": check}}, "required": ["check"]}, "then": rule_schema(check)}
        for check in KINDS
    ]
    rule = {"type": "object", "properties": COMMON, "required": list(REQUIRED), "allOf": choices}
    return {
        "$schema": SCHEMA_URL,
        "title": "trustlint rule pack",
        "description": "Rules around one principle.",
        "type": "object",
        "properties": {**PACK, "rules": {**PACK["rules"], "items": _referring(rule)}},
        "required": list(PACK_REQUIRED),
        "additionalProperties": False,
        "$defs": {"example": _EXAMPLE},
    }


def _referring(schema: Any) -> Any:
    """A schema in which examples are described once for all kinds."""
    if schema is _EXAMPLE:
        return {"$ref": "#/$defs/example"}
    if isinstance(schema, Mapping):
        return {key: _referring(value) for key, value in schema.items()}
    return [_referring(value) for value in schema] if isinstance(schema, list) else schema
