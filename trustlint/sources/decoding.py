"""Bytes to text and back: the one door through which files are read.

UTF-8 and UTF-16 with a byte-order mark are read; anything else is refused with the place and the cure, because a
guessed encoding would put the underline on other words than the author's.
"""

import codecs

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.span import LineIndex
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UTF_32_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
LONGEST_BOM = 4

SIGNATURES = (
    (b"\x89PNG", "a PNG image", ""),
    (b"\xff\xd8\xff", "a JPEG image", ""),
    (b"GIF8", "a GIF image", ""),
    (b"%PDF-", "a PDF", "save its text as a .txt or .md file"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\0", "an xz archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.xls, .doc) or an Outlook message", "save it as CSV or text"),
    (b"SQLite format 3\0", "an SQLite database", "export the table as CSV or JSON"),
    (b"PAR1", "a Parquet file", "export it as CSV or JSON"),
    (b"\x7fELF", "a program", ""),
)
ZIP = b"PK\x03\x04"
ZIPPED = (
    (b"xl/", "an Excel workbook (.xlsx)", "save the sheet as CSV"),
    (b"word/", "a Word document (.docx)", "save it as text or Markdown"),
    (b"ppt/", "a PowerPoint file (.pptx)", "save its text"),
    (b"opendocument", "an OpenDocument file", "save it as CSV or text"),
)
CUT_OFF = "the file is cut off or is Windows-1252: re-save it as UTF-8"


class Encoding(NamedTuple):
    """How a file's text is written: codec and byte-order mark (`b""` if it has none)."""

    name: str
    bom: bytes


def decode(data: bytes, path: str) -> SourceFile:
    """The text of a file's bytes; the byte-order mark is remembered, not part of the text."""
    encoding = detect(data, path)
    body = data[len(encoding.bom) :]
    try:
        text = body.decode(encoding.name)
    except UnicodeDecodeError as error:
        raise _undecodable(body, error, encoding, path, LineIndex("")) from None
    return SourceFile(path, text, encoding.name, bool(encoding.bom))


def encode(file: SourceFile, text: str) -> bytes:
    """`text` written as `file` was: encoding and byte-order mark restored."""
    bom = next(bom for bom, name in BOMS if name == file.encoding) if file.bom else b""
    return bom + text.encode(file.encoding)


def read(path: str) -> SourceFile:
    """The decoded file at `path`."""
    return decode(content(path), path)


def content(path: str) -> bytes:
    """The bytes of the file at `path`. SourceError where it cannot be read."""
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except (OSError, ValueError) as error:
        raise _unreadable(error, path) from None


def head(path: str, size: int) -> str:
    """The beginning of a file's text, of about `size` bytes."""
    return next(pieces(path, size)[1], "")


def pieces(path: str, size: int) -> tuple[Encoding, Iterator[str]]:
    """A file's encoding and its text in pieces of about `size` bytes, for files too large to hold."""
    try:
        with open(path, "rb") as stream:
            encoding = detect(stream.read(size), path)
    except (OSError, ValueError) as error:
        raise _unreadable(error, path) from None
    return encoding, _pieces(path, encoding, size)


def blocks(path: str, size: int) -> Iterator[bytes]:
    """The bytes of a file of texts in several encodings, in parts of a size."""
    try:
        with open(path, "rb") as stream:
            at = 0
            while data := stream.read(size):
                if not at:
                    detect(data, path)
                elif b"\0" in data:
                    raise _binary(data, path, at)
                yield data
                at += len(data)
    except (OSError, ValueError) as error:
        raise _unreadable(error, path) from None


def _pieces(path: str, encoding: Encoding, size: int) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding.name)()
    base = LineIndex("").base
    try:
        with open(path, "rb") as stream:
            at = stream.seek(len(encoding.bom))
            final, carry = False, ""
            while not final:
                data = stream.read(size)
                final = not data
                if not encoding.bom and b"\0" in data:
                    raise _binary(data, path, at)
                held = decoder.getstate()[0]
                try:
                    text = carry + decoder.decode(data, final)
                except UnicodeDecodeError as error:
                    before = LineIndex("", base)
                    raise _undecodable(held + data, error, encoding, path, before, at - len(held)) from None
                # A line end of two characters stays in one piece.
                carry = "\r" if text.endswith("\r") and not final else ""
                text = text.removesuffix(carry)
                yield text
                at += len(data)
                base = LineIndex(text, base).position(len(text))
    except OSError as error:
        raise _unreadable(error, path) from None


def detect(data: bytes, path: str) -> Encoding:
    """The encoding that a file's first bytes show. SourceError if they are no text that can be read."""
    if data.startswith(UTF_32_BOMS):
        raise SourceError("is UTF-32 text, which is not read", path=path, hint="re-save it as UTF-8")
    for bom, name in BOMS:
        if data.startswith(bom):
            return Encoding(name, bom)
    for signature, kind, hint in SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"is {kind}, not text", path=path, hint=hint or None)
    if data.startswith(ZIP):
        raise _zipped(data, path)
    if b"\0" in data:
        raise _binary(data, path)
    return Encoding("utf-8", b"")


def _zipped(data: bytes, path: str) -> SourceError:
    for mark, kind, hint in ZIPPED:
        if mark in data:
            return SourceError(f"is {kind}, not text", path=path, hint=hint)
    return SourceError("is a zip archive, not text", path=path, hint="unpack it first")


def _binary(data: bytes, path: str, start: int = 0) -> SourceError:
    head = data[:1000]
    if max(head[::2].count(0), head[1::2].count(0)) * 4 > len(head) >= 8:
        return SourceError("looks like UTF-16 without a byte-order mark", path=path, hint="re-save it as UTF-8")
    at = start + data.index(0)
    line = data.count(b"\n", 0, at) + 1 if not start else None
    return SourceError(f"looks like a binary file: it has a NUL byte at offset {at}", path=path, line=line)


def _undecodable(
    body: bytes, error: UnicodeDecodeError, encoding: Encoding, path: str, before: LineIndex, at: int | None = None
) -> SourceError:
    """`body` begins at byte `at` of the file, at the position where `before` begins."""
    good = body[: error.start].decode(encoding.name)
    place = LineIndex(good, before.base).position(len(good))
    offset = error.start + (len(encoding.bom) if at is None else at)
    named = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}[encoding.name]
    message = f"is not valid {named}: byte 0x{body[error.start]:02X} at offset {offset}"
    if error.reason in {"unexpected end of data", "truncated data"}:
        message, hint = message + " begins a character that the file does not finish", CUT_OFF
    elif encoding.name == "utf-8" and _looks_like_windows_1252(body):
        hint = "it looks like Windows-1252: re-save it as UTF-8"
    else:
        hint = "re-save it as UTF-8"
    return SourceError(message, path=path, line=place.line, column=place.column, hint=hint)


def _looks_like_windows_1252(body: bytes) -> bool:
    """Whether the bytes above ASCII are rare and all of them characters of Windows-1252."""
    high = [byte for byte in body[:100_000] if byte >= 0x80]
    return not {0x81, 0x8D, 0x8F, 0x90, 0x9D} & set(high) and len(high) * 3 < min(len(body), 100_000)


def _unreadable(error: Exception, path: str) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return SourceError("no such file", path=path)
    if isinstance(error, IsADirectoryError):
        return SourceError("is a folder, not a file", path=path)
    if isinstance(error, PermissionError):
        return SourceError("may not be read: permission denied", path=path)
    if isinstance(error, OSError):
        return SourceError(f"cannot be read: {error.strerror or error}", path=path)
    return SourceError(f"cannot be read: {error}", path=path)
