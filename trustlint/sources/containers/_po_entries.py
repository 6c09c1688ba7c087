"""The lines of a gettext catalogue to entries, each text with the quoted tokens it is written in."""

import re

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.patterns import lazy
from trustlint.sources.containers._mapped import Mapped, Pieces, broken
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Any, Iterable, Iterator, TypeAlias

STRING = lazy(r'"((?:[^"\\]|\\.)*+)"')
FIELD = lazy(
    rf"[ \t]*(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr)\b(?:[ \t]*\[[ \t]*\d+[ \t]*\])?[ \t]*)?"
    rf"(?P<texts>(?:{STRING.pattern}[ \t]*)*+)"
)
ESCAPE = lazy(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", '"': '"', "\\": "\\"}
COMMENTS = {
    # By what begins the line: the key of what it says, and how its items look.
    "#.": ("extracted", re.compile(r"\S.*+")),
    "#:": ("references", re.compile(r"\S++")),
    "#,": ("flags", re.compile(r"[^\s,][^,]*+")),
}
TRANSLATOR = ("comments", re.compile(r"\S.*+"))
COMMENT_KEYS = {"extracted", "references", "flags", "comments"}


Tokens: TypeAlias = dict[str, list[list[Span]]]


class Entry(NamedTuple):
    """What an entry says, and by key, text for text, the tokens that it is written in, quotes included."""

    data: dict[str, Any]
    tokens: Tokens

    @property
    def span(self) -> Span:
        spans = [span for texts in self.tokens.values() for tokens in texts for span in tokens]
        return Span(min(spans).start, max(spans).end)


def entries(file: SourceFile) -> Iterator[Entry]:
    """The entries of a catalogue, the header among them."""
    tokens: Tokens = {}
    last: list[Span] | None = None  # the text that a line without a keyword goes on with
    for line in re.finditer(r"[^\r\n]+", file.text):
        words = line[0].lstrip()
        if "msgstr" in tokens and words and not words.startswith(("msgstr", '"')):
            yield _entry(file, tokens)
            tokens, last = {}, None
        if words.startswith("#~"):
            tokens = {}  # the comments above belong to an obsolete entry
        elif words.startswith("#"):
            _comment(tokens, words, line.end() - len(words))
        elif words:
            last = _texts(file, tokens, last, line.start(), line.end())
    if last is not None:
        yield _entry(file, tokens)


def joined(text: str, tokens: Iterable[Span]) -> Mapped:
    """The text that quoted tokens say together."""
    pieces = Pieces(text)
    for token in tokens:
        start = token.start + 1
        for escape in ESCAPE.finditer(text, start, token.end - 1):
            pieces.copy(start, escape.start())
            pieces.put(_unescaped(escape[0][1:]), *escape.span())
            start = escape.end()
        pieces.copy(start, token.end - 1)
    return pieces.mapped()


def _unescaped(escape: str) -> str:
    if escape in ESCAPED:
        return ESCAPED[escape]
    code = int(escape[1:], 16) if len(escape) > 1 and escape[0] == "x" else int(escape, 8) if escape.isdecimal() else -1
    if code < 0:
        return "\\" + escape  # no escape of the format: read as it stands
    return chr(code) if code < 0x80 else "\ufffd"  # a byte of an encoding that nobody names


def _entry(file: SourceFile, tokens: Tokens) -> Entry:
    data: dict[str, Any] = {"msgstr": []}
    for key, texts in tokens.items():
        if key in COMMENT_KEYS:
            data[key] = [spans[0].of(file.text) for spans in texts]
        else:
            said = [joined(file.text, spans).text for spans in texts]
            data[key] = said if key == "msgstr" else said[0]
    if "msgid" not in data:
        first = min(texts[0][0] for key, texts in tokens.items() if key not in COMMENT_KEYS)
        raise broken("an entry without a msgid", file, first.start)
    data["fuzzy"] = "fuzzy" in data.get("flags", ())
    return Entry(data, tokens)


def _comment(tokens: Tokens, words: str, start: int) -> None:
    """`#. for translators`, `#: where it is used`, `#, flags`, `# by a translator`; `#| previous` is left out."""
    if words.startswith("#|"):
        return
    key, pattern = COMMENTS.get(words[:2], TRANSLATOR)
    begin = 2 if words[:2] in COMMENTS else 1
    for match in pattern.finditer(words.rstrip(), begin):
        found = Span(match.start(), match.start() + len(match[0].rstrip()))
        tokens.setdefault(key, []).append([found.shift(start)])


def _texts(file: SourceFile, tokens: Tokens, last: list[Span] | None, start: int, end: int) -> list[Span]:
    """A line `keyword "text"`, or `"text"` that goes on with the one before; gives the tokens it belongs to."""
    text = file.text
    field = FIELD.match(text, start, end)
    assert field
    keyword = field["keyword"]
    if keyword in tokens and keyword != "msgstr":
        raise broken(f"a second {keyword} in one entry, before its msgstr", file, field.start("keyword"))
    if field.end() < end or not field["texts"]:
        raise _not_a_field(file, field.end(), keyword, bool(field["texts"]))
    if keyword:
        last = []
        tokens.setdefault(keyword, []).append(last)
    if last is None:
        raise broken("a text that belongs to no msgid or msgstr", file, field.start("texts"))
    last += (Span(*token.span()) for token in STRING.finditer(text, field.start("texts"), field.end()))
    return last


def _not_a_field(file: SourceFile, at: int, keyword: str | None, has_text: bool) -> SourceError:
    if file.text.startswith('"', at):
        return broken("the text that begins here has no closing quote", file, at)
    if has_text:
        return broken("the text ended before this", file, at, 'a quote inside a text is written \\"')
    if keyword:
        return broken(f"expected a text in double quotes after {keyword}", file, at)
    return broken("expected msgctxt, msgid, msgid_plural, msgstr or a text in double quotes", file, at)
