"""A field's value to the messages that customers read in it."""

from trustlint.frozen import dataclass, field, replace
from trustlint.memo import cache, cached_property
from trustlint.message import Message, Placeholder, Record, Route, SourceFile
from trustlint.sources import languages, templates
from trustlint.sources.containers import Document
from trustlint.sources.formats import Role
from trustlint.sources.markup import Visible, markup
from trustlint.sources.restoring import restored
from trustlint.sources.templates import Reading, Token
from trustlint.span import Span, TextMap
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Sequence

if TYPE_CHECKING:
    from trustlint.diagnostic import Edit

AUTO = "auto"
"""Placeholders as the text itself shows them."""


class Place(NamedTuple):
    """Where a value is written: at `route` of a document whose text begins at `shift` of its file's."""

    container: str
    document: Document
    route: Route
    shift: int = 0


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
    place: Place | None = None
    twins: "tuple[Value, ...]" = ()
    known: dict[object, Any] = field(init=False, default_factory=dict, repr=False, compare=False)
    """What `sources.writing` has found out about this value, for its other messages."""

    @cached_property
    def in_file(self) -> TextMap:
        """The map from the text to the file, made once for all messages."""
        return self.locate()


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
        return self.lead().over(self.value.in_file)


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
    if AUTO not in value.placeholders:
        return value.placeholders
    from trustlint.sources import dialect  # for pages and tables only

    return (*dialect.syntaxes(value.text), *(name for name in value.placeholders if name != AUTO))


def _readings(value: Value, tokens: Sequence[Token], shown: Visible, role: Role) -> Iterator[Message]:
    if not tokens:
        if shown.text.strip():
            yield _whole(value, shown, role, shown.text, ())
        return
    text, seen = restored(value.text, tokens, shown)
    told = set()
    lower = cache(lambda: TextMap(shown.runs))
    for reading in templates.readings(shown.text, seen):
        if reading.kept == (Span(0, len(text)),):
            message = _whole(value, shown, role, text, seen)
        else:
            message = _part(value, shown, role, text, seen, reading, lower)
        if message.text.strip() and message.text not in told:
            told.add(message.text)
            yield message


def _whole(value: Value, shown: Visible, role: Role, text: str, tokens: Sequence[Token]) -> Message:
    """The only reading of a text without branches: all of it."""
    origin = Origin(value, lambda: TextMap(shown.runs))
    return Message(
        value.record,
        value.route,
        text,
        value.file,
        origin.locate,
        role,
        _placeholders(tokens),
        code=shown.code,
        quoted=shown.quoted,
        rewrite=origin,
    )


def _part(
    value: Value,
    shown: Visible,
    role: Role,
    text: str,
    tokens: Sequence[Token],
    reading: Reading,
    lower: Callable[[], TextMap],
) -> Message:
    """One reading of several: the kept stretches of the visible text, put together. `lower` maps that to the value."""
    from trustlint.sources.keeping import Kept  # for texts with branches only

    kept = Kept(reading.kept)
    origin = Origin(value, lambda: TextMap(kept.runs).over(lower()))
    return Message(
        value.record,
        value.route,
        "".join(span.of(text) for span in reading.kept),
        value.file,
        origin.locate,
        role,
        _placeholders(kept.tokens(tokens)),
        reading.branch,
        tuple(kept.spans(shown.code)),
        tuple(kept.spans(shown.quoted)),
        origin,
    )


def _placeholders(tokens: Iterable[Token]) -> tuple[Placeholder, ...]:
    return tuple(
        Placeholder(token.span, token.placeholder, token.name, token.fallbacks, token.problem)
        for token in tokens
        if token.kind == "placeholder" or token.problem
    )
