"""Vocabularies as Vale's own rules: words to write one way, words not to use, and words that stand twice."""

import os
from collections.abc import Mapping, Sequence

from trustlint.diagnostic import Confidence, Severity
from trustlint.errors import PackError
from trustlint.packs.vale import assembly
from trustlint.packs.vale.build import Reading, checked_terms
from trustlint.packs.vale.syntax import Untranslatable, translated
from trustlint.patterns import lazy
from trustlint.rule import Pack, Rule

PACK = "vale"
"""Vale calls its own rules `Vale.Terms`, `Vale.Avoid` and `Vale.Repetition`."""

_UPPER_ESCAPE = lazy(r"\\[A-Z]|\(\?P?<")
_TEXT = (((False, ("text",)),),)


def read_vocabularies(folders: Sequence[str], *, built_in: bool = False, levels: Mapping[str, str]) -> Reading:
    """A pack of the rules that vocabularies make, with `built_in` of those that need none too.

    `levels` are severities, or `off`, by the rules' names.
    """
    errors: list[PackError] = []
    notices: list[PackError] = []
    accepted, rejected = (
        [term for folder in folders for term in checked_terms(folder, name, errors)]
        for name in ("accept.txt", "reject.txt")
    )
    path = folders[0] if folders else ""
    rules = [
        *([_terms(accepted, os.path.join(path, "accept.txt"))] if accepted else []),
        *([_avoid(rejected, os.path.join(path, "reject.txt"))] if rejected else []),
        *([_repetition(path)] if built_in else []),
    ]
    kept = tuple(_at_level(rule, levels.get(rule.name, "")) for rule in rules if levels.get(rule.name) != "off")
    pack = Pack(PACK, "Vale", "The words of a house, each written one way.", "any", kept, path)
    if built_in and levels.get("spelling") != "off":
        notices.append(PackError("`Vale.Spelling` does not run here: it needs dictionaries", path=path or None))
    return Reading(None if errors else pack, tuple(errors), tuple(notices))


def _at_level(rule: Rule, level: str) -> Rule:
    from dataclasses import replace

    return replace(rule, severity=Severity[level]) if level else rule


def _rule(name: str, check: str, message: str, path: str, options: Mapping[str, object]) -> Rule:
    return Rule(
        pack=PACK,
        name=name,
        check=check,
        severity=Severity.error,
        confidence=Confidence.medium,
        message=message,
        language="any",
        options={"scope": _TEXT, **options},
        source=(f"Vale.{name.capitalize()} (a Vale rule)",),
        path=path,
        line=1,
    )


def _terms(accepted: Sequence[str], path: str) -> Rule:
    keys = {_lowered(term): term for term in sorted(accepted, key=len, reverse=True)}
    options = {
        "pattern": translated(assembly.substitution(list(keys), nonword=False, ignorecase=True)),
        "swaps": [
            (translated(assembly.flagged(key, ignorecase=True)), term, _pattern(term)) for key, term in keys.items()
        ],
    }
    return _rule("terms", "vale.substitution", "Write “{swap}”, not “{match}”.", path, options)


def _lowered(term: str) -> str:
    return term if _UPPER_ESCAPE.search(term) else term.lower()


def _pattern(term: str) -> str | None:
    try:
        return translated(term)
    except Untranslatable:
        return None


def _avoid(rejected: Sequence[str], path: str) -> Rule:
    pattern = assembly.existence(rejected, (), append=False, nonword=False, ignorecase=False)
    return _rule(
        "avoid",
        "vale.existence",
        "“{match}” is a word this house does not use.",
        path,
        {"pattern": translated(pattern)},
    )


def _repetition(path: str) -> Rule:
    options = {
        "pattern": translated(r"(?i)(?:[^\s.!?]+)"),
        "alpha": True,
        "ignorecase": True,
        "action": ("edit", (("truncate", " "),)),
    }
    return _rule("repetition", "vale.repetition", "“{match}” stands twice.", path, options)
