"""The examples inside rules, run as the tests that they are.

A bad example must fire its rule on exactly the marked words, a good one must leave it silent, `fixed` must be what the
fix makes of it, and each phrase and pattern must be what some bad example needs: one that no example fires is dead.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal, Protocol

from trustlint.checks import Match, is_library
from trustlint.linter import Linter
from trustlint.message import Message, Placeholder, Record, SourceFile
from trustlint.packs.marks import marked
from trustlint.packs.places import line_of
from trustlint.prose import Prose, plain_message
from trustlint.prose.lexicon import Lexicon
from trustlint.rule import Example, ExampleRecord, Rule
from trustlint.sources.templates import tokens
from trustlint.span import Span, TextMap
from trustlint.tuples import NamedTuple

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


class Lint(Protocol):
    """One rule over one text, taken as a plain message in the rule's language; or over the records that are in it."""

    def __call__(self, rule: Rule, text: str, records: tuple[ExampleRecord, ...] = (), /) -> Iterable[Found]: ...


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
        yield from _bad(rule, example, _in_order(_found(rule, example, lint)))
    for example in rule.good:
        found = _in_order(_found(rule, example, lint))
        if found:
            shown = marked(example.text, [one.span for one in found])
            yield Failure(rule, "false alarm", example.text, f"fires on a good example: {shown}", example.line)


def _found(rule: Rule, example: Example, lint: Lint) -> Iterable[Found]:
    return lint(rule, example.text, example.records) if example.records else lint(rule, example.text)


def lint_with(lexicon: Lexicon, read: dict[str, Prose] | None = None) -> Lint:
    """The real thing: checks, `where:` and `unless:`, without the short cuts that skip rules.

    `read` are texts that have been prepared already; others are added to them.
    """
    proses = {} if read is None else read
    last: list[Linter] = []

    def lint(rule: Rule, text: str, records: tuple[ExampleRecord, ...] = (), /) -> list[Match]:
        if not last or last[0].rules[0] is not rule:
            last[:] = [Linter([rule], lexicon, limits=[SECONDS])]
        if records or is_library(rule):
            return in_library(last[0], text, records)
        if text not in proses:
            proses[text] = Prose(plain_message(text, placeholders=placeholders(text)), lexicon)
        return [match for match in last[0].matches(0, proses[text]) if isinstance(match, Match)]

    return lint


def in_library(linter: Linter, text: str, records: tuple[ExampleRecord, ...]) -> list[Match]:
    """What the one rule of a linter says about a small library; a text without records is a library of itself."""
    findings = [linter.lint(message) for message in _messages(text, records or (ExampleRecord(0, len(text)),))]
    found = [
        Match(Span(one.start.offset, one.end.offset), {"match": one.text})
        for each in findings
        for one in each.diagnostics
    ]
    facts = [fact for each in findings for fact in each.facts]
    if facts:
        verdicts = linter.judge(linter.rules[0].id, facts)
        places = [facts[verdict.number] for verdict in verdicts]
        found += [Match(Span(one.start[2], one.end[2]), {"match": one.text}) for one in places]
    return found


def _messages(text: str, records: Iterable[ExampleRecord]) -> Iterator[Message]:
    """The records of an example as messages of one file."""
    file = SourceFile(path="-", text=text)
    for one in records:
        own = text[one.start : one.end]
        owner = Record("plain", one.kind, f"[{one.number}]", None, one.title or None, one.language, one.updated)
        yield replace(
            plain_message(own, role=one.role, placeholders=placeholders(own)),
            record=owner,
            route=one.role,
            file=file,
            locate=partial(TextMap.verbatim, len(own), one.start),
        )


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """The placeholders of a plain text, in the syntaxes that people write in replies and in examples."""
    found = [token for token in tokens(text, SYNTAXES) if token.kind == "placeholder"]
    return tuple(Placeholder(token.span, token.placeholder, token.name, token.fallbacks) for token in found)


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
        if not any(any(True for _ in _found(alone, example, lint)) for example in rule.bad):
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
