"""The formats that can be read in a run: the platforms that ship and those that the user describes."""

import marshal

from trustlint.errors import UsageError
from trustlint.memo import cache, cached_property
from trustlint.patterns import lazy
from trustlint.sources.descriptions import compiled, load_platforms
from trustlint.sources.formats import Format
from trustlint.tuples import NamedTuple
from trustlint.typed import Any, Iterator, Mapping, Sequence

_WORD = lazy(r"[^\W\d][\w:-]*+(?!\()")
"""A key in a route, without what a container makes (`text()`)."""


class Described(NamedTuple):
    """What the names of files say, by the descriptions of formats: pairs of what their names end in and a format, and
    of what the file beside such a file ends in and the format.
    """

    ends: Sequence[tuple[str, str]]
    beside: Sequence[tuple[str, str]]


def described(descriptions: Mapping[str, Mapping[str, Any]]) -> Described:
    ends: list[tuple[str, str]] = []
    for name, data in descriptions.items():
        said = data.get("extensions", ())
        ends += ((end.lower(), name) for end in ((said,) if isinstance(said, str) else said))
    beside = [(data["beside"]["ending"], name) for name, data in descriptions.items() if data.get("beside")]
    return Described(tuple(ends), tuple(beside))


class Packed(Mapping[str, Mapping[str, Any]]):
    """Descriptions as they ship: each is unpacked when it is asked for, which for most files few are."""

    def __init__(self, packed: Mapping[str, bytes], said: Described) -> None:
        self._packed = packed
        self.said = said

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        unpacked: Mapping[str, Any] = marshal.loads(self._packed[name])  # noqa: S302 part of the package
        return unpacked

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def __contains__(self, name: object) -> bool:
        return name in self._packed


class Formats:
    """Formats by name, made ready when they are first needed. A user's format hides a platform of its name."""

    def __init__(
        self,
        platforms: Mapping[str, Mapping[str, Any]],
        own: Mapping[str, Mapping[str, Any]] = {},  # noqa: B006 read only
    ) -> None:
        self._platforms = platforms
        self._own = own
        self._compiled: dict[str, Format] = {}
        self._needed: dict[str, tuple[str, ...]] = {}

    @property
    def names(self) -> list[str]:
        return sorted({*self._own, *self._platforms})

    def _described(self, name: str) -> Mapping[str, Any]:
        return self._own[name] if name in self._own else self._platforms[name]

    @cached_property
    def _data(self) -> Mapping[str, Mapping[str, Any]]:
        """All descriptions, the user's first."""
        return {**self._own, **{name: data for name, data in self._platforms.items() if name not in self._own}}

    @cached_property
    def _said(self) -> Described:
        """What the names of files say by all of them."""
        own = described(self._own)
        shipped = self._platforms.said if isinstance(self._platforms, Packed) else described(self._platforms)
        ends, beside = ([pair for pair in pairs if pair[1] not in self._own] for pairs in shipped)
        return Described((*own.ends, *ends), (*own.beside, *beside))

    def get(self, name: str) -> Format:
        """The format of a name. UsageError if there is none, ConfigError if its description is wrong."""
        if name not in self._own and name not in self._platforms:
            from difflib import get_close_matches  # only on a mistake

            close = get_close_matches(name, self.names, 1)
            hint = f"did you mean {close[0]}?" if close else f"known formats: {', '.join(self.names)}"
            raise UsageError(f"there is no input format `{name}`", hint=hint)
        if name not in self._compiled:
            self._compiled[name] = compiled(name, self._described(name))
        return self._compiled[name]

    def owner(self, path: str) -> Format | None:
        """The format whose files end as this path does; of several the one that names the longest end."""
        end = self.extension(path)
        return self.get(self._owners[end]) if end else None

    def extension(self, path: str) -> str:
        """The end of a path that belongs to a format: `.mjml.twig`."""
        name = path.lower()
        at = name.find(".", max(name.rfind("/"), name.rfind("\\")) + 1)
        while at >= 0:
            if name[at:] in self._owners:
                return name[at:]
            at = name.find(".", at + 1)
        return ""

    @property
    def beside(self) -> tuple[str, ...]:
        """The endings of files that stand beside those of some format and speak about them."""
        return tuple(sorted({ending for ending, _ in self._said.beside}))

    def _words(self, name: str) -> tuple[str, ...]:
        """Words that a file of a format has, told without making the format ready: most files are of none."""
        if name not in self._needed:
            data = self._data[name]
            has = [] if data.get("loose-keys") else data["signature"].get("has", []) if data.get("signature") else []
            routes = (has,) if isinstance(has, str) else has
            self._needed[name] = tuple(dict.fromkeys(word for route in routes for word in _WORD.findall(route)))
        return self._needed[name]

    @cached_property
    def _owners(self) -> dict[str, str]:
        owners: dict[str, str] = {}
        for end, name in self._said.ends:
            owners.setdefault(end, name)
        return owners

    def detectable(self, container: str, text: str) -> Iterator[Format]:
        """The formats that a file of this text and in this container may turn out to have.

        The user's come first, loose ones last; of those, the one that asks for more before the one for any table.
        """
        found = [
            self.get(name)
            for name, data in self._data.items()
            if container in data.get("containers", ())
            and (data.get("signature") or data.get("layout") == "catalogue")
            and all(word in text for word in self._words(name))
        ]
        yield from sorted(found, key=lambda each: (each.name not in self._own, each.loose, -len(each.signature.has)))


@cache
def platforms() -> Formats:
    """The formats that ship, read once."""
    return Formats(load_platforms())
