"""What JSON catalogues have in their texts beside slots: other texts, numbered tags, quoted signs.

`$t(common.sorry)` (i18next), `@:common.sorry` and `{'@'}` (vue-i18n), `<1>our page</1>` (react-i18next).
"""

import re

from trustlint.patterns import lazy
from trustlint.sources.templates.token import Token
from trustlint.span import Span

_LINKED = lazy(
    r"""\$t\( \s* (?P<nested>[\w.:-]+) \s* (?:,[^()]{0,200})? \)
      | @ (?:\.\w{1,20})? : (?: (?P<key>\w+(?:[.-]\w+)*) | \( (?P<quoted>[\w.-]+) \) )
      | (?P<tag> </?\d{1,3}\s?/?> )
      | (?P<open>\{') [^'{}]{1,40} (?P<close>'\})""",
    re.VERBOSE,
)


def lex(value: str) -> list[Token]:
    """The tokens of a text."""
    return [token for found in _LINKED.finditer(value) for token in _tokens(found)]


def _tokens(found: re.Match[str]) -> list[Token]:
    if found["tag"]:
        return [Token(Span(*found.span()), "statement", "tag")]
    if found["open"]:
        return [Token(Span(*found.span("open")), "raw", "'"), Token(Span(*found.span("close")), "raw", "'")]
    name = found["nested"] or found["key"] or found["quoted"]
    return [Token(Span(*found.span()), "placeholder", "", "other", name)]
