"""The parts of an Excel workbook: names of sheets, shared texts, rows of cells."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from trustlint.patterns import lazy
from trustlint.sources.containers._office_archive import Archive
from trustlint.sources.containers._office_relations import Relations
from trustlint.tuples import NamedTuple

Value: TypeAlias = str | int | float | bool
Row: TypeAlias = dict[str, tuple[int, Value]]
"""By a column's letters, the number of the row and the cell's value."""

ESCAPE = lazy(r"_x([0-9A-Fa-f]{4})_")
REFERENCE = lazy(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})\Z")
LARGEST_COLUMN = 16_384


class SheetPart(NamedTuple):
    """A sheet of a workbook: its name, the member of the archive that holds it, and whether its tab is hidden."""

    name: str
    member: str
    hidden: bool


class Workbook:
    """Which parts a workbook has."""

    def __init__(self, archive: Archive) -> None:
        self._listed: list[tuple[str, str, bool]] = []
        main = Relations(archive).only("officeDocument", "xl/workbook.xml")
        archive.parse(main, self)
        self._relations = Relations(archive, main)
        self.texts = self._relations.only("sharedStrings", "xl/sharedStrings.xml")

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            hidden = attributes.get("state", "") in ("hidden", "veryHidden")
            self._listed.append((attributes.get("name", ""), relation, hidden))

    def end(self, name: str) -> None: ...
    def text(self, text: str) -> None: ...

    def sheets(self) -> Iterator[SheetPart]:
        """The sheets in the order of their tabs; charts are none."""
        for name, relation, hidden in self._listed:
            if member := self._relations.named(relation, "worksheet"):
                yield SheetPart(name, member, hidden)


class _RichText:
    """The runs of a text together; how it is pronounced (`rPh`) is left out."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._reads = False
        self._aside = False

    def start(self, name: str) -> None:
        self._aside |= name == "rPh"
        self._reads = name == "t" and not self._aside

    def end(self, name: str) -> None:
        self._aside &= name != "rPh"
        self._reads = False

    def text(self, text: str) -> None:
        if self._reads:
            self._parts.append(text)

    def taken(self) -> str:
        text = _unescaped("".join(self._parts))
        self._parts.clear()
        return text


class SharedTexts:
    """`xl/sharedStrings.xml`: texts that cells refer to by number."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._rich = _RichText()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002
        self._rich.start(name)

    def end(self, name: str) -> None:
        self._rich.end(name)
        if name == "si":
            self.texts.append(self._rich.taken())

    def text(self, text: str) -> None:
        self._rich.text(text)


class Sheet:
    """The rows of a sheet. Cells without an address follow the one before them."""

    def __init__(self, shared: list[str]) -> None:
        self.rows: list[Row] = []
        self._shared = shared
        self._number = 0
        self._column = 0
        self._kind = ""
        self._value: list[str] | None = None
        self._written = ""
        self._rich = _RichText()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            number = attributes.get("r", "")
            self._number = int(number) if re.fullmatch(r"\d{1,7}", number) else self._number + 1
            self._column = 0
            self.rows.append({})
        elif name == "c":
            found = REFERENCE.match(attributes.get("r", ""))
            self._column = _number(found[1]) if found else self._column + 1
            self._kind = attributes.get("t", "n")
            self._written = ""
        elif name == "v":
            self._value = []
        else:
            self._rich.start(name)

    def end(self, name: str) -> None:
        if name == "v" and self._value is not None:
            self._written = "".join(self._value)
            self._value = None
        elif name == "c" and self.rows:
            value = self._cell()
            if value != "" and self._column <= LARGEST_COLUMN:
                self.rows[-1][_letters(self._column)] = (self._number, value)
        self._rich.end(name)

    def text(self, text: str) -> None:
        if self._value is not None:
            self._value.append(text)
        else:
            self._rich.text(text)

    def _cell(self) -> Value:
        """What a cell shows; errors and dates show nothing that anyone promises."""
        written, inline = self._written.strip(), self._rich.taken()
        if self._kind == "s":
            number = int(written) if re.fullmatch(r"\d{1,9}", written) else -1
            return self._shared[number] if 0 <= number < len(self._shared) else ""
        if self._kind == "inlineStr":
            return inline
        if self._kind == "b":
            return written == "1"
        if self._kind in ("n", ""):
            return _decimal(written)
        return _unescaped(self._written) if self._kind == "str" else ""


def _decimal(written: str) -> Value:
    try:
        value = float(written)
    except ValueError:
        return ""
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _unescaped(text: str) -> str:
    """`_x000D_` is how XML that knows no carriage return writes one."""
    return ESCAPE.sub(lambda found: _character(int(found[1], base=16)), text) if "_x" in text else text


def _character(code: int) -> str:
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
