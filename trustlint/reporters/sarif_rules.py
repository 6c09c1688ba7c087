"""Rules as SARIF describes them, in the fields that GitHub requires and shows."""

from typing import Any

from trustlint.diagnostic import Diagnostic, Severity
from trustlint.reporters.wording import title
from trustlint.rule import Rule

LEVELS = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "note"}
_PROBLEMS = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "recommendation"}
_EXAMPLES = 3
_LONGEST = 1024
"""GitHub refuses longer descriptions."""


def described(one: Diagnostic, rule: Rule | None) -> dict[str, Any]:
    """A rule by its first diagnostic and, when it is at hand, by what its pack says."""
    pack, _, name = one.rule.rpartition("/")
    why = rule.why if rule and rule.why else one.message
    return {
        "id": one.rule,
        **({"name": name[:255]} if pack and name else {}),
        "shortDescription": {"text": title(one.rule)[:_LONGEST] or one.rule},
        "fullDescription": {"text": why[:_LONGEST] or one.rule},
        "help": {"text": help_text(one, rule), "markdown": help_markdown(one, rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity if rule else one.severity]},
        "properties": {
            "tags": ["promises", "customer-support", *([pack] if pack else [])],
            "precision": (rule.confidence if rule else one.confidence).name,
            "problem.severity": _PROBLEMS[rule.severity if rule else one.severity],
        },
    }


def help_text(one: Diagnostic, rule: Rule | None) -> str:
    parts = [rule.why, f"Better: {rule.rewrite}" if rule.rewrite else ""] if rule else []
    return "\n\n".join([*filter(None, parts), f"trustlint explain {one.rule}"])


def help_markdown(one: Diagnostic, rule: Rule | None) -> str:
    from trustlint.reporters.markdown import inline

    if rule is None:
        return f"`trustlint explain {one.rule}`"
    parts = [inline(rule.why)]
    for heading, examples in (("Reported", rule.bad), ("Fine", rule.good)):
        if examples:
            lines = "\n".join(f"* {inline(example.text)}" for example in examples[:_EXAMPLES])
            parts.append(f"**{heading}**\n\n{lines}")
    if rule.rewrite:
        parts.append(f"**Better:** {inline(rule.rewrite)}")
    return "\n\n".join([*filter(None, parts), f"`trustlint explain {rule.id}`"])
