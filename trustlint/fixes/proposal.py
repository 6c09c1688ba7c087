"""A rule's better wording as a fix: the edits of the file, or why there are none."""

from trustlint.checks import Match
from trustlint.diagnostic import Applicability, Fix
from trustlint.message import Message
from trustlint.rule import Rule
from trustlint.tuples import NamedTuple


class Proposal(NamedTuple):
    """A cure, and a note where it should be one that a machine carries out and is not."""

    fix: Fix | None
    note: str | None = None


def proposal(rule: Rule, match: Match, message: Message) -> Proposal:
    """What a rule proposes for a match: its better wording if it has one, else its advice."""
    if match.replacement is None:
        if "rewrite" in match.values:
            return Proposal(Fix(match.values["rewrite"]))
        return Proposal(Fix(rule.rewrite, example=True) if rule.rewrite else None)
    applicability: Applicability = rule.options.get("applicability", "unsafe")
    old, new = match.span.of(message.text), match.replacement
    title = rule.rewrite or f"replace “{' '.join(old.split())}” with “{new}”"
    if applicability == "manual" or message.rewrite is None or old == new:
        return Proposal(Fix(title))
    from trustlint.sources.writing import RefusedError  # for wordings that a machine may put in, which few rules have

    try:
        return Proposal(Fix(title, applicability, message.rewrite(match.span, new), new))
    except RefusedError as refused:
        return Proposal(Fix(title), f"not for --fix: {refused.reason}")
