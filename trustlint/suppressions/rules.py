"""The rules about suppressions. They are no patterns: a run finds what they say while it suppresses."""

from trustlint.diagnostic import Confidence, Severity
from trustlint.rule import Rule
from trustlint.suppressions import PACK


def _rule(name: str, message: str, why: str, rewrite: str) -> Rule:
    return Rule(PACK, name, PACK, Severity.warning, Confidence.high, message, "any", why=why, rewrite=rewrite)


RULES = (
    _rule(
        "unused",
        "Nothing that {rule} finds is ignored here any more.",
        "A suppression that has outlived its problem hides the next one.",
        "Remove it.",
    ),
    _rule(
        "unknown-rule",
        "There is no rule {rule}: nothing is ignored.",
        "A misspelt name suppresses nothing, or worse, stays when the rule comes.",
        "Name a rule that `trustlint rules` lists.",
    ),
    _rule(
        "expired",
        "This was to be ignored until {date}, and is reported again.",
        "A date on a suppression is a promise too.",
        "Solve the problem, or decide anew and change the date.",
    ),
    _rule(
        "no-reason",
        "This is ignored, and nobody can tell why.",
        "Whoever reads this next year must be able to tell whether it still holds.",
        "trustlint-ignore RULE: the reason, in a few words",
    ),
)
