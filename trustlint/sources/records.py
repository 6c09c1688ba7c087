"""Records: where they stand in a document, and what a description says of each."""

from itertools import islice

from trustlint.memo import lru_cache
from trustlint.message import Route
from trustlint.patterns import lazy
from trustlint.sources import routes
from trustlint.sources.formats import Alternative, Field, Format, Signature
from trustlint.tuples import NamedTuple
from trustlint.typed import Any, Iterator, Mapping

_LOOKED_AT = 50
"""Records that are held against a signature before a document counts as something else."""
_KEY = ("key()",)
_LONGEST = 120
"""Characters of a title or id: a translation is known by its whole source text."""
_DAY = lazy(r"\d{4}-\d\d-\d\d(?!\d)")
_LANGUAGE = lazy(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")


class Found(NamedTuple):
    """A record: its route in the document, and its data with the keys that the format's routes ask for."""

    route: Route
    data: Any
    keys: Mapping[str, str]
    """The file's own keys, by the keys in `data`, where they differ."""

    def written(self, route: Route) -> Route:
        """A route in `data` as a route in the document."""
        if self.keys and route:
            route = (self.keys.get(str(route[0]), route[0]), *route[1:])
        return (*self.route, *route)


class Text(NamedTuple):
    """A text of a record: where it stands, what it is, its markup, and the language that it is embedded in."""

    field: Field
    route: Route
    value: str
    markup: str
    embedded: str | None
    item: Any


def record_route(data: Any, format: Format) -> routes.Pattern | None:
    """The route that leads to records that look like this format's; None if there are none."""
    signature = format.signature
    for pattern in format.records:
        if signature.document and not signature.document.holds(data):
            return None
        some = islice(records(data, format, pattern), _LOOKED_AT)
        if any(looks_like(record.data, signature) for record in some):
            return pattern
    return None


def route_of_records(data: Any, format: Format) -> routes.Pattern:
    """The same for a format that was asked for, which need not show its signature: the first that leads somewhere."""
    return record_route(data, format) or next(
        (each for each in format.records if next(routes.find(data, each), None)), format.records[0]
    )


def records(data: Any, format: Format, pattern: routes.Pattern) -> Iterator[Found]:
    """The records at a route."""
    for route, value in routes.find(data, pattern):
        if not format.loose or not isinstance(value, dict):
            yield Found(route, value, {})
            continue
        keys = _loose_keys(tuple(value), format.keys)
        yield Found(route, {**value, **{named: value[key] for named, key in keys.items()}}, keys)


def looks_like(record: Any, signature: Signature) -> bool:
    """Whether a record has what the signature asks for."""
    if not isinstance(record, dict):
        return False
    return (
        all(_has(record, pattern) for pattern in signature.has)
        and all(any(_has(record, pattern) for pattern in group) for group in signature.any)
        and not any(_has(record, pattern) for pattern in signature.lacks)
        and (signature.values is None or signature.values.holds(record))
    )


def texts(record: Found, field: Field) -> Iterator[list[Text]]:
    """For each item that has the field, its text and after it the other places that say the same."""
    for route, item in routes.find(record.data, field.each):
        if field.when and not field.when.holds(item):
            continue
        if field.unless and field.unless.holds(item):
            continue
        said = [found for each in field.alternatives if (found := list(_texts(field, each, route, item)))]
        if said:
            # A route may lead to several texts, each of its own; another alternative says the same once more.
            first, *others = said[0]
            yield [first, *(twin for found in said[1:] for twin in found)]
            yield from ([other] for other in others)


def _texts(field: Field, alternative: Alternative, route: Route, item: Any) -> Iterator[Text]:
    for inner, value in routes.find(item, alternative.route):
        if isinstance(value, str) and value.strip():
            yield Text(field, (*route, *inner), value, alternative.markup, alternative.embedded, item)


def scalar(data: Any, patterns: tuple[routes.Pattern, ...]) -> str | None:
    """The first text or number at one of the routes."""
    for pattern in patterns:
        for _, value in routes.find(data, pattern):
            if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
                said = str(value).strip()
                return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
    return None


def named(record: Found, patterns: tuple[routes.Pattern, ...]) -> str | None:
    """The title or id of a record; the route `key()` is the key that the record stands under."""
    for pattern in patterns:
        if pattern == _KEY:
            said = next((step for step in reversed(record.route) if isinstance(step, str)), None)
        else:
            said = scalar(record.data, (pattern,))
        if said:
            return said
    return None


def language(data: Any, patterns: tuple[routes.Pattern, ...]) -> str | None:
    """The language that a record declares, as a BCP 47 tag; a number or a word is none."""
    tag = scalar(data, patterns)
    return tag.replace("_", "-") if tag and _LANGUAGE.match(tag) else None


def day(data: Any, patterns: tuple[routes.Pattern, ...]) -> str | None:
    """The day of a time that a record gives, as ISO 8601 writes it; what is written otherwise is none."""
    said = scalar(data, patterns)
    return said[:10] if said and _DAY.match(said) else None


def _has(record: Any, pattern: routes.Pattern) -> bool:
    return next(routes.find(record, pattern), None) is not None


@lru_cache(maxsize=64)
def _loose_keys(written: tuple[str, ...], named: tuple[str, ...]) -> dict[str, str]:
    """The file's keys by the keys that the description has for them."""
    by_letters = {_letters(key): key for key in reversed(written)}
    return {key: by_letters[_letters(key)] for key in named if _letters(key) in by_letters}


def _letters(key: str) -> str:
    """A key without case and separators: `Macro Text`, `macro_text` and `macroText` are one."""
    return "".join(char for char in key.casefold() if char.isalnum())
