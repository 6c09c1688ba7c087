"""Templates: the placeholders, branches and comments of a template language, lexed and never rendered."""

from typing import Literal, NamedTuple

from trustlint.message import PlaceholderKind
from trustlint.span import Span

TokenKind = Literal["placeholder", "open", "branch", "close", "statement", "comment", "raw"]


class Token(NamedTuple):
    """A stretch of template syntax in a field's value.

    `open`, `branch` and `close` make conditionals and loops (`keyword` is `if`, `else`, `case`, `when`, `for`, …; the
    tag's own text names the branch); `statement` prints nothing; `raw` delimits literal text; a placeholder has a
    kind, a bare name, and the spans of the fallback texts inside it.
    """

    span: Span
    kind: TokenKind
    keyword: str = ""
    placeholder: PlaceholderKind = "other"
    name: str = ""
    fallbacks: tuple[Span, ...] = ()


class Reading(NamedTuple):
    """One way through the branches: what it is called and the spans of the text that it keeps."""

    branch: str | None
    kept: tuple[Span, ...]
