"""`promises.yaml`: what the company has decided that it can keep."""

from typing import Any

from trustlint.errors import ConfigError

_TEXT = {"type": "string", "minLength": 1}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "promises": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "properties": {
                    "acts": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]},
                    "within": _TEXT,
                    "approval": {},
                },
                "required": ["acts", "within"],
                "additionalProperties": False,
            },
        },
        "calendar": {},
    },
    "required": ["promises"],
    "additionalProperties": False,
}
ALIASES = {"contact": "reply", "respond": "reply", "answer": "reply", "dispatch": "ship"}


def load(path: str) -> dict[str, str]:
    """The time within which each act is done, by act. ConfigError with the place of every mistake."""
    from trustlint.checks.deadline import ACTS, hours
    from trustlint.config.file import written
    from trustlint.packs.reading import Mistakes, did_you_mean, read
    from trustlint.packs.tree import Mapping, SyntaxMistake, parse

    content = written(path)
    try:
        tree = parse(content)
    except SyntaxMistake as wrong:
        raise ConfigError(wrong.message, path=path, line=wrong.line, column=wrong.column, hint=wrong.hint) from None
    if not isinstance(tree, Mapping):
        raise ConfigError("this is no policy", path=path, line=1, hint="begin with `promises:`")
    mistakes = Mistakes(path, content)
    data = read(tree, SCHEMA, "promises.yaml", mistakes)
    kept: dict[str, str] = {}
    listed = tree.get("promises")
    for name, node in listed.entries if isinstance(listed, Mapping) and not mistakes.found else ():
        one = data["promises"][name.text]
        acts = [one["acts"]] if isinstance(one["acts"], str) else one["acts"]
        if hours(one["within"]) is None:
            mistakes.at(node, f"`{one['within']}` is no time that can be kept", "write 1 business day, or 4 hours")
        for act in acts:
            if ALIASES.get(act, act) not in ACTS:
                known = [*ACTS, *ALIASES]
                mistakes.at(node, f"there is no act `{act}`", did_you_mean(act, known) or f"one of {', '.join(known)}")
            kept[ALIASES.get(act, act)] = one["within"]
    if mistakes.found:
        first = mistakes.found[0]
        raise ConfigError(first.message, path=path, line=first.line, column=first.column, hint=first.hint)
    return kept
