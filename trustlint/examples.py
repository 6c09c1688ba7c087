"""The examples inside rules, run as the tests that they are.

A bad example must fire its rule on exactly the marked words, a good one must leave it silent, `fixed` must be what the
fix makes of it, and each phrase and pattern must be what some bad example needs: one that no example fires is dead.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias

from trustlint.checks import Match, kind
from trustlint.checks.where import Where
from trustlint.message import Message, Placeholder
from trustlint.packs.marks import marked
from trustlint.packs.places import line_of
from trustlint.prose import Prose, plain_message
from trustlint.prose.lexicon import Lexicon
from trustlint.rule import Example, Rule
from trustlint.sources.templates import tokens
from trustlint.span import Span

Problem = Literal["missed", "underline", "false alarm", "fix", "dead", "slow"]


class Found(Protocol):
    """What a rule found in an example: `checks.Match` is one."""

    @property
    def span(self) -> Span: ...
    @property
    def replacement(self) -> str | None: ...


SECONDS = 2.0
"""How long one search in an example may take."""

SYNTAXES = ("liquid", "fill_in")
"""The placeholders that examples may hold: `{{due_date}}`, `[DATE]`."""

Lint: TypeAlias = Callable[[Rule, str], Iterable[Found]]
"""One rule over one text, taken as a plain message in the rule's language."""


@dataclass(frozen=True)
class Failure:
    """An example that says otherwise than its rule, or a phrase that no example needs.

    `line` is in the pack at `rule.path`; `text` is the example without marks, or the dead phrase or pattern.
    """

    rule: Rule
    problem: Problem
    text: str
    explanation: str
    line: int


class Results(NamedTuple):
    """How many rules and examples were run, and what failed, in the order of the packs."""

    rules: int
    examples: int
    failures: tuple[Failure, ...]


def run_examples(rules: Iterable[Rule], lint: Lint) -> Results:
    """Run all examples of some rules."""
    rules = tuple(rules)
    failures = tuple(failure for rule in rules for failure in failures_of(rule, lint))
    return Results(len(rules), sum(len(rule.bad) + len(rule.good) for rule in rules), failures)


def failures_of(rule: Rule, lint: Lint) -> Iterator[Failure]:
    """What is wrong with one rule's examples. A pattern that runs out of time ends them."""
    try:
        yield from _failures_of(rule, lint)
    except TimeoutError:
        explanation = f"a pattern takes more than {SECONDS:g} seconds on an example: it backtracks without end"
        yield Failure(rule, "slow", rule.name, explanation, rule.line)


def _failures_of(rule: Rule, lint: Lint) -> Iterator[Failure]:
    yield from untrue(rule, lint)
    if rule.bad:
        yield from _dead(rule, lint)


def untrue(rule: Rule, lint: Lint) -> Iterator[Failure]:
    """The examples that say otherwise than their rule. TimeoutError when a pattern runs out of time."""
    for example in rule.bad:
        yield from _bad(rule, example, _in_order(lint(rule, example.text)))
    for example in rule.good:
        found = _in_order(lint(rule, example.text))
        if found:
            shown = marked(example.text, [one.span for one in found])
            yield Failure(rule, "false alarm", example.text, f"fires on a good example: {shown}", example.line)


def lint_with(lexicon: Lexicon) -> Lint:
    """The real thing: checks, `where:` and `unless:`, without the short cuts that skip rules."""

    def lint(rule: Rule, text: str) -> list[Match]:
        prose = Prose(_message(text), lexicon)
        where = Where(rule, lexicon, SECONDS)
        found = kind(rule.check).build(rule, lexicon, SECONDS).find(prose)
        return [match for match in found if where.allows(prose, match.span)]

    return lint


def _message(text: str) -> Message:
    found = [token for token in tokens(text, SYNTAXES) if token.kind == "placeholder"]
    slots = (Placeholder(token.span, token.placeholder, token.name, token.fallbacks) for token in found)
    return plain_message(text, placeholders=tuple(slots))


def _in_order(found: Iterable[Found]) -> list[Found]:
    return sorted(found, key=lambda one: one.span)


def _bad(rule: Rule, example: Example, found: Sequence[Found]) -> Iterator[Failure]:
    text, line = example.text, example.line
    if not found:
        yield Failure(rule, "missed", text, f"does not fire on a bad example: {marked(text, example.spans)}", line)
        return
    underlined = tuple(dict.fromkeys((one.span.start, one.span.end) for one in found))
    if example.spans and underlined != example.spans:
        explanation = f"underlines {marked(text, underlined)}, and the example says {marked(text, example.spans)}"
        yield Failure(rule, "underline", text, explanation, line)
    if example.fixed is not None and (made := fixed(text, found)) != example.fixed:
        explanation = f"the fix makes “{made}”, and the example says “{example.fixed}”"
        yield Failure(rule, "fix", text, explanation, line)


def fixed(text: str, found: Iterable[Found]) -> str:
    """The text with every replacement in place; of two that overlap the first."""
    parts, at = [], 0
    for one in _in_order(found):
        if one.replacement is not None and one.span.start >= at:
            parts += [text[at : one.span.start], one.replacement]
            at = one.span.end
    return "".join(parts) + text[at:]


def _dead(rule: Rule, lint: Lint) -> Iterator[Failure]:
    for form, alone in alternatives(rule):
        if not any(any(True for _ in lint(alone, example.text)) for example in rule.bad):
            explanation = f"no bad example needs “{form}”; add one, or take it out"
            yield Failure(rule, "dead", form, explanation, line_of(rule, form))


def alternatives(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Each phrase, pattern and swap of a rule, with the rule that has nothing but it."""
    options = rule.options
    if "min" in options:
        return  # fires by what is absent: no phrase of it can be fired alone
    rest = {key: value for key, value in options.items() if key not in {"phrases", "patterns", "swap"}}
    if "max" in rest:
        rest["max"] = 0  # alone it need not be there too often
    for key in ("phrases", "patterns"):
        for form in options.get(key, ()):
            yield form, _with(rule, {**rest, key: [form]})
    for form, swap in options.get("swap", {}).items():
        yield form, _with(rule, {**rest, "swap": {form: swap}})


def _with(rule: Rule, options: dict[str, Any]) -> Rule:
    return replace(rule, options=options)
