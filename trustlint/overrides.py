"""Other severities for some files: which rules a file is held against."""

from trustlint.cache import Cache
from trustlint.config import Override, Settings
from trustlint.discover import covers
from trustlint.engine import linter
from trustlint.frozen import replace
from trustlint.linter import Linter


class Linters:
    """A linter for each set of overrides that applies to some file, made when the first such file is met."""

    def __init__(self, settings: Settings, cache: Cache) -> None:
        self._settings = settings
        self._cache = cache
        self._made: dict[tuple[int, ...], Linter] = {(): linter(settings, cache)}
        # A rule that does not exist is said whether or not a file is met that it was meant for.
        for number in range(len(settings.overrides)):
            self._with((number,))

    def of(self, path: str) -> Linter:
        """The linter for the file at this path."""
        overrides = enumerate(self._settings.overrides)
        return self._with(tuple(number for number, each in overrides if covers(each.path, path)))

    @property
    def of_library(self) -> frozenset[str]:
        """The rules about a library as a whole that run on some of its files."""
        return frozenset(rule for linter in self._made.values() for rule in linter.library_rules)

    def _with(self, numbers: tuple[int, ...]) -> Linter:
        if numbers not in self._made:
            self._made[numbers] = linter(overridden(self._settings, numbers), self._cache)
        return self._made[numbers]


def overridden(settings: Settings, numbers: tuple[int, ...]) -> Settings:
    """The settings with the rules of some of their overrides over their own."""
    rules, places = dict(settings.rules), dict(settings.places)
    for number in numbers:
        override: Override = settings.overrides[number]
        for pattern, severity in override.rules.items():
            # What is said last decides, so it stands last.
            rules.pop(pattern, None)
            rules[pattern] = severity
            key = f"overrides[{number}].rules.{pattern}"
            if key in places:
                places[f"rules.{pattern}"] = places[key]
    return replace(settings, rules=rules, places=places)
