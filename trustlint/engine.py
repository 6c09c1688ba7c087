"""Settings made ready to lint: the rules that run, their words, and what can be known before any text is seen."""

import marshal
from collections.abc import Sequence
from typing import TYPE_CHECKING

from trustlint.cache import Cache
from trustlint.checks import kind
from trustlint.config import Settings
from trustlint.linter import Linter
from trustlint.packs import BUILTIN, PRESETS, Packs, select
from trustlint.rule import Rule
from trustlint.selection import selected

if TYPE_CHECKING:
    from trustlint.prose.lexicon import Lexicon

PATTERN_SECONDS = 2.0
"""How long one search of a user's pattern may take. Packs that ship are tested to stay far below: no clock for them."""


def linter(settings: Settings, cache: Cache | None = None) -> Linter:
    """A linter for these settings. ConfigError, PackError or UsageError when they ask for what is not there."""
    cache = cache or Cache.user(enabled=settings.cache)
    packs = _packs(settings, cache)
    rules = _running(packs.rules, settings, cache)
    lexicon = packs.lexicon.extended(settings.lexicon)
    limits = [None if rule.path.startswith(BUILTIN) else PATTERN_SECONDS for rule in rules]
    return Linter(
        rules, lexicon, anchors=_anchors(rules, lexicon, cache) if settings.prefilter else None, limits=limits
    )


def chosen(settings: Settings) -> tuple[list[Rule], set[str]]:
    """Every rule that can be named, and the ids of those that run with these settings."""
    cache = Cache.user(enabled=settings.cache)
    rules = _packs(settings, cache).rules
    return list(rules), {rule.id for rule in _running(rules, settings, cache)}


def _packs(settings: Settings, cache: Cache) -> Packs:
    """All packs that ship, and those of the user's own."""
    return select(["all", *(name for name in settings.packs if name not in PRESETS)], cache)


def _running(available: Sequence[Rule], settings: Settings, cache: Cache) -> list[Rule]:
    return selected(
        available,
        [rule.id for rule in select(list(settings.packs), cache).rules if rule.state != "auto"],
        overrides=settings.rules,
        select=settings.select,
        ignore=settings.ignore,
        min_confidence=settings.min_confidence,
    )


def _anchors(rules: Sequence[Rule], lexicon: "Lexicon", cache: Cache) -> list[frozenset[str] | None]:
    """The anchors of the rules, kept for the next start: deriving them costs more than a small run."""
    made_of = marshal.dumps(([(rule.check, rule.options) for rule in rules], lexicon.data()))
    return cache.of_contents("anchors", [made_of], lambda: [kind(rule.check).anchors(rule, lexicon) for rule in rules])
