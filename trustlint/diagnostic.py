"""What the user is told."""

from trustlint.frozen import dataclass
from trustlint.levels import Level
from trustlint.message import Record
from trustlint.span import Position, Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Literal


class Severity(Level):
    """How bad. Larger is worse."""

    suggestion = 1
    warning = 2
    error = 3


class Confidence(Level):
    """How sure. Larger is surer."""

    low = 1
    medium = 2
    high = 3


Applicability = Literal["safe", "unsafe", "manual"]
"""`safe` keeps the meaning, `unsafe` may change it, `manual` is advice that a person carries out."""


class Edit(NamedTuple):
    """Replace the file's `[start, end)` with `content`, already encoded for its container."""

    span: Span
    content: str


class Fix(NamedTuple):
    """A cure: a title, how far it can be trusted, and what to change (nothing when `manual`).

    `words` are what the customer reads afterwards in each place that is edited. `example` says that the title is a
    good wording of another text: the rule has none that is made of this one.
    """

    title: str
    applicability: Applicability = "manual"
    edits: tuple[Edit, ...] = ()
    words: str = ""
    example: bool = False

    @property
    def label(self) -> str:
        """What reporters put before the title."""
        return "for example" if self.example else "better"


class Label(NamedTuple):
    """A related place and a few words about it; `path` is its file, `None` for the diagnostic's own."""

    start: Position
    end: Position
    text: str
    path: str | None = None


class Excerpt(NamedTuple):
    """The sentence around a diagnostic as the customer reads it; `span` underlines inside `text`."""

    text: str
    span: Span


@dataclass(frozen=True)
class Diagnostic:
    """One finding, complete and immutable: nobody downstream needs the file to show it.

    `path`, `start`, `end` are in the file as the user has it; `text` is what the customer reads there.
    `route` and `branch` address the message inside `record`. `source` is the file's own text from `start` to `end`,
    with its escapes and tags; `byte_column` is the column of `start` in UTF-8 bytes, where it is known.
    """

    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    path: str
    start: Position
    end: Position
    text: str
    record: Record
    route: str
    excerpt: Excerpt
    branch: str | None = None
    labels: tuple[Label, ...] = ()
    note: str | None = None
    fix: Fix | None = None
    fingerprint: str = ""
    source: str = ""
    byte_column: int | None = None
