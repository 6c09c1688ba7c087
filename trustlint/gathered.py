"""What is known of a file once it has been gone through: the value between linting and reporting."""

from trustlint.diagnostic import Diagnostic
from trustlint.errors import SourceError, TrustlintError
from trustlint.fact import NONE
from trustlint.message import Omission
from trustlint.sources.comments import Comment
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Mapping, Sequence


class Findings(NamedTuple):
    """What the rules say about a field, what could not be done, and what is for the library to judge: packed facts."""

    diagnostics: Sequence[Diagnostic]
    errors: Sequence[TrustlintError]
    facts: bytes = NONE


NOTHING = Findings((), ())
"""What is found in most fields: one value for all of them."""


class Gathered:
    """A file gone through.

    `found` has an entry for each field, and for each thing that could not be read, in order; `None` for a field that
    is in another share. `linted` are the stretches of the file that messages were read from, as far as a comment may
    speak about them. `content` is the digest of the file's bytes, if it was read whole;
    `dated` says that the day had a say in what was found. `heard` are the messages of a large file, for the next run.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.format: str | None = None
        self.content: bytes | None = None
        self.found: list[Findings | None] = []
        self.omissions: list[Omission] = []
        self.comments: list[Comment] = []
        self.linted: list[Span] = []
        self.dated = False
        self.heard: dict[bytes, bytes] = {}
        self.records = 0
        self.messages = 0
        self.unspoken = 0

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return [one for each in self.found if each for one in each.diagnostics]

    @property
    def errors(self) -> list[TrustlintError]:
        return [one for each in self.found if each for one in each.errors]

    @property
    def noted(self) -> list[Findings]:
        """What was found in the fields that say something which only the whole library can judge."""
        return [each for each in self.found if each and each.facts]

    def add(self, diagnostics: Mapping[int, Sequence[Diagnostic]]) -> None:
        """Add what the library's rules say about fields, by their numbers in `noted`."""
        at = [at for at, each in enumerate(self.found) if each and each.facts]
        for number, more in diagnostics.items():
            found = self.found[at[number]]
            assert found is not None
            self.found[at[number]] = found._replace(diagnostics=sorted([*found.diagnostics, *more], key=in_order))

    def take_over(self, share: "Gathered") -> None:
        """Add what was found of the same file in another share."""
        if self.content == share.content and len(self.found) == len(share.found):
            self.found = [one or other for one, other in zip(self.found, share.found, strict=True)]
            self.dated = self.dated or share.dated
            self.heard.update(share.heard)
        else:
            self.found.append(Findings([], [SourceError("this file was changed while it was read", path=self.path)]))


def in_order(one: Diagnostic) -> tuple[int, int, str]:
    """Diagnostics of one field stand in the order of its text."""
    return one.start.offset, one.end.offset, one.rule
