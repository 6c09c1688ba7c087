"""Comments put into a text for diagnostics that are to be ignored, nothing else in it being changed."""

from collections.abc import Iterable, Mapping, Sequence

from trustlint.diagnostic import Diagnostic
from trustlint.patterns import lazy
from trustlint.sources.comments import MARK
from trustlint.sources.comments.syntax import heredocs, scalars
from trustlint.span import LineIndex

_LINE_END = lazy(r"[ \t]*(?:\r\n?|\n)?\Z")
_SPACE = lazy(r"[ \t]*")
_NEWLINE = lazy(r"\r\n?|\n")


def commented(text: str, container: str, diagnostics: Iterable[Diagnostic], reason: str) -> str:
    """The text with a comment for each diagnostic.

    `container` is `page`, `yaml`, `po` or `hcl`. Whether the text still means the same is for the caller to check.
    """
    lines = LineIndex(text)
    rules: dict[tuple[bool, int], set[str]] = {}
    for one in diagnostics:
        rules.setdefault(_place(text, lines, container, one), set()).add(one.rule)
    return _inserted(text, lines, rules, reason)


def _place(text: str, lines: LineIndex, container: str, one: Diagnostic) -> tuple[bool, int]:
    """Whether a comment goes above a line (else at its end), and which."""
    line = one.start.line
    if container == "page":
        return _in_front_matter(text, lines, line), line
    if container == "po":
        while line > 1 and lines.line_span(line - 1).of(text).strip():
            line -= 1
        return True, line
    inside = scalars(text) if container == "yaml" else list(heredocs(text))
    # A comment must not stand inside a text; that of a heredoc begins with the line under its opener.
    first = 0 if container == "hcl" else 1
    while line > 1 and any(span.start + first <= lines.line_span(line).start < span.end for span in inside):
        line -= 1
    return True, line


def _in_front_matter(text: str, lines: LineIndex, line: int) -> bool:
    from trustlint.sources.markup.front_matter import front_matter

    header = front_matter(text)
    return bool(header and lines.line_span(line).start < header[0].end)


def _inserted(text: str, lines: LineIndex, rules: Mapping[tuple[bool, int], set[str]], reason: str) -> str:
    newline = _NEWLINE.search(text)
    ended = newline.group() if newline else "\n"
    for (above, number), names in sorted(rules.items(), key=lambda item: (item[0][1], not item[0][0]), reverse=True):
        span = lines.line_span(number)
        line = span.of(text)
        said = f"{MARK} {', '.join(sorted(names))}" + (f": {reason}" if reason else "")
        if above:
            indent = _SPACE.match(line)
            added, at = f"{indent.group() if indent else ''}# {said}{ended}", span.start
        else:
            tail = _LINE_END.search(line)
            at = span.start + (tail.start() if tail else len(line))
            added = f" <!-- {said} -->"
        text = text[:at] + added + text[at:]
    return text


def appended(text: str, entries: Sequence[Mapping[str, str]]) -> str:
    """A settings file with more entries under `ignore:`. The rest of it stays as it is."""
    from trustlint.packs.tree import Mapping as Tree
    from trustlint.packs.tree import Sequence as Items
    from trustlint.packs.tree import parse

    newline = _NEWLINE.search(text)
    ended = newline.group() if newline else "\n"
    written = [_written(entry) for entry in entries]
    tree = parse(text)
    present = tree.get("ignore") if isinstance(tree, Tree) else None
    if not isinstance(present, Items):
        gap = "" if not text else ended if text.endswith(("\n", "\r")) else ended * 2
        return text + gap + f"ignore:{ended}" + "".join(f"  - {entry}{ended}" for entry in written)
    if text[present.place.start] == "[":
        at = present.place.end - 1
        glue = ", " if present.items else ""
        return text[:at] + glue + ", ".join(written) + text[at:]
    index = LineIndex(text)
    first = index.line_span(present.items[0].place.line).of(text)
    indent = first[: first.index("-")]
    last = index.position(len(text[: present.place.end].rstrip())).line
    span = index.line_span(last)
    rows = "".join(f"{indent}- {entry}{ended}" for entry in written)
    if not span.of(text).endswith(("\n", "\r")):
        rows = ended + rows.removesuffix(ended)
    return text[: span.end] + rows + text[span.end :]


def _written(entry: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_quoted(value)}" for key, value in entry.items()) + "}"


_PLAIN = lazy(r"[a-z][a-z-]*/[a-z][a-z-]*\Z")


def _quoted(value: str) -> str:
    """A value as YAML reads it back, in double quotes unless it is a rule's name."""
    if _PLAIN.match(value):
        return value
    return '"' + "".join(map(_escaped, value)) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"
