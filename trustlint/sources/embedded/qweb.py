"""Odoo: QWeb's `t-` directives, and the `% if` lines that older templates have between their tags.

<t t-if="object.late"><p>Sorry, <t t-out="object.name or 'friend'">Sample Name</t></p></t>
{% if object.late %}<p>Sorry, {{ object.name or 'friend' }}</p>{% endif %}
"""

from trustlint.patterns import lazy
from trustlint.sources.containers._mapped import Mapped, Pieces
from trustlint.sources.embedded._tags import Tag, said, tags
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import Sequence

_PRINTS = ("t-out", "t-esc", "t-field", "t-raw")
_CHOOSES = {"t-if": "if", "t-elif": "elif", "t-else": "else"}
_LINE = lazy(r"(?m)^[ \t]*+%[ \t]*+(?P<word>if|elif|else|endif|for|endfor|set)\b(?P<rest>[^\n]*)$|^[ \t]*+##[^\n]*$")
_SPEECH = lazy(r"""["'&][^"']{0,200}\s""")
"""What has a text of several words in quotes."""
_BETWEEN = lazy(r"(?:\s++|<!--(?s:.*?)-->)*+")


class _Open(NamedTuple):
    """An element that is not closed yet, and what stands for its end tag and behind it."""

    name: str
    shown: bool
    ends: str = ""


def opened(text: str) -> Mapped:
    return _Template(text).read()


class _Template:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = Pieces(text)
        self.tags = list(tags(text))
        self.closings = _closings(self.tags)
        self.open: list[_Open] = []
        self.at = 0

    def read(self) -> Mapped:
        for tag in self.tags:
            if tag.span.start < self.at or not tag.name:
                continue
            self._copy(tag.span.start)
            if tag.closes:
                self._close(tag)
            elif tag.name == "t" or any(name.startswith("t-") for name in tag.attributes):
                self._directive(tag)
            elif not tag.is_empty:
                self.open.append(_Open(tag.name, shown=True))
        self._copy(len(self.text))
        return self.pieces.mapped()

    def _copy(self, end: int) -> None:
        """Everything up to an offset, lines of statements as such."""
        for line in _LINE.finditer(self.text, self.at, end):
            self.pieces.copy(self.at, line.start())
            if line["word"]:
                statement = f"{line['word']} {line['rest'].strip().removesuffix(':')}".strip()
                self.pieces.put(f"{{% {statement} %}}", *line.span())
            self.at = line.end()
        self.pieces.copy(self.at, end)
        self.at = max(self.at, end)

    def _directive(self, tag: Tag) -> None:
        shown = tag.name != "t"
        before, ends = self._block(tag)
        printed = next((tag.attributes[name] for name in _PRINTS if name in tag.attributes), None)
        if printed is not None:
            self._print(tag, printed, before, ends, shown)
            return
        if before:
            self.pieces.put(before + ("<" if shown else ""), tag.span.start, tag.span.start + 1)
        else:
            self.pieces.copy(tag.span.start, tag.span.start + shown)
        self.at = tag.span.start + 1 if shown else tag.span.end
        if "t-set" in tag.attributes and not shown:
            ends += self._set(tag)
        if tag.is_empty:
            self._end(ends, tag, self.at)
        else:
            self._copy(tag.span.end)
            self.open.append(_Open(tag.name, shown, ends))

    def _block(self, tag: Tag) -> tuple[str, str]:
        """The statement that an element begins with, and what ends it."""
        before = ends = ""
        for name, word in _CHOOSES.items():
            if name in tag.attributes:
                before, ends = f"{{% {f'{word} {said(self.text, tag.attributes[name])}'.strip()} %}}", "{% endif %}"
        if "t-foreach" in tag.attributes:
            item = said(self.text, tag.attributes["t-as"]) if "t-as" in tag.attributes else "item"
            before += f"{{% for {item} in {said(self.text, tag.attributes['t-foreach'])} %}}"
            ends = "{% endfor %}" + ends
        return before, ends

    def _print(self, tag: Tag, expression: Span, before: str, ends: str, shown: bool) -> None:
        """`{{ expression }}` instead of the element's content, which is a sample."""
        start, end = tag.span
        close = self.closings.get(start)
        self.pieces.put(before + (f"<{tag.name}>" if shown else "") + "{{ ", start, expression.start)
        if "{" in expression.of(self.text) or "}" in expression.of(self.text):
            self.pieces.put("value", *expression)
        else:
            self.pieces.copy(*expression)
        self.at = close.span.end if close else end
        ends = self._unless_continued(ends)
        self.pieces.put(" }}" + (f"</{tag.name}>" if shown else "") + ends, expression.end, self.at)

    def _set(self, tag: Tag) -> str:
        """A text that is kept for later, and what ends it. Values without words in quotes are of no interest."""
        name = said(self.text, tag.attributes["t-set"])
        value = tag.attributes.get("t-value") or tag.attributes.get("t-valuef")
        if value is None:
            self.pieces.put(f"{{% set {name} %}}", *tag.span)
            return "{% endset %}"
        quote = "" if "t-value" in tag.attributes else '"'
        if _SPEECH.search(quote + value.of(self.text)) and not {"{", "}", "%"} & set(value.of(self.text)):
            self.pieces.put(f"{{% set {name} = {quote}", tag.span.start, value.start)
            self.pieces.copy(*value)
            self.pieces.put(f"{quote} %}}", value.end, tag.span.end)
        return ""

    def _close(self, tag: Tag) -> None:
        """The end of the innermost element of this name; what was opened in it and not closed ends with it."""
        found = next((n for n in range(len(self.open) - 1, -1, -1) if self.open[n].name == tag.name), None)
        if found is None:
            if tag.name == "t":
                self.at = tag.span.end
            return
        element = self.open[found]
        del self.open[found:]
        self._end(element.ends, tag, tag.span.start)

    def _end(self, ends: str, tag: Tag, start: int) -> None:
        """The end of an element from an offset of its last tag on, and what ends with it."""
        shown = tag.name != "t"
        if shown:
            self.pieces.copy(start, tag.span.end - bool(ends))
        self.at = tag.span.end
        if ends:
            ends = (">" if shown else "") + self._unless_continued(ends)
            self.pieces.put(ends, tag.span.end - 1 if shown else start, self.at)

    def _unless_continued(self, ends: str) -> str:
        """What ends a block, without `endif` where another alternative follows; what stands between them is skipped."""
        if not ends.endswith("{% endif %}"):
            return ends
        behind = _BETWEEN.match(self.text, self.at)
        end = behind.end() if behind else self.at
        follows = next(tags(self.text, end), None)
        if not follows or follows.span.start != end or not {"t-elif", "t-else"} & {*follows.attributes}:
            return ends
        self.at = end
        return ends.removesuffix("{% endif %}")


def _closings(found: Sequence[Tag]) -> dict[int, Tag]:
    """The end tags of elements, by where these start."""
    waiting: dict[str, list[int]] = {}
    closings: dict[int, Tag] = {}
    for tag in found:
        starts = waiting.setdefault(tag.name, [])
        if tag.closes and starts:
            closings[starts.pop()] = tag
        elif not tag.closes and not tag.is_empty:
            starts.append(tag.span.start)
    return closings
