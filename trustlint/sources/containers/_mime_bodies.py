"""The body of a part as it is read: mbox quoting, transfer encoding, charset and flowed lines undone, in this order."""

from trustlint.patterns import MULTILINE, lazy
from trustlint.sources.containers._mapped import Mapped, Pieces, verbatim
from trustlint.sources.containers._mime_characters import Characters, encoding
from trustlint.sources.containers._mime_headers import from_base64
from trustlint.span import Span

FROM = lazy(r"^>(?=>*From )", MULTILINE)
QUOTED_PRINTABLE = lazy(r"=([0-9A-Fa-f]{2})|=[ \t]*+(?:\r?\n|\Z)|(?<![ \t])[ \t]++(?=\r?\n|\Z)")
LINE = lazy(r"(?P<quotes>>*+)(?P<stuffed> ?)(?P<words>[^\n]*+)(?P<end>\n|\Z)")
TRANSFERS = ("", "7bit", "8bit", "binary", "quoted-printable", "base64")


def body(text: str, span: Span, transfer: str, content_type: dict[str, str], in_mbox: bool) -> Mapped:
    """What the body at `span` says. `transfer` is one of TRANSFERS."""
    made = _unquoted_from(text, span) if in_mbox else verbatim(text, *span)
    charset = content_type.get("charset", "")
    if transfer == "base64":
        made = _base64(made.text, charset).over(made)
    elif transfer == "quoted-printable":
        made = _quoted_printable(made.text, charset).over(made)
    elif not Characters(Pieces(""), charset).is_plain:
        made = _characters(made.text, charset).over(made)
    if content_type.get("format", "").lower() == "flowed" and content_type[""] in ("", "text/plain"):
        made = _flowed(made.text, content_type.get("delsp", "").lower() == "yes").over(made)
    return made


def _unquoted_from(text: str, span: Span) -> Mapped:
    """`>From ` at the beginning of a line is how an mbox writes `From `."""
    pieces = Pieces(text)
    start = span.start
    for quote in FROM.finditer(text, *span):
        pieces.copy(start, quote.start())
        start = quote.end()
    pieces.copy(start, span.end)
    return pieces.mapped()


def _base64(text: str, charset: str) -> Mapped:
    """Any part of the value is written in the whole of the block: nobody reads base64."""
    pieces = Pieces(text)
    start = len(text) - len(text.lstrip())
    pieces.put(from_base64(text).decode(encoding(charset), "replace"), start, max(start, len(text.rstrip())))
    return pieces.mapped()


def _quoted_printable(text: str, charset: str) -> Mapped:
    pieces = Pieces(text)
    characters = Characters(pieces, charset)
    start = 0
    for escape in QUOTED_PRINTABLE.finditer(text):
        if start < escape.start():
            characters.text(start, escape.start())
        if escape[1]:
            characters.bytes(bytes([int("0x" + escape[1], 0)]), *escape.span())
        start = escape.end()
    if start < len(text):
        characters.text(start, len(text))
    characters.finish()
    return pieces.mapped()


def _characters(text: str, charset: str) -> Mapped:
    """A charset that says in ASCII what is none, as ISO-2022-JP does."""
    pieces = Pieces(text)
    characters = Characters(pieces, charset)
    characters.text(0, len(text))
    characters.finish()
    return pieces.mapped()


def _flowed(text: str, without_space: bool) -> Mapped:
    """RFC 3676: a line that ends with a blank goes on in the next, if that is quoted as deeply."""
    pieces = Pieces(text)
    goes_on, depth, before_end = False, -1, 0
    for line in LINE.finditer(text):
        words = line["words"].removesuffix("\r")
        joins = goes_on and len(line["quotes"]) == depth and not _is_signature(words)
        if goes_on and not joins:
            pieces.copy(before_end, line.start())
        if not joins:
            pieces.copy(line.start(), line.end("stuffed" if line["quotes"] else "quotes"))
        goes_on, depth = words.endswith(" ") and bool(line["end"]) and not _is_signature(words), len(line["quotes"])
        before_end = line.start("words") + len(words)
        pieces.copy(line.start("words"), before_end - (goes_on and without_space))
        if not goes_on:
            pieces.copy(before_end, line.end())
    return pieces.mapped()


def _is_signature(words: str) -> bool:
    return words == "-- "
