"""The paragraphs of a Word document, as far as a reader sees them."""

from collections.abc import Mapping

from trustlint.sources.containers._docx_styles import Styles, on, outline, value
from trustlint.tuples import NamedTuple

CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
PROPERTIES = {"pPr", "rPr", "tblPr", "sectPr", "sdtPr"}
UNSEEN = {"Fallback", "moveFrom", "del", "rt"}
"""What is shown elsewhere or nowhere: forms for old programs, moved and deleted text, how characters are pronounced."""
_CHANGE = "Change"
"""How something looked before (`pPrChange`, `rPrChange`, …)."""


class Paragraph(NamedTuple):
    """`number` counts from 1, empty paragraphs too; `heading` is a heading's level, 0 for other paragraphs."""

    number: int
    text: str
    style: str
    heading: int
    is_title: bool = False


class _Open:
    """A paragraph being read. `hides` is what the run being read says itself, `None` for nothing."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.style = ""
        self.outline: int | None = None
        self.in_run = False
        self.run_style = ""
        self.hides: bool | None = None
        self.parts: list[str] = []


class Body:
    """`word/document.xml`. Paragraphs may stand in paragraphs, in text boxes."""

    def __init__(self, styles: Styles) -> None:
        self.paragraphs: list[Paragraph] = []
        self._styles = styles
        self._open: list[_Open] = []
        self._count = 0
        self._unseen = 0
        self._in_properties = 0
        self._reads = False
        self._fields: list[bool] = []
        """For each field being read, whether this is what it shows, and no longer its code."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if _is_unseen(name):
            self._unseen += 1
        elif self._unseen:
            return
        elif name == "p":
            self._count += 1
            self._open.append(_Open(self._count))
        elif name in PROPERTIES:
            self._in_properties += 1
        elif self._in_properties:
            self._property(name, attributes)
        elif name == "fldChar":
            self._field(next((text for key, text in attributes.items() if key.endswith("fldCharType")), ""))
        elif self._open and name == "r":
            self._begin_run(self._open[-1])
        elif self._open and self._is_shown():
            self._reads = name == "t"
            self._open[-1].parts.append(CHARACTERS.get(name, ""))

    def end(self, name: str) -> None:
        self._reads = False
        if _is_unseen(name):
            self._unseen -= 1
        elif self._unseen:
            return
        elif name in PROPERTIES:
            self._in_properties -= 1
        elif name == "p" and self._open:
            self._finish(self._open.pop())
        elif name == "r" and self._open:
            self._open[-1].in_run = False

    def text(self, text: str) -> None:
        if self._reads and self._open:
            self._open[-1].parts.append(text)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _begin_run(self, paragraph: _Open) -> None:
        paragraph.in_run, paragraph.run_style, paragraph.hides = True, "", None

    def _is_shown(self) -> bool:
        here = self._open[-1]
        if not all(self._fields):
            return False
        if here.hides is not None:
            return not here.hides
        return not (self._styles.hidden(here.run_style) or self._styles.hidden(here.style))

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self._open:
            return
        here = self._open[-1]
        if here.in_run:
            if name == "vanish":
                here.hides = on(attributes)
            elif name == "rStyle":
                here.run_style = value(attributes)
        elif name == "pStyle":
            here.style = value(attributes)
        elif name == "outlineLvl":
            here.outline = outline(value(attributes))

    def _finish(self, found: _Open) -> None:
        if not self._open:
            # A field that never says what it shows hides nothing behind this paragraph.
            self._fields = [True for shows in self._fields if shows]
        text = "".join(found.parts)
        if text.strip() and not self._styles.lists(found.style):
            heading = self._styles.level(found.style) if found.outline is None else found.outline
            self.paragraphs.append(
                Paragraph(found.number, text, found.style, heading, self._styles.is_title(found.style))
            )


def _is_unseen(name: str) -> bool:
    return name in UNSEEN or name.endswith(_CHANGE)
