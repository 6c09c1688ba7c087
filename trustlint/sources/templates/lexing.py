"""Several syntaxes over one value."""

from trustlint.modules import import_module
from trustlint.sources.templates.kinds import placeholder_kind
from trustlint.sources.templates.token import Token
from trustlint.typed import Collection, Sequence

SYNTAXES: dict[str, tuple[str, ...]] = {
    "blade": ("{!!", "{{", "@"),
    "brace": ("{",),
    "dollar": ("${", "$"),
    "erb": ("<%",),
    "fill_in": ("[", "<", "XX", "xx", "___", "TB", "tb"),
    "handlebars": ("{{{", "{{"),
    "hash": ("#{",),
    "helpscout": ("{%",),
    "icu": ("{", "'"),
    "jinja": ("{{", "{%", "{#"),
    "laravel": (":",),
    "linked": ("$t(", "@", "<", "{'"),
    "liquid": ("{{", "{%"),
    "magento": ("{{",),
    "mailchimp": ("*|",),
    "percent": ("%%[", "%%", "%{", "%(", "%"),
    "salesforce": ("{{{", "[[", "{!"),
    "smarty": ("{",),
    "toolkit": ("[%",),
    "watson": ("<?",),
    "word": ("«",),
    "xliff": ("<",),
}
"""Every syntax and the strings that its tokens start with: a value that has none of them has no token."""


def tokens(value: str, syntaxes: Sequence[str], date_words: Collection[str] = ()) -> list[Token]:
    """The tokens of several syntaxes, in order and without overlap.

    The earlier token wins; of two that start together the one with the longer opener, then the syntax named
    first. `date_words` are a user's own words for a date (folded). KeyError for an unknown syntax.
    """
    found = _merged(value, syntaxes)
    return [_dated(token, date_words) for token in found] if date_words else found


def _dated(token: Token, date_words: Collection[str]) -> Token:
    if token.kind == "placeholder" and token.placeholder == "other":
        return token._replace(placeholder=placeholder_kind(token.name, date_words))
    return token


def _merged(value: str, syntaxes: Sequence[str]) -> list[Token]:
    found = [(name, lexed) for name in syntaxes if (lexed := _lex(value, name))]
    if not found:
        return []
    if len(found) == 1:
        return found[0][1]
    ranked = [
        (token.span.start, -_opener(value, token.span.start, SYNTAXES[name]), order, token)
        for order, (name, lexed) in enumerate(found)
        for token in lexed
    ]
    ranked.sort(key=lambda entry: entry[:3])
    kept: list[Token] = []
    free = 0
    for start, _, _, token in ranked:
        if start >= free:
            kept.append(token)
            free = token.span.end
    return kept


def _lex(value: str, name: str) -> list[Token]:
    if not any(opener in value for opener in SYNTAXES[name]):
        return []
    lexed: list[Token] = import_module(f"{__package__}.{name}").lex(value)
    return lexed


def _opener(value: str, start: int, openers: tuple[str, ...]) -> int:
    return max((len(opener) for opener in openers if value.startswith(opener, start)), default=0)
