"""Sentences: blocks of lines, cut where a sentence ends."""

from trustlint.prose.blocks import Block, Frame, Kind, blocks
from trustlint.prose.patterns import lazy, words
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Iterator, Literal

if TYPE_CHECKING:
    import re

Part = Literal["subject", "greeting", "body", "sign-off"]


class Sentence(NamedTuple):
    """A sentence, or a unit that stands for one: heading, list item, greeting, sign-off, table cell."""

    span: Span
    kind: Kind
    part: Part


# How sentences of support mail begin: what tells `9 a.m. We …` from `9 a.m. BST`.
_STARTS = words(
    "we i you please if the this that these there our your it it's once when thank thanks as after before for in to"
    " unfortunately"
    " however also then they he she let kindly sorry my all any but and so just do don't can could would will"
    " should is are note"
    " what how why we'll we're we've i'll i'm i've you'll you're you've that's here here's"
)
# Followed by a name, a figure or an example, so they end no sentence.
_INSIDE = words(
    "p.s mr mrs ms mx dr prof messrs rev hon e.g eg i.e ie vs v approx appr fig tel incl excl ca cf viz esp resp"
    " dept attn nr nos"
    " art para sect ed eds vol pp"
)
# May end a sentence; then what follows looks like a beginning.
_EITHER = words(
    "a.m p.m inc ltd co corp llc plc gmbh etc jr sr st ave rd blvd min max ext hr hrs wk wks mth yr yrs al bros jan"
    " feb mar apr jun"
    " jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri"
)

# Matches at every mark, so that a run of marks is read once; what follows is looked at afterwards.
_END = lazy(r"[.!?…]+[)\]\"'*_»]*(\s*)")
_GLUED = lazy(r"(?:We|I|You|Please|If|The|This|Our|Your|It|Once|Thanks?)[ ']")
_SIGN = r"[☀-➿⭐\U0001f000-\U0001faff\ufe0f\u200d]"
_ANY_SIGN = lazy(rf"{_SIGN}|[:;][-)(DP]")
# A row of them is taken whole or not at all, from its beginning: there are too many ways to part one.
_EMOJI = lazy(
    rf"(?:(?:(?<!{_SIGN})|(?<=(?<!{_SIGN})[\ufe0f\u200d]))(?![\ufe0f\u200d]){_SIGN}++|(?<=\s)[:;]-?[)(DP]{_SIGN}*+)"
    rf"(?:\s+{_SIGN}++)*[.!?]*(?=(\s+)|$)"
)
_SMILEYS = (":)", ":-", ";)", ";-", ":D", ":(", ":P")
_WORD = lazy(r"[^\W\d_]+(?:'[a-z]+)?")
_SPACE = lazy(r"\s")

LONGEST = 2000
"""Characters of one sentence. What goes on for longer without a stop is a table, a log or a mistake, and is read in
pieces: what is found in a sentence is looked at together with all of it, which must not grow with the message.
"""


def sentences(text: str, start: int, frame: Frame, *, subject: bool = False) -> tuple[tuple[Sentence, ...], Frame]:
    """The sentences of the paragraph that begins at `start` of a masked text, in order, and the frame after it.

    They are disjoint and leave out nothing but white space.
    """
    emoji = any(smiley in text for smiley in _SMILEYS) if text.isascii() else _ANY_SIGN.search(text) is not None
    found: list[Sentence] = []
    read, after = blocks(text, start, frame)
    for block in read:
        part = _part(block.kind, subject)
        at = block.start
        if block.kind not in ("greeting", "sign-off", "heading"):
            for end, following in _ends(text, block, emoji=emoji):
                if end > at:
                    found += (Sentence(piece, block.kind, part) for piece in _pieces(text, at, end))
                    at = following
        if at < block.end:
            end = _trimmed(text, at, block.end)
            found += (Sentence(piece, block.kind, part) for piece in _pieces(text, at, end))
    return tuple(found), after


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, or the parts of one that is too long: cut after a comma or semicolon, or else between words."""
    while end - start > LONGEST:
        middle, most = start + LONGEST // 2, start + LONGEST
        cut = max(text.rfind(mark, middle, most) for mark in ("; ", ", ")) + 1
        cut = cut or max(text.rfind(space, middle, most) for space in " \n\t")
        if cut < 0:
            space = _SPACE.search(text, most, end)
            if space is None:
                break
            cut = space.start()
        yield Span(start, _trimmed(text, start, cut))
        start = cut
        while text[start].isspace():
            start += 1
    yield Span(start, end)


def _part(kind: Kind, subject: bool) -> Part:
    if subject:
        return "subject"
    return kind if kind == "greeting" or kind == "sign-off" else "body"


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _ends(text: str, block: Block, *, emoji: bool) -> list[tuple[int, int]]:
    """Where sentences end inside a block, each with the start of the next."""
    start = block.start
    cuts: list[tuple[int, int]] = []
    for match in _END.finditer(text, start + block.marker, block.end):
        end, following = match.span(1)
        if following >= block.end:
            break
        if _is_end(text, match, following, start) if following > end else _is_glued(text, match.start(), end):
            cuts.append((end, following))
            start = following
    if emoji:
        return _with_emoji(text, block, cuts)
    return cuts


def _is_end(text: str, match: "re.Match[str]", following: int, start: int) -> bool:
    at = match.start()
    mark, marks, after = text[at], text[at : match.start(1)], text[following]
    if mark == "…" or marks.startswith(".."):
        return not after.islower()
    if mark != ".":
        return not after.islower() or (marks[-1] in "!?" and _starts(text, following))
    return _stops(text, start, at, following, newline="\n" in match[1])


def _is_glued(text: str, at: int, end: int) -> bool:
    """`It broke.We fixed it.`"""
    return end == at + 1 and text[at - 2 : at].islower() and _GLUED.match(text, end) is not None


def _stops(text: str, start: int, at: int, following: int, *, newline: bool) -> bool:
    """Whether the full stop at `at` ends a sentence that began at `start`."""
    before = max(text.rfind(" ", start, at), text.rfind("\n", start, at), start - 1) + 1
    word = text[before:at].lstrip("([\"'").lower()
    after = text[following]
    if word in _INSIDE:
        return False
    if word == "no":
        return not (after.isdigit() or after == "#")
    if word in _EITHER or (len(word) == 1 and word.isalpha()) or _is_dotted(word):
        return _starts(text, following) and after.isupper()
    if before == start and word.isdigit():
        return False
    return not after.islower() or newline or len(word) > 3 or _starts(text, following)


def _is_dotted(word: str) -> bool:
    """`u.s.a`"""
    return "." in word and all(len(letter) == 1 and letter.isalpha() for letter in word.split("."))


def _starts(text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    return word is not None and word[0].lower() in _STARTS


def _with_emoji(text: str, block: Block, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """An emoji closes the sentence before it; before a capital it also ends one."""
    ends = dict(cuts)
    begun = {following: end for end, following in cuts}
    for match in _EMOJI.finditer(text, block.start + block.marker, block.end):
        attached = begun.pop(match.start(), None)
        if attached is not None:
            del ends[attached]
        following = match.end(1)
        if match.end() < block.end and following < block.end and (attached is not None or text[following].isupper()):
            ends[match.end()] = following
    return sorted(ends.items())
