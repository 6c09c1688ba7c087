"""What the settings say about the company, put into the rules that go by it: hours, zones, names, promises, the day."""

import time

from trustlint.config import Settings
from trustlint.frozen import replace
from trustlint.rule import Rule
from trustlint.typed import Any

KINDS = frozenset({"contradiction", "date", "placeholder", "consistency", "deadline"})
"""The kinds of rules that go by it."""


def informed(rule: Rule, settings: Settings) -> Rule:
    """A rule that knows what it needs of the settings. ConfigError when they say it wrongly."""
    known: dict[str, Any] = {}
    if rule.check == "contradiction" and rule.options["about"] in ("hours", "round-the-clock") and settings.hours:
        known["hours"] = list(_hours(settings))
    elif rule.check == "deadline" and rule.options.get("setting") == "policy" and settings.policy:
        known["kept"] = dict(settings.policy)
    elif rule.check == "date":
        known["today"] = today(settings)
        if rule.options.get("setting") == "zones" and settings.zones:
            _check_zones(settings)
    elif rule.check == "consistency" and rule.options.get("setting") == "brand" and settings.brand:
        known["terms"] = {right: list(wrong) for right, wrong in settings.brand.items()}
    elif rule.check == "placeholder" and settings.placeholders:
        known["known"] = [*rule.options.get("known", ()), *settings.placeholders]
    return replace(rule, options={**rule.options, **known}) if known else rule


def is_set(setting: str, settings: Settings) -> bool:
    """Whether a setting is there for the rules that wait for it. One zone is everybody's: it need not be said."""
    value = getattr(settings, setting, None)
    return len(value) > 1 if setting == "zones" and value else bool(value)


STAND_INS = frozenset({"hours", "kept", "limits", "terms"})
"""The options of rules that wait for a setting which are for their examples only: nobody has decided them."""


def is_groundless(rule: Rule, settings: Settings) -> bool:
    """Whether a rule would hold texts against what only its examples say, for want of the setting it waits for."""
    waits = rule.state == "auto" and not is_set(rule.options.get("setting", ""), settings)
    return waits and not STAND_INS.isdisjoint(rule.options)


def today(settings: Settings) -> str:
    """The day that dates are held against."""
    return settings.today.isoformat() if settings.today else time.strftime("%Y-%m-%d")


def _check_zones(settings: Settings) -> None:
    """ConfigError for a zone that there is none of, as far as this system knows any."""
    from zoneinfo import ZoneInfo, available_timezones

    for number, name in enumerate(settings.zones):
        try:
            ZoneInfo(name)
        except (OSError, ValueError, KeyError):
            known = available_timezones()
            if name in known or not known:
                continue
            key = f"zones[{number}]" if f"zones[{number}]" in settings.places else "zones"
            near = _nearest_zone(name, known)
            hint = f"did you mean `{near}`?" if near else "zones are named like Europe/London"
            raise settings.mistake(key, f"`zones`: there is no time zone “{name}”", hint) from None


def _nearest_zone(name: str, known: set[str]) -> str:
    """The zone that looks most like a name, whatever its capitals; nothing when none does."""
    from difflib import get_close_matches

    folded = {zone.lower(): zone for zone in sorted(known)}
    return next((folded[near] for near in get_close_matches(name.lower(), folded, n=1, cutoff=0.75)), "")


def _hours(settings: Settings) -> tuple[str, ...]:
    from trustlint.checks.across.hours import parsed

    for number, text in enumerate(settings.hours):
        if parsed(text) is None:
            key = f"hours[{number}]" if f"hours[{number}]" in settings.places else "hours"
            raise settings.mistake(key, f"`hours`: “{text}” is no opening hours", "write Mon-Fri 09:00-17:30, or 24/7")
    return settings.hours
