"""What Liquid's own filters are given: too few values, too many, or a constant that they cannot take.

Filters of other names are the platform's. A filter that is left without its value is told only where no other template
language has one of that name that takes none: `{{ x | date }}` may be Django's.
"""

from trustlint.patterns import lazy
from trustlint.typed import Iterator

_TOKENS = lazy(r"\"[^\"]*\"|'[^']*'|\([^()\s]*\.\.[^()\s]*\)|[^\s\"'|,:()]+|[|,:]|(\S)")
_KEYWORD = lazy(r"[A-Za-z_]\w*\Z")
_NUMBER = lazy(r"-?\d+(?:\.\d+)?\Z")
_INTEGER = lazy(r"-?\d+\Z")


def _table(text: str) -> dict[str, tuple[int, int]]:
    """By a filter's name, how many values it takes: `append 1 1`."""
    rows = (row.split() for row in text.strip().splitlines())
    return {name: (int(least), int(most)) for *names, least, most in rows for name in names}


_TAKES = _table(
    """
    abs capitalize ceil downcase escape escape_once floor lstrip newline_to_br rstrip size strip 0 0
    strip_html strip_newlines upcase url_decode url_encode base64_decode base64_encode reverse 0 0
    base64_url_safe_decode base64_url_safe_encode 0 0
    append at_least at_most concat divided_by minus modulo plus prepend split times 1 1
    remove remove_first remove_last 1 1
    compact date join map round sort sort_natural sum uniq 0 1
    replace replace_first slice where 1 2
    replace_last 2 2
    default find find_index has reject truncate truncatewords 0 2
    """
)


def complaint(output: str) -> str:
    """What is wrong with the filters of an expression (`name | append: "!"`); nothing if Liquid would take them."""
    if "|" not in output or "&" in output:
        return ""
    try:
        for name, values in _filters(output):
            if said := _of_filter(name, values):
                return said
    except ValueError:
        return ""  # another language, or what an editor has made of it
    return ""


def _filters(output: str) -> Iterator[tuple[str, list[str]]]:
    """Each filter with its values, those with a keyword left out. ValueError if it is not written in Liquid's way."""
    filters: list[list[str]] = [[]]
    for found in _TOKENS.finditer(output):
        if found[1]:
            raise ValueError
        if found[0] == "|":
            filters.append([])
        else:
            filters[-1].append(found[0])
    for name, *rest in filters[1:]:
        if rest and (rest[0] != ":" or len(rest) == 1):
            raise ValueError
        yield name, [value for value in map(_value, _listed(rest[1:])) if value]


def _listed(rest: list[str]) -> list[list[str]]:
    values: list[list[str]] = [[]] if rest else []
    for part in rest:
        if part == ",":
            values.append([])
        else:
            values[-1].append(part)
    return values


def _value(written: list[str]) -> str:
    if len(written) == 1 and written[0] != ":":
        return written[0]
    if len(written) == 3 and written[1] == ":" and _KEYWORD.match(written[0]):
        return ""
    raise ValueError


def _of_filter(name: str, values: list[str]) -> str:
    if name not in _TAKES:
        return ""
    least, most = _TAKES[name]
    if len(values) < least:
        return f"`{name}` lacks {'a value' if least - len(values) == 1 else 'its values'}"
    if len(values) > most:
        return f"`{name}` takes {('no value', 'one value', 'two values')[most]}"
    if name == "slice" and any(_is_constant(value) and not _INTEGER.match(value.strip("\"'")) for value in values):
        return "`slice` takes whole numbers"
    if name in ("divided_by", "modulo") and _is_constant(values[0]):
        number = values[0].strip("\"'")
        if not _NUMBER.match(number):
            return f"`{name}` takes a number"
        return f"`{name}` cannot take 0" if _INTEGER.match(number) and not int(number) else ""
    return ""


def _is_constant(value: str) -> bool:
    return value[0] in "\"'" or _NUMBER.match(value) is not None
