"""Mailchimp merge tags: `*|FNAME:there|*`, `*|IF:VIP|*…*|ELSE:|*…*|END:IF|*`."""

import re

from trustlint.patterns import lazy
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.token import Token
from trustlint.span import Span

_TAG = lazy(r"\*\|([A-Za-z]\w{0,60})(?:(:)((?:(?!\|\*|\*\|)[^\n]){0,200}))?\|\*")
_OPENS = {
    "IF": "if",
    "IFNOT": "if",
    "INTERESTED": "interested",
    "GROUP": "group",
    "RSSITEMS": "rssitems",
    "FEEDBLOCK": "feedblock",
}
_SOURCES = frozenset(
    {
        "HTML",
        "LIST",
        "USER",
        "MC",
        "ARCHIVE",
        "REWARDS",
        "UNSUB",
        "FORWARD",
        "POLL",
        "SURVEY",
        "SHARE",
        "QRCODE",
        "FEED",
        "RSSITEM",
    }
)
_FORMS = frozenset({"TITLE", "UPPER", "LOWER", "URL"})


def lex(value: str) -> list[Token]:
    """The merge tags of a value."""
    return [_token(found) for found in _TAG.finditer(value)]


def _token(found: re.Match[str]) -> Token:
    span, word, rest = Span(*found.span()), found[1].upper(), found[3] or ""
    if word in {"ELSE", "ELSEIF"}:
        return Token(span, "branch", word.lower(), name=found[0])
    if word == "END":
        opened = rest.strip().split(":")[0].upper()
        return Token(span, "close", _OPENS.get(opened, opened.lower()), name=found[0])
    if word in _OPENS and found[2]:
        return Token(span, "open", _OPENS[word], name=found[0])
    if word == "DATE":
        return Token(span, "placeholder", "", "date", "DATE")
    if not found[2] or word in _SOURCES:
        name = f"{found[1]}:{rest}" if found[2] else found[1]
        return Token(span, "placeholder", "", placeholder_kind(found[1]), name)
    if word in _FORMS:
        return Token(span, "placeholder", "", placeholder_kind(rest), rest)
    return Token(span, "placeholder", "", placeholder_kind(found[1]), found[1], (Span(*found.span(3)),))
