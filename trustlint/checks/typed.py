"""The text as it was typed, curly quotes and long dashes included, with what is no prose hidden.

Most checks read prepared prose, in which typographic variants are one; those that are about the very characters, or
about capitals, read this.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from trustlint import masks

if TYPE_CHECKING:
    from trustlint.prose import Prose


@lru_cache(maxsize=4)  # the rules ask one after the other about the same message
def typed(prose: "Prose") -> str:
    r"""A message's text under the masks of `prose.plain`, of the same length; a `\r` is a space."""
    plain = prose.plain
    if prose.text.isascii():
        return plain
    text = prose.text.replace("\r", " ")
    if not any(mask in plain for mask in _MASKS):
        return text
    return "".join(hidden if is_mask(hidden) else char for hidden, char in zip(plain, text, strict=True))


_MASKS = [chr(code) for code in range(ord(masks.DATE), ord(masks.TAG) + 1)]


def is_mask(char: str) -> bool:
    return masks.DATE <= char <= masks.TAG


def unmasked(made: str, text: str) -> str:
    """A text made of a hidden one, with what was hidden back in its place. It must be as long as the original."""
    if len(made) != len(text):
        return made
    return "".join(char if is_mask(hidden) else hidden for hidden, char in zip(made, text, strict=True))
