"""Which rules run, and how bad each is here."""

from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import ConfigError, TrustlintError, UsageError
from trustlint.frozen import replace
from trustlint.globs import fnmatchcase
from trustlint.rule import Rule
from trustlint.typed import Callable, Iterable, Mapping, Sequence, TypeAlias

Mistake: TypeAlias = Callable[[str, str, str], TrustlintError]
"""Makes the error about a pattern that fits no rule, from the pattern, a message and a hint."""


def selected(
    available: Sequence[Rule],
    enabled: Iterable[str],
    *,
    overrides: Mapping[str, str] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    min_confidence: Confidence = Confidence.low,
    mistake: Mistake | None = None,
) -> list[Rule]:
    """The rules that run, in the order of `available`.

    `enabled` are the ids that the chosen packs turn on. `overrides` (rule or glob → severity or `off`) come from the
    settings: a severity also turns a rule on that no preset has. `select` replaces what is enabled, `ignore` takes
    away. A name that fits no rule is an error: a typing mistake must not switch a check off in silence. `mistake` makes
    the error about an entry of the settings, with its place.
    """
    severities = {rule.id: rule.severity for rule in available}
    on = set(enabled)
    for pattern, wanted in (overrides or {}).items():
        ids = _matching(pattern, severities, mistake or _config_error, "rules")
        if wanted == "off":
            on -= ids
            continue
        # A glob changes the severity of what runs anyway; only a rule's own name turns it on.
        on |= {pattern} & ids
        for id in ids:
            severities[id] = Severity[wanted]
    if select:
        on = set().union(*(_matching(pattern, severities, _usage_error, "--select") for pattern in select))
    for pattern in ignore:
        on -= _matching(pattern, severities, _usage_error, "--ignore")
    return [
        rule if rule.severity is severities[rule.id] else replace(rule, severity=severities[rule.id])
        for rule in available
        if rule.id in on and rule.confidence >= min_confidence
    ]


def _config_error(_: str, message: str, hint: str) -> TrustlintError:
    return ConfigError(message, hint=hint)


def _usage_error(_: str, message: str, hint: str) -> TrustlintError:
    return UsageError(message, hint=hint)


def _matching(pattern: str, ids: Iterable[str], error: Mistake, asked: str) -> set[str]:
    known = list(ids)
    found = {id for id in known if fnmatchcase(id, pattern) or id.split("/")[0] == pattern}
    if found:
        return found
    names = {id.split("/")[1]: id for id in known if "/" in id}
    if pattern in names:
        raise error(pattern, f"{asked}: there is no rule {pattern!r}", f"did you mean {names[pattern]!r}?")
    from difflib import get_close_matches  # only on a mistake

    near = get_close_matches(pattern, [*known, *{id.split("/")[0] for id in known}], 1, 0.5)
    hint = f"did you mean {near[0]!r}?" if near else "`trustlint rules` lists them"
    raise error(pattern, f"{asked}: there is no rule {pattern!r}", hint)
