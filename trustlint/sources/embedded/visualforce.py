"""Salesforce's Visualforce: components that print their value, are rendered under a condition, or repeat.

<apex:outputText value="Thank you" rendered="{!Case.IsClosed}"/>
{% if Case.IsClosed %}Thank you{% endif %}
"""

from trustlint.sources.containers._mapped import Mapped, Pieces
from trustlint.sources.embedded._tags import Tag, said, tags
from trustlint.tuples import NamedTuple

_PLAIN = "messaging:plainTextEmailBody"
_PRINTS = frozenset({"apex:outputText", "apex:outputField", "apex:outputLabel", "apex:inputField"})


class _Open(NamedTuple):
    name: str
    ends: str


def opened(text: str) -> Mapped:
    pieces = Pieces(text)
    waiting: list[_Open] = []
    at = 0
    for tag in tags(text):
        if ":" not in tag.name:
            continue
        pieces.copy(at, tag.span.start)
        at = tag.span.end
        if tag.closes:
            _close(pieces, waiting, tag)
        else:
            _component(pieces, waiting, tag)
    pieces.copy(at, len(text))
    return pieces.mapped()


def _component(pieces: Pieces, waiting: list[_Open], tag: Tag) -> None:
    """A component's tag: the statement that it begins, then the value that it prints."""
    before, ends = _block(pieces.source, tag)
    value = tag.attributes.get("value") if tag.name in _PRINTS else None
    if tag.name == "messaging:emailTemplate" and "subject" in tag.attributes:
        before, ends, value = "<p>", "", tag.attributes["subject"]
    if value is not None:
        pieces.put(before, tag.span.start, value.start)
        pieces.copy(*value)
        pieces.put("</p>" if before == "<p>" else ends if tag.is_empty else "", value.end, tag.span.end)
    else:
        pieces.put(before + (ends if tag.is_empty else ""), *tag.span)
    if not tag.is_empty:
        waiting.append(_Open(tag.name, ends))


def _block(text: str, tag: Tag) -> tuple[str, str]:
    before, ends = ("<pre>", "</pre>") if tag.name == _PLAIN else ("", "")
    if "rendered" in tag.attributes:
        before, ends = f"{{% if {_condition(said(text, tag.attributes['rendered']))} %}}", "{% endif %}"
    if tag.name == "apex:repeat" and "value" in tag.attributes:
        item = said(text, tag.attributes["var"]) if "var" in tag.attributes else "item"
        before += f"{{% for {item} in {_condition(said(text, tag.attributes['value']))} %}}"
        ends = "{% endfor %}" + ends
    return before, ends


def _condition(formula: str) -> str:
    return formula.removeprefix("{!").removesuffix("}").strip()


def _close(pieces: Pieces, waiting: list[_Open], tag: Tag) -> None:
    found = next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n].name == tag.name), None)
    if found is not None:
        pieces.put(waiting[found].ends, *tag.span)
        del waiting[found:]
