"""How wide text stands on a terminal."""


def cell_len(text: str) -> int:
    """The columns that a text takes: two for wide characters, none for marks that stand on the one before."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(char: str) -> int:
    if char.isascii():
        return 1
    from unicodedata import category, east_asian_width

    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def chopped(text: str, width: int) -> list[str]:
    """A text in parts that each fit in some columns."""
    parts, taken = [""], 0
    for char in text:
        columns = cell_len(char)
        if taken + columns > width and parts[-1]:
            parts.append("")
            taken = 0
        parts[-1] += char
        taken += columns
    return parts
