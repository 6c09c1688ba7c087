"""Rules over a message: diagnostics."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from trustlint.candidates import Candidates, Indexed
from trustlint.checks import Check, LibraryCheck, Match, Statement, Verdict, is_library, kind
from trustlint.checks.where import Where
from trustlint.diagnostic import Diagnostic, Excerpt, Label
from trustlint.errors import PackError, TrustlintError
from trustlint.fact import Fact, plain_record
from trustlint.fixes.proposal import proposal
from trustlint.local import LocalRules
from trustlint.message import Message
from trustlint.prose import Prose
from trustlint.prose.memory import Memory
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.tuples import NamedTuple

if TYPE_CHECKING:
    from trustlint.checks.anchors import Needs
    from trustlint.prose.lexicon import Lexicon


LONGEST = 4096
"""Characters of a sentence that are kept around what was found in it. Longer ones are no sentences."""


class Findings(NamedTuple):
    """What the rules say about a message, which of them could not finish, and what is for the library to judge."""

    diagnostics: list[Diagnostic]
    errors: list[TrustlintError]
    facts: list[Fact]


class Linter:
    """Rules made ready to run on any number of messages.

    `anchors` are those of the rules, in order (`checks.anchors`), and `needs` those of the sources of the rules that
    are run stretch by stretch (`local`), by their number; without them every rule is asked about every message: slow,
    and the same diagnostics. `limits` are the seconds that one search of each rule may take, `None` for no limit.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        lexicon: "Lexicon",
        *,
        anchors: Sequence[frozenset[str] | None] | None = None,
        needs: "Mapping[int, Needs] | Indexed" = {},  # noqa: B006 read only
        limits: Sequence[float | None] | None = None,
    ) -> None:
        self.rules = tuple(rules)
        self.lexicon = lexicon
        self.memory = Memory()
        self._needs = needs
        self._anchors = anchors if anchors is not None else [None] * len(self.rules)
        self._limits = limits if limits is not None else [None] * len(self.rules)
        self._checks: dict[int, tuple[Check | LibraryCheck, Where]] = {}
        self._spoken: dict[str | None, frozenset[int]] = {}

    @cached_property
    def _wide(self) -> Candidates:
        """The rules that are asked about a message as a whole, those among them that may run out of time."""
        return Candidates(self._anchors, [n for n in range(len(self.rules)) if n not in self._local.numbers])

    @cached_property
    def _local(self) -> LocalRules:
        return LocalRules(self.rules, self._needs, self._check)  # type: ignore[arg-type]

    @cached_property
    def _promised(self) -> frozenset[int]:
        """The numbers of the rules that are about promises."""
        return frozenset(n for n, rule in enumerate(self.rules) if rule.check in ("commitment", "policy"))

    def _speaking(self, language: str | None) -> frozenset[int]:
        """The numbers of the rules that speak about messages in a language."""
        known = self._spoken.get(language)
        if known is None:
            known = frozenset(n for n, rule in enumerate(self.rules) if speaks(rule, language))
            self._spoken[language] = known
        return known

    def _check(self, number: int) -> tuple[Check | LibraryCheck, Where]:
        ready = self._checks.get(number)
        if ready is None:
            rule, limit = self.rules[number], self._limits[number]
            ready = (kind(rule.check).build(rule, self.lexicon, limit), Where(rule, self.lexicon, limit))
            self._checks[number] = ready
        return ready

    def lint(self, message: Message) -> Findings:
        """What the rules say about a message, in the order of its text."""
        prose = Prose(message, self.lexicon, self.memory)
        found: list[Diagnostic] = []
        errors: list[TrustlintError] = []
        facts: list[Fact] = []
        speaking = self._speaking(message.language)
        if not speaking.isdisjoint(self._local.numbers):
            heard = self._local.find(prose)
            found += (diagnostic(self.rules[number], match, prose) for number, match in heard if number in speaking)
        for number, places in self._wide.of(prose.plain):
            if number not in speaking or (number in self._promised and not prose.commitments):
                continue
            rule = self.rules[number]
            try:
                for match in self.matches(number, prose, places):
                    if isinstance(match, Statement):
                        facts.append(fact(rule, match, prose))
                    else:
                        found.append(diagnostic(rule, match, prose))
            except TimeoutError:
                errors.append(self._out_of_time(number, message))
        found.sort(key=lambda one: (one.start.offset, one.end.offset, one.rule))
        return Findings(found, errors, facts)

    def matches(self, number: int, prose: Prose, places: Sequence[int] | None = None) -> Iterable[Match | Statement]:
        """What one rule finds in a message, near the places of its anchors. TimeoutError when it runs out of time."""
        check, where = self._check(number)
        return (match for match in check.find(prose, places) if where.allows(prose, match.span))

    @cached_property
    def speaking(self) -> tuple[Rule, ...]:
        """The rules that read words, or all where none does.

        Those for any language say little about a message in one that nobody speaks, unless they are all that is wanted.
        """
        words = tuple(rule for rule in self.rules if rule.language != "any" or rule.check.startswith("vale."))
        return words or self.rules

    def goes_by_the_day(self) -> bool:
        """Whether the day had a say in what was found since this was last asked."""
        days = [day for check, _ in self._checks.values() if (day := getattr(check, "day", None)) is not None]
        asked = any(day.asked for day in days)
        for day in days:
            day.asked = False
        return asked

    @cached_property
    def library_rules(self) -> Mapping[str, int]:
        """The rules that judge a library as a whole, by id, with their numbers."""
        return {rule.id: number for number, rule in enumerate(self.rules) if is_library(rule)}

    def judge(self, rule: str, facts: Sequence[Fact]) -> Iterable[Verdict]:
        """What one of the library rules says about all facts that were noted for it."""
        check = self._check(self.library_rules[rule])[0]
        return check.judge(facts) if isinstance(check, LibraryCheck) else ()

    def _out_of_time(self, number: int, message: Message) -> PackError:
        rule, where = self.rules[number], f"{message.record.name} in {message.file.path}"
        return PackError(
            f"{rule.id} was stopped after {self._limits[number]} seconds on {where}",
            path=rule.path,
            line=rule.line,
            hint="one of its patterns backtracks without end",
        )


