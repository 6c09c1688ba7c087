"""The words of this room: tokens, readings, problems."""

from trustlint.message import PlaceholderKind
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterable, Literal

TokenKind = Literal["placeholder", "open", "branch", "close", "statement", "comment", "raw"]


class Token(NamedTuple):
    """A stretch of template syntax in a field's value.

    `open`, `branch` and `close` make conditionals and loops (`keyword` is `if`, `else`, `case`, `when`, `for`, …; a
    `close` carries the keyword it closes, or nothing when it closes whatever is open); `statement` prints
    nothing; `raw` delimits literal text. A placeholder has a kind, a bare name, and the spans of the fallback texts
    inside it; the `name` of any other tag is its own text, tidied (`{% if vip %}`), and a statement's `fallbacks` are
    the texts that it sets aside to be printed elsewhere. Where a tag strips the white space around it, its span covers
    that too. Of a mark that the language would not take, `problem` says why; it stays in the text, as it is sent.
    """

    span: Span
    kind: TokenKind
    keyword: str = ""
    placeholder: PlaceholderKind = "other"
    name: str = ""
    fallbacks: tuple[Span, ...] = ()
    problem: str = ""


def in_order(tokens: Iterable[Token]) -> list[Token]:
    """The tokens as they stand in the text; of two that overlap, the one that starts first."""
    kept: list[Token] = []
    free = 0
    for token in sorted(tokens, key=lambda token: token.span):
        if token.span.start >= free:
            kept.append(token)
            free = token.span.end
    return kept


class Reading(NamedTuple):
    """One way through the branches: what it is called and the spans of the text that it keeps."""

    branch: str | None
    kept: tuple[Span, ...]


class Problem(NamedTuple):
    """Something that the template language would not accept: where, and what."""

    span: Span
    message: str
