"""The styles of a Word document, as far as they say what a paragraph is or that a text is hidden."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from trustlint.patterns import lazy

_HEADING = lazy(r"heading (\d)\Z", re.IGNORECASE)
_TITLE = lazy(r"title\Z", re.IGNORECASE)
_LISTING = lazy(r"(?:toc \d|toc heading|contents \d|contents heading|table of figures|index \d)\Z", re.IGNORECASE)
_DEEPEST = 20


@dataclass
class _Style:
    base: str = ""
    level: int = 0
    own: int | None = None
    hidden: bool | None = None
    lists: bool = False
    title: bool = False


class Styles:
    """`word/styles.xml`. What a style does not say it has from the one that it is based on."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._open = _Style()
        self._some_hide = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self._open = self._styles[_named(attributes, "styleId")] = _Style()
        elif name == "name":
            self._name(value(attributes))
        elif name == "basedOn":
            self._open.base = value(attributes)
        elif name == "outlineLvl":
            self._open.own = outline(value(attributes))
        elif name == "vanish":
            self._open.hidden = on(attributes)
            self._some_hide = True

    def end(self, name: str) -> None: ...
    def text(self, text: str) -> None: ...

    def _name(self, name: str) -> None:
        """Programs in any language write the names of their own styles in English."""
        if heading := _HEADING.match(name):
            self._open.level = int(heading[1])
        elif _TITLE.match(name):
            self._open.level, self._open.title = 1, True
        self._open.lists = bool(_LISTING.match(name))

    def level(self, style: str) -> int:
        """A heading's level, 0 for other paragraphs."""
        for each in self._bases(style):
            if each.level:
                return each.level
            if each.own is not None:
                return each.own
        return 0

    def is_title(self, style: str) -> bool:
        """Whether a paragraph is the title of the whole document."""
        return style in self._styles and self._styles[style].title

    def hidden(self, style: str) -> bool:
        return self._some_hide and next((each.hidden for each in self._bases(style) if each.hidden is not None), False)

    def lists(self, style: str) -> bool:
        """Whether a paragraph only repeats what stands elsewhere: a table of contents."""
        return style in self._styles and self._styles[style].lists

    def _bases(self, style: str) -> list[_Style]:
        found: list[_Style] = []
        while style in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[style])
            style = found[-1].base
        return found


def value(attributes: Mapping[str, str]) -> str:
    return _named(attributes, "val")


def on(attributes: Mapping[str, str]) -> bool:
    """A property that is there is on, unless it says otherwise."""
    return value(attributes).lower() not in ("0", "false", "off")


def outline(level: str) -> int:
    """The level of a heading; 9 is body text."""
    return int(level) + 1 if re.fullmatch("[0-8]", level) else 0


def _named(attributes: Mapping[str, str], name: str) -> str:
    return next((text for key, text in attributes.items() if key == name or key.endswith(":" + name)), "")
