"""XML to elements, without recursion; what is not well-formed is an error with its place."""

from trustlint.errors import SourceError
from trustlint.message import SourceFile
from trustlint.sources.containers import _xml_tokens as tokens
from trustlint.sources.containers._mapped import broken
from trustlint.sources.containers._xml_elements import Element, keys_of
from trustlint.span import Span
from trustlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

DEEPEST = 1000


class Builder:
    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._text = file.text
        self._open: list[Element] = []
        self._root: Element | None = None

    def root(self) -> Element:
        text, at = self._text, 0
        while (start := text.find("<", at)) >= 0:
            self._between(at, start)
            tag = tokens.TAG.match(text, start)
            if tag:
                self._begin(tag)
                at = tag.end()
            elif text.startswith("</", start):
                at = self._finish(start)
            else:
                at = self._skip(start)
        self._between(at, len(text))
        if self._open:
            raise self._error(f"<{self._open[-1].tag}> is never closed", self._open[-1].start)
        if self._root is None:
            raise SourceError("is empty", path=self._file.path)
        return self._root

    def _begin(self, tag: "re.Match[str]") -> None:
        if self._root is not None and not self._open:
            raise self._error("a second root element: an XML file has one", tag.start())
        if len(self._open) == DEEPEST:
            raise self._error(f"is nested more than {DEEPEST} levels deep", tag.start())
        element = Element(self._file, tag["name"], tag.start(), tag.end())
        if tag["attributes"]:
            self._read_attributes(element, tag.start("attributes"), tag.end("attributes"))
        if self._open:
            self._open[-1].add(element)
        else:
            self._root = element
        if not tag["empty"]:
            self._open.append(element)

    def _read_attributes(self, element: Element, start: int, end: int) -> None:
        names: set[str] = set()
        for match in tokens.ATTRIBUTE.finditer(self._text, start, end):
            name = match["name"]
            if name in names:
                raise self._error(f"the attribute {name} stands twice in one tag", match.start("name"))
            value = match["value"][1:-1]
            if "&" in value:
                value = tokens.attribute(self._text, match.start("value") + 1, match.end("value") - 1).text
            names.add(name)
            written, *local = keys_of(name, "@")
            element[written] = value  # before a namesake with a prefix
            for key in local:
                element.setdefault(key, value)

    def _finish(self, start: int) -> int:
        closing = tokens.CLOSING.match(self._text, start)
        if not closing:
            raise self._error("this closing tag has no end", start)
        if not self._open:
            raise self._error(f"</{closing['name']}> closes nothing", start)
        element = self._open.pop()
        if closing["name"] != element.tag:
            line = self._file.lines.position(element.start).line
            raise self._error(f"</{closing['name']}> stands where <{element.tag}> of line {line} must be closed", start)
        element.inner = Span(element.inner.start, start)
        element.end = closing.end()
        if not element.children and element.inner.start < start:
            element["text()"] = element.content("text()").text
        return closing.end()

    def _skip(self, start: int) -> int:
        """The end of what is no tag."""
        text = self._text
        for begin, end, name in tokens.SKIPPED:
            if text.startswith(begin, start):
                if begin == tokens.CDATA and not self._open:
                    raise self._error("text outside the root element", start)
                found = text.find(end, start + len(begin))
                if found < 0:
                    raise self._error(f"the {name} that begins here has no {end}", start)
                return found + len(end)
        doctype = tokens.DOCTYPE.match(text, start) if self._root is None else None
        if doctype:
            return doctype.end()
        raise self._tag_error(start)

    def _between(self, start: int, end: int) -> None:
        """Text stands inside elements only."""
        if not self._open and self._text[start:end].strip(tokens.SPACE):
            rest = self._text[start:end]
            at = start + len(rest) - len(rest.lstrip(tokens.SPACE))
            has_tags = self._root is not None or end < len(self._text)
            raise self._error("text outside the root element" if has_tags else "is not XML", at)

    def _tag_error(self, start: int) -> SourceError:
        text = self._text
        at = start + 1
        name = tokens.NAMED.match(text, at)
        if not name:
            return self._error("a < that begins no tag", start, "write it as &lt;")
        at = name.end()
        while attribute := tokens.ATTRIBUTE.match(text, at):
            at = attribute.end()
        at += len(text[at : at + 100]) - len(text[at : at + 100].lstrip(tokens.SPACE))
        return self._error(f"the tag <{name[0]}> is broken here", at, 'attributes are written name="value"')

    def _error(self, message: str, at: int, hint: str | None = None) -> SourceError:
        return broken(message, self._file, at, hint)
