"""Rules as data: what a pack says, before any check is built from it."""

from trustlint.diagnostic import Confidence, Severity
from trustlint.frozen import dataclass, field
from trustlint.memo import cached_property
from trustlint.tuples import NamedTuple
from trustlint.typed import Any, Literal, Sequence

State = Literal["on", "opt-in", "auto"]
"""`on` runs in the `recommended` preset, `opt-in` only in `all` or when selected, `auto` when its setting exists."""


class ExampleRecord(NamedTuple):
    """A text of a record, in an example that is a small library: `[start, end)` of the example's text.

    `number` tells the records apart, `role` is the part of the mail that the text is; `language`, `kind` and
    `updated` are what a library would say of it.
    """

    start: int
    end: int
    number: int = 0
    title: str = ""
    role: str = "body"
    language: str | None = None
    kind: str = "macro"
    updated: str | None = None


class Example(NamedTuple):
    """A sentence or short message that a rule must or must not fire on.

    `text` has no marks; `spans` are the expected underlines (empty on a good example, or when the author
    did not mark any); `fixed` is the text after the rule's fix; `line` is its line in the pack.
    """

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    fixed: str | None = None
    line: int = 0
    records: tuple[ExampleRecord, ...] = ()
    """The records of a small library, whose texts stand in `text` one below the other."""


@dataclass(frozen=True)
class Rule:
    """One thing to catch. `options` holds the keys that belong to its check (`phrases`, `swap`, `max`, …)."""

    pack: str
    name: str
    check: str
    severity: Severity
    confidence: Confidence
    message: str
    language: str = "en"
    state: State = "on"
    options: dict[str, Any] = field(default_factory=dict)
    where: dict[str, Any] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    why: str = ""
    rewrite: str = ""
    source: tuple[str, ...] = ()
    bad: Sequence[Example] = ()
    good: Sequence[Example] = ()
    path: str = ""
    line: int = 0

    @cached_property
    def id(self) -> str:
        """`timelines/vague-time`"""
        return f"{self.pack}/{self.name}"


class Pack(NamedTuple):
    """A YAML file of rules around one principle."""

    name: str
    title: str
    principle: str
    language: str
    rules: tuple[Rule, ...]
    path: str = ""
