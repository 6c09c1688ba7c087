"""Who says what about a span, and how firmly."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from trustlint.prose.sentences import Part
from trustlint.span import Span

if TYPE_CHECKING:
    from trustlint.prose.prose import Prose

Voice = Literal["us", "customer", "third-party", "product", "none"]
Condition = Literal["none", "customer", "event"]
Mood = Literal["declarative", "imperative", "question"]
Tense = Literal["past", "present", "future", "conditional"]


class Stance(NamedTuple):
    """How the clause around a span stands to it.

    `voice` is whose act it is by the grammatical subject; `condition` is whose move must come first; `quoted` covers quotation marks and
    reported speech; `hedged` means the writer leaves room (should, usually, aim to); `offer` a courtesy that nobody waits for.
    """

    voice: Voice = "none"
    negated: bool = False
    question: bool = False
    quoted: bool = False
    condition: Condition = "none"
    mood: Mood = "declarative"
    tense: Tense = "present"
    part: Part = "body"
    passive: bool = False
    hedged: bool = False
    offer: bool = False


def stance(prose: "Prose", span: Span) -> Stance:
    return Stance(part=prose.sentence_at(span.start).part)
