"""The YAML at the top of a page, between lines of three dashes."""

import re

from trustlint.span import Span

# Every line must look like YAML: a rule of dashes may open a text as well.
_PATTERN = (
    r"---[ \t]*\r?\n(?P<yaml>(?:(?:[\w-]+[ \t]*:|[ \t#-]|[\]}])[^\n]*\n|\r?\n)*?)"
    r"(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)


def front_matter(text: str) -> tuple[Span, int] | None:
    """The span of the YAML at the top of a page, and where the page goes on after it."""
    if not text.startswith("---"):
        return None
    match = re.match(_PATTERN, text)
    return (Span(*match.span("yaml")), match.end()) if match else None
