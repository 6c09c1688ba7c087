"""gettext catalogues (.po, .pot): one document, `{"language": …, "header": {…}, "entries": […]}`.

An entry has what its lines say: `msgctxt`, `msgid`, `msgid_plural`, `msgstr` (a list, one text per plural form),
`comments`, `extracted`, `references`, `flags`, whether it is `fuzzy`, and the catalogue's `language`, because routes
only lead down. Obsolete entries (`#~`) and previous texts (`#|`) are left out.
"""

from trustlint.message import Route, SourceFile
from trustlint.sources.containers._po_entries import COMMENT_KEYS, Entry, entries, joined
from trustlint.span import Span, TextMap
from trustlint.typed import Iterator

LISTS = {*COMMENT_KEYS, "msgstr"}


def documents(file: SourceFile) -> Iterator["Document"]:
    """The one document of a catalogue."""
    yield Document(file, list(entries(file)))


class Document:
    """A catalogue. What the header says has a place as a whole only: it is `("header",)`."""

    def __init__(self, file: SourceFile, found: list[Entry]) -> None:
        self.file = file
        self._header = next((entry for entry in found if _is_header(entry)), None)
        self._entries = [entry for entry in found if entry is not self._header]
        header = _fields(self._header.data["msgstr"]) if self._header else {}
        language = header.get("Language", "")
        for entry in self._entries:
            entry.data["language"] = language
        self.data = {"language": language, "header": header, "entries": [entry.data for entry in self._entries]}

    def span(self, route: Route) -> Span:
        """The lines of an entry, or the quoted lines of one of its texts."""
        if route in ((), ("entries",)):
            return Span(0, len(self.file.text))
        if route == ("header",) and self._header:
            return self._header.span
        entry, key, texts = self._texts(route)
        spans = [span for tokens in texts for span in tokens]
        return Span(spans[0].start, spans[-1].end) if key else entry.span

    def locate(self, route: Route) -> TextMap:
        _, key, texts = self._texts(route)
        if len(route) != (4 if key in LISTS else 3):
            raise KeyError(route)
        if key in COMMENT_KEYS:
            return TextMap.verbatim(texts[0][0].end - texts[0][0].start, texts[0][0].start)
        return TextMap(joined(self.file.text, texts[0]).runs)

    def _texts(self, route: Route) -> tuple[Entry, str, list[list[Span]]]:
        """The entry of a route, the key in it, and the tokens of the texts there, or of one of them."""
        if route[:1] != ("entries",) or len(route) < 2 or route[1] not in range(len(self._entries)):
            raise KeyError(route)
        entry = self._entries[int(route[1])]
        key = str(route[2]) if len(route) > 2 else ""
        texts = entry.tokens.get(key, [])
        if len(route) == 4 and key in LISTS and route[3] in range(len(texts)):
            texts = [texts[int(route[3])]]
        elif len(route) > 3 or (key and not texts):
            raise KeyError(route)
        return entry, key, texts


def _is_header(entry: Entry) -> bool:
    return entry.data["msgid"] == "" and "msgctxt" not in entry.data


def _fields(texts: list[str]) -> dict[str, str]:
    """`Name: value`, a line each."""
    fields = (line.partition(":") for text in texts[:1] for line in text.split("\n"))
    return {name.strip(): value.strip() for name, colon, value in fields if colon}
