"""How far a comment reaches that speaks about the next line or element.

On a line of its own it speaks about the next line that has text, and about the whole element or block that begins
there. Behind text it speaks about its own line; before text on the same line, about what follows.
"""

import re

from trustlint.patterns import lazy
from trustlint.sources.markup.elements import BREAKS, VOID
from trustlint.span import Span

_LINE_END = lazy(r"\r\n?|\n|\Z")
_BLANK_LINE = lazy(r"(?:\r\n?|\n)[ \t]*(?=[\r\n])|\Z")
_NOTHING_TO_READ = lazy(
    "(?s)"
    + "|".join(
        rf"{opener}.{{,2000}}?{closer}"
        for opener, closer in (
            ("<!--", "-->"),
            (r"\{#", r"#\}"),
            (r"\{%", r"%\}"),
            (r"\{\{!", r"\}\}"),
            (r"\{\{--", r"--\}\}"),
            ("<%#", "%>"),
            (r"\{\*", r"\*\}"),
        )
    )
)
_TAG = lazy(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_BREAKS = lazy(r"(?i)<br\b|</?(?:" + "|".join(sorted(BREAKS)) + r")\b")
_SPACE = lazy(r"[ \t]*")
_HEREDOC = lazy(r"<<-?[ \t]*(\w+)[ \t]*\Z")
_OPENS_BLOCK = lazy(r"(?:[|>][0-9+-]*|:)[ \t]*\Z")
LOOKED_AT = 1000
"""Characters of a line around a comment in which it shows whether there is text."""
LONGEST_BLOCK = 20_000
MOST_LINES = 100
"""Lines without text between a comment and what it speaks about."""
MOST_TAGS = 1000
"""An element with more tags of its name inside is not followed to its end: a file must not cost without bound."""


def in_markup(text: str, comment: Span) -> Span:
    return _in_tags(text, comment, BREAKS)


def in_xml(text: str, comment: Span) -> Span:
    """The same where every element is a block of its own."""
    return _in_tags(text, comment, None)


def _in_tags(text: str, comment: Span, blocks: object) -> Span:
    line_start, line_end = _line(text, comment)
    rest = text[comment.end : min(line_end, comment.end + LOOKED_AT)]
    before = _read(text[max(line_start, comment.start - LOOKED_AT) : comment.start])
    if not _read(rest) and not _opening(rest):
        if before:
            return Span(line_start, comment.start)
        next_line = _next_text(text, line_end)
        if next_line is None:
            return Span(comment.end, comment.end)
        line = Span(next_line, _end_of_line(text, next_line))
        return Span(line.start, max(line.end, _element_end(text, line.start, blocks) or 0))
    start = _past_space(text, comment.end)
    element = _element_end(text, start, blocks)
    if element is not None:
        return Span(start, element)
    boundary = _BREAKS.search(text, start, min(line_end, start + LONGEST_BLOCK))
    return Span(start, boundary.start() if boundary else line_end)


def _line(text: str, comment: Span) -> Span:
    start = max(text.rfind("\n", 0, comment.start), text.rfind("\r", 0, comment.start)) + 1
    return Span(start, _end_of_line(text, comment.end))


def _end_of_line(text: str, at: int) -> int:
    match = _LINE_END.search(text, at)
    return match.start() if match else len(text)


def _read(line: str) -> str:
    """What is left to read of a line without tags, comments and control tags of a template."""
    return _TAG.sub("", _NOTHING_TO_READ.sub("", line)).strip()


def _opening(line: str) -> bool:
    """Whether an element opens in the rest of a line."""
    return any(not tag["close"] and tag["name"].lower() not in VOID for tag in _TAG.finditer(line))


def _next_text(text: str, at: int) -> int | None:
    """Where the next line begins that has text or opens an element."""
    for _ in range(MOST_LINES):
        ended = _LINE_END.match(text, at)
        if not ended or at == len(text):
            break
        start = _past_space(text, ended.end())
        hidden = _NOTHING_TO_READ.match(text, start)
        if hidden and not text[hidden.end() : _end_of_line(text, hidden.end())].strip():
            at = _end_of_line(text, hidden.end())
            continue
        end = _end_of_line(text, start)
        line = text[start:end]
        if _read(line) or _opening(line):
            return start
        at = end if end > at else len(text)
    return None


def _past_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _element_end(text: str, at: int, blocks: object) -> int | None:
    """The end of the element that opens here, if one does and it is closed."""
    tag = _TAG.match(text, at)
    if not tag or tag["close"]:
        return None
    name = tag["name"].lower()
    if isinstance(blocks, dict) and name not in blocks:
        return None
    depth = 0
    same = re.compile(rf"<(?P<close>/?){re.escape(name)}(?![\w:.-])[^<>]*>", re.IGNORECASE)
    for count, each in enumerate(same.finditer(text, at)):
        if not each.group().endswith("/>"):
            depth += -1 if each["close"] else 1
        if depth == 0:
            return each.end()
        if count > MOST_TAGS:
            break
    return None


def by_indent(text: str, comment: Span) -> Span:
    """In YAML and HCL: the next line and those that belong to it, being indented deeper or its heredoc."""
    line_start, line_end = _line(text, comment)
    before = text[line_start : comment.start]
    if before.strip():
        opens = _OPENS_BLOCK.search(before.rstrip()) or _HEREDOC.search(before.rstrip())
        return Span(line_start, _block_end(text, line_start, line_end) if opens else comment.start)
    at = line_end
    while at < len(text):
        ended = _LINE_END.match(text, at)
        assert ended
        start = ended.end()
        at = _end_of_line(text, start)
        line = text[start:at].strip()
        if line and not line.startswith(("#", "//")):
            return Span(start, _block_end(text, start, at))
        if start == len(text):
            break
    return Span(comment.end, comment.end)


def _block_end(text: str, start: int, end: int) -> int:
    """The end of the lines that belong to the one from `start` to `end`."""
    indent = _past_space(text, start) - start
    heredoc = _HEREDOC.search(text[start:end].rstrip())
    last = at = end
    while at < len(text):
        ended = _LINE_END.match(text, at)
        assert ended
        line_start = ended.end()
        at = _end_of_line(text, line_start)
        line = text[line_start:at]
        if heredoc:
            last = at
            if line.strip() == heredoc[1]:
                return last
        elif line.strip():
            if len(line) - len(line.lstrip(" \t")) <= indent:
                break
            last = at
        if line_start == len(text):
            break
    return last


def to_blank_line(text: str, comment: Span) -> Span:
    """In a gettext catalogue: the rest of the entry."""
    ended = _BLANK_LINE.search(text, comment.end)
    return Span(comment.end, ended.start() if ended else len(text))
