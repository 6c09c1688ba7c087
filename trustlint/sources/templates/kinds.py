"""What a placeholder stands for, told from its name.

The last word of a name says what the thing is (`refund_date` is a date, `refund_amount` is not), so the words are
read from the end and a head such as `url` or `status` settles it.
"""

from trustlint.memo import lru_cache
from trustlint.message import PlaceholderKind
from trustlint.patterns import lazy
from trustlint.typed import Collection


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LONGEST = 200
_WORDS = lazy(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SEGMENTS = lazy(r"\[[^\]]*\]|[^.\[\]]+")

# Segments that only say how the thing before them is shown.
_FORMS = _words(
    """
    value values title text formatted format display raw first last full long short humanized iso string
    """
)

_ENDINGS = frozenset(
    {"formatted", "formated", "long", "short", "string", "iso", "humanized", "local", "utc", "value", "c"}
)

_DATES = _words(
    """
    date dates datetime day weekday deadline due eta etd time timestamp timeframe timeline when until expiry
    expires expiration month year week today tomorrow tonight yesterday now appointment sla turnaround datum fecha
    frist fälligkeit échéance
    """
)
_NOT_DATES = frozenset(
    {"update", "candidate", "mandate", "validate", "consolidate", "invalidate", "outdate", "predate"}
)
_NEXT = frozenset({"next", "last", "latest"})
_EVENTS = _words(
    """
    update updated contact visit callback review reply response delivery billing renewal call check
    """
)
_COMING = frozenset({"delivery", "arrival", "window"})
_COMING_WHEN = frozenset({"estimated", "expected", "delivery", "arrival"})
_MONEY = _words(
    """
    amount amounts price total subtotal refund cost fee fees balance payment money credit discount tax vat
    shipping sum charge deposit compensation paid owed
    """
)
_PEOPLE = _words(
    """
    customer requester agent assignee user contact recipient sender client member employee technician driver
    person submitter owner manager caller guest patient buyer lead
    """
)
_NAMES = frozenset(
    {
        "firstname",
        "lastname",
        "fullname",
        "surname",
        "forename",
        "nickname",
        "username",
        "displayname",
        "fname",
        "lname",
    }
)
_THINGS = _words(
    """
    product item plan file event field service method template domain host variable category folder tag list
    carrier device package feature document campaign status type action step form city country street order
    """
)
# A name that ends in one of these is that, whatever stands before it.
_HEADS = _words(
    """
    format url uri link href id ids number no code key token count email mail phone address status state method type
    label note notes reason zone timezone path image img logo color days hours minutes items lines line location
    place percent rate ratio currency description subject body content html message comment comments address1
    address2 zip instructions policy question
    """
)


def placeholder_kind(name: str, date_words: Collection[str] = ()) -> PlaceholderKind:
    """`name`, `date`, `money` or `other` for a bare name such as `ticket.requester.first_name`.

    `date_words` are further words (folded) that make a name a date.
    """
    name = name[-_LONGEST:]
    if date_words and any(word in date_words for word in _last_words(name)):
        return "date"
    return _typed(name)


# The same few placeholders fill a library.
@lru_cache(maxsize=4096)
def _typed(name: str) -> PlaceholderKind:
    return _kind(_last_words(name))


def _last_words(name: str) -> tuple[str, ...]:
    """The words of the last telling segment, preceded by the segment before it: `requester first name`."""
    segments = [_split(segment) for segment in _SEGMENTS.findall(name.partition("(")[0]) if segment[0] != "["]
    segments = [words for words in segments if words]
    while len(segments) > 1 and all(word in _FORMS for word in segments[-1]):
        segments.pop()
    if not segments:
        return ()
    last = segments[-1]
    if len(last) == 1 and last[0] == "name" and len(segments) > 1:
        return (*segments[-2], "name")
    return last


def _split(segment: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORDS.findall(segment))


def _kind(words: tuple[str, ...]) -> PlaceholderKind:
    if "of" in words[1:]:
        words = words[: words.index("of", 1)]
    while len(words) > 1 and words[-1] in _ENDINGS:
        words = words[:-1]
    if not words or words[-1] in _HEADS:
        return "other"
    if _is_name(words):
        return "name"
    if words[-1] == "by" and len(words) > 1 and words[-2].endswith("ed"):
        return "name"
    if words[-1] in _MONEY or (words[-1] in {"due", "paid"} and any(word in _MONEY for word in words)):
        return "money"
    if _is_date(words):
        return "date"
    return "money" if any(word in _MONEY for word in words) else "other"


def _is_name(words: tuple[str, ...]) -> bool:
    if words[-1] in _NAMES or words[-1] in _PEOPLE:
        return not _NEXT.intersection(words)
    if words[-1] in {"name", "names"}:
        return len(words) < 2 or words[-2] not in _THINGS
    return False


def _is_date(words: tuple[str, ...]) -> bool:
    if words[-1] in {"at", "on", "by"}:
        return len(words) > 1
    if any(word in _DATES or (word.endswith("date") and word not in _NOT_DATES) for word in words):
        return True
    if _NEXT.intersection(words) and _EVENTS.intersection(words):
        return True
    return words[-1] in {"delivery", "arrival", "window"} and bool(
        {"estimated", "expected", "delivery", "arrival"}.intersection(words)
    )
