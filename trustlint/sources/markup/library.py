"""A page of replies: one reply per heading, in Markdown or in the fences that a person copies from.

On such a page a fence is not code: without a language, or marked as text, it *is* what the customer gets, and the words
around it tell agents when to use it.
"""

from trustlint.patterns import lazy
from trustlint.sources.markup.front_matter import front_matter
from trustlint.sources.markup.markdown import visible
from trustlint.sources.markup.markdown_blocks import COMMENT_CHAR, Block, blocks, without_comments
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator, Literal

_TEXT_FENCES = frozenset(("", "text", "txt", "plain", "plaintext", "md", "markdown", "html", "email", "eml", "mail"))
_SUBJECT = lazy(r"(?i)[*_]*(?:e-?mail )?subject(?: line)?[*_]*[ \t]*:[*_]*[ \t]*")
_SUBJECT_LABEL = lazy(r"(?i)[*_]*(?:e-?mail )?subject(?: line)?[*_]*[ \t]*:?[*_]*\Z")
_INSTRUCTION = lazy(
    r"(?i)[*_]*(?:when to use|when|use (?:this )?(?:when|for|if)|tags?|categor(?:y|ies)|notes?"
    r"|internal(?: notes?| only)?|channels?|audience|trigger|purpose|scenario|shortcut|owner|status|e-?mail body|body"
    r"|reply|response|template)"
    r"(?: \([^)\n]*\))?[*_]*[ \t]*:"
)


class Passage(NamedTuple):
    """A stretch of the page that customers get, and the markup it is written in."""

    span: Span
    markup: Literal["markdown", "html"] = "markdown"


class Reply(NamedTuple):
    """One reply of a page: its heading, the subject line if it has one, what is sent, and what tells agents how."""

    title: str
    subject: Span | None
    bodies: tuple[Passage, ...]
    instructions: tuple[Span, ...] = ()


def replies(text: str) -> list[Reply]:
    """The replies of a page. A page without headings is one reply without a title."""
    header = front_matter(text)
    plain = without_comments(text)
    return [reply for section in _sections(plain, header[1] if header else 0) if (reply := section.reply(plain))]


class _Section(NamedTuple):
    heading: Block | None
    blocks: list[Block]
    leaf: bool

    def reply(self, text: str) -> Reply | None:
        """What is sent of a section; None if it is only there for agents."""
        title = visible(self.heading.lines[0].of(text)).text if self.heading else ""
        sendable = [block for block in self.blocks if _is_sent(block)]
        if all(block.quoted for block in sendable) and not _outweigh(sendable, self.blocks):
            sendable = []
        if sendable:
            return self._copied(text, title)
        if not self.leaf or not self.blocks:
            return None
        return self._written(text, title)

    def _copied(self, text: str, title: str) -> Reply:
        """A section whose replies stand in fences, indented blocks or block quotes."""
        bodies: list[Passage] = []
        told: list[Span] = []
        subject: Span | None = None
        above: Block | None = None
        for block in self.blocks:
            if not _is_sent(block):
                subject = next(filter(None, (_subject(text, line) for line in block.lines)), subject)
                told.append(block.span)
            elif above and block.lines and _SUBJECT_LABEL.search(above.span.of(text).strip()):
                subject = Span(block.lines[0].start, block.lines[-1].end)
            elif block.lines:
                if first := _subject(text, block.lines[0]):
                    subject = first
                body = Span(first.end if first else block.lines[0].start, block.lines[-1].end)
                bodies.append(Passage(_line_start(text, body), "html" if block.info == "html" else "markdown"))
            above = block
        return Reply(title, subject, tuple(_merged(text, bodies)), tuple(told))

    def _written(self, text: str, title: str) -> Reply | None:
        """A section that is itself the reply, but for a subject line and instructions at its top."""
        told: list[Span] = []
        rest = [block for block in self.blocks if block.kind != "definition"]
        subject: Span | None = None
        while rest and rest[0].lines:
            if found := _subject(text, rest[0].lines[0]):
                subject = found
                if found.end < rest[0].lines[-1].end:
                    return Reply(title, subject, (Passage(Span(found.end, self.blocks[-1].span.end)),), tuple(told))
            elif _INSTRUCTION.match(rest[0].lines[0].of(text)) and len(rest) > 1:
                told.append(rest[0].span)
            else:
                break
            rest.pop(0)
        if not any(block.lines for block in rest):
            return Reply(title, subject, (), tuple(told)) if subject else None
        return Reply(title, subject, (Passage(Span(rest[0].span.start, rest[-1].span.end)),), tuple(told))


def _sections(text: str, start: int) -> Iterator[_Section]:
    found = blocks(text, start)
    heads = [at for at, block in enumerate(found) if block.kind == "heading" and not block.quoted]
    if not heads:
        yield _Section(None, found, leaf=True)
    for number, at in enumerate(heads):
        end = heads[number + 1] if number + 1 < len(heads) else len(found)
        leaf = end == len(found) or found[end].level <= found[at].level
        yield _Section(found[at], found[at + 1 : end], leaf)


def _is_sent(block: Block) -> bool:
    if block.kind == "fence":
        return block.info in _TEXT_FENCES
    return block.kind == "indented" or block.quoted


def _outweigh(quotes: list[Block], section: list[Block]) -> bool:
    """Whether a section is there for its block quotes: else they only quote somebody in a reply."""
    return 2 * sum(b.span.end - b.span.start for b in quotes) > sum(b.span.end - b.span.start for b in section)


def _subject(text: str, line: Span) -> Span | None:
    """The subject that a line gives, without its label."""
    if not (label := _SUBJECT.match(text, line.start, line.end)):
        return None
    words = text[label.end() : line.end].rstrip("*_ \t")
    return Span(label.end(), label.end() + len(words)) if words.strip(COMMENT_CHAR) else None


def _merged(text: str, passages: list[Passage]) -> Iterator[Passage]:
    """Passages with nothing but white space between them are one: an indented reply of several paragraphs."""
    held: Passage | None = None
    for passage in passages:
        if held and held.markup == passage.markup and not text[held.span.end : passage.span.start].strip(" \t\r\n>"):
            held = Passage(Span(held.span.start, passage.span.end), held.markup)
            continue
        if held:
            yield held
        held = passage
    if held:
        yield held


def _line_start(text: str, span: Span) -> Span:
    """The span from the start of its first line, so that a `>` or an indent before it is seen for what it is."""
    start = text.rfind("\n", 0, span.start) + 1
    start = max(start, text.rfind("\r", start, span.start) + 1)
    return span if text[start : span.start].strip(" \t>") else Span(start, span.end)
