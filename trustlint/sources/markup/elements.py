"""What HTML's elements do to the text around them."""

from trustlint.typed import Literal

Effect = Literal["br", "hidden", "pre", "quote", "code"]

INVISIBLE = "\xad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Soft hyphens and zero-width characters: in the text for the renderer, not for the reader."""

# fmt: off
_LINES = (
    "address", "article", "aside", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "legend", "li", "main", "menu",
    "nav", "option", "section", "summary", "tbody", "td", "tfoot", "th", "thead", "tr",
)
_PARAGRAPHS = ("dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "table", "title", "ul")
# MJML is HTML with elements of its own.
_MJML_PARAGRAPHS = ("mj-title", "mj-preview", "mj-text", "mj-button", "mj-table", "mj-raw", "mj-accordion-text")
_MJML_LINES = (
    "mj-accordion-title", "mj-body", "mj-column", "mj-divider", "mj-group", "mj-head", "mj-hero", "mj-image",
    "mj-navbar-link", "mj-section", "mj-social-element", "mj-spacer", "mj-wrapper", "mjml",
)
_HIDDEN = (
    "mj-attributes", "mj-html-attributes", "mj-style",
    "datalist", "iframe", "noembed", "noframes", "script", "style", "svg", "template", "xml",
)
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
# fmt: on

BREAKS: dict[str, int] = dict.fromkeys((*_LINES, *_MJML_LINES), 1) | dict.fromkeys((*_PARAGRAPHS, *_MJML_PARAGRAPHS), 2)
"""How many line ends an element puts around itself."""

EFFECTS: dict[str, Effect] = {
    **dict.fromkeys(_HIDDEN, "hidden"),
    "br": "br",
    "pre": "pre",
    "textarea": "pre",
    "blockquote": "quote",
    "code": "code",
    "kbd": "code",
    "samp": "code",
}
"""Elements that are in neither table are inline: their tags vanish and the words on both sides stay together."""
