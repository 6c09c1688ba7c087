"""Markdown's blocks: which lines belong together, and where their content stands.

CommonMark's rules where they matter to a reader, with GitHub's tables; no list nesting, because nobody reads it aloud.
"""

import re
from collections.abc import Generator

from trustlint.patterns import lazy
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator, Literal

BlockKind = Literal["text", "heading", "item", "cell", "fence", "indented", "definition", "rule"]

COMMENT_CHAR = "\0"
_COMMENT = lazy(r"<!--(?:-?>|(?s:.)*?(?:-->|\Z))")
_LINE = lazy(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_QUOTE = lazy(r"(?: {0,3}> ?)+")
_FENCE = lazy(r"\s*(?P<ticks>`{3,}|~{3,})[ \t]*(?P<info>[^`\s]*)[^`]*$")
_HEADING = lazy(r" {0,3}(?P<level>#{1,6})(?:[ \t]+(?P<text>.*?))??(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = lazy(r" {0,3}(?:={3,}|-{3,})[ \t]*$")
_RULE = lazy(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_ITEM = lazy(r"\s*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?=\S)")
_INDENT = lazy(r"(?: {4}|\t)(?=\s*\S)")
_DEFINITION = lazy(r" {0,3}\[(?P<label>[^\]^][^\]]*)\]:[ \t]*\S+(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?[ \t]*$")
_DELIMITERS = lazy(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_MARKS = frozenset("#=-*_[+•")
_CELL = lazy(r"(?:[^|\\]|\\.)+")


class Block(NamedTuple):
    """Lines that belong together. `lines` are their contents in the value, without prefixes and line ends.

    `level` is that of a heading, `info` the language of a fence or the label of a definition, `quoted` says that all
    lines stand behind `>`. `span` covers the whole lines.
    """

    kind: BlockKind
    lines: tuple[Span, ...]
    span: Span
    level: int = 0
    info: str = ""
    quoted: bool = False


def without_comments(value: str) -> str:
    """The value with its HTML comments blanked, so that none reaches over what is read. Same length."""
    return _COMMENT.sub(lambda match: COMMENT_CHAR * len(match[0]), value) if "<!--" in value else value


def blocks(value: str, start: int = 0, end: int | None = None) -> list[Block]:
    """The blocks of a value (or of a part of it) whose comments have been blanked."""
    return list(_Lines(value, start, len(value) if end is None else end))


class _Lines:
    """Reads lines one by one; `open` holds those of a paragraph or item that may still go on."""

    def __init__(self, value: str, start: int, end: int) -> None:
        self.value = value
        self.lines = [match.span(1) for match in _LINE.finditer(value, start, end)]
        if len(self.lines) > 1 and self.lines[-1][0] == self.lines[-1][1]:
            self.lines.pop()
        self.open: list[Span] = []
        self.kind: BlockKind = "text"
        self.quoted = False
        self.begun = start

    def __iter__(self) -> Iterator[Block]:
        at = 0
        while at < len(self.lines):
            start, end = self.lines[at]
            line = self.value[start:end]
            inner = start
            if line[:4].lstrip()[:1] == ">" and (quote := _QUOTE.match(line)):
                inner += quote.end()
                line = line[quote.end() :]
            if (inner > start) != self.quoted:
                yield from self._close()
                self.quoted = inner > start
            # The first character says what a line can be: most are tried against nothing.
            mark: str = line.lstrip(" \t\f\v\0")[:1]
            if mark in ("`", "~") and (fence := _FENCE.match(line)):
                yield from self._close()
                at = yield from self._fence(at, fence["ticks"], fence["info"].lower())
                continue
            if "|" in line and self._is_table(at):
                yield from self._close()
                at = yield from self._table(at)
                continue
            if not mark:
                yield from self._close()
            elif mark in _MARKS or mark.isdigit() or line[0] in " \t":
                yield from self._marked(line, inner, Span(start, end))
            else:
                self._continue(line, inner, start)
            at += 1
        yield from self._close()

    def _marked(self, line: str, inner: int, whole: Span) -> Iterator[Block]:
        """A line whose first character may make it something else than text."""
        if self.open and self.kind == "text" and _UNDERLINE.match(line):
            self.kind = "heading"
            yield from self._close(level=1 if "=" in line else 2)
        elif _RULE.match(line):
            yield from self._close()
            yield Block("rule", (), whole, quoted=self.quoted)
        elif heading := _HEADING.match(line):
            yield from self._close()
            words = Span(*heading.span("text")).shift(inner) if heading["text"] else Span(inner, inner)
            yield Block("heading", (words,), whole, len(heading["level"]), quoted=self.quoted)
        elif not self.open and (definition := _DEFINITION.match(line)):
            yield Block("definition", (), whole, info=_label(definition["label"]), quoted=self.quoted)
        else:
            if _ITEM.match(line):
                yield from self._close()
                self.kind = "item"
            elif not self.open and _INDENT.match(line):
                self.kind = "indented"
            self._continue(line, inner, whole.start)

    def _continue(self, line: str, inner: int, start: int) -> None:
        if not self.open:
            self.begun = start
        self.open.append(_trimmed(line, inner))

    def _close(self, level: int = 0) -> Iterator[Block]:
        if self.open:
            span = Span(self.begun, self.open[-1].end)
            yield Block(self.kind, tuple(self.open), span, level, quoted=self.quoted)
        self.open, self.kind = [], "text"

    def _fence(self, at: int, ticks: str, info: str) -> Generator[Block, None, int]:
        """A fence runs to its like, or to the end; returns the number of the line after it."""
        begun = self.lines[at][0]
        lines: list[Span] = []
        closing = re.compile(rf"\s*{re.escape(ticks[0])}{{{len(ticks)},}}\s*$")
        indent = self.value[begun : self.lines[at][1]].index(ticks) if not self.quoted else 0
        for number in range(at + 1, len(self.lines)):
            start, end = self.lines[number]
            quote = _QUOTE.match(self.value, start, end) if self.quoted else None
            inner = quote.end() if quote else start
            if closing.match(self.value[inner:end]):
                yield Block("fence", tuple(lines), Span(begun, end), info=info, quoted=self.quoted)
                return number + 1
            spaces = len(self.value[inner:end]) - len(self.value[inner:end].lstrip(" "))
            lines.append(Span(inner + min(indent, spaces), end))
        yield Block("fence", tuple(lines), Span(begun, self.lines[-1][1]), info=info, quoted=self.quoted)
        return len(self.lines)

    def _is_table(self, at: int) -> bool:
        if at + 1 == len(self.lines) or self.quoted:
            return False
        below = self.value[slice(*self.lines[at + 1])]
        return "|" in below and bool(_DELIMITERS.match(below))

    def _table(self, at: int) -> Generator[Block, None, int]:
        rows: list[int] = [at, *range(at + 2, len(self.lines))]
        for number in rows:
            start, end = self.lines[number]
            if "|" not in self.value[start:end]:
                return number
            for cell in _CELL.finditer(self.value, start, end):
                if cell[0].strip():
                    yield Block("cell", (_trimmed(cell[0], cell.start()),), Span(*cell.span()))
        return len(self.lines)


def _trimmed(line: str, start: int) -> Span:
    start += len(line) - len(line.lstrip(" \t\f\v"))
    return Span(start, start + len(line.strip(" \t\f\v")))


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()
