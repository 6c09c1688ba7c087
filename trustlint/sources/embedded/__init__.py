"""Template languages that are XML themselves: opened to the same text with its tags as `{{ … }}` and `{% … %}`.

Who reads such a text sees what the tags print. The rooms `markup` and `templates` know tags that end where they stand;
here an element that prints, chooses or repeats becomes two of those, and what an editor shows in its place goes.
"""

from trustlint.frozen import replace
from trustlint.modules import import_module
from trustlint.sources.containers._mapped import Mapped
from trustlint.span import TextMap
from trustlint.typed import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from trustlint.sources.values import Value


class Embedded(Protocol):
    """A module of this room."""

    def opened(self, text: str) -> Mapped:
        """The template and where each character of it is written. Never raises: broken tags stay as they are."""


def opened(name: str, text: str) -> Mapped:
    """A text written in the language of a name: `qweb`, `visualforce` or `xslt`."""
    module: Embedded = import_module(f"{__name__}.{name}")
    return module.opened(text)


def unfolded(value: "Value", name: str) -> "Value":
    """A value with its text opened."""
    template = opened(name, value.text)
    return replace(value, text=template.text, locate=lambda: TextMap(template.runs).over(value.locate()))
