"""Texts that the code of a template has translated: read as they stand, and nothing of the call around them."""

from trustlint.patterns import DOTALL, VERBOSE, lazy
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.token import Token
from trustlint.span import Span
from trustlint.typed import Iterator

_SLOT = r"\{\{\s*[\w.]+\s*\}\} | %\{\w+\} | %\(\w+\)s | %[a-zA-Z]\w*% | (?<=[\s'\"(\#]):[a-zA-Z]\w+(?!\w|:\S)"
# Escapes and slots that are code (`#{…}`, `%s`) would show: such texts are read as what a tag prints.
_INSIDE = r"(?> {slot} | (?! \#\{{ | %[({{\w] ) [^{quote}\\] ){{1,4000}}+"
_TEXT = f"""(?: '{_INSIDE.format(slot=_SLOT, quote="'")}' | "{_INSIDE.format(slot=_SLOT, quote='"')}" )"""
_CALLED = lazy(
    rf"""[=\s]*(?:__?|_e|trans|translate|gettext)\( \s*(?P<texts>{_TEXT}(?:[\s\\]+{_TEXT}){{0,100}}+)\s*
    (?:,.{{0,1000}})?\)(?:\s*%\s*\{{[^{{}}]*\}})?[\s-]*""",
    DOTALL | VERBOSE,
)
_FILTERED = lazy(
    rf"\s*(?P<texts>{_TEXT})\s* \|\s*(?:t|trans|translate)\b (?:\s*\([^()]{{0,1000}}\))? (?:\s*\|\s*raw)?\s*",
    DOTALL | VERBOSE,
)
_EACH = lazy(_TEXT, VERBOSE)
_NAME = lazy(r"\w[\w.]*")
_SLOTS = lazy(_SLOT, VERBOSE)


def translated(value: str, whole: Span, body: Span) -> list[Token] | None:
    """What stands around a text, when a tag does nothing but have that text translated. A key is no text.

    A text may be written in several pieces, one behind the other.
    """
    found = _CALLED.fullmatch(value, *body) or _FILTERED.fullmatch(value, *body)
    if found is None or " " not in found["texts"]:
        return None
    return list(_around(value, whole, Span(*found.span("texts"))))


def _around(value: str, whole: Span, texts: Span) -> Iterator[Token]:
    at = whole.start
    for piece in _EACH.finditer(value, *texts):
        yield Token(Span(at, piece.start() + 1), "statement", "__")
        at = piece.end() - 1
        for slot in _SLOTS.finditer(value, piece.start() + 1, at):
            name = _NAME.search(slot[0])
            yield _slot(Span(*slot.span()), name[0] if name else "")
    yield Token(Span(at, whole.end), "statement", "__")


def _slot(span: Span, name: str) -> Token:
    return Token(span, "placeholder", "", placeholder_kind(name), name)
