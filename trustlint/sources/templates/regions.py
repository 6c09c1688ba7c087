"""Blocks in which tags mean nothing: comments, raw text, embedded style."""

from trustlint.memo import cache
from trustlint.patterns import lazy
from trustlint.sources.templates.tags import stripped
from trustlint.sources.templates.token import Token
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Collection

if TYPE_CHECKING:
    import re


class Region(NamedTuple):
    """`{% raw %}…{% endraw %}`: the word, and the two tags with the white space that they strip."""

    word: str
    open: Span
    close: Span


def regions(value: str, hidden: frozenset[str], verbatim: frozenset[str]) -> dict[int, Region]:
    """The outermost regions of `{% word %}…{% endword %}`, by where their first tag starts.

    Hidden regions nest; in verbatim ones nothing counts but their own end. Regions that never end are left out.
    """
    words = hidden | verbatim
    if "{%" not in value or not any(word in value for word in words):
        return {}
    found: dict[int, Region] = {}
    stack: list[re.Match[str]] = []
    for edge in _edges(words).finditer(value):
        top = stack[-1]["word"] if stack else None
        if edge["end"]:
            if top == edge["word"]:
                start = stack.pop()
                found[start.start()] = Region(start["word"], _tag_span(value, start), _tag_span(value, edge))
        elif top is None or (top == "comment" and (edge["word"] == "comment" or edge["word"] in verbatim)):
            stack.append(edge)
    return found


def region_tokens(region: Region, hidden: frozenset[str]) -> list[Token]:
    """A comment is one token; verbatim text stands between two."""
    if region.word in hidden:
        return [Token(Span(region.open.start, region.close.end), "comment", region.word)]
    return [Token(region.open, "raw", region.word), Token(region.close, "raw", region.word)]


@cache
def _edges(words: Collection[str]) -> "re.Pattern[str]":
    names = "|".join(sorted(words, key=len, reverse=True))
    return lazy(rf"\{{%[-~+]?\s*(?P<end>end)?(?P<word>{names})\b[^%{{}}]{{0,200}}[-~+]?%\}}")


def _tag_span(value: str, edge: "re.Match[str]") -> Span:
    return stripped(value, Span(edge.start(), edge.end()))
