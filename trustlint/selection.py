"""Which rules run, and how bad each is here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import ConfigError, UsageError
from trustlint.rule import Rule


def selected(
    available: Sequence[Rule],
    enabled: Iterable[str],
    *,
    overrides: Mapping[str, str] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    min_confidence: Confidence = Confidence.low,
) -> list[Rule]:
    """The rules that run, in the order of `available`.

    `enabled` are the ids that the chosen packs turn on. `overrides` (rule or glob → severity or `off`) come from the
    settings: a severity also turns a rule on that no preset has. `select` replaces what is enabled, `ignore` takes
    away. A name that fits no rule is an error: a typing mistake must not switch a check off in silence.
    """
    severities = {rule.id: rule.severity for rule in available}
    on = set(enabled)
    for pattern, wanted in (overrides or {}).items():
        ids = _matching(pattern, severities, ConfigError, "rules")
        if wanted == "off":
            on -= ids
            continue
        # A glob changes the severity of what runs anyway; only a rule's own name turns it on.
        on |= {pattern} & ids
        for id in ids:
            severities[id] = Severity[wanted]
    if select:
        on = set().union(*(_matching(pattern, severities, UsageError, "--select") for pattern in select))
    for pattern in ignore:
        on -= _matching(pattern, severities, UsageError, "--ignore")
    return [
        rule if rule.severity is severities[rule.id] else replace(rule, severity=severities[rule.id])
        for rule in available
        if rule.id in on and rule.confidence >= min_confidence
    ]


def _matching(pattern: str, ids: Iterable[str], error: type[ConfigError] | type[UsageError], asked: str) -> set[str]:
    known = list(ids)
    found = {id for id in known if fnmatchcase(id, pattern) or id.split("/")[0] == pattern}
    if found:
        return found
    names = {id.split("/")[1]: id for id in known if "/" in id}
    if pattern in names:
        raise error(f"{asked}: there is no rule {pattern!r}", hint=f"did you mean {names[pattern]!r}?")
    from difflib import get_close_matches  # only on a mistake

    near = get_close_matches(pattern, [*known, *{id.split("/")[0] for id in known}], 1, 0.5)
    hint = f"did you mean {near[0]!r}?" if near else "`trustlint rules` lists them"
    raise error(f"{asked}: there is no rule {pattern!r}", hint=hint)
