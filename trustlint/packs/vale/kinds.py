"""The kinds of Vale rules: what the check of each needs, from what its file says. None where a rule cannot run here."""

from collections.abc import Callable, Mapping
from typing import Any

from trustlint.checks.formula import FormulaError, condition, names, parse
from trustlint.checks.vale.metric import COUNTED
from trustlint.checks.vale.readability import GRADES
from trustlint.packs.patterns import compile_error
from trustlint.packs.reading import did_you_mean
from trustlint.packs.tree import Mapping as MappingNode
from trustlint.packs.tree import Scalar
from trustlint.packs.vale import assembly
from trustlint.packs.vale.syntax import Untranslatable, translated
from trustlint.packs.vale.values import RuleFile

_CASES = {"$title": "title", "$sentence": "sentence", "$lower": "lower", "$upper": "upper"}


def existence(file: RuleFile) -> dict[str, Any] | None:
    before = len(file.mistakes.found)
    tokens, raw = file.checked("tokens"), file.texts("raw")
    if not tokens and not raw:
        file.mistakes.at(file.tree, f"rule `{file.named.vale}` has neither `tokens` nor `raw`")
        return None
    pattern = assembly.existence(
        tokens, raw, append=file.flag("append"), nonword=file.flag("nonword"), ignorecase=file.flag("ignorecase")
    )
    return {"pattern": file.whole(pattern, before), "action": file.action()}


def substitution(file: RuleFile) -> dict[str, Any]:
    before = len(file.mistakes.found)
    swap: dict[str, str] = file.values["swap"]
    node = file.tree.get("swap")
    for key, _ in node.entries if isinstance(node, MappingNode) else ():
        file.source(key.text, key)
    keys = sorted(swap, key=len, reverse=True)
    ignorecase = file.flag("ignorecase")
    pattern = assembly.substitution(keys, nonword=file.flag("nonword"), ignorecase=ignorecase)
    if file.values.get("pos"):
        file.noted(file.tree.get("pos"), "`pos` is not looked at: it needs a tagger for parts of speech")
    action = file.action()
    return {
        "pattern": file.whole(pattern, before),
        "swaps": [(_key(key, ignorecase), swap[key], _as_pattern(swap[key])) for key in keys],
        "replaces": bool(action) and action[0] == "replace",
        "capitalize": file.flag("capitalize"),
        "matchcase": file.flag("matchcase"),
    }


def occurrence(file: RuleFile) -> dict[str, Any]:
    token = file.values["token"]
    file.source(token, file.tree.get("token"))
    if not file.values.get("max") and not file.values.get("min"):
        file.mistakes.at(file.tree, f"rule `{file.named.vale}` has neither `max` nor `min`")
    return {
        "pattern": file.source(assembly.flagged(f"(?:{token})", ignorecase=file.flag("ignorecase"))),
        "max": file.values.get("max", 0),
        "min": file.values.get("min", 0),
    }


def repetition(file: RuleFile) -> dict[str, Any]:
    before = len(file.mistakes.found)
    pattern = "(?:" + "|".join(file.checked("tokens")) + ")"
    return {
        "pattern": file.whole(assembly.flagged(pattern, ignorecase=file.flag("ignorecase")), before),
        "max": file.values.get("max", 0),
        "alpha": file.flag("alpha"),
        "ignorecase": file.flag("ignorecase"),
        "action": file.action(),
    }


def consistency(file: RuleFile) -> dict[str, Any]:
    before = len(file.mistakes.found)
    node = file.tree.get("either")
    for form in [form for pair in node.entries for form in pair] if isinstance(node, MappingNode) else ():
        if isinstance(form, Scalar):
            file.source(form.text, form)
    flags = {"nonword": file.flag("nonword"), "ignorecase": file.flag("ignorecase")}
    pairs = file.values["either"].items()
    return {"pairs": [file.whole(assembly.pair(one, other, **flags), before) for one, other in pairs]}


def conditional(file: RuleFile) -> dict[str, Any]:
    sources = {}
    for key in ("first", "second"):
        file.source(file.values[key], file.tree.get(key))
        sources[key] = file.source(assembly.flagged(file.values[key], ignorecase=file.flag("ignorecase")))
    return {**sources, "action": file.action()}


def capitalization(file: RuleFile) -> dict[str, Any]:
    wanted = file.values["match"]
    if wanted.startswith("$") and wanted not in _CASES:
        hint = did_you_mean(wanted, _CASES)
        file.mistakes.at(file.tree.get("match") or file.tree, f"there is no case called `{wanted}`", hint)
    action = file.action()
    prefix = file.values.get("prefix")
    return {
        "match": _CASES.get(wanted, wanted),
        "pattern": None if wanted in _CASES else file.source(wanted, file.tree.get("match")),
        "prefix": file.source(prefix, file.tree.get("prefix")) if prefix else None,
        "style": file.values.get("style", "AP"),
        "indicators": file.texts("indicators"),
        "threshold": file.values.get("threshold", 0),
        "replaces": bool(action) and action[0] == "replace",
    }


def metric(file: RuleFile) -> dict[str, Any] | None:
    formula, node = file.values["formula"], file.tree.get("formula")
    try:
        unknown = names(parse(formula)) - COUNTED
    except FormulaError as wrong:
        if "check[" in formula:
            file.left_out(node, "counts what other rules have found")
        else:
            file.mistakes.at(node or file.tree, f"in this formula: {wrong}", offset=wrong.offset)
        return None
    if unknown:
        file.left_out(node, f"counts `{min(unknown)}`, which messages do not tell")
        return None
    try:
        condition(file.values["condition"])
    except FormulaError as wrong:
        file.mistakes.at(file.tree.get("condition") or file.tree, str(wrong))
    return {"formula": formula, "condition": file.values["condition"]}


def readability(file: RuleFile) -> dict[str, Any]:
    for metric, node in zip(file.texts("metrics"), file.nodes("metrics"), strict=False):
        if metric not in GRADES:
            file.mistakes.at(node, f"there is no grade called “{metric}”", did_you_mean(metric, GRADES))
    return {"metrics": file.texts("metrics"), "grade": file.values["grade"]}


def _key(key: str, ignorecase: bool) -> str:
    try:
        return translated(assembly.flagged(key, ignorecase=ignorecase))
    except Untranslatable:
        return ""  # noted already


def _as_pattern(preferred: str) -> str | None:
    """A preferred form as a pattern of forms that are as good; None when it is none."""
    try:
        source = translated(preferred)
    except Untranslatable:
        return None
    return source if compile_error(source, empty=True) is None else None


OPTIONS: Mapping[str, Callable[[RuleFile], dict[str, Any] | None]] = {
    "existence": existence,
    "substitution": substitution,
    "occurrence": occurrence,
    "repetition": repetition,
    "consistency": consistency,
    "conditional": conditional,
    "capitalization": capitalization,
    "metric": metric,
    "readability": readability,
}
