"""Rules over a message: diagnostics."""

from trustlint.candidates import Candidates, Indexed
from trustlint.checks import Check, LibraryCheck, Match, Statement, Verdict, is_library, judges, kind
from trustlint.checks.where import Where
from trustlint.diagnostic import Diagnostic, Excerpt, Label
from trustlint.errors import PackError, TrustlintError
from trustlint.fact import Fact, plain_record
from trustlint.fixes.proposal import proposal
from trustlint.local import LocalRules
from trustlint.memo import cached_property
from trustlint.message import Message
from trustlint.prose import Prose
from trustlint.prose.memory import Memory
from trustlint.rule import Rule
from trustlint.span import Span
from trustlint.tuples import NamedTuple
from trustlint.typed import TYPE_CHECKING, Iterable, Mapping, Sequence

if TYPE_CHECKING:
    from trustlint.checks.anchors import Needs
    from trustlint.checks.date import Day
    from trustlint.prose.lexicon import Lexicon


LONGEST = 4096
"""Characters of a sentence that are kept around what was found in it. Longer ones are no sentences."""


class Findings(NamedTuple):
    """What the rules say about a message, which of them could not finish, and what is for the library to judge."""

    diagnostics: list[Diagnostic]
    errors: list[TrustlintError]
    facts: list[Fact]


class Noted(NamedTuple):
    """What a rule, by its number, found in a message's text, and the sentence around it."""

    number: int
    match: Match | Statement
    around: Span


class Heard(NamedTuple):
    """What the rules make of the words of a message, whichever place of whichever file they stand in."""

    noted: tuple[Noted, ...]
    errors: tuple[TrustlintError, ...] = ()


class Linter:
    """Rules made ready to run on any number of messages.

    `anchors` are those of the rules, in order (`checks.anchors`), and `needs` those of the sources of the rules that
    are run stretch by stretch (`local`), by their number; without either a rule is asked about every message: slow, and
    the same diagnostics. `limits` are the seconds that one search of each rule may take, `None` for no limit.
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
        self._days: list[Day] = []
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
            if (day := getattr(ready[0], "day", None)) is not None:
                self._days.append(day)
        return ready

    def lint(self, message: Message) -> Findings:
        """What the rules say about a message, in the order of its text."""
        return self.findings(message, self.heard(message))

    def heard(self, message: Message) -> Heard:
        """What the rules make of a message: that part of what they say which follows from its words alone."""
        prose = Prose(message, self.lexicon, self.memory)
        noted: list[Noted] = []
        errors: list[TrustlintError] = []
        speaking = self._speaking(message.language)
        if not speaking.isdisjoint(self._local.numbers):
            found = self._local.find(prose)
            noted += (Noted(number, match, around(prose, match.span)) for number, match in found if number in speaking)
        for number, places in self._wide.of(prose.plain):
            if number not in speaking or (number in self._promised and not prose.commitments):
                continue
            try:
                for match in self.matches(number, prose, places):
                    noted.append(Noted(number, match, around(prose, match.span)))
            except TimeoutError:
                errors.append(self._out_of_time(number, message))
        return Heard(tuple(noted), tuple(errors))

    def findings(self, message: Message, heard: Heard) -> Findings:
        """What was heard in a message, with its places in the file."""
        found: list[Diagnostic] = []
        facts: list[Fact] = []
        for number, match, sentence in heard.noted:
            if isinstance(match, Statement):
                facts.append(fact(self.rules[number], match, message, sentence))
            else:
                found.append(diagnostic(self.rules[number], match, message, sentence))
        found.sort(key=lambda one: (one.start.offset, one.end.offset, one.rule))
        return Findings(found, list(heard.errors), facts)

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

    @cached_property
    def hears_words_only(self) -> bool:
        """Whether no rule looks at what stands around a message in its file, as those of a Vale style may."""
        return not any(rule.check.startswith("vale.") for rule in self.rules)

    def goes_by_the_day(self) -> bool:
        """Whether the day had a say in what was found since this was last asked."""
        asked = any(day.asked for day in self._days)
        for day in self._days:
            day.asked = False
        return asked

    @cached_property
    def library_rules(self) -> Mapping[str, int]:
        """The rules that judge a library as a whole, by id, with their numbers."""
        return {rule.id: number for number, rule in enumerate(self.rules) if is_library(rule)}

    def judge(self, rule: str, facts: Sequence[Fact]) -> Iterable[Verdict]:
        """What one of the library rules says about all facts that were noted for it."""
        check = self._check(self.library_rules[rule])[0]
        return check.judge(facts) if judges(check) else ()

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


def diagnostic(rule: Rule, match: Match, message: Message, around: Span) -> Diagnostic:
    """A match of a rule, with its place in the file and everything a reporter shows."""
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
        text=match.span.of(message.text),
        record=message.record,
        route=message.route,
        excerpt=_excerpt(message, match.span, around),
        branch=message.branch,
        labels=tuple(_label(message, span, text) for span, text in match.related),
        note=cure.note,
        fix=cure.fix,
        source=message.file.text[start:end],
        byte_column=message.file.byte_column(start),
    )


def fact(rule: Rule, statement: Statement, message: Message, around: Span) -> Fact:
    """A statement of a message, with the place where a diagnostic would stand."""
    start, end = message.in_file(statement.span)
    lines = message.file.lines
    shown = _excerpt(message, statement.span, around)
    return Fact(
        rule=rule.id,
        value=statement.value,
        path=message.file.path,
        start=lines.position(start)[:],
        end=lines.position(end)[:],
        text=statement.span.of(message.text),
        record=plain_record(message.record),
        route=message.route,
        excerpt=(shown.text, *shown.span),
        branch=message.branch,
        source=message.file.text[start:end],
        byte_column=message.file.byte_column(start),
    )


def _label(message: Message, span: Span, text: str) -> Label:
    start, end = message.in_file(span)
    lines = message.file.lines
    return Label(lines.position(start), lines.position(end), text)


def fill(template: str, values: Mapping[str, str]) -> str:
    """A rule's message with `{match}` and its kin filled in; other braces stay."""
    for name, value in values.items():
        template = template.replace("{" + name + "}", " ".join(value.split()))
    return template


def around(prose: Prose, span: Span) -> Span:
    """The sentence around a span, as far as it is kept."""
    sentence = prose.sentence_at(span.start)
    whole = sentence.span if sentence.span.contains(span) else span
    if whole.end - whole.start > LONGEST:
        whole = Span(max(whole.start, span.start - LONGEST // 2), min(whole.end, span.end + LONGEST // 2))
    return whole


def _excerpt(message: Message, span: Span, around: Span) -> Excerpt:
    """What stands around a span, as the customer reads it."""
    return Excerpt(around.of(message.text), Span(span.start - around.start, span.end - around.start))
