"""A part of a message as a message of its own, its texts and sentences already known."""

from trustlint.message import Placeholder
from trustlint.prose.prose import Prose, plain_message
from trustlint.prose.sentences import Sentence
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from trustlint.prose.lexicon import Lexicon


class View(Prose):
    """What `Prose` would make of the text is given: it was made of the whole message."""

    def __init__(
        self,
        text: str,
        plain: str,
        masked: str,
        sentences: tuple[Sentence, ...],
        quotations: tuple[Span, ...],
        placeholders: tuple[Placeholder, ...],
        lexicon: "Lexicon | None",
    ) -> None:
        super().__init__(plain_message(text, placeholders=placeholders), lexicon)
        # Where a cached property keeps what it has made.
        vars(self).update(plain=plain, masked=masked, sentences=sentences, quotations=quotations)
