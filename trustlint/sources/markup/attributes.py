"""Attributes that matter to a reader: texts shown on the page, and what hides an element or makes it mail history."""

from trustlint.patterns import lazy
from trustlint.span import Span
from trustlint.typed import Iterator, Sequence

_NOTABLE = (
    *("alt=", "title=", "aria-label=", "placeholder=", "value=", "default=", "hidden"),
    *("gmail_quote", "rplyfwd", "appendonsend"),
)
# A name is looked at from its beginning only: from each of its characters, a long one would take forever.
_ATTRIBUTE = lazy(r"""(?<![^\s"'>/=])([^\s"'>/=]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_HIDDEN = lazy(r"(?i)(?:^|\s)hidden(?=[\s=/]|$)")
_QUOTED_VALUE = lazy(r"\"[^\"]*+\"|'[^']*+'")
_BUTTON = lazy(r"(?i)\btype\s*=\s*[\"']?(?:button|submit|reset)\b")
# The wrappers that Gmail and Outlook put around the mail that is answered; it is always the last thing in a mail.
_HISTORY = lazy(r"(?i)\b(?:gmail_quote|divRplyFwdMsg|appendonsend)\b")
_EVERYWHERE = ("alt", "title", "aria-label", "placeholder")


def occur(value: str) -> bool:
    """Whether any of this can matter in a value: most values are spared a look at their attributes."""
    lower = value.lower()
    if "=" not in lower:
        return "hidden" in lower
    return any(notable in lower for notable in _NOTABLE)


def hides(attributes: str) -> bool:
    """Whether the element is hidden from everybody. `display:none` is not: inboxes show preheaders."""
    return "hidden" in attributes.lower() and bool(_HIDDEN.search(_QUOTED_VALUE.sub("", attributes)))


def starts_history(name: str, attributes: str) -> bool:
    """Whether the mail that is being answered starts here."""
    return name == "div" and bool(_HISTORY.search(attributes))


def spans(attributes: str, start: int, names: Sequence[str]) -> Iterator[Span]:
    """The values of the named attributes; `start` is where the attributes stand in the value."""
    for match in _ATTRIBUTE.finditer(attributes):
        group = match.lastindex or 2
        if match[1].lower() in names and match[group].strip():
            yield Span(start + match.start(group), start + match.end(group))


def shown(name: str, attributes: str, start: int) -> Iterator[Span]:
    """The texts in attributes that a reader sees, hovers over or hears."""
    if name == "input" and _BUTTON.search(attributes):
        return spans(attributes, start, (*_EVERYWHERE, "value"))
    return spans(attributes, start, (*_EVERYWHERE, "value") if name == "button" else _EVERYWHERE)
