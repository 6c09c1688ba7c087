"""Settings made ready to lint: the rules that run, their words, and what can be known before any text is seen."""

from trustlint import company, derived, needed, patterns, ready, suppressions
from trustlint.cache import Cache, digest
from trustlint.checks import compiled, is_library
from trustlint.config import Settings
from trustlint.diagnostic import Confidence
from trustlint.errors import ConfigError, PackError, UsageError
from trustlint.frozen import replace
from trustlint.linter import Linter
from trustlint.packs import BUILTIN, PRESETS, Packs, load_builtin, select
from trustlint.rule import Rule
from trustlint.selection import selected
from trustlint.suppressions.rules import RULES
from trustlint.typed import TYPE_CHECKING, Any, Sequence

if TYPE_CHECKING:
    from trustlint.examples import Lint
    from trustlint.prose.lexicon import Lexicon
    from trustlint.sources.registry import Formats
    from trustlint.suppressions.suppressor import Rulebook

PATTERN_SECONDS = 2.0
"""How long one search of a user's pattern may take. Packs that ship are tested to stay far below: no clock for them."""


def linter(settings: Settings, cache: Cache | None = None) -> Linter:
    """A linter for these settings. ConfigError, PackError or UsageError when they ask for what is not there."""
    cache = cache or Cache.user(enabled=settings.cache)
    packs = _packs(settings, cache)
    rules = [rule for rule in _running(packs.rules, settings, cache) if rule.pack != suppressions.PACK]
    lexicon = _lexicon(packs, settings)
    limits = [None if rule.path.startswith(BUILTIN) else PATTERN_SECONDS for rule in rules]
    if not settings.prefilter:
        return Linter(rules, lexicon, limits=limits)
    anchors, needs = needed.of_rules(rules, limits, lexicon, cache)
    return Linter(rules, lexicon, anchors=anchors, needs=needs, limits=limits)


COMPILED: tuple[tuple[str, Any], ...] = (("rules", compiled), ("patterns", patterns))
"""Who compile patterns: `CODES` is what they have, `version()` tells what made it."""


def _learn_compiled(cache: Cache) -> None:
    if "derived" not in cache.memory:
        cache.memory["derived"] = True
        derived.ship(lambda: ready.load("derived", cache))
    for name, compiler in COMPILED:
        if name not in cache.memory:
            made_by = compiler.version()
            shelf = ready.shelf(ready.versioned(name, made_by), cache)
            if shelf is not None:
                compiler.ship(shelf)
            stored = cache.memory[name] = cache.load(name, digest([made_by]))
            if stored:
                compiler.CODES.learn(stored[0])


def keep_compiled(settings: Settings) -> None:
    """Keep the patterns that this run has compiled for the next one."""
    cache = Cache.user(enabled=settings.cache)
    for name, compiler in COMPILED:
        learned = compiler.CODES.learned()
        if learned is not None:
            cache.store(name, digest([compiler.version()]), learned)


def rulebook(settings: Settings, cache: Cache) -> "Rulebook":
    """Which rules there are and which run, for those who judge suppressions."""
    from trustlint.suppressions.suppressor import Rulebook

    available = _packs(settings, cache).rules
    running = _running(available, settings, cache)
    confidence = min(settings.min_confidence, Confidence.medium)
    usual = _running(available, replace(settings, select=(), ignore=(), min_confidence=confidence), cache)
    return Rulebook(
        known=frozenset(rule.id for rule in (*available, *RULES)),
        running=frozenset(rule.id for rule in running if _judges_texts(rule)),
        usual=frozenset(rule.id for rule in usual if _judges_texts(rule)),
        own={rule.name: rule.severity for rule in running if rule.pack == suppressions.PACK},
        complete=settings.origins.get("packs") != "command line",
    )


def _judges_texts(rule: Rule) -> bool:
    """Whether a rule is about one text at a time: what it says of a text does not depend on which others were read."""
    return rule.pack != suppressions.PACK and not is_library(rule)


def formats(settings: Settings, cache: Cache | None = None) -> "Formats":
    """The formats that can be read: those that ship, and those that the settings describe."""
    from trustlint.sources.descriptions import load_platforms, platform_paths
    from trustlint.sources.registry import Described, Formats, Packed

    cache = cache or Cache.user(enabled=settings.cache)
    shipped = ready.load("platforms", cache)
    if shipped is not None:
        packed, said = shipped
        return Formats(Packed(packed, Described(*said)), settings.formats)
    return Formats(cache.cached("platforms", platform_paths(), load_platforms), settings.formats)