def speaks(rule: Rule, language: str | None) -> bool:
    """Whether a rule's language is that of a message. A message of unknown language is taken for the rule's own."""
    if language is None or rule.language == "any":
        return True
    return language.lower().replace("_", "-").split("-")[0] == rule.language.lower().split("-")[0]


def diagnostic(rule: Rule, match: Match, prose: Prose) -> Diagnostic:
    """A match of a rule, with its place in the file and everything a reporter shows."""
    message = prose.message
    start, end = message.in_file(match.span)
    lines = message.file.lines
    cure = proposal(rule, match, message)
    return Diagnostic(
        rule=rule.id,
        severity=rule.severity,
        confidence=rule.confidence,
        message=fill(rule.message, match.values),
        path=message.file.path,
        start=lines.position(start),
        end=lines.position(end),
        text=match.span.of(prose.text),
        record=message.record,
        route=message.route,
        excerpt=excerpt(prose, match.span),
        branch=message.branch,
        labels=tuple(_label(prose, span, text) for span, text in match.related),
        note=cure.note,
        fix=cure.fix,
        source=message.file.text[start:end],
        byte_column=message.file.byte_column(start),
    )


def fact(rule: Rule, statement: Statement, prose: Prose) -> Fact:
    """A statement of a message, with the place where a diagnostic would stand."""
    message = prose.message
    start, end = message.in_file(statement.span)
    lines = message.file.lines
    around = excerpt(prose, statement.span)
    return Fact(
        rule=rule.id,
        value=statement.value,
        path=message.file.path,
        start=lines.position(start)[:],
        end=lines.position(end)[:],
        text=statement.span.of(prose.text),
        record=plain_record(message.record),
        route=message.route,
        excerpt=(around.text, *around.span),
        branch=message.branch,
        source=message.file.text[start:end],
        byte_column=message.file.byte_column(start),
    )


def _label(prose: Prose, span: Span, text: str) -> Label:
    start, end = prose.message.in_file(span)
    lines = prose.message.file.lines
    return Label(lines.position(start), lines.position(end), text)


def fill(template: str, values: Mapping[str, str]) -> str:
    """A rule's message with `{match}` and its kin filled in; other braces stay."""
    for name, value in values.items():
        template = template.replace("{" + name + "}", " ".join(value.split()))
    return template


def excerpt(prose: Prose, span: Span) -> Excerpt:
    """The sentence around a span, as the customer reads it."""
    sentence = prose.sentence_at(span.start)
    around = sentence.span if sentence.span.contains(span) else span
    if around.end - around.start > LONGEST:
        around = Span(max(around.start, span.start - LONGEST // 2), min(around.end, span.end + LONGEST // 2))
    return Excerpt(around.of(prose.text), Span(span.start - around.start, span.end - around.start))
