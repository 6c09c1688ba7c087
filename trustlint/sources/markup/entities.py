"""Character references as browsers decode them."""

from trustlint.memo import lru_cache
from trustlint.patterns import lazy
from trustlint.sources.markup import Visible
from trustlint.sources.markup.writer import Writer

PATTERN = r"&(?:\#(?:[xX][0-9a-fA-F]++|[0-9]++)|[a-zA-Z][a-zA-Z0-9]*+);?"
_ENTITY = lazy(PATTERN)

# The ones that people write. The full table of HTML has 2,231 and is imported only when another one turns up.
_COMMON = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&apos;": "'",
    "&nbsp;": "\xa0",
    "&rsquo;": "’",
    "&lsquo;": "‘",
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&ndash;": "–",
    "&mdash;": "—",
    "&hellip;": "…",
    "&shy;": "\xad",
    "&zwnj;": "\u200c",
    "&euro;": "€",
    "&pound;": "£",
}


@lru_cache(maxsize=1024)
def decode(entity: str) -> tuple[str, str]:
    """The characters that an entity stands for, and the end of it that is not part of the entity.

    `&notit;` is `¬` and leaves `it;`; what is no entity at all is left whole: `("", "&Customer")`.
    """
    if entity in _COMMON:
        return _COMMON[entity], ""
    if entity[1] == "#":
        base, digits = (16, entity[3:]) if entity[2] in "xX" else (10, entity[2:])
        # Eight significant digits are past the end of Unicode already.
        return _character(int(digits.rstrip(";").lstrip("0")[:8] or "0", base)), ""
    from html.entities import html5  # a large table, seldom needed

    name = entity[1:]
    # No name is longer than this; without the bound a long word after an ampersand costs its length squared.
    for end in range(min(len(name), 32), 1, -1):
        if name[:end] in html5:
            return html5[name[:end]], name[end:]
    return "", entity


def _character(code: int) -> str:
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if 0x80 <= code <= 0x9F:
        # Pages of the nineties meant Windows-1252 when they said &#146;, and browsers still oblige them.
        return bytes([code]).decode("cp1252", "ignore") or chr(code)
    return chr(code)


def decoded(value: str) -> Visible:
    """A value with its entities decoded and nothing else changed."""
    return decoded_part(value, 0, len(value))


def decoded_part(value: str, start: int, end: int, attribute: bool = False) -> Visible:
    """The same for a part of a value, mapped to the whole of it.

    In an attribute an entity without its semicolon stays as it is before `=`, a letter or a digit: `?a=1&copy=2`.
    """
    writer = Writer()
    at = start
    for match in _ENTITY.finditer(value, start, end):
        text, rest = decode(match[0])
        if not text or (attribute and _literal_in_attribute(match[0], rest, value[match.end() : match.end() + 1])):
            continue
        if match.start() > at:
            writer.copy(value[at : match.start()], at)
        at = match.end() - len(rest)
        writer.put(text, match.start(), at)
    if end > at:
        writer.copy(value[at:end], at)
    return writer.visible()


def _literal_in_attribute(entity: str, rest: str, following: str) -> bool:
    return bool(rest) or (entity[1] != "#" and not entity.endswith(";") and following == "=")
