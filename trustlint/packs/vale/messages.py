"""Vale's messages, whose `%s` are filled in order, as ours, which name what is filled in."""

import re
from collections.abc import Sequence

from trustlint.patterns import lazy

_VERB = lazy(r"%(?:\[(\d+)\])?([sdvq])|%%")


def message(text: str, values: Sequence[str]) -> str:
    """A message with `{name}` for each `%s`, or `%[2]s`, of which there may be more than values: those stay empty."""
    taken = 0

    def filled(found: re.Match[str]) -> str:
        nonlocal taken
        if found[0] == "%%":
            return "%"
        at = int(found[1]) - 1 if found[1] else taken
        taken = at + 1
        shown = f"{{{values[at]}}}" if 0 <= at < len(values) else ""
        return f'"{shown}"' if found[2] == "q" else shown

    return _VERB.sub(filled, text.strip())


def unquoted(text: str) -> str:
    """A message without the quotes around its first `%s`: suggestions bring their own."""
    for quoted in ("'%s'", '"%s"'):
        if text.count(quoted) == 2:
            return text.replace(quoted, "%s", 1)
    return text
