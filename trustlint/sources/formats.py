"""Formats: where the texts of an export stand, and which of them a customer sees. Data, in one schema for everybody.

The platforms that ship are YAML files of this schema in `platforms/`; a user's own stand under `formats:` in
`trustlint.yaml`.
"""

from trustlint.globs import fnmatchcase
from trustlint.sources import routes
from trustlint.tuples import NamedTuple
from trustlint.typed import Any, Iterable, Literal, TypeAlias

Role: TypeAlias = Literal["subject", "body", "button", "attribute"]
Layout: TypeAlias = Literal["records", "library", "page", "catalogue"]
SYNTAXES = ("liquid", "fill_in")


class Expected:
    """What must stand at a route: one of some values, or something like one of some globs."""

    __slots__ = ("globs", "key", "pattern", "values")

    def __init__(self, pattern: routes.Pattern, wanted: Iterable[str]) -> None:
        self.pattern = pattern
        self.values = frozenset(wanted)
        self.globs = tuple(each for each in self.values if "*" in each)
        # Most routes in conditions are one key, asked of every item of every record.
        self.key = pattern[0] if len(pattern) == 1 and isinstance(pattern[0], str) else None

    def met(self, data: Any) -> bool:
        if self.key is None:
            return any(self._is(value) for _, value in routes.find(data, self.pattern))
        return isinstance(data, dict) and self.key in data and self._is(data[self.key])

    def _is(self, value: Any) -> bool:
        if isinstance(value, dict | list):
            return False
        text = as_text(value)
        return text in self.values or (bool(self.globs) and any(fnmatchcase(text, glob) for glob in self.globs))


class Condition(NamedTuple):
    """What must stand at some routes. With `each`, one item must meet all of it."""

    each: routes.Pattern | None
    expected: tuple[Expected, ...]

    def holds(self, data: Any) -> bool:
        if self.each is None:
            return self._met(data)
        return any(self._met(item) for _, item in routes.find(data, self.each))

    def _met(self, data: Any) -> bool:
        return all(expected.met(data) for expected in self.expected)


class Switch(NamedTuple):
    """A reason to leave a text out: when the item (and when the record) meets a condition."""

    reason: str
    when: Condition | None = None
    record: Condition | None = None

    def applies(self, item: Any, record: Any) -> bool:
        return (self.when is None or self.when.holds(item)) and (self.record is None or self.record.holds(record))


class Alternative(NamedTuple):
    """One place of a text, its markup, and the language that both are embedded in, if there is one."""

    route: routes.Pattern
    markup: str
    embedded: str | None = None


class Field(NamedTuple):
    """A text of a record. `each` leads from the record to the items that have it."""

    alternatives: tuple[Alternative, ...]
    each: routes.Pattern = ()
    role: Role = "body"
    placeholders: tuple[str, ...] = SYNTAXES
    language: tuple[routes.Pattern, ...] = ()
    document_language: tuple[routes.Pattern, ...] = ()
    when: Condition | None = None
    unless: Condition | None = None
    inactive: tuple[Switch, ...] = ()
    internal: tuple[Switch, ...] = ()
    once: bool = False
    """Left out where another text of the record, of a field before this one, has the same words."""


class Beside(NamedTuple):
    """The file that stands beside each file of a format and says whether that one is in use."""

    ending: str
    container: str
    inactive: tuple[Switch, ...] = ()


class Signature(NamedTuple):
    """What a file of this format looks like."""

    has: tuple[routes.Pattern, ...] = ()
    any: tuple[tuple[routes.Pattern, ...], ...] = ()
    lacks: tuple[routes.Pattern, ...] = ()
    values: Condition | None = None
    document: Condition | None = None
    files: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    among_mails: bool = False


class Catalogue(NamedTuple):
    """A file of texts by key, such as an application's translations: which of them customers read."""

    locale: Literal["key", "path"] = "path"
    keys: tuple[str, ...] = ()
    html: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


class Format(NamedTuple):
    """A platform's export, or a user's."""

    name: str
    about: str
    kind: str
    containers: tuple[str, ...]
    layout: Layout
    records: tuple[routes.Pattern, ...]
    signature: Signature
    loose: bool
    title: tuple[routes.Pattern, ...]
    id: tuple[routes.Pattern, ...]
    language: tuple[routes.Pattern, ...]
    updated: tuple[routes.Pattern, ...]
    placeholders: tuple[str, ...]
    markup: str
    inactive: tuple[Switch, ...]
    internal_files: tuple[tuple[tuple[str, ...], str], ...]
    fields: tuple[Field, ...]
    extensions: tuple[str, ...] = ()
    plain_files: tuple[str, ...] = ()
    document_language: tuple[routes.Pattern, ...] = ()
    catalogue: Catalogue = Catalogue()
    embedded: str | None = None
    beside: Beside | None = None
    keys: tuple[str, ...] = ()
    """The keys that the description names at the top of a record."""

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """Groups of keys of which a file must contain one each: what rules a format out without parsing."""
        groups: list[tuple[str, ...]] = [(key,) for pattern in self.signature.has for key in routes.words(pattern)]
        # Any key of a group's routes is a sign of it.
        groups += [tuple(key for pattern in group for key in routes.words(pattern)) for group in self.signature.any]
        return tuple(dict.fromkeys(groups))

    @property
    def is_page(self) -> bool:
        return self.layout in ("library", "page")

    def internal_file(self, path: str) -> str | None:
        """Why nothing in this file reaches customers, by its name alone."""
        return next((reason for files, reason in self.internal_files if matches(path, files)), None)


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether a path, or the end of it from some folder on, matches one of the globs, whatever its case."""
    parts = path.replace("\\", "/").lower().split("/")
    tails = ["/".join(parts[at:]) for at in range(len(parts))]
    return any(fnmatchcase(tail, glob.lower()) for glob in globs for tail in tails)


_TRUTHS = frozenset(("True", "False", "TRUE", "FALSE"))


def as_text(value: Any) -> str:
    """A value as a description writes it: `false` for False and "False" alike, `null` for nothing."""
    if isinstance(value, str):
        return value.lower() if value in _TRUTHS else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)
