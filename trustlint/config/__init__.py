"""Settings: found, read, and merged with what the command line says.

`trustlint.yaml` is looked for in the working directory and the folders above it. Paths inside it are relative to it.
"""

import os

from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import ConfigError
from trustlint.frozen import dataclass, field, replace
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Any, Mapping, Sequence

if TYPE_CHECKING:
    from datetime import date

    from trustlint.cache import Cache
    from trustlint.suppressions import Suppression

FILE_NAME = "trustlint.yaml"


class Place(NamedTuple):
    """Where something stands in a settings file. Lines and columns count from 1."""

    line: int
    column: int


class Source(NamedTuple):
    """Where texts are, and in which format. `path` may be a glob."""

    path: str
    format: str | None = None


class Override(NamedTuple):
    """Severities for some files. `path` may be a glob; `rules` is as in the settings."""

    path: str
    rules: Mapping[str, str]


@dataclass(frozen=True)
class Settings:
    """What a run goes by.

    `origins` tells for each key that was set where it came from, `places` where each entry stands in the settings file
    `path`: `rules`, `rules.timelines/vague-time`, `packs[0]`.
    """

    packs: tuple[str, ...] = ("recommended",)
    rules: Mapping[str, str] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    fail_on: Severity | None = Severity.error
    min_confidence: Confidence = Confidence.medium
    include_inactive: bool = False
    sources: tuple[Source, ...] = ()
    formats: Mapping[str, Any] = field(default_factory=dict)
    lexicon: Mapping[str, Sequence[str]] = field(default_factory=dict)
    authority: Mapping[str, str] = field(default_factory=dict)
    brand: Mapping[str, Sequence[str]] = field(default_factory=dict)
    hours: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()
    policy: Mapping[str, str] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    suppressions: "tuple[Suppression, ...]" = ()
    require_reason: bool = True
    baseline: str | None = None
    input_format: str | None = None
    today: "date | None" = None
    cache: bool = True
    prefilter: bool = True
    path: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)

    def said(self, origin: str, **values: Any) -> "Settings":
        """With these values in place of what the settings file says, unless they are `None`, and who said them."""
        given = {key: value for key, value in values.items() if value is not None}
        names = tuple(key.replace("_", "-") for key in given)
        places = {route: place for route, place in self.places.items() if not _is_in(route, names)}
        return replace(self, **given, origins={**self.origins, **dict.fromkeys(given, origin)}, places=places)

    def mistake(self, key: str, message: str, hint: str | None = None) -> ConfigError:
        """An error about an entry of the settings, with its place when it stands in a file."""
        line, column = self.places.get(key, (None, None))
        return ConfigError(message, path=self.path if line else None, line=line, column=column, hint=hint)


def _is_in(route: str, keys: tuple[str, ...]) -> bool:
    return any(route == key or route.startswith((f"{key}.", f"{key}[")) for key in keys)


def find(folder: str = ".") -> str | None:
    """The nearest `trustlint.yaml` at or above a folder."""
    at = os.path.abspath(folder)
    while True:
        candidate = os.path.join(at, FILE_NAME)
        if os.path.isfile(candidate):
            return os.path.relpath(candidate)
        parent = os.path.dirname(at)
        if parent == at:
            return None
        at = parent


def load(path: str, cache: "Cache | None" = None) -> Settings:
    """The settings of a file. ConfigError with every mistake in it, each with its line and what was meant."""
    from trustlint.config.file import load

    return load(path, cache)


def of_mapping(data: Mapping[str, Any]) -> Settings:
    """Settings from what a settings file would say, as Python data. ConfigError with every mistake in it."""
    from trustlint.config.file import of_mapping

    return of_mapping(data)
