"""The lexicon that ships: its words are read where one is asked for, which most runs do for a few."""

import marshal

from trustlint.prose.lexicon import Lexicon
from trustlint.typed import TYPE_CHECKING, Any, Mapping

if TYPE_CHECKING:
    from trustlint.shelf import Shelf

PARTS = ("_words", "_patterns", "_expanded")


def values(lexicon: Lexicon) -> Mapping[bytes, bytes]:
    """What is shelved of a lexicon: its parts, each class of words, and what was made of patterns."""
    words, patterns = lexicon.data()
    parts: tuple[Any, ...] = (words, patterns, lexicon.expanded())
    return {
        **{name.encode(): marshal.dumps(part, 4) for name, part in zip(PARTS, parts, strict=True)},
        **{_class(name): marshal.dumps(forms, 4) for name, forms in words.items()},
        **{_pattern(written): made.encode("utf-8", "surrogatepass") for written, made in lexicon.made.items()},
    }


class ShippedLexicon(Lexicon):
    """The same lexicon, of a shelf."""

    __slots__ = ("_shelf",)

    def __init__(self, shelf: "Shelf") -> None:
        self._shelf = shelf
        self.made = {}

    def __getattr__(self, name: str) -> Any:
        """A part that nobody has asked for yet."""
        if name not in PARTS:
            raise AttributeError(name)
        part = marshal.loads(self._shelf.get(name.encode()) or b"")  # noqa: S302 part of the package
        setattr(self, name, part)
        return part

    def words(self, name: str) -> tuple[str, ...]:
        forms = self._shelf.get(_class(name))
        found: tuple[str, ...] = marshal.loads(forms) if forms is not None else ()  # noqa: S302 part of the package
        return found

    def known(self, pattern: str) -> str | None:
        made = self.made.get(pattern)
        if made is None:
            shelved = self._shelf.get(_pattern(pattern))
            made = None if shelved is None else shelved.decode("utf-8", "surrogatepass")
        return made


def _class(name: str) -> bytes:
    return f"words {name}".encode()


def _pattern(written: str) -> bytes:
    return f"pattern {written}".encode("utf-8", "surrogatepass")
