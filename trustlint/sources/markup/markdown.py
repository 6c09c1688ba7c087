"""Markdown as its reader sees it, or as a help desk renders it.

Marks vanish, words stay: link texts and image descriptions but not their addresses, code with its place pointed out,
list markers as they are, table cells on lines of their own. A line end in a paragraph stays a line end.
"""

from bisect import bisect_right

from trustlint.patterns import MULTILINE, VERBOSE, lazy
from trustlint.sources.markup import Visible
from trustlint.sources.markup.elements import INVISIBLE
from trustlint.sources.markup.front_matter import front_matter
from trustlint.sources.markup.markdown_blocks import COMMENT_CHAR, Block, blocks, without_comments
from trustlint.sources.markup.markdown_inline import Edit, edits
from trustlint.sources.markup.writer import Writer
from trustlint.span import Run, Span

# Anything that may be a mark or would be tidied: a value without it reads as it is written. Most replies are such.
_MARK = lazy(
    rf"[\\`<>\[\]*_~&|#\t\r{COMMENT_CHAR}{INVISIBLE}] | ^[ =+•-] | ^\d+[.)] | [ ]$ | \n\n\n | \A\n | \n\Z",
    MULTILINE | VERBOSE,
)


def visible(value: str) -> Visible:
    """What is read of a Markdown value; front matter is not."""
    if not _MARK.search(value):
        return Visible(value, (Run(0, len(value), 0, len(value)),) if value else ())
    plain = without_comments(value)
    header = front_matter(value)
    read = blocks(plain, header[1] if header else 0)
    definitions = frozenset(block.info for block in read if block.kind == "definition")
    writer = Writer()
    above: Block | None = None
    for block in read:
        writer.block(1 if above and _stay_together(above, block) else 2)
        start = writer.next
        if block.kind in ("fence", "indented"):
            _verbatim(writer, plain, block)
        elif block.lines:
            _Paragraph(plain, block.lines).write(writer, definitions)
        if block.quoted:
            writer.quoted.append(Span(start, writer.length))
        if block.kind == "fence":
            writer.code.append(Span(start, writer.length))
        above = block
    return writer.visible()


def _stay_together(above: Block, below: Block) -> bool:
    """Items and cells follow each other line by line; so does a list under its introduction."""
    return below.kind in ("item", "cell") and above.kind in ("item", "cell", "text") and above.quoted == below.quoted


def _verbatim(writer: Writer, value: str, block: Block) -> None:
    for line in block.lines:
        if text := line.of(value).rstrip():
            writer.copy(text, line.start)
        writer.line()


class _Paragraph:
    """Lines read as one text: `[link` may open on one and close on the next, whatever `>` stands between."""

    def __init__(self, value: str, lines: tuple[Span, ...]) -> None:
        self.lines = _joined(value, lines)
        self.text = "\n".join(line.of(value) for line in self.lines)
        self.starts = [0]
        for line in self.lines[:-1]:
            self.starts.append(self.starts[-1] + line.end - line.start + 1)

    def write(self, writer: Writer, definitions: frozenset[str]) -> None:
        at = 0
        for edit in (*edits(self.text, definitions), Edit(len(self.text), len(self.text))):
            self._copy(writer, at, edit.start)
            if edit.breaks == 1:
                writer.line()
            elif edit.breaks:
                writer.block(edit.breaks)
            elif edit.code:
                start = writer.next
                self._copy(writer, edit.start, edit.end)
                writer.code.append(Span(start, writer.length))
            elif edit.text:
                writer.put(edit.text, self._source(edit.start), self._source(edit.end - 1) + 1)
            at = max(at, edit.end)

    def _copy(self, writer: Writer, start: int, end: int) -> None:
        while start < end:
            number = bisect_right(self.starts, start) - 1
            line_end = self.starts[number] + self.lines[number].end - self.lines[number].start
            if start < line_end:
                stop = min(end, line_end)
                text = self.text[start:stop]
                if writer.spaced and text[0] == " ":
                    start += len(text) - len(text := text.lstrip(" "))
                if text:
                    writer.copy(text, self._source(start))
                start = stop
            else:
                writer.block(1)
                start += 1

    def _source(self, offset: int) -> int:
        number = bisect_right(self.starts, offset) - 1
        return self.lines[number].start + offset - self.starts[number]


def _joined(value: str, lines: tuple[Span, ...]) -> tuple[Span, ...]:
    """The lines, with those that nothing but a line feed parts taken as one stretch."""
    if len(lines) == 1:
        return lines
    joined = [lines[0]]
    for line in lines[1:]:
        if line.start == joined[-1].end + 1 and value[line.start - 1] == "\n":
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)
