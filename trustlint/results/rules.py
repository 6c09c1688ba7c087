"""The rules that reports quote, kept so that a report on what is known need not read packs."""

import marshal

from trustlint.cache import Cache, digest
from trustlint.config import Settings
from trustlint.packs.stored import plain_rule, rule_of
from trustlint.results import about
from trustlint.rule import Rule
from trustlint.typed import Iterator, Mapping


def rules(settings: Settings) -> Mapping[str, Rule]:
    """All rules there are, by id."""
    cache = Cache.user(enabled=settings.cache)
    depends_on = about(settings, cache)
    key = digest(depends_on or ())
    stored = cache.load("told", key) if depends_on else None
    if stored is not None:
        return Stored(stored[0])
    from trustlint.engine import chosen

    found = {rule.id: rule for rule in chosen(settings)[0]}
    if depends_on:
        kept = {id: (rule.pack, rule.path, marshal.dumps(plain_rule(rule))) for id, rule in found.items()}
        cache.store("told", key, kept)
    return found


class Stored(Mapping[str, Rule]):
    """Rules made of what was kept of them when they are asked for: few are."""

    def __init__(self, packed: dict[str, tuple[str, str, bytes]]) -> None:
        self._packed = packed

    def __getitem__(self, id: str) -> Rule:
        pack, path, packed = self._packed[id]
        return rule_of(pack, path, marshal.loads(packed))  # noqa: S302 part of what the cache has checked

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)
