"""What is known of a file once it has been gone through: the value between linting and reporting."""

from trustlint.diagnostic import Diagnostic
from trustlint.errors import SourceError, TrustlintError
from trustlint.found import Findings, Found
from trustlint.message import Omission
from trustlint.sources.comments import Comment
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING, Iterator, Mapping, Sequence

if TYPE_CHECKING:
    from trustlint.results.messages import Answers


class Gathered:
    """A file gone through.

    `found` is what was found in its fields, and in what could not be read. `linted` are the stretches of the file that
    messages were read from, as far as a comment may speak about them. `content` is the digest of the file's bytes, if
    it was read whole; `dated` says that the day had a say in what was found. `heard` are the messages of a large file,
    for the next run.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.format: str | None = None
        self.content: bytes | None = None
        self.found = Found()
        self.omissions: list[Omission] = []
        self.comments: list[Comment] = []
        self.linted: list[Span] = []
        self.dated = False
        self.heard: Answers | None = None
        self.records = 0
        self.messages = 0
        self.unspoken = 0
        self._added: dict[int, list[Diagnostic]] = {}

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """What was found and added, in the order of the file."""
        for number, found in self.found.diagnostics():
            added = self._added.get(number)
            yield from sorted([*found, *added], key=in_order) if added else found

    @property
    def errors(self) -> list[TrustlintError]:
        return self.found.errors

    def add(self, diagnostics: Mapping[int, Sequence[Diagnostic]]) -> None:
        """Add what the library's rules say about fields, by their numbers."""
        for number, more in diagnostics.items():
            self._added.setdefault(number, []).extend(more)

    def take_over(self, shares: "Sequence[Gathered]") -> None:
        """Add what was found of the same file in other shares."""
        if any((each.content, each.found.fields) != (self.content, self.found.fields) for each in shares):
            self.found.add(Findings([], [SourceError("this file was changed while it was read", path=self.path)]))
            return
        self.found = Found.merged([self.found, *(each.found for each in shares)])
        self.dated = self.dated or any(each.dated for each in shares)
        for each in shares:
            if self.heard is not None and each.heard is not None:
                self.heard.take_over(each.heard)


def in_order(one: Diagnostic) -> tuple[int, int, str]:
    """Diagnostics of one field stand in the order of its text."""
    return one.start.offset, one.end.offset, one.rule
