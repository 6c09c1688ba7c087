"""The corrections that Vale rules carry: what matched, replaced, removed or edited step by step."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from trustlint.checks import casing
from trustlint.patterns import lazy

_REFERENCE = lazy(r"\$(?:\$|(\d+)|\{(\w+)\})")
_EDGES = lazy(r"[\s_-]+|(?<=[a-z0-9])(?=[A-Z])")

Edit = Callable[..., str]


def _regex(text: str, pattern: str, replacement: str) -> str:
    import regex

    found = regex.compile(pattern, regex.IGNORECASE)
    return str(found.sub(lambda match: expanded(replacement, _groups(match)), text, timeout=2))


def _groups(match: Any) -> list[str]:
    return [match[0], *(group or "" for group in match.groups())]


def _split(text: str, separator: str, index: str) -> str:
    parts = text.split(separator)
    return parts[int(index)] if index.isdigit() and int(index) < len(parts) else text


def _unwrapped(text: str, mark: str) -> str:
    return text.removeprefix(mark).removesuffix(mark) if mark else text


def _words(text: str) -> list[str]:
    return [word.lower() for word in _EDGES.split(text) if word]


EDITS: Mapping[str, tuple[int, Edit]] = {
    "regex": (2, _regex),
    "replace": (2, lambda text, old, new: text.replace(old, new)),
    "remove": (1, lambda text, chars: "".join(char for char in text if char not in chars)),
    "trim_right": (1, str.rstrip),
    "trim_left": (1, str.lstrip),
    "trim": (1, str.strip),
    "truncate": (1, lambda text, separator: text.split(separator)[0]),
    "split": (2, _split),
    "squeeze": (0, lambda text: re.sub(r"\s+", " ", text)),
    "wrap": (1, lambda text, mark: f"{mark}{text}{mark}"),
    "unwrap": (1, _unwrapped),
    "prefix": (1, lambda text, mark: mark + text),
    "suffix": (1, lambda text, mark: text + mark),
    "lower": (0, str.lower),
    "upper": (0, str.upper),
    "capitalize": (0, lambda text: text[:1].upper() + text[1:]),
    "uncapitalize": (0, lambda text: text[:1].lower() + text[1:]),
    "title": (0, lambda text: casing.title(text, threshold=1).expected),
    "sentence": (0, lambda text: casing.sentence(text, threshold=1).expected),
    "simple": (0, lambda text: " ".join(_words(text))),
    "kebab": (0, lambda text: "-".join(_words(text))),
    "snake": (0, lambda text: "_".join(_words(text))),
}
"""The steps of an edit, each with how many arguments it takes."""


def steps(params: Sequence[str]) -> list[list[str]]:
    """A flat list of parameters as steps. KeyError for a step that is not known, ValueError when one is cut short."""
    taken, left = [], list(params)
    while left:
        count = EDITS[left[0]][0] + 1
        if len(left) < count:
            raise ValueError(f"`{left[0]}` takes {count - 1} arguments")
        taken.append(left[:count])
        left = left[count:]
    return taken


def suggestions(action: Sequence[Any], groups: Sequence[str]) -> list[str]:
    """What an action makes of a match, given with its groups, the whole first; nothing when there is no action."""
    if not action:
        return []
    name, params = action
    if name == "remove":
        return [""]
    if name == "replace":
        return [expanded(param, groups) for param in params]
    text = groups[0]
    for step, *arguments in params:
        filled = arguments if step == "regex" else [expanded(argument, groups) for argument in arguments]
        text = EDITS[step][1](text, *filled)
    return [text.strip()]


def expanded(template: str, groups: Sequence[str]) -> str:
    """A template with `$1` and its kin filled in; `$$` is a dollar sign."""

    def filled(found: re.Match[str]) -> str:
        if found[1] is None:
            return "$" if found[2] is None else found[0]
        return groups[int(found[1])] if int(found[1]) < len(groups) else ""

    return _REFERENCE.sub(filled, template) if "$" in template else template


def listed(options: Sequence[str]) -> str:
    """`'this' or 'that'`, as Vale names several suggestions."""
    quoted = [f"'{option}'" for option in options]
    return " or ".join(quoted) if len(quoted) < 3 else f"{', '.join(quoted[:-1])}, or {quoted[-1]}"
