"""Bytes of a mail's charset to characters, each with the place of the bytes it was made from."""

import codecs

from trustlint.patterns import lazy
from trustlint.sources.containers._mapped import Pieces

FAMILIES = lazy(
    r"utf-?[78]|utf-?(?:16|32)(?:[bl]e)?|(?:us-)?ascii|iso-?8859-\d{1,2}|latin-?\d|(?:windows-|cp)\d{3,4}|koi8-[rut]"
    r"|gbk?|gb2312|gb18030|big5(?:-?hkscs)?|euc-(?:jp|kr)|shift[_-]jis|iso-2022-(?:jp(?:-\d)?|kr)|macintosh|tis-620"
)
MEANT = {
    # What mailers declare, and the larger encoding that they write.
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "utf-8",
    "us-ascii": "utf-8",
    "gb2312": "gb18030",
    "gb": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
ASCII_INSIDE = lazy(r"utf-?8|iso-?8859|latin|windows-|cp125|koi8|mac|tis")
"""Encodings whose bytes below 0x80 are ASCII wherever they stand."""


def encoding(charset: str) -> str:
    """The codec of a declared charset; UTF-8 for one that is not known."""
    charset = charset.strip().lower()
    if charset in MEANT:
        return MEANT[charset]
    try:
        return charset if FAMILIES.fullmatch(charset) and codecs.lookup(charset) else "utf-8"
    except LookupError:
        return "utf-8"


class Characters:
    """Collects characters from bytes and from text that is decoded already."""

    def __init__(self, pieces: Pieces, charset: str) -> None:
        self.encoding = encoding(charset)
        self.is_plain = bool(ASCII_INSIDE.match(self.encoding))
        self._pieces = pieces
        self._decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        self._start = -1  # of the bytes that wait for the rest of their character
        self._end = -1

    def bytes(self, data: bytes, start: int, end: int) -> None:
        """Bytes that are written at `[start, end)`."""
        if self._start < 0:
            self._start = start
        self._end = end
        self._put(self._decoder.decode(data))

    def text(self, start: int, end: int) -> None:
        """Characters that stand for themselves, or ASCII that stands for bytes."""
        if self.is_plain:
            self.finish()
            self._pieces.copy(start, end)
            return
        for at in range(start, end):
            char = self._pieces.source[at]
            if char.isascii():
                self.bytes(char.encode(), at, at + 1)
            else:
                self.finish()
                self._pieces.copy(at, at + 1)

    def finish(self) -> None:
        """What waits for more bytes gets none."""
        if self._start >= 0:
            self._put(self._decoder.decode(b"", final=True))
            self._decoder.reset()
            self._start = -1

    def _put(self, text: str) -> None:
        if text:
            self._pieces.put(text, self._start, self._end)
            self._start = -1
