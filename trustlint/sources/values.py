"""A field's value to the messages that customers read in it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from trustlint.message import Message, Placeholder, Record, SourceFile
from trustlint.sources import languages, templates
from trustlint.sources.formats import Role
from trustlint.sources.markup import Visible, markup
from trustlint.sources.templates import Reading, Token
from trustlint.span import Run, Span, TextMap

if TYPE_CHECKING:
    from trustlint.diagnostic import Edit
    from trustlint.sources.writing import Place

AUTO = ("auto",)
"""Placeholders as the text itself shows them."""


@dataclass(frozen=True)
class Value:
    """A text of a record as it stands in its file. `locate` makes the map from the text to the file.

    `placeholders` are the syntaxes they may have. `place` is where other words can be written in its stead (`None`:
    they cannot), `twins` are the other values of the record that should say the same.
    """

    record: Record
    route: str
    text: str
    file: SourceFile
    locate: Callable[[], TextMap]
    markup: str
    placeholders: tuple[str, ...]
    role: Role = "body"
    place: "Place | None" = None
    twins: "tuple[Value, ...]" = ()
    known: dict[object, Any] = field(init=False, default_factory=dict, repr=False, compare=False)
    """What `sources.writing` has found out about this value, for its other messages."""


class Origin:
    """What a message was made from. `lead` makes the map from its text to the value.

    Called, it says what to change in the file so that other words are read at a span. `writing.RefusedError` when that
    cannot be done.
    """

    __slots__ = ("lead", "value")

    def __init__(self, value: Value, lead: Callable[[], TextMap]) -> None:
        self.value = value
        self.lead = lead

    def __call__(self, span: Span, words: str) -> "tuple[Edit, ...]":
        from trustlint.sources.writing.values import rewritten  # seldom needed

        return rewritten(self, span, words)

    def locate(self) -> TextMap:
        """The map from the message's text to the file."""
        return self.lead().over(self.value.locate())


def messages(value: Value) -> Iterator[Message]:
    """What customers read of a value: each reading of the text, then the texts in its attributes."""
    used = syntaxes(value)
    tokens = templates.tokens(value.text, used)
    if tokens:
        tokens = templates.judged(value.text, tokens, used)
    shown = markup(value.markup).visible(templates.mask(value.text, tokens))
    if value.record.language is None and (language := languages.spoken(shown.text, value.file.path)):
        value = replace(value, record=replace(value.record, language=language))
    yield from _readings(value, tokens, shown, value.role)
    for attribute in shown.attributes:
        yield from _readings(value, tokens, attribute, "attribute")


def syntaxes(value: Value) -> tuple[str, ...]:
    """The syntaxes that the placeholders of a value have."""
    if value.placeholders != AUTO:
        return value.placeholders
    from trustlint.sources import dialect  # for pages and tables only

    return dialect.syntaxes(value.text)


def _readings(value: Value, tokens: Sequence[Token], shown: Visible, role: Role) -> Iterator[Message]:
    if not tokens:
        if shown.text.strip():
            yield _whole(value, shown, role, shown.text, ())
        return
    text, seen = _restored(value.text, tokens, shown)
    told = set()
    for reading in templates.readings(shown.text, seen):
        if reading.kept == (Span(0, len(text)),):
            message = _whole(value, shown, role, text, seen)
        else:
            message = _part(value, shown, role, text, seen, reading)
        if message.text.strip() and message.text not in told:
            told.add(message.text)
            yield message


def _whole(value: Value, shown: Visible, role: Role, text: str, tokens: Sequence[Token]) -> Message:
    """The only reading of a text without branches: all of it."""
    placeholders = (
        Placeholder(token.span, token.placeholder, token.name, token.fallbacks, token.problem)
        for token in tokens
        if token.kind == "placeholder" or token.problem
    )
    origin = Origin(value, lambda: TextMap(shown.runs))
    return Message(
        value.record,
        value.route,
        text,
        value.file,
        origin.locate,
        role,
        tuple(placeholders),
        code=shown.code,
        quoted=shown.quoted,
        rewrite=origin,
    )


