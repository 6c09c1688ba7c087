"""Comments that speak to trustlint, and the stretch of the file that each speaks about.

A format's own comments are looked for in the text of the file; those inside a text of a record (a comment in an HTML
body in a JSON string) in that text as its container decodes it, so that escapes cannot hide them and nothing they say
reaches beyond their text.
"""

from trustlint.message import SourceFile
from trustlint.span import Position, Span, TextMap
from trustlint.tuples import NamedTuple
from trustlint.typed import Callable, Iterator, Literal

MARK = "trustlint-ignore"
"""What each of them begins with. A file without it need not be looked through."""


class Comment(NamedTuple):
    """`said` is what it says behind the mark; `source` is all of it, as it stands in the file from `start` to `end`.

    `covers` is the stretch it speaks about, in code points of the file: for a `start` everything from there to the end
    of its home, for an `end` nothing. `home` is the file, or the text of a record, that a pair must share.
    """

    kind: Literal["next", "start", "end"]
    said: str
    start: Position
    end: Position
    source: str
    covers: Span
    home: Span


Located = Callable[[Span], Span]


def in_file(file: SourceFile, container: str) -> Iterator[Comment]:
    """The comments that a file has in the syntax of its container: `yaml`, `po`, `hcl`, `xml`, or `text` for pages."""
    from trustlint.sources.comments import syntax

    for found in syntax.in_container(file.text, container):
        yield _comment(file, found, Span(0, len(file.text)), lambda span: span)


def in_text(file: SourceFile, text: str, locate: Callable[[], TextMap]) -> Iterator[Comment]:
    """The comments in a text of a record. `locate` makes the map from the text to the file."""
    from trustlint.sources.comments import syntax

    found = list(syntax.in_markup(text))
    if found:
        to_source = locate().to_source
        home = to_source(Span(0, len(text)))
        for each in found:
            yield _comment(file, each, home, to_source)


def _comment(file: SourceFile, found: "Found", home: Span, located: Located) -> Comment:
    at, reach = located(found.span), located(found.reach)
    base = file.base.offset
    kind, said = _kind(found.said)
    covers = {"next": reach, "start": Span(at.end, home.end), "end": Span(at.end, at.end)}[kind]
    place = file.lines.position
    return Comment(kind, said, place(at.start), place(at.end), at.of(file.text), covers.shift(base), home.shift(base))


def _kind(said: str) -> tuple[Literal["next", "start", "end"], str]:
    if said.startswith("-start") and not said[6:7].isalnum():
        return "start", said[6:]
    if said.startswith("-end") and not said[4:5].isalnum():
        return "end", said[4:]
    return "next", said


class Found(NamedTuple):
    """A comment in some text: its span, what it says behind the mark, and what it speaks about if it is no pair."""

    span: Span
    said: str
    reach: Span
