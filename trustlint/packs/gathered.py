"""Several packs together: one name each, terms that all can share, and all their mistakes at once."""

from trustlint.errors import PackError
from trustlint.typed import TYPE_CHECKING, Mapping, Sequence

if TYPE_CHECKING:
    from trustlint.prose.lexicon import Lexicon


class Gathered:
    """What packs bring together: names that may be there once, and terms that all can share."""

    def __init__(self, lexicon: "Lexicon", taken: dict[str, str]) -> None:
        self.lexicon = lexicon
        self.errors: list[PackError] = []
        self._taken = dict(taken)

    def add(self, name: str, path: str, terms: Mapping[str, Sequence[str]]) -> None:
        if name in self._taken:
            hint = f"in {self._taken[name]}; choose another name"
            self.errors.append(PackError(f"there is a pack `{name}` already", path=path, line=1, column=1, hint=hint))
        for term in terms:
            if term in self.lexicon.names:
                message = f"the term `{term}` is in another pack already"
                self.errors.append(PackError(message, path=path, hint="call it something else"))
        self._taken[name] = path
        self.lexicon = self.lexicon.extended(terms)