def _part(value: Value, shown: Visible, role: Role, text: str, tokens: Sequence[Token], reading: Reading) -> Message:
    """One reading of several: the kept stretches of the visible text, put together."""
    moved = _Moved(tuple(_stretches(reading.kept)))
    origin = Origin(value, lambda: TextMap(moved.runs).over(TextMap(shown.runs)))
    return Message(
        value.record,
        value.route,
        "".join(span.of(text) for span in reading.kept),
        value.file,
        origin.locate,
        role,
        tuple(moved.placeholders(tokens)),
        reading.branch,
        moved.spans(shown.code),
        moved.spans(shown.quoted),
        origin,
    )


def _stretches(kept: Sequence[Span]) -> Iterator[Run]:
    at = 0
    for start, end in kept:
        if start < end:
            yield Run(at, end - start, start, end)
            at += end - start


class _Moved:
    """Where spans of the visible text stand in a reading of it."""

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self.runs = runs

    def placeholders(self, tokens: Sequence[Token]) -> Iterator[Placeholder]:
        for token in tokens:
            if (token.kind == "placeholder" or token.problem) and (span := self.span(token.span)):
                fallbacks = tuple(moved for each in token.fallbacks if (moved := self.span(each)))
                yield Placeholder(span, token.placeholder, token.name, fallbacks, token.problem)

    def spans(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(moved for span in spans if (moved := self.span(span)))

    def span(self, span: Span) -> Span | None:
        """The part of a span that the reading keeps, None if it keeps nothing of it."""
        kept = [run for run in self.runs if run.start < span.end and span.start < run.end]
        if not kept:
            return None
        start = kept[0].at + max(0, span.start - kept[0].start)
        end = kept[-1].at + min(kept[-1].length, span.end - kept[-1].start)
        return Span(start, end)


def _restored(value: str, tokens: Sequence[Token], shown: Visible) -> tuple[str, list[Token]]:
    """The visible text with its template syntax as it is written, and the tokens that are visible in it."""
    ends = [run.end for run in shown.runs]
    seen: list[Token] = []
    pieces: list[str] = []
    at = 0
    for token in tokens:
        span = _seen(token.span, shown.runs, ends)
        if span is None:
            continue
        fallbacks = tuple(found for each in token.fallbacks if (found := _seen(each, shown.runs, ends)))
        seen.append(token._replace(span=span, fallbacks=fallbacks))
        pieces += (shown.text[at : span.start], _written(value, token.span, span, shown, ends))
        at = span.end
    pieces.append(shown.text[at:])
    return "".join(pieces), seen


def _seen(span: Span, runs: Sequence[Run], ends: list[int]) -> Span | None:
    """The stretch of visible text that was copied from a stretch of the value; None if nothing of it was.

    Only copied runs count: a line break is made from everything between two paragraphs, links and all.
    """
    start: int | None = None
    end = 0
    for number in range(bisect_right(ends, span.start), len(runs)):
        run = runs[number]
        if run.start >= span.end:
            break
        if run.verbatim:
            if start is None:
                start = run.at + max(0, span.start - run.start)
            end = run.at + min(run.length, span.end - run.start)
    return None if start is None else Span(start, end)


def _written(value: str, token: Span, span: Span, shown: Visible, ends: list[int]) -> str:
    """The visible text at a token with its mask taken off, character by character where they correspond."""
    run = shown.runs[bisect_right(ends, token.start)]
    if run.verbatim and run.start <= token.start and token.end <= run.end:
        return token.of(value)
    lead = TextMap(shown.runs)
    masked = span.of(shown.text)
    return "".join(
        value[lead.to_source(Span(at, at + 1)).start] if "\ue000" <= char <= "\ue009" else char
        for at, char in enumerate(masked, span.start)
    )
