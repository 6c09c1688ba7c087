r"""The parts of a pattern that could be left out: branches, optional parts, conditions on what stands beside.

Not a parser of regular expressions: it knows brackets, escapes, sets, bars and repeats, which is all that cutting a
part out cleanly needs. What it does not understand it leaves whole. One letter, sign or ending that may be missing is
a matter of spelling, and no part.
"""

from collections.abc import Iterator
from typing import Literal

from trustlint.patterns import lazy
from trustlint.span import Span
from trustlint.tuples import NamedTuple

Kind = Literal["branch", "word", "optional", "condition"]
"""`word` is a branch of one or two plain words."""


class Part(NamedTuple):
    """A part of a pattern. `list` is the whole of what it is a branch of, `cut` what goes when it goes: its bar too."""

    kind: Kind
    cut: Span
    shown: Span
    list: Span


class _Branching:
    """A group that is still open, or the pattern itself."""

    def __init__(self, opened: int, body: int, condition: bool) -> None:
        self.opened = opened
        self.condition = condition
        self.starts = [body]


_OPENING = lazy(r"\((?:\?(?:P?<[A-Za-z_]\w*>|[:=!>|]|<[=!]|[a-zA-Z-]+:))?")
_CONDITION = lazy(r"\(\?<?[=!]")
_ATOM = lazy(r"\\[pPN]\{[^}]*\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{[A-Za-z][\w-]*\}", 16)
_LETTER = lazy(r"(?:\\?[^\\]|\\w|\[[^\]]*\]|\(\?:\w{1,3}\))[?*]")
_REPEAT = lazy(r"(?:(?P<optional>[?*]|\{0?,\d+\}|\{0\})|\+|\{\d+(?:,\d*)?\})[?+]?")
_SOME = lazy(r"(?:[?*]|\{\d*,\d+\}|\{0\})[?+]?$")
_FORBIDDING = lazy(r"\(\?<?!")
_ENDS = lazy(r"[\^$]")
_UNIT = r"(?:\\[bs]|[\w'.,!&-]\??|\\w[*+]|\[[\w'. -]+\]\??)+"
_PLAIN = lazy(rf"[ ^$]?{_UNIT}(?: {_UNIT})? ?|[$^]")


def parts(pattern: str) -> Iterator[Part]:
    """Every part of a pattern that can be cut out, inner ones first."""
    open_groups = [_Branching(0, 0, condition=False)]
    at = 0
    while at < len(pattern):
        if opening := _OPENING.match(pattern, at):
            condition = _CONDITION.match(pattern, at) is not None
            open_groups.append(_Branching(at, opening.end(), condition))
            at = opening.end()
        elif pattern[at] == "|":
            at += 1
            open_groups[-1].starts.append(at)
        elif pattern[at] == ")" and len(open_groups) > 1:
            group = open_groups.pop()
            yield from _branches(pattern, group, at)
            at += 1
            repeat = _REPEAT.match(pattern, at)
            at = repeat.end() if repeat else at
            span = Span(group.opened, at)
            if group.condition:
                yield Part("condition", span, span, span)
            else:
                yield from _optional(pattern, span, repeat is not None and repeat["optional"] is not None)
        else:
            atom = _ATOM.match(pattern, at)
            start, at = at, atom.end() if atom else at + 1
            if repeat := _REPEAT.match(pattern, at):
                at = repeat.end()
                yield from _optional(pattern, Span(start, at), repeat["optional"] is not None)
    yield from _branches(pattern, open_groups[0], len(pattern))


def _branches(pattern: str, group: _Branching, end: int) -> Iterator[Part]:
    if len(group.starts) < 2:
        return
    spans = [
        Span(start, stop) for start, stop in zip(group.starts, [at - 1 for at in group.starts[1:]] + [end], strict=True)
    ]
    whole = Span(group.opened, min(end + 1, len(pattern)))
    for number, span in enumerate(spans):
        cut = Span(span.start, span.end + 1) if number == 0 else Span(span.start - 1, span.end)
        yield Part("word" if _PLAIN.fullmatch(span.of(pattern)) else "branch", cut, span, whole)


def _optional(pattern: str, span: Span, optional: bool) -> Iterator[Part]:
    if optional and not _LETTER.fullmatch(span.of(pattern)):
        yield Part("optional", span, span, span)


def without(pattern: str, part: Part) -> str:
    """The pattern that is left when a part is cut out."""
    return pattern[: part.cut.start] + pattern[part.cut.end :]


def telltale(pattern: str, part: Part) -> str | None:
    """A pattern that matches somewhere in each text where a part makes a difference; None when that is not known.

    It is the part itself, for what is forbidden beside something as for what may stand there, without conditions.
    """
    shown = part.shown.of(pattern)
    if part.kind == "condition":
        forbidden = _forbidden(shown)
        return None if forbidden is None else unconditional(forbidden)
    return unconditional(_SOME.sub("", shown) if part.kind == "optional" else shown)


def unconditional(pattern: str) -> str | None:
    """A pattern without what it asks of the words around; None when it asks for an end of the text."""
    while condition := next((part for part in parts(pattern) if part.kind == "condition"), None):
        pattern = without(pattern, condition)
    return None if _ENDS.search(_ATOM.sub("", pattern)) else pattern


def _forbidden(condition: str) -> str | None:
    """What must not stand there; None for a condition that asks for something, or that is repeated."""
    opening = _FORBIDDING.match(condition)
    return f"(?:{condition[opening.end() : -1]})" if opening and condition.endswith(")") else None
