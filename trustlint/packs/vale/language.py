"""What a Vale rule file may say, kind by kind, as tables that `packs.reading` reads with."""

from collections.abc import Mapping
from typing import Any

_TEXT = {"type": "string"}
_TEXTS = {"anyOf": [{"type": "array", "items": _TEXT}, _TEXT]}
_FLAG = {"type": "boolean"}
_PAIRS = {"type": "object", "additionalProperties": _TEXT, "minProperties": 1}
_COUNT = {"type": "integer", "minimum": 0}

HEADER: Mapping[str, Any] = {
    "extends": _TEXT,
    "message": {"type": "string", "minLength": 1},
    "level": {"enum": ["suggestion", "warning", "error"]},
    "scope": _TEXTS,
    "link": _TEXT,
    "description": _TEXT,
    "limit": _COUNT,
    "action": {},
    "name": _TEXT,
    "matchcase": _FLAG,
    "vocab": _FLAG,
    "code": _FLAG,
    "tests": {},
}
"""What any rule may say. `tests` are Vale's own, and run there."""

KINDS: Mapping[str, Mapping[str, Any]] = {
    "existence": {
        "tokens": _TEXTS, "raw": _TEXTS, "append": _FLAG, "ignorecase": _FLAG, "nonword": _FLAG, "exceptions": _TEXTS,
    },
    "substitution": {
        "swap": _PAIRS, "ignorecase": _FLAG, "nonword": _FLAG, "capitalize": _FLAG, "exceptions": _TEXTS, "pos": _TEXT,
    },
    "occurrence": {"token": _TEXT, "max": _COUNT, "min": _COUNT, "ignorecase": _FLAG},
    "repetition": {
        "tokens": _TEXTS, "max": _COUNT, "ignorecase": _FLAG, "alpha": _FLAG, "exceptions": _TEXTS,
    },
    "consistency": {"either": _PAIRS, "nonword": _FLAG, "ignorecase": _FLAG},
    "conditional": {"first": _TEXT, "second": _TEXT, "ignorecase": _FLAG, "exceptions": _TEXTS},
    "capitalization": {
        "match": _TEXT, "style": {"enum": ["AP", "Chicago"]}, "exceptions": _TEXTS, "indicators": _TEXTS,
        "threshold": {"type": "number", "minimum": 0, "maximum": 1}, "prefix": _TEXT,
    },
    "metric": {"formula": _TEXT, "condition": _TEXT},
    "readability": {"metrics": _TEXTS, "grade": {"type": "number"}},
}  # fmt: skip
"""The extension points that run here."""

UNSUPPORTED: Mapping[str, str] = {
    "spelling": "needs dictionaries",
    "sequence": "needs a tagger for parts of speech",
    "script": "is a program, and nothing in a pack is ever executed",
}
"""Those that do not, and why."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    "substitution": ("swap",),
    "occurrence": ("token",),
    "repetition": ("tokens",),
    "consistency": ("either",),
    "conditional": ("first", "second"),
    "capitalization": ("match",),
    "metric": ("formula", "condition"),
    "readability": ("metrics", "grade"),
}

FILLED: Mapping[str, tuple[str, ...]] = {
    "existence": ("match",),
    "substitution": ("swap", "match"),
    "occurrence": ("count",),
    "repetition": ("match",),
    "consistency": ("match",),
    "conditional": ("match",),
    "capitalization": ("match", "expected"),
    "metric": ("value",),
    "readability": ("value",),
}
"""What each kind puts in the place of the first `%s` of a message, of the second, and so on."""


def schema(kind: str) -> dict[str, Any]:
    """What a rule of a kind may say."""
    return {
        "type": "object",
        "properties": {**HEADER, **KINDS[kind]},
        "required": ["message", *NEEDED.get(kind, ())],
        "additionalProperties": False,
    }
