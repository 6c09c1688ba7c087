"""A part of a message as a message of its own, its texts and sentences already known."""

from trustlint.memo import cached_property
from trustlint.message import Message, Placeholder
from trustlint.prose.memory import Memory
from trustlint.prose.prose import Prose, plain_message
from trustlint.prose.sentences import Sentence
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from trustlint.prose.lexicon import Lexicon


class Texts(NamedTuple):
    """The same words as written, plain, masked, and masked in lower case."""

    text: str
    plain: str
    masked: str
    folded: str


class View(Prose):
    """What `Prose` would make of the text is given: it was made of the whole message."""

    def __init__(
        self,
        texts: Texts,
        sentences: tuple[Sentence, ...],
        quotations: tuple[Span, ...],
        placeholders: tuple[Placeholder, ...],
        lexicon: "Lexicon | None",
    ) -> None:
        self.lexicon = lexicon
        self.readings = {}
        self._clauses = {}
        # Where a cached property keeps what it has made.
        known = vars(self)
        known["text"], known["plain"], known["masked"], known["folded"] = texts
        known["sentences"], known["quotations"], known["placeholders"] = sentences, quotations, placeholders

    @cached_property
    def message(self) -> Message:  # type: ignore[override]
        """Asked for by few checks."""
        return plain_message(self.text, placeholders=self.placeholders)

    @cached_property
    def memory(self) -> Memory:  # type: ignore[override]
        """Of nothing: all that would be remembered is given."""
        return Memory()
