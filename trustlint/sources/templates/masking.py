"""A value with its template syntax hidden, character for character."""

from trustlint.masks import PLACEHOLDERS, TAG
from trustlint.patterns import lazy
from trustlint.sources.templates.token import Token
from trustlint.typed import Sequence

_RESERVED = lazy("[\ue000-\ue009]")
_REPLACEMENT = "\ufffd"


def mask(value: str, tokens: Sequence[Token]) -> str:
    """`value` with every token replaced by mask characters, of the same length.

    Fallback texts inside a token stay. A mask character that the value brought along becomes U+FFFD, so that
    nobody can write a token's shadow without the token.
    """
    # Most values bring none: one scan, and none at all for ASCII.
    if not value.isascii() and _RESERVED.search(value):
        value = _RESERVED.sub(_REPLACEMENT, value)
    if not tokens:
        return value
    pieces: list[str] = []
    at = 0
    for token in tokens:
        start, end = token.span
        pieces.append(value[at:start])
        char = PLACEHOLDERS[token.placeholder] if token.kind == "placeholder" else TAG
        for text in token.fallbacks:
            pieces.append(char * (text.start - start))
            pieces.append(value[text.start : text.end])
            start = text.end
        pieces.append(char * (end - start))
        at = end
    pieces.append(value[at:])
    return "".join(pieces)
