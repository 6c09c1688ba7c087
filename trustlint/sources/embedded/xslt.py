"""Dynamics 365: e-mail templates as XSLT, and as the XML that its editor writes.

<template><text><![CDATA[Dear ]]></text><datafield entity="contact" field="firstname"/></template>
Dear {{ contact.firstname }}
"""

import re

from trustlint.patterns import lazy
from trustlint.sources.containers._mapped import Mapped, Pieces, verbatim
from trustlint.sources.embedded._tags import Tag, said, tags
from trustlint.sources.markup.entities import decoded_part
from trustlint.span import Span

_IS_XSLT = lazy(r"\s*(?:<\?xml[^<>]*>\s*)?<(?:xsl:stylesheet|xsl:transform|template)\b")
# How the editor writes a slot: what it is filled with, and what is said when that is empty.
_SLOT = lazy(
    r"""
    <xsl:choose>\s*+ <xsl:when\s[^<>]*+>\s*+
    <xsl:value-of\s[^<>]*?\bselect="(?P<name>[^"<>]*+)"\s*+/>\s*+ </xsl:when>\s*+
    (?: <xsl:otherwise\s*+/>\s*+
      | <xsl:otherwise>\s*+ (?:<!\[CDATA\[)? (?P<fallback>[^<>"{}\]]{0,200}?) (?:\]\]>)? \s*+ </xsl:otherwise>\s*+ )?
    </xsl:choose>
    """,
    re.VERBOSE,
)
_STATEMENTS = {"xsl:if": "if", "xsl:when": "if", "xsl:for-each": "for"}


def opened(text: str) -> Mapped:
    if not _IS_XSLT.match(text):
        return verbatim(text, 0, len(text))
    return _Stylesheet(text).read()


class _Stylesheet:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = Pieces(text)
        self.chosen: list[bool] = []
        """For each `choose` that is open, whether it had an alternative already."""

    def read(self) -> Mapped:
        at = 0
        for tag in tags(self.text):
            if tag.span.start < at:
                continue
            self._between(at, tag.span.start)
            at = self._tag(tag)
        self._between(at, len(self.text))
        return self.pieces.mapped()

    def _between(self, start: int, end: int) -> None:
        """Text with its entities decoded; white space alone is no text in XSLT."""
        if not self.text[start:end].strip():
            return
        part = decoded_part(self.text, start, end)
        for run in part.runs:
            if run.verbatim:
                self.pieces.copy(run.start, run.end)
            else:
                self.pieces.put(part.text[run.at : run.at + run.length], run.start, run.end)

    def _tag(self, tag: Tag) -> int:
        """Write what a tag prints; the offset after it."""
        slot = _SLOT.match(self.text, tag.span.start) if tag.name == "xsl:choose" else None
        if slot:
            self._slot(slot)
            return slot.end()
        if tag.cdata:
            self.pieces.copy(*tag.cdata)
        elif tag.name == "datafield" and not tag.closes:
            self.pieces.put(f"{{{{ {self._field(tag)} }}}}", *tag.span)
        elif tag.name == "xsl:value-of" and not tag.closes:
            self.pieces.put(f"{{{{ {_dotted(self._said(tag, 'select'))} }}}}", *tag.span)
        elif tag.name.startswith("xsl:"):
            self.pieces.put(self._statement(tag), *tag.span)
        elif tag.name and tag.name not in ("template", "text", "datafield"):
            self.pieces.copy(*tag.span)
        return tag.span.end

    def _slot(self, slot: re.Match[str]) -> None:
        name = _dotted(slot["name"])
        fallback = Span(*slot.span("fallback"))
        if not (slot["fallback"] or "").strip():
            self.pieces.put(f"{{{{ {name} }}}}", *slot.span())
            return
        self.pieces.put(f'{{{{ {name} or "', slot.start(), fallback.start)
        self.pieces.copy(*fallback)
        self.pieces.put('" }}', fallback.end, slot.end())

    def _statement(self, tag: Tag) -> str:
        if tag.name == "xsl:choose":
            if not tag.closes:
                self.chosen.append(False)
            elif self.chosen:
                return "{% endif %}" if self.chosen.pop() else ""
            return ""
        if tag.name in ("xsl:when", "xsl:otherwise"):
            return "" if tag.closes or not self.chosen else self._alternative(tag)
        word = _STATEMENTS.get(tag.name)
        if word is None or tag.is_empty:
            return ""
        if tag.closes:
            return f"{{% end{word} %}}"
        test = self._said(tag, "test") if word == "if" else f"item in {self._said(tag, 'select')}"
        return f"{{% {word} {test} %}}"

    def _alternative(self, tag: Tag) -> str:
        if tag.name == "xsl:otherwise":
            return "{% else %}" if self.chosen[-1] else ""
        word = "elif" if self.chosen[-1] else "if"
        self.chosen[-1] = True
        return f"{{% {word} {self._said(tag, 'test')} %}}"

    def _field(self, tag: Tag) -> str:
        if "field" in tag.attributes:
            return ".".join(filter(None, (self._said(tag, "entity"), self._said(tag, "field"))))
        return _dotted(self._said(tag, "label")) or "field"

    def _said(self, tag: Tag, name: str) -> str:
        value = said(self.text, tag.attributes[name]) if name in tag.attributes else ""
        return value.replace("{", "").replace("}", "").replace("%", "")


def _dotted(path: str) -> str:
    """`contact/first name` as a name: `contact.first_name`."""
    words = (re.sub(r"\W+", "_", word).strip("_") for word in re.split(r"[./]", path))
    return ".".join(filter(None, words)) or "value"
