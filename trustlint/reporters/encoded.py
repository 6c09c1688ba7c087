"""Values as JSON and XML that any stream can carry and no build log takes for a command.

A stream that cannot write UTF-8 (a Windows code page, say) gets pure ASCII: readers expect UTF-8, and ASCII is UTF-8.
"""

from itertools import islice

from trustlint.patterns import lazy
from trustlint.reporters.wording import UNSAFE, harmless
from trustlint.typed import TYPE_CHECKING, Any, Iterable, Mapping, TextIO

if TYPE_CHECKING:
    import re

TOGETHER = 50
"""Items that are made JSON at once. `json` leaves garbage behind each time that nobody collects for long."""

_SURROGATE = lazy("[\ud800-\udfff]")


def is_unicode(out: TextIO) -> bool:
    """Whether a stream can write any text. One without an encoding keeps text as it is."""
    return (getattr(out, "encoding", None) or "utf-8").lower().replace("_", "-").startswith(("utf-", "utf8"))


def to_json(value: Any, out: TextIO, indent: int | None = None) -> str:
    """A value as JSON, nothing lost: what could command a terminal or a build is escaped.

    Only a lone surrogate is replaced: many readers refuse the whole document for it.
    """
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    text = UNSAFE.sub(_escaped, text).replace("##", "#\\u0023")
    return text if is_unicode(out) else json.dumps(json.loads(text), indent=indent).replace("##", "#\\u0023")


def write_json(document: Mapping[str, Any], name: str, items: Iterable[Any], out: TextIO) -> None:
    """Write a document with items in its one empty list of a name: some at a time, for there may be many."""
    # Inside a text every quotation mark has a backslash before it.
    head, listed, tail = to_json(document, out, indent=1).partition(f'"{name}": []')
    depth = len(head) - len(head.rstrip(" "))
    out.write(head + listed.removesuffix("[]"))
    write_list(items, out, depth)
    out.write(f"{tail}\n")


def write_list(items: Iterable[Any], out: TextIO, depth: int = 0) -> None:
    """Write items as a list whose end is indented so far."""
    outer, start, rest = "\n" + " " * depth, "[", iter(items)
    while some := list(islice(rest, TOGETHER)):
        # Without the brackets and the line of the last one.
        out.write(start + to_json(some, out, indent=1)[1:-2].replace("\n", outer))
        start = ","
    out.write("[]" if start == "[" else f"{outer}]")


def _escaped(match: "re.Match[str]") -> str:
    return "\ufffd" if _SURROGATE.match(match.group()) else f"\\u{ord(match.group()):04x}"


_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": "&#10;", "\t": "&#9;"})


def escaped(text: str) -> str:
    """Text that can stand in XML or HTML, in content as well as between quotes."""
    return harmless(text).translate(_XML)


def element(name: str, attributes: Mapping[str, object], content: str | None = None) -> str:
    """An element of XML. `content` is markup; attributes are text, and left out when `None`."""
    start = opened(name, attributes)
    return f"{start[:-1]}/>" if content is None else f"{start}{content}</{name}>"


def opened(name: str, attributes: Mapping[str, object]) -> str:
    """The tag that an element begins with."""
    told = "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{told}>"


def write_markup(parts: Iterable[str], out: TextIO) -> None:
    """Markup in the stream's reach, a part at a time: characters that it cannot write become references."""
    if is_unicode(out):
        out.writelines(parts)
    else:
        out.writelines(part.encode("ascii", "xmlcharrefreplace").decode("ascii") for part in parts)