def words(settings: Settings, cache: Cache | None = None) -> "Lexicon":
    """The lexicon with the words of the settings' trade."""
    return _lexicon(_packs(settings, cache or Cache.user(enabled=settings.cache)), settings)


def chosen(settings: Settings) -> tuple[list[Rule], set[str]]:
    """Every rule that can be named, and the ids of those that run with these settings."""
    cache = Cache.user(enabled=settings.cache)
    rules = _packs(settings, cache).rules
    return [*rules, *RULES], {rule.id for rule in _running(rules, settings, cache)}


def tested(settings: Settings, *, whole: bool) -> "tuple[list[Rule], Lint]":
    """The rules of the chosen packs (`whole`: and of all that ship), and how to run one over the text of an example."""
    from trustlint.examples import lint_with

    packs = _packs(settings, cache := Cache.user(enabled=settings.cache))
    names = {rule.id for rule in select(list(settings.packs), cache, words=settings.lexicon).rules}
    return [rule for rule in packs.rules if whole or rule.id in names], lint_with(_lexicon(packs, settings))


def unsupported(settings: Settings) -> tuple[PackError, ...]:
    """What Vale styles among the packs ask for and do not get, rule by rule."""
    if all(name in PRESETS for name in settings.packs):
        return ()
    return _packs(settings, Cache.user(enabled=settings.cache)).unsupported


def _packs(settings: Settings, cache: Cache) -> Packs:
    """All packs that ship, and those of the user's own."""
    _learn_compiled(cache)
    try:
        return select(["all", *(name for name in settings.packs if name not in PRESETS)], cache, words=settings.lexicon)
    except UsageError:
        _blame(settings, cache)
        raise


def _blame(settings: Settings, cache: Cache) -> None:
    """Raise the error about a pack again, with its place in the settings file."""
    for number, name in enumerate(settings.packs):
        key = f"packs[{number}]"
        if key in settings.places:
            try:
                select([name], cache, words=settings.lexicon)
            except UsageError as error:
                raise settings.mistake(key, error.message, error.hint) from None


def _running(available: Sequence[Rule], settings: Settings, cache: Cache) -> list[Rule]:
    enabled = select(list(settings.packs), cache, words=settings.lexicon).rules
    running = selected(
        [*(_with_limits(rule, settings) for rule in available), *RULES],
        [rule.id for rule in (*enabled, *RULES) if rule.state != "auto" or _is_set(rule, settings)],
        overrides=settings.rules,
        select=settings.select,
        ignore=settings.ignore,
        min_confidence=settings.min_confidence,
        mistake=lambda pattern, message, hint: settings.mistake(f"rules.{pattern}", message, hint),
    )
    groundless = [rule for rule in running if company.is_groundless(rule, settings)]
    for rule in groundless:
        if rule.id in settings.select:
            needed = rule.options["setting"]
            raise UsageError(f"--select: {rule.id} has nothing to go by", hint=f"set `{needed}` in trustlint.yaml")
    return [rule for rule in running if rule not in groundless] if groundless else running


def _lexicon(packs: Packs, settings: Settings) -> "Lexicon":
    """The words of the packs and of the settings. ConfigError for a class that nearly has the name of a known one."""
    from trustlint.prose.lexicon import MASKED, SETTINGS, near

    known = {*SETTINGS, "date-placeholders"}
    named = load_builtin(Cache.user(enabled=settings.cache)).lexicon.names if settings.lexicon else frozenset[str]()
    for key in settings.lexicon:
        hint = None if key in known or key in named else near(key, known)
        if key in MASKED or hint:
            raise settings.mistake(f"lexicon.{key}", f"`lexicon` has no words called `{key}`", hint)
    return packs.lexicon.extended(settings.lexicon)


def _is_set(rule: Rule, settings: Settings) -> bool:
    """Whether the setting that an `auto` rule waits for is there."""
    return company.is_set(rule.options.get("setting", ""), settings)


def _with_limits(rule: Rule, settings: Settings) -> Rule:
    """A rule whose limits are those of the setting it names."""
    if rule.check in company.KINDS:
        return company.informed(rule, settings)
    if "setting" not in rule.options or not _is_set(rule, settings):
        return rule
    from trustlint.checks.policy import parsed

    limits = dict(getattr(settings, rule.options["setting"]))
    try:
        parsed(limits)
    except ConfigError as error:
        raise settings.mistake(rule.options["setting"], error.message, error.hint) from None
    return replace(rule, options={**rule.options, "limits": limits})
