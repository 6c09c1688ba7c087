"""Markdown inside a paragraph: which characters are marks that nobody reads."""

from trustlint.patterns import VERBOSE, lazy
from trustlint.sources.markup import entities
from trustlint.sources.markup.elements import BREAKS, EFFECTS, INVISIBLE, VOID
from trustlint.sources.markup.markdown_blocks import COMMENT_CHAR
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Iterator

if TYPE_CHECKING:
    import re

_DESTINATION = lazy(
    r"\]\([ \t\n]*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:[ \t\n]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t\n]*\)"
)
_LABEL = lazy(r"\]\[([^\[\]]*)\]")
_TOKEN = lazy(
    rf"""
      \\[!-/:-@\[-`{{-~\n]
    | (?<!`)(?P<ticks>`++)(?P<code>(?s:.){{1,4000}}?)(?<!`)(?P=ticks)(?!`)
    | <(?P<link>(?:https?|ftp|mailto|tel):[^<>\s]*+|[^\s<>@/]++@[^\s<>@]++)>
    | </?(?P<tag>[a-zA-Z][a-zA-Z0-9]*+)(?=[\s/>])[^<>]*+>
    | https?://[^\s<>()\[\]]++
    | (?P<entity>{entities.PATTERN})
    | !?\[ | \]
    | \*++ | _++ | ~~++
    | {COMMENT_CHAR}++ | [{INVISIBLE}]++
    """,
    VERBOSE,
)
_SPECIAL = lazy(rf"[\\`<>\[\]*_~&{COMMENT_CHAR}{INVISIBLE}]")
# Only what is known to be HTML vanishes: `<Customer Name>` was left by a person for a person.
# fmt: off
_INLINE_TAGS = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "del", "em", "font", "i", "ins", "label", "mark", "picture", "q",
    "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
))
# fmt: on
_TAGS = _INLINE_TAGS | BREAKS.keys() | EFFECTS.keys() | VOID
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~’‘“”–—…")


class Edit(NamedTuple):
    """Characters `[start, end)` are read as `text`. `breaks` is what a block or `<br>` tag puts there instead."""

    start: int
    end: int
    text: str = ""
    breaks: int = 0
    code: bool = False


class _Run(NamedTuple):
    """A run of `*`, `_` or `~~`, and whether emphasis may begin or end there."""

    start: int
    end: int
    opens: bool
    closes: bool


def edits(text: str, definitions: frozenset[str]) -> list[Edit]:
    """What to change in a paragraph's text so that it reads as it is shown, in order and without overlap."""
    if not _SPECIAL.search(text):
        return []
    found: list[Edit] = []
    runs: list[_Run] = []
    brackets: list[tuple[int, int]] = []
    at = 0
    for match in _TOKEN.finditer(text):
        mark, start = match[0], match.start()
        if start < at:
            continue
        if mark[0] in "*_~":
            runs.append(_flanks(text, *match.span()))
        elif mark in ("[", "!["):
            brackets.append(match.span())
        elif mark == "]":
            if brackets and (end := _link_end(text, brackets[-1][1], start, definitions)):
                found += (Edit(*brackets[-1]), Edit(start, end))
                at = end
            if brackets:
                brackets.pop()
        else:
            found.extend(_changes(match))
    found.extend(_emphasis(text, runs))
    return sorted(found)


def _changes(match: "re.Match[str]") -> Iterator[Edit]:
    start, end = match.span()
    if match["code"] is not None:
        yield Edit(start, match.start("code"))
        yield Edit(match.start("code"), match.end("code"), match["code"], code=True)
        yield Edit(match.end("code"), end)
    elif match["link"]:
        yield Edit(start, start + 1)
        yield Edit(end - 1, end)
    elif match["tag"]:
        yield from _tag(match)
    elif match["entity"]:
        text, rest = entities.decode(match[0])
        if text:
            yield Edit(start, end - len(rest), "" if text in INVISIBLE else text)
    elif match[0][0] == "\\":
        yield Edit(start, start + 1)
    elif match[0][0] in INVISIBLE or match[0][0] == COMMENT_CHAR:
        yield Edit(start, end)


def _tag(match: "re.Match[str]") -> Iterator[Edit]:
    name = match["tag"].lower()
    if name in _TAGS:
        yield Edit(*match.span(), breaks=1 if name == "br" else BREAKS.get(name, 0))


def _link_end(text: str, inner: int, close: int, definitions: frozenset[str]) -> int | None:
    """Where a link whose text is `[inner, close)` ends; None if these are just brackets."""
    if match := _DESTINATION.match(text, close):
        return match.end()
    label = _LABEL.match(text, close)
    words = (label[1] if label else "") or text[inner:close]
    if definitions and " ".join(words.split()).casefold() in definitions:
        return label.end() if label else close + 1
    return None


def _flanks(text: str, start: int, end: int) -> _Run:
    before = text[start - 1 : start] or " "
    after = text[end : end + 1] or " "
    left = not after.isspace() and (after not in _PUNCTUATION or before.isspace() or before in _PUNCTUATION)
    right = not before.isspace() and (before not in _PUNCTUATION or after.isspace() or after in _PUNCTUATION)
    if text[start] == "_":  # never inside a word
        opens = left and (not right or before in _PUNCTUATION)
        return _Run(start, end, opens, right and (not left or after in _PUNCTUATION))
    return _Run(start, end, left, right)


def _emphasis(text: str, runs: list[_Run]) -> Iterator[Edit]:
    """Pair the marks that open with those that close; a mark without its pair is a character like any other."""
    opened: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    for run in runs:
        start, stack = run.start, opened[text[run.start]]
        while run.closes and stack and start < run.end:
            opener = stack[-1]
            count = min(2, opener[1] - opener[0], run.end - start)
            yield Edit(opener[1] - count, opener[1])
            yield Edit(start, start + count)
            opener[1] -= count
            start += count
            if opener[0] == opener[1]:
                stack.pop()
        if run.opens and start < run.end:
            stack.append([start, run.end])
