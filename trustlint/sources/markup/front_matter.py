"""The YAML at the top of a page, between lines of three dashes."""

from trustlint.patterns import lazy
from trustlint.span import Span

# Every line must look like YAML: a rule of dashes may open a text as well.
_YAML = lazy(
    r"---[ \t]*\r?\n(?P<yaml>(?:(?:[\w-]+[ \t]*:|[ \t#-]|[\]}])[^\n]*\n|\r?\n)*?)"
    r"(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)


def front_matter(text: str) -> tuple[Span, int] | None:
    """The span of the YAML at the top of a page, and where the page goes on after it."""
    if not text.startswith("---"):
        return None
    match = _YAML.match(text)
    return (Span(*match.span("yaml")), match.end()) if match else None
