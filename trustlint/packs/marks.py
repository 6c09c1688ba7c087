"""The marks in examples: `We'll reply «soon».` expects `soon` to be underlined."""

from collections.abc import Iterable

_PAIRS = (("⟦", "⟧"), ("«", "»"))


class Unbalanced(ValueError):  # noqa: N818 a state of the text
    """A mark without its partner; `offset` is where it stands in the marked text."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without marks, and the spans that they enclosed. Where ⟦ ⟧ are used, « » are ordinary quotes."""
    opener, closer = next((pair for pair in _PAIRS if pair[0] in marked or pair[1] in marked), _PAIRS[1])
    text: list[str] = []
    spans: list[tuple[int, int]] = []
    opened: tuple[int, int] | None = None
    for offset, char in enumerate(marked):
        if char == opener:
            if opened is not None:
                raise Unbalanced(f"{opener} inside {opener} {closer}", offset)
            opened = len(text), offset
        elif char == closer:
            if opened is None:
                raise Unbalanced(f"{closer} without {opener}", offset)
            spans.append((opened[0], len(text)))
            opened = None
        else:
            text.append(char)
    if opened is not None:
        raise Unbalanced(f"{opener} without {closer}", opened[1])
    return "".join(text), tuple(spans)


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with marks around the spans: what `unmarked` takes apart."""
    opener, closer = _PAIRS[0] if "«" in text or "»" in text else _PAIRS[1]
    parts, at = [], 0
    for start, end in sorted(spans):
        parts += [text[at:start], opener, text[start:end], closer]
        at = max(at, end)
    return "".join(parts) + text[at:]
