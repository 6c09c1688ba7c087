"""The paragraphs of a Word document, as far as a reader sees them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from trustlint.patterns import lazy

HEADING = lazy(r"heading (\d)\Z", re.IGNORECASE)
TITLE = lazy(r"title\Z", re.IGNORECASE)
CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
PROPERTIES = {"pPr", "rPr", "tblPr", "sectPr"}
UNSEEN = {"Fallback", "moveFrom", "del", "rt"}
"""What is shown elsewhere or nowhere: forms for old programs, moved and deleted text, how characters are pronounced."""


class Paragraph(NamedTuple):
    """`number` counts from 1, empty paragraphs too; `heading` is a heading's level, 0 for other paragraphs."""

    number: int
    text: str
    style: str
    heading: int


class Styles:
    """`word/styles.xml`: which styles are headings, whatever their names are in the writer's language."""

    def __init__(self) -> None:
        self.headings: dict[str, int] = {}
        self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        value = _value(attributes)
        if name == "style":
            self._style = next((text for key, text in attributes.items() if key.endswith("styleId")), "")
        elif name == "name":
            heading = HEADING.match(value)
            if heading or TITLE.match(value):
                self.headings[self._style] = int(heading[1]) if heading else 1
        elif name == "outlineLvl" and re.fullmatch("[0-8]", value):
            self.headings.setdefault(self._style, int(value) + 1)

    def end(self, name: str) -> None: ...
    def text(self, text: str) -> None: ...


class _Open:
    """A paragraph being read."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.style = ""
        self.outline = 0
        self.parts: list[str] = []


class Body:
    """`word/document.xml`. Paragraphs may stand in paragraphs, in text boxes."""

    def __init__(self, styles: Styles) -> None:
        self.paragraphs: list[Paragraph] = []
        self._headings = styles.headings
        self._open: list[_Open] = []
        self._count = 0
        self._unseen = 0
        self._in_properties = 0
        self._reads = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in UNSEEN:
            self._unseen += 1
        elif self._unseen:
            return
        elif name == "p":
            self._count += 1
            self._open.append(_Open(self._count))
        elif name in PROPERTIES:
            self._in_properties += 1
        elif self._in_properties:
            self._property(name, _value(attributes))
        elif self._open:
            self._reads = name == "t"
            self._open[-1].parts.append(CHARACTERS.get(name, ""))

    def end(self, name: str) -> None:
        self._reads = False
        if name in UNSEEN:
            self._unseen -= 1
        elif self._unseen:
            return
        elif name in PROPERTIES:
            self._in_properties -= 1
        elif name == "p" and self._open:
            self._finish(self._open.pop())

    def text(self, text: str) -> None:
        if self._reads and self._open:
            self._open[-1].parts.append(text)

    def _property(self, name: str, value: str) -> None:
        if not self._open:
            return
        if name == "pStyle":
            self._open[-1].style = value
        elif name == "outlineLvl" and re.fullmatch("[0-8]", value):
            self._open[-1].outline = int(value) + 1

    def _finish(self, found: _Open) -> None:
        text = "".join(found.parts)
        if text.strip():
            heading = found.outline or self._headings.get(found.style, 0)
            self.paragraphs.append(Paragraph(found.number, text, found.style, heading))


def _value(attributes: Mapping[str, str]) -> str:
    return next((text for key, text in attributes.items() if key == "val" or key.endswith(":val")), "")
