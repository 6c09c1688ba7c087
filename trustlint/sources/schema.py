"""The schema of a format's description, in the part of JSON Schema that packs are read with."""

from typing import Any

MARKUPS = ("plain", "html", "markdown", "auto")
CONTAINERS = (
    *("json", "jsonl", "yaml", "csv", "tsv", "text", "xml", "po", "mime", "mbox", "hcl", "properties", "strings"),
    *("docx", "xlsx"),
)
EMBEDDED = ("qweb", "visualforce", "xslt")

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
_BESIDE = {
    "type": "object",
    "properties": {
        "ending": {**_TEXT, "description": "What the other file's name has behind this one's."},
        "container": {"enum": [*CONTAINERS]},
        "inactive": {"type": "array", "items": _SWITCH},
    },
    "required": ["ending", "container"],
    "additionalProperties": False,
}
_ALTERNATIVE = {
    "type": "object",
    "properties": {"route": _TEXT, "markup": {"enum": [*MARKUPS]}, "embedded": {"enum": [*EMBEDDED]}},
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
        "embedded": {"enum": [*EMBEDDED]},
        "role": {"enum": ["subject", "body", "button", "attribute"]},
        "placeholders": _TEXTS,
        "language": _TEXTS,
        "document-language": _TEXTS,
        "when": _CONDITION,
        "unless": _CONDITION,
        "inactive": {"type": "array", "items": _SWITCH},
        "internal": {"anyOf": [_TEXT, {"type": "array", "items": _INTERNAL}]},
        "once": {"type": "boolean", "description": "Left out where a field above has said the same words."},
    },
    "required": ["text"],
    "additionalProperties": False,
}
_CATALOGUE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "locale": {"enum": ["key", "path"], "description": "What names the language: the topmost key, or the path."},
        "customer-keys": {**_TEXTS, "description": "Globs for dotted keys: what customers read. Without, all."},
        "html-keys": {**_TEXTS, "description": "Globs for dotted keys: texts that are HTML."},
        "hidden-keys": {**_TEXTS, "description": "Globs for keys at any depth that nobody reads."},
    },
    "additionalProperties": False,
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "about": {**_TEXT, "description": "What this is, in a few words."},
        "kind": {**_TEXT, "description": "What people call one record: macro, saved reply, template."},
        "containers": {"type": "array", "items": {"enum": [*CONTAINERS]}, "minItems": 1},
        "extensions": {**_TEXTS, "description": "Ends of file names, `.mjml`: no other format has such files."},
        "layout": {
            "enum": ["records", "library", "page", "catalogue"],
            "description": "Records at routes; a page of replies; one text; texts by key, such as translations.",
        },
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
                "places": {**_TEXTS, "description": "Globs for pages: a path that matches needs no other sign."},
                "contains": {**_TEXTS, "description": "Words of which the file's text must have one."},
                "among-mails": {"type": "boolean", "description": "A place among e-mail templates is sign enough."},
            },
            "additionalProperties": False,
        },
        "loose-keys": {"type": "boolean", "description": "Keys match whatever their case, spaces and underscores."},
        "title": _TEXTS,
        "id": _TEXTS,
        "language": _TEXTS,
        "updated": {
            **_TEXTS,
            "description": "When a record was last changed; `updated_at` and its like when not said.",
        },
        "document-language": {**_TEXTS, "description": "Routes from the document's top, for records that say none."},
        "placeholders": {
            **_TEXTS,
            "description": "Placeholder syntaxes, by name; `auto` goes by the looks of each text.",
        },
        "markup": {"enum": [*MARKUPS]},
        "embedded": {"enum": [*EMBEDDED], "description": "The language that texts are written in, tags and all."},
        "beside": {**_BESIDE, "description": "Each file has another one beside it that speaks about it."},
        "plain-files": {**_TEXTS, "description": "Globs for files that are plain text although others are HTML."},
        "catalogue": {**_CATALOGUE, "description": "For `layout: catalogue`."},
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
