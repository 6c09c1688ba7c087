"""Layout before grammar: which lines of a message read as one.

A hard-wrapped line goes on in the next; a list item, heading, greeting, sign-off or table cell is a unit of its own.
"""

from trustlint.patterns import IGNORECASE
from trustlint.prose.parts import FRAME_LENGTH, is_closer, is_greeting, is_signature, is_team
from trustlint.prose.patterns import lazy, words
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator, Literal

Kind = Literal["sentence", "heading", "item", "greeting", "sign-off", "cell"]


class Block(NamedTuple):
    """Text that reads on from its first character to its last. `marker` is the length of a list item's bullet."""

    start: int
    end: int
    kind: Kind = "sentence"
    marker: int = 0


class Frame(NamedTuple):
    """What the lines before have shown: that the greetings are over, that a sign-off has begun."""

    greeted: bool = False
    signing: bool = False


Line = Span  # without the white space around it

_LINE = lazy(r"[^\s](?:[^\n]*[^\s])?")
_MARKER = lazy(
    r"(?:[-*+•·‣◦▪●○✓✔✅→>]|\(?\d{1,2}[.)]|\(?[a-z][.)]|\([ivx]{1,4}\)|step \d{1,2}[.:)]|\[\d{1,2}\])[ \t]+(?=\S)",
    IGNORECASE,
)
_DIVIDER = lazy(r"[-=_*~+.#| :]{3,}$")
_HEADING = lazy(r"#{1,6} |(?:\*\*|__)[^*_]+(?:\*\*|__):?$")
_CELL = lazy(r"[|\t]*[^|\t]+[|\t]*|[|\t]+")
_GOES_ON = words(
    "a an the this that these those our your my their his her its of to in on at by for from with"
    " within about into and or but nor than "
    "as if when while until before after because that which who we you they i he she it is are was were be been"
    " being will would can could "
    "should may might must shall have has had do does did not no any some each every between during through under"
    " over via per "
    "we'll you'll i'll we're you're i'm we've you've i've please"
)
_WORD_END = lazy(r"[\w']+$")
_WRAP_LEAST, _WRAP_MOST = 50, 110


def blocks(text: str, start: int, frame: Frame) -> tuple[list[Block], Frame]:
    """The blocks of the paragraph that begins at `start`, in order, and the frame after it.

    Every character that is not white space is in exactly one.
    """
    greeted, signing = frame
    found: list[Block] = []
    lines = [Span(*match.span()) for match in _LINE.finditer(text, start)]
    width = max(end - start for start, end in lines)
    for line in lines:
        written = text[line.start : line.end]
        if not greeted and len(written) < FRAME_LENGTH and is_greeting(written):
            found.append(Block(*line, "greeting"))
            continue
        greeted = True
        signing = len(written) < FRAME_LENGTH and (
            (signing and is_signature(written)) or is_closer(written) or (line is lines[-1] and is_team(written))
        )
        if signing:
            found.append(Block(*line, "sign-off"))
        elif found and _reads_on(text, found[-1], line, width):
            found[-1] = found[-1]._replace(end=line.end)
        else:
            found += _new(text, line, written)
    if len(lines) == 1 and len(found) == 1 and _is_title(text, found[0]):
        found[0] = found[0]._replace(kind="heading")
    return found, Frame(greeted, signing)


def _new(text: str, line: Line, written: str) -> list[Block]:
    """What a line opens."""
    plain = written[0].isalpha()
    if not plain and (_DIVIDER.match(written) or _HEADING.match(written)):
        return [Block(*line, "heading")]
    if "\t" in written or ("|" in written and (" | " in written or written[0] == "|")):
        return list(_cells(text, line))
    if not plain or written[1:2] in (")", ".") or written[0] in "Ss":
        marker = _MARKER.match(text, *line)
        if marker:
            return [Block(*line, "item", marker.end() - line.start)]
    return [Block(*line)]


def _cells(text: str, line: Line) -> Iterator[Block]:
    for match in _CELL.finditer(text, *line):
        cell = match[0].strip()
        if cell:
            start = match.start() + match[0].index(cell)
            yield Block(start, start + len(cell), "cell")


def _reads_on(text: str, block: Block, line: Line, width: int) -> bool:
    """Whether a line continues the block above it."""
    if block.kind not in ("sentence", "item"):
        return False
    first, last = text[line.start], text[block.end - 1]
    if first in "-*+•·‣◦▪●○✓✔✅→|=_#" or last == ":" or "\t" in text[line.start : line.end]:
        return False
    if first.islower():
        return not is_lettered(text, line)
    if _MARKER.match(text, *line):
        return False
    if last in ".!?…":
        # The splitter ends the sentence there, or knows the abbreviation.
        return True
    return last == "," or _last_word(text, block) in _GOES_ON or _is_wrapped(text, block, line, width)


def is_lettered(text: str, line: Line) -> bool:
    """`a) …`"""
    return text[line.start + 1 : line.start + 3] in (") ", ". ")


def _last_word(text: str, block: Block) -> str:
    word = _WORD_END.search(text, max(block.start, block.end - 12), block.end)
    return word[0].lower() if word else ""


def _is_wrapped(text: str, block: Block, line: Line, width: int) -> bool:
    """Whether the line above was broken because the next word did not fit."""
    if not _WRAP_LEAST <= width <= _WRAP_MOST:
        return False
    above = block.end - max(block.start, text.rfind("\n", block.start, block.end) + 1)
    word = len(text[line.start : line.end].split(maxsplit=1)[0])
    return above >= _WRAP_LEAST - 10 and above + 1 + word > width


def _is_title(text: str, block: Block) -> bool:
    """A short line alone in its paragraph that is no sentence: `What happens next`."""
    written = text[block.start : block.end]
    return block.kind == "sentence" and written[0].isupper() and written.count(" ") < 8 and written[-1].isalnum()
