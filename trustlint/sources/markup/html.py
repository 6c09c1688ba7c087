"""HTML as a mail program or a help desk shows it.

A tokenizer of one regular expression: exact places in the value, no tree. Nothing that a person writes makes it fail;
a tag that never ends is text.
"""

import re

from trustlint.patterns import lazy
from trustlint.sources.markup import Visible, attributes, entities
from trustlint.sources.markup.elements import BREAKS, EFFECTS, INVISIBLE, VOID
from trustlint.sources.markup.tokens import BROKEN_TOKENS, TOKENS
from trustlint.sources.markup.writer import Writer
from trustlint.span import Span, TextMap

_WORDS = lazy(r" ++|[^ ]++")
_REAL_TAG = lazy(r"<[a-zA-Z/!]")
_ESCAPED_TAG = lazy(r"&lt;(?:p|div|br|span|a|ul|li|strong|table)\b")


def visible(value: str) -> Visible:
    """The text of a value; a value whose tags are themselves escaped is decoded once more."""
    if "&lt;" in value and _ESCAPED_TAG.search(value) and not _REAL_TAG.search(value):
        lower = entities.decoded(value)
        upper = _Page(lower.text).read()
        under = TextMap(lower.runs)
        carried = tuple(a._replace(runs=TextMap(a.runs).over(under).runs) for a in upper.attributes)
        return upper._replace(runs=TextMap(upper.runs).over(under).runs, attributes=carried)
    return _Page(value).read()


class _Page:
    """One pass over a value."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.writer = Writer()
        self.pre = False
        self.cdata = False
        self.quotes: list[int] = []
        self.codes: list[int] = []
        self.attributes: list[Visible] = []
        self.looks_at_attributes = attributes.occur(value)

    def read(self) -> Visible:
        at, pattern = 0, TOKENS
        while at < len(self.value):
            at, pattern = self._scan(at, pattern)
        while self.quotes:
            self._end_of(self.quotes, self.writer.quoted)
        return self.writer.visible(tuple(self.attributes))

    def _scan(self, at: int, pattern: re.Pattern[str]) -> tuple[int, re.Pattern[str]]:
        """Read tokens from `at` on, to the end or to where reading must start afresh."""
        value, text, block, looks = self.value, self._text, self.writer.block, self.looks_at_attributes
        for match in pattern.finditer(value, at):
            start, end = match.span()
            if start > at:
                text(at, start)
            at = end
            if not (name := match[2]):
                if start + 1 == end and value[start] == "<":
                    return start, BROKEN_TOKENS
                at = self._character(match[0], start)
            elif (breaks := BREAKS.get(name := name.lower())) and not looks:
                block(breaks)
            elif looks or name in EFFECTS:
                at = self._tag(match, name)
                if at != end:
                    return at, pattern
        if at < len(value):
            text(at, len(value))
        return len(value), pattern

    def _character(self, token: str, start: int) -> int:
        """Write what a token that is no tag is read as; the offset after it."""
        end = start + len(token)
        if token[0] == "&":
            return self._entity(token, start)
        if token[0] in "<]":
            self._declaration(token, start)
        elif token[0] in " \n\t\r\f" and self.pre:
            self.writer.copy(token, start)
        elif token[0] in " \n\t\r\f":
            self.writer.space(start, end)
        return end

    def _text(self, start: int, end: int) -> None:
        chunk = self.value[start:end]
        if ((chunk[0] != " " or not self.writer.spaced) and "  " not in chunk) or self.pre:
            self.writer.copy(chunk, start)
        else:
            self._spaced_text(start, end)

    def _spaced_text(self, start: int, end: int) -> None:
        for match in _WORDS.finditer(self.value, start, end):
            if self.value[match.start()] == " ":
                self.writer.space(*match.span())
            else:
                self.writer.copy(match[0], match.start())

    def _entity(self, entity: str, start: int) -> int:
        """Write what an entity stands for; the offset after it."""
        text, rest = entities.decode(entity)
        end = start + len(entity) - len(rest)
        if not text:
            end = start + len(entity)
            self._text(start, end)
        elif text in " \t\n\r\f":
            self.writer.space(start, end)
        elif text not in INVISIBLE:
            self.writer.put(text, start, end)
        return end

    def _declaration(self, mark: str, start: int) -> None:
        if mark == "<![CDATA[":
            self.cdata = True
        elif mark == "]]>" and not self.cdata:
            self.writer.copy(mark, start)
        elif mark == "]]>":
            self.cdata = False

    def _tag(self, match: re.Match[str], name: str) -> int:
        """What a tag does to the text; the offset after it, or after the whole element if it is hidden."""
        opens = not match["close"]
        if opens and self.looks_at_attributes and match["attributes"]:
            if attributes.hides(match["attributes"]) and name not in VOID:
                return self._element_end(name, match.end())
            self._attributes(name, match)
        if breaks := BREAKS.get(name):
            self.writer.block(breaks)
            return match.end()
        effect = EFFECTS.get(name)
        if effect == "br":
            self.writer.line()
        elif effect == "hidden" and opens and not match["attributes"].endswith("/"):
            return self._element_end(name, match.end())
        elif effect == "pre":
            self.writer.block(2)
            self.pre = opens
        elif effect == "quote":
            self.writer.block(2)
            self._mark(opens, self.quotes, self.writer.quoted)
        elif effect == "code":
            self._mark(opens, self.codes, self.writer.code)
        return match.end()

    def _attributes(self, name: str, match: re.Match[str]) -> None:
        start = match.start("attributes")
        if name == "attribute":
            # Intercom's slot: its default is read inside the sentence when the slot is empty.
            for default in attributes.spans(match["attributes"], start, ("default",)):
                self._inline(entities.decoded_part(self.value, *default, attribute=True))
            return
        # A template that is a quote from its first word on was only styled as one.
        if self.writer.length and attributes.starts_history(name, match["attributes"]):
            self.writer.block(2)
            self.quotes.append(self.writer.next)
        for span in attributes.shown(name, match["attributes"], start):
            self.attributes.append(entities.decoded_part(self.value, *span, attribute=True))

    def _inline(self, part: Visible) -> None:
        for at, length, start, end in part.runs:
            self.writer.put(part.text[at : at + length], start, end)

    def _mark(self, opens: bool, starts: list[int], spans: list[Span]) -> None:
        if opens:
            starts.append(self.writer.next)
        elif starts:
            self._end_of(starts, spans)

    def _end_of(self, starts: list[int], spans: list[Span]) -> None:
        span = Span(starts.pop(), self.writer.length)
        if not starts and span.start < span.end:
            spans.append(span)

    def _element_end(self, name: str, start: int) -> int:
        """Where the element that starts here ends: after its end tag, or with the value."""
        depth = 1
        pattern = re.compile(rf"(?i)<(/?){re.escape(name)}(?=[\s/>])[^>]*+>?")
        for match in pattern.finditer(self.value, start):
            depth += -1 if match[1] else 1
            if not depth:
                return match.end()
        return len(self.value)
