"""Which element of its markup a line of a message opens: looked up in the file, beside the line, when a scope asks."""

import re
from typing import TYPE_CHECKING

from trustlint.patterns import lazy
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose import Prose

WINDOW = 400
"""How much of the file before a line is looked at."""

# Markup stands in files plainly, or escaped as JSON and XML escape it.
_BEFORE = lazy(
    r"(?:(?:<|&lt;|\\u003[cC])(?P<closes>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?:(?!<|&lt;|\\u003[cC]).){0,200}?"
    r"(?:>|&gt;|\\u003[eE])|(?P<hashes>\#{1,6})[ \t]+|\\[nrt]|\s+)$",
    re.DOTALL,
)
_START = ("<", "&lt;", "\\u003c", "\\u003C")
_PARTS = {
    **{f"h{level}": frozenset({"text", "heading", f"h{level}"}) for level in range(1, 7)},
    "li": frozenset({"text", "list"}),
    "td": frozenset({"text", "table", "cell"}),
    "th": frozenset({"text", "table", "header"}),
    "p": frozenset({"text", "paragraph"}),
    "div": frozenset({"text", "paragraph"}),
}
_STRONG = ("h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th")

NAMES = frozenset().union(*_PARTS.values())
"""The parts of scopes that elements have."""


def opened(prose: "Prose", at: int) -> frozenset[str] | None:
    """The parts of the scope that begins at an offset of the text; None where the markup says nothing."""
    offset = prose.message.in_file(Span(at, at + 1)).start
    names = _opened(prose.message.file.text[max(0, offset - WINDOW) : offset])
    strong = next((name for name in names if name in _STRONG), None)
    return _PARTS[strong] if strong else _PARTS[names[0]] if names else None


def _opened(before: str) -> list[str]:
    """The block elements whose start tags stand right before a place, the nearest first."""
    names: list[str] = []
    closed: list[str] = []
    while before:
        found = _last(before)
        if found is None:
            break
        before = before[: found.start()]
        if found["hashes"]:
            names.append(f"h{len(found['hashes'])}")
        name = (found["name"] or "").lower()
        if found["closes"]:
            closed.append(name)
        elif name in closed:
            closed.remove(name)
        elif name in _PARTS:
            names.append(name)
    return names


def _last(before: str) -> re.Match[str] | None:
    """The tag, the hashes of a heading or the white space that a text ends with."""
    start = max(before.rfind(sign) for sign in _START)
    if before.endswith((">", "&gt;", "\\u003e", "\\u003E")):
        return _BEFORE.match(before, start) if start >= 0 else None
    stripped = before.rstrip()
    if len(stripped) < len(before):
        hashes = len(stripped) - len(stripped.rstrip("#"))
        return _BEFORE.match(before, len(stripped) - hashes if 0 < hashes < 7 else len(stripped))
    return _BEFORE.match(before, len(before) - 2) if before.endswith(("\\n", "\\r", "\\t")) else None
