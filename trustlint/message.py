"""What trustlint reads: files, their records, and the messages a customer can receive."""

from trustlint.frozen import dataclass, field
from trustlint.memo import cached_property
from trustlint.span import START, ByteIndex, LineIndex, Position, Span, TextMap
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Callable, Literal, TypeAlias

if TYPE_CHECKING:
    from trustlint.diagnostic import Edit

Route: TypeAlias = tuple[str | int, ...]
"""An address in a document: `("macros", 3, "actions", 0, "value")`."""

PlaceholderKind = Literal["name", "date", "money", "other", "fill-in"]
"""What a placeholder stands for; `fill-in` is left for a human: `[DATE]`, `XX`, `<name>`."""


def show_route(route: Route) -> str:
    """`macros[3].actions[0].value`"""
    shown = ""
    for step in route:
        if isinstance(step, int):
            shown += f"[{step}]"
        else:
            shown += f".{step}" if shown else step
    return shown


@dataclass(frozen=True)
class SourceFile:
    """A decoded file, or one window of a file too large to hold.

    `path` is what the user named; `text` has no byte-order mark but keeps its line ends as they are.
    `base` is the position of the text's first character in the file.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bool = False
    base: Position = START

    @cached_property
    def lines(self) -> LineIndex:
        return LineIndex(self.text, self.base)

    @cached_property
    def _bytes(self) -> ByteIndex:
        return ByteIndex(self.text)

    def byte_column(self, offset: int) -> int | None:
        """Where an offset of the text stands in its line in UTF-8 bytes, from 1.

        `None` on the first line of a window that does not begin with it: what stands before is not held.
        """
        place = self.lines.position(offset)
        if place.line == self.base.line and self.base.column > 1:
            return None
        line_start = offset - (place.column - 1)
        return self._bytes.before(offset) - self._bytes.before(line_start) + 1


class Placeholder(NamedTuple):
    """A slot the help desk fills in. Spans are in the message's text.

    `name` is the bare name (`ticket.requester.first_name`); `fallbacks` are the default texts inside it
    that a customer sees when the slot is empty. `problem` says why the template language would not take it.
    """

    span: Span
    kind: PlaceholderKind
    name: str
    fallbacks: tuple[Span, ...] = ()
    problem: str = ""


@dataclass(frozen=True)
class Record:
    """One item of a library: a macro, a saved reply, a template.

    `format` names the source (`zendesk-macros`), `kind` is the word people use (`macro`), `route` is its
    address in the file, `language` a BCP 47 tag when the file declares one, `updated` the day when it was last
    changed (`2026-01-12`), where the file tells.
    """

    format: str
    kind: str
    route: str
    id: str | None = None
    title: str | None = None
    language: str | None = None
    updated: str | None = None

    @property
    def name(self) -> str:
        """`macro 'Billing::Refund delay' (id 360001234567)`, as far as it is known."""
        shown = self.kind
        if self.title:
            shown += f" '{self.title}'"
        if self.id and self.id != self.title:
            shown += f" (id {self.id})"
        return shown if self.title or self.id else f"{self.kind} {self.route}".rstrip()


@dataclass(frozen=True)
class Message:
    """One text a customer can receive: one field of a record, on one branch path.

    `text` is what the customer reads, placeholders verbatim. `role` is the field's part in the mail.
    `locate` builds the map from `text` to the file; it runs only when something must be shown.
    `branch` names the alternative this reading took (`else of {% if vip %}`), if there is more than one.
    `code` and `quoted` are the spans that the markup says are code, or somebody else's words (block quotes, history).
    `rewrite` says what to change in the file so that other words are read at a span (`sources.writing`).
    `before` is what the same writer said earlier in a conversation, the latest last.
    """

    record: Record
    route: str
    text: str
    file: SourceFile
    locate: Callable[[], TextMap] = field(repr=False, compare=False)
    role: Literal["subject", "body", "button", "attribute"] = "body"
    placeholders: tuple[Placeholder, ...] = ()
    branch: str | None = None
    code: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    rewrite: "Callable[[Span, str], tuple[Edit, ...]] | None" = field(default=None, repr=False, compare=False)
    before: tuple[str, ...] = field(default=(), repr=False, compare=False)

    @property
    def language(self) -> str | None:
        return self.record.language

    @cached_property
    def map(self) -> TextMap:
        return self.locate()

    def in_file(self, span: Span) -> Span:
        """Where a span of the text stands in the file's text."""
        return self.map.to_source(span)


class Omission(NamedTuple):
    """Something that was read and left out, and why: `inspect` shows it."""

    route: str
    reason: str
    record: Record | None = None
