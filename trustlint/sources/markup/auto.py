"""A value that may be HTML or plain text: fields that take both, cells of a table."""

from trustlint.patterns import lazy
from trustlint.sources.markup import Visible, html, plain

_HTML = lazy(
    r"(?i)</?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|table|tr|td|th|img|font|small|label|section"
    r"|hr|sup|sub|pre|code|center|t|blockquote|html|body)\b[^<>]*>"
    r"|&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});"
)


def visible(value: str) -> Visible:
    """HTML as HTML if there is any in the value; else the text as it is."""
    return html.visible(value) if _HTML.search(value) else plain.visible(value)
