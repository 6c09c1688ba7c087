"""Words inside a value's markup: the ways to write them, the plainest first. Reading them again decides."""

from collections.abc import Iterator

from trustlint.patterns import lazy
from trustlint.sources import templates
from trustlint.sources.markup.elements import INVISIBLE
from trustlint.sources.markup.entities import PATTERN as ENTITY

_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_MARK = lazy(r"[\\`*_~<>\[\]&|#]")
_UNREAD = lazy(rf"(?:{ENTITY}|\\[!-/:-@\[-`{{-~]|[\s{INVISIBLE}])*+\Z")


def ways(markup: str, words: str, syntaxes: tuple[str, ...], *, attribute: bool) -> Iterator[str]:
    """The ways to write words so that they may be read as they are. Placeholders in them stay as they are."""
    if markup == "html" or attribute:
        yield _outside(words, syntaxes, _ATTRIBUTE if attribute else _HTML)
        return
    yield words
    if markup == "auto":
        yield _outside(words, syntaxes, _HTML)
    elif markup == "markdown":
        yield _MARK.sub(r"\\\g<0>", words)


def hides_nothing(source: str) -> bool:
    """Whether what stands between or behind visible characters can go with them: no tag, no mark."""
    return _UNREAD.match(source) is not None


def _outside(words: str, syntaxes: tuple[str, ...], table: dict[int, str]) -> str:
    pieces: list[str] = []
    at = 0
    for token in templates.tokens(words, syntaxes):
        pieces += (words[at : token.span.start].translate(table), token.span.of(words))
        at = token.span.end
    return "".join((*pieces, words[at:].translate(table)))
