"""What an output tag prints: a name, a kind, and the literal texts that a reader may see instead."""

from trustlint.memo import lru_cache
from trustlint.message import PlaceholderKind
from trustlint.patterns import DOTALL, VERBOSE, lazy
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

# Quotes as the language has them, and as an HTML editor leaves them.
LITERAL = lazy(
    r"""
      "((?:[^"\\]|\\.)*)" | '((?:[^'\\]|\\.)*)'
    | &quot;(.*?)&quot; | &\#0?39;(.*?)&\#0?39; | “([^”]*)” | ‘([^’]*)’
    """,
    VERBOSE | DOTALL,
)
_FILTER = lazy(r"\|{1,2}\s*([A-Za-z_][\w.]*)?")
_PART = lazy(f"{LITERAL.pattern} | {_FILTER.pattern.replace('([', '(?P<filter>[')}", VERBOSE | DOTALL)
_NAME = lazy(r"[\w$@.][\w$@.?!-]*(?:\[[^\]]{0,80}\][\w$@.?!-]*)*")
_MARKETO = lazy(r"\s*([\w. -]+?):default=(.*?)\s*\Z", DOTALL)

_PRINTED_FILTERS = frozenset(
    {"default", "fallback", "append", "prepend", "default_if_none", "d", "default_if_empty", "yesno", "pluralize"}
)
_DATE_FILTERS = frozenset({"date", "time", "format_date", "datetimeformat", "time_tag", "format_datetime"})
_MONEY_FILTERS = lazy(r"money(_\w+)?|(?:format_)?currency")
# A literal that goes through one of these is a key or a path.
_KEY_FILTERS = lazy(r"\|\s*(?:t\b|translate\b|trans\b|\w*_?url\b|\w+_tag\b|static\b|asset\b|date\b)")
_INTERPOLATED = lazy(r"#\{[^{}]*\}")
_LETTERS = lazy(r"[^\W\d_]")
_STYLE = lazy(
    r"""[\s"'>]*(?:
      (?:style|class|href|target|id|rel)= | [a-z][a-z-]*=["']
    | (?:\$\w+\s+)* [a-z-]+\s*:(?:[^:;{}]|\$\{[^{}]*\})*;
    | (?:[\w' -]+,\s*)+(?:serif|sans-serif|monospace)\s*\Z
    | (?:\#[0-9a-fA-F]{3,8}|\d[\d.]*(?:px|em|%)|solid|none)(?:\s|\Z)
    )""",
    VERBOSE,
)
_KEY = lazy(r"[A-Za-z0-9]+(?:[_.][A-Za-z0-9]+)+")
_AROUND = 120
_SHORT = 200
_LONGEST = 4000
_GETTEXT = frozenset(
    {"_", "__", "gettext", "ngettext", "pgettext", "trans", "translate", "_e", "loc", "nget", "trans_choice"}
)
_CALL = lazy(r"([\w.]+)\(\s*\Z")
_COMPARED = lazy(r"(?:[=!<>]=?|\b(?:in|is|contains|eq|ne)|\[|,|:)\s*\Z")
_HASH_KEY = lazy(r"\s*:(?!:)")
_COMPARES = lazy(r"\s*(?:[=!]=|<|>|\b(?:in|is|contains)\b|\])")


class Printed(NamedTuple):
    name: str
    kind: PlaceholderKind
    texts: tuple[Span, ...]


def printed(value: str, body: Span) -> Printed:
    """What the expression at `body` prints, in Liquid, Jinja and their relatives."""
    inside = value[body.start : body.end]
    name, kind, texts = _read_again(inside) if len(inside) < _SHORT else _read(inside)
    return Printed(name, kind, tuple(text.shift(body.start) for text in texts) if texts else ())


def _read(inside: str) -> Printed:
    if ":default=" in inside and (marketo := _MARKETO.match(inside)):
        return Printed(marketo[1], placeholder_kind(marketo[1]), (Span(*marketo.span(2)),))
    name = bare_name(inside)
    if name.endswith(".strftime"):
        return Printed(name, "date", ())
    if name and "|" not in inside and '"' not in inside and "'" not in inside and "&" not in inside:
        return Printed(name, placeholder_kind(name), ())
    if len(inside) > _LONGEST:
        return Printed(name, placeholder_kind(name), ())
    return _with_parts(inside, name)


# The same few expressions fill a library.
_read_again = lru_cache(maxsize=2048)(_read)


def _with_parts(inside: str, name: str) -> Printed:
    texts: list[Span] = []
    kind: PlaceholderKind | None = None
    current: str | None = None
    for part in _PART.finditer(inside):
        if part["filter"]:
            current = part["filter"]
            kind = _filtered(current) or kind
        elif part.lastindex and _is_printed(inside, part, current):
            texts.append(literal_span(part))
        elif part[0] == "||":
            current = None
    return Printed(name, kind or placeholder_kind(name), tuple(texts))


def _filtered(name: str) -> PlaceholderKind | None:
    if name in _DATE_FILTERS:
        return "date"
    return "money" if _MONEY_FILTERS.fullmatch(name) else None


def _is_printed(inside: str, part: "re.Match[str]", current: str | None) -> bool:
    if current is not None:
        return current in _PRINTED_FILTERS
    before = inside[max(0, part.start() - _AROUND) : part.start()]
    after = inside[part.end() : part.end() + _AROUND]
    if not is_text(part[part.lastindex or 0]):
        return False
    if call := _CALL.search(before):
        return call[1] in _GETTEXT
    if _HASH_KEY.match(after) and before.rstrip()[-1:] in ("{", ","):
        return False
    # `vip ? 'first' : 'later'`: what follows the colon of a choice is printed.
    chosen = before.rstrip().endswith(":") and "?" in before
    if not chosen and _COMPARED.search(before):
        return False
    if _COMPARES.match(after):
        return False
    text = part[part.lastindex or 0]
    return " " in text or not _KEY_FILTERS.search(after)


def is_text(literal: str) -> bool:
    """Whether a literal in code is something to read: words, and no style, no key, no code put together."""
    said = _INTERPOLATED.sub("", literal)
    return bool(_LETTERS.search(said)) and not _STYLE.match(literal) and not _KEY.fullmatch(literal.strip())


def literal_span(part: "re.Match[str]", offset: int = 0) -> Span:
    """The inside of a quoted literal."""
    group = part.lastindex or 0
    return Span(offset + part.start(group), offset + part.end(group))


def literals(value: str, body: Span) -> tuple[Span, ...]:
    """The insides of all quoted literals at `body`."""
    return tuple(literal_span(found) for found in LITERAL.finditer(value, body.start, body.end))


def bare_name(inside: str) -> str:
    """`order.created_at` from `order.created_at | date: "%d"`; nothing when the expression starts otherwise."""
    found = _NAME.match(inside.strip())
    return found[0] if found else ""
