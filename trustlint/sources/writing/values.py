"""Words anew in a value: checked against everything that customers read in it, then taken to the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trustlint.diagnostic import Edit
from trustlint.message import Message
from trustlint.patterns import lazy
from trustlint.sources import templates
from trustlint.sources.templates import Token as Tag
from trustlint.sources.values import Origin, Place, Value, messages, syntaxes
from trustlint.sources.writing import RefusedError, Token, marks, writer
from trustlint.span import Span, TextMap
from trustlint.tuples import NamedTuple

_UNFIT = lazy("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufeff]")

_MOST = 10_000_000
"""Characters of one text that are read to check changes of it: seconds, even if all of its words are to be replaced."""

_COUNTING = ("inlineStyleRanges", "entityRanges")


class Changed(NamedTuple):
    """A value with `span` of it replaced by `words`, which have the markup they need."""

    span: Span
    words: str
    text: str


class Before(NamedTuple):
    """What is read in a value as it is: its placeholders and tags, and its messages, each with its map to the value."""

    value: Value
    tags: Sequence[Tag]
    messages: Sequence[tuple[Message, TextMap]]


def rewritten(origin: Origin, span: Span, words: str) -> tuple[Edit, ...]:
    """What to change in the file so that `words` are read at `span` of a message, in its value and in every twin.

    RefusedError when that cannot be done, or would change anything else that is read.
    """
    value, lead = origin.value, origin.lead()
    asked = lead.to_source(span), span.end - span.start, words
    # A template shows one place on many ways through its branches.
    if asked not in value.known:
        try:
            value.known[asked] = _answer(value, lead, span, words)
        except RefusedError as refused:
            value.known[asked] = refused
    answer: tuple[Edit, ...] | RefusedError = value.known[asked]
    if isinstance(answer, RefusedError):
        raise RefusedError(answer.reason)
    return answer


def _answer(value: Value, lead: TextMap, span: Span, words: str) -> tuple[Edit, ...]:
    if _UNFIT.search(words):
        raise RefusedError("the new words have a line end or a character that no text should have")
    if len(value.known) * len(value.text) > _MOST:
        raise RefusedError("there are too many like it in one text to check them all")
    edit = _edit(value, changed(value, lead, span, words))
    return tuple(sorted([edit, *(_in_twin(value, lead, twin, span, words) for twin in value.twins)]))


def before(value: Value) -> Before:
    """What is read in a value, found out once."""
    if "before" not in value.known:
        # With the syntaxes settled: whoever reads it again need not look for them again.
        settled = replace(value, placeholders=syntaxes(value))
        tags = templates.tokens(value.text, settled.placeholders)
        value.known["before"] = Before(settled, tags, [(each, _lead(each)) for each in messages(settled)])
    found: Before = value.known["before"]
    return found


def changed(value: Value, lead: TextMap, span: Span, words: str) -> Changed:
    """A value with other words in the place of what a message that `lead` takes to it says at `span`."""
    at = lead.to_source(span)
    if visible(lead, at) != span:
        raise RefusedError("it begins or ends inside of what one sign in the file stands for")
    was = before(value)
    _must_be_plain(was, lead, span, at)
    is_attribute = any(message.role == "attribute" and visible(each, at) for message, each in was.messages)
    expected = [_with_words(message, each, at, words) for message, each in was.messages]
    # The first placeholder of a text may be in the new words: then it shows in which syntax they are.
    spoken = _with(value, at, words).placeholders
    for marked in marks.ways(value.markup, words, spoken, attribute=is_attribute):
        after = _with(value, at, marked)
        if _read_in(messages(after)) == expected and _same_tags(was, after, at, len(marked)):
            return Changed(at, marked, after.text)
    raise RefusedError("with these words something else would be read around them")


def _with(value: Value, at: Span, words: str) -> Value:
    """The value with other words, and the syntaxes that its placeholders have then."""
    after = replace(value, text=value.text[: at.start] + words + value.text[at.end :])
    return replace(after, placeholders=syntaxes(after))


def _must_be_plain(was: Before, lead: TextMap, span: Span, at: Span) -> None:
    for tag in was.tags:
        if tag.span.overlaps(at):
            raise RefusedError("a placeholder or a template tag stands in it")
    for source, is_copied in _pieces(lead, span):
        if not is_copied and not marks.hides_nothing(source.of(was.value.text)):
            raise RefusedError("a tag or a mark of its markup stands in it")


def _pieces(lead: TextMap, span: Span) -> Iterator[tuple[Span, bool]]:
    """The source behind a visible span in order: stretches that were copied, and what is between or behind others."""
    at: int | None = None
    for run in lead.runs:
        if run.at + run.length <= span.start or span.end <= run.at:
            continue
        if at is not None and at < run.start:
            yield Span(at, run.start), False
        yield Span(run.start, run.end), run.verbatim
        at = run.end


def _lead(message: Message) -> TextMap:
    assert isinstance(message.rewrite, Origin)
    return message.rewrite.lead()


def visible(lead: TextMap, at: Span) -> Span | None:
    """Where a text shows a stretch of what `lead` takes it to; `None` if it does not."""
    shown = [run for run in lead.runs if run.start < at.end and at.start < run.end]
    if not shown:
        return None
    first, last = shown[0], shown[-1]
    start = first.at + (max(0, at.start - first.start) if first.verbatim else 0)
    end = last.at + (min(last.length, at.end - last.start) if last.verbatim else last.length)
    return Span(start, end)


def _with_words(message: Message, lead: TextMap, at: Span, words: str) -> tuple[str, str, str | None]:
    span = visible(lead, at)
    text = message.text if span is None else message.text[: span.start] + words + message.text[span.end :]
    return text, message.role, message.branch


def _read_in(found: Iterator[Message]) -> list[tuple[str, str, str | None]]:
    return [(message.text, message.role, message.branch) for message in found]


def _same_tags(was: Before, after: Value, at: Span, length: int) -> bool:
    """Whether all placeholders and tags are what they were, and the new words have placeholders at most."""
    shift = length - (at.end - at.start)
    expected = [_told(tag, 0 if tag.span.end <= at.start else shift) for tag in was.tags]
    new = Span(at.start, at.start + length)
    now = templates.tokens(after.text, after.placeholders)
    inside = [tag for tag in now if new.contains(tag.span)]
    kept = [_told(tag, 0) for tag in now if not new.contains(tag.span)]
    return kept == expected and all(tag.kind == "placeholder" for tag in inside)


def _told(tag: Tag, shift: int) -> tuple[object, ...]:
    return tag.span.shift(shift), tag.kind, tag.placeholder, tag.name, tag.keyword


def _in_twin(value: Value, lead: TextMap, twin: Value, span: Span, words: str) -> Edit:
    """The same change in another value that says the same."""
    own = next(message for message, each in before(value).messages if each.runs == lead.runs)
    for message, each in before(twin).messages:
        if message.role == own.role and message.branch == own.branch:
            place = _counterpart(own.text, span, message.text)
            return _edit(twin, changed(twin, each, place, words))
    raise RefusedError(f"{twin.route} should say the same and does not")


def _counterpart(text: str, span: Span, other: str) -> Span:
    """The place in `other` of the words that stand at `span` of `text`: the same words, as often, in the same order."""
    pattern = re.compile(r"\s+".join(map(re.escape, span.of(text).split())))
    own = [match.start() for match in pattern.finditer(text)]
    places = [Span(*match.span()) for match in pattern.finditer(other)]
    if len(own) != len(places) or span.start not in own:
        raise RefusedError("another field that should say the same says something else")
    return places[own.index(span.start)]


def _edit(value: Value, new: Changed) -> Edit:
    """A change of a value as a change of its file."""
    if value.place is None:
        raise RefusedError("this kind of text is only read")
    if value.place.container == "text":
        return _stretch(value, new)
    _must_not_count(value.place)
    at = value.locate().to_source(new.span)
    whole = value.place.document.span(value.place.route).shift(value.place.shift)
    if not whole.contains(at):
        raise RefusedError("its place in the file is not known exactly")
    token = Token(whole.of(value.file.text), at.shift(-whole.start), value.place)
    writes = writer(value.place.container)
    content = writes.write(token, new.words)
    text = token.text[: token.at.start] + content + token.text[token.at.end :]
    if writes.read(token, text) != new.text:
        raise RefusedError("its place in the file is not known exactly")
    return Edit(at.shift(value.file.base.offset), content)


def _stretch(value: Value, new: Changed) -> Edit:
    """A change of a stretch of a text file."""
    runs = value.locate().runs
    if len(runs) != 1 or value.file.text[runs[0].start : runs[0].end] != value.text:
        raise RefusedError("its place in the file is not known exactly")
    return Edit(new.span.shift(value.file.base.offset + runs[0].start), new.words)


def _must_not_count(place: Place) -> None:
    """RefusedError beside offsets into the text, which would have to move with it (Draft.js)."""
    beside = place.document.data
    for step in place.route[:-1]:
        beside = beside[step]
    if isinstance(beside, dict) and any(key in beside for key in _COUNTING):
        raise RefusedError("styles beside it count its characters")
