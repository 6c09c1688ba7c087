"""Suppressions at work: diagnostics in; what is left of them, and what is wrong with the suppressions, out."""

from trustlint.diagnostic import Confidence, Diagnostic, Excerpt, Fix, Severity
from trustlint.kept import kept
from trustlint.memo import cached_property
from trustlint.sources.comments import Comment
from trustlint.span import Span
from trustlint.suppressions import PACK, Place, Suppression, apply, fits
from trustlint.tuples import NamedTuple
from trustlint.typed import Callable, Iterable, Mapping, Sequence


class Rulebook(NamedTuple):
    """Which rules there are, which run, and which would if the command line did not choose among them.

    Those that run leave out the rules about a library as a whole: only a run over all of it can miss what they say.

    `own` has the severity of each rule about suppressions that runs, by name.
    """

    known: frozenset[str]
    running: frozenset[str]
    usual: frozenset[str]
    own: Mapping[str, Severity]
    complete: bool = True
    """Whether `known` has every pack that texts may mean: not so when the command line chose the packs."""


class Outcome(NamedTuple):
    kept: Sequence[Diagnostic]
    suppressed: int
    own: list[Diagnostic]


class Suppressor:
    """`rulebook` is made when there is a suppression to judge, which in most runs there is not."""

    def __init__(
        self,
        entries: Sequence[Suppression],
        rulebook: Callable[[], Rulebook],
        today: Callable[[], str],
        *,
        require_reason: bool = True,
    ) -> None:
        self.entries = entries
        self._make_rulebook = rulebook
        self._make_today = today
        self._require_reason = require_reason
        self._used: set[tuple[int, str]] = set()

    @cached_property
    def rulebook(self) -> Rulebook:
        return self._make_rulebook()

    @cached_property
    def today(self) -> str:
        return self._make_today()

    def file(
        self,
        path: str,
        diagnostics: Iterable[Diagnostic],
        comments: Sequence[Comment] = (),
        *,
        running: Callable[[], frozenset[str]] | None = None,
        judged: Callable[[Span], bool] = lambda _: True,
    ) -> Outcome:
        """Suppress in one file.

        `running` gives the rules that ran on it, where they are not those of all files; `judged` tells of a stretch of
        it whether all that stands there has been linted.
        """
        if not comments and not self.entries:
            return Outcome(kept(diagnostics), 0, [])
        from trustlint.suppressions.comments import Region, read

        found, misused = read(path, comments)
        applied = apply(diagnostics, [*self.entries, *found], self.today)
        self._used |= {(number, rule) for number, rule in applied.used if number < len(self.entries)}
        own = [self._told(one.rule, one.place, one.message) for one in misused]
        ran = running() if running else self.rulebook.running
        for number, one in enumerate(found, len(self.entries)):
            assert isinstance(one.scope, Region)
            used = {rule for at, rule in applied.used if at == number}
            own += self._wrong(one, used, ran, is_judged=judged(one.scope.span))
        shown = sorted((one for one in own if one is not None), key=lambda one: one.start.offset)
        return Outcome(applied.kept, applied.suppressed, shown)

    def entries_wrong(
        self, judged: Callable[[Suppression], bool], also: frozenset[str] = frozenset()
    ) -> list[Diagnostic]:
        """What is wrong with the entries of the settings, after all files. `judged`: all they cover was read.

        `also` are rules that ran beside those of the rulebook: about the whole library.
        """
        told: list[Diagnostic | None] = []
        for number, one in enumerate(self.entries):
            used = {rule for at, rule in self._used if at == number}
            told += self._wrong(one, used, self.rulebook.running | also, is_judged=judged(one))
        return [one for one in told if one is not None]

    def _wrong(
        self, one: Suppression, used: set[str], ran: frozenset[str], *, is_judged: bool
    ) -> Iterable[Diagnostic | None]:
        unknown = [rule for rule in one.rules if not self._is_known(rule)]
        for rule in unknown:
            message = f"There is no rule “{rule}”: nothing is ignored.{self._meant(rule)}"
            yield self._told("unknown-rule", one.place, message)
        if not one.reason and self._require_reason:
            yield self._told("no-reason", one.place, "This is ignored, and nobody can tell why.")
        if not one.holds(self.today):
            yield self._told("expired", one.place, _expired(one, self.today))
        elif is_judged:
            for rule in one.rules:
                if rule not in used and rule not in unknown and self._ran(rule, ran):
                    yield self._told("unused", one.place, _unused(rule))

    def _is_known(self, pattern: str) -> bool:
        if any(fits(pattern, rule) for rule in self.rulebook.known):
            return True
        packs = {rule.partition("/")[0] for rule in self.rulebook.known}
        return not self.rulebook.complete and pattern.partition("/")[0] not in packs

    def _ran(self, pattern: str, ran: frozenset[str]) -> bool:
        """Whether all the rules meant by a name did run, of those that would unless told otherwise for this run."""
        meant = {rule for rule in self.rulebook.usual | ran if fits(pattern, rule)}
        return bool(meant) and meant <= ran

    def _meant(self, pattern: str) -> str:
        from difflib import get_close_matches

        bare = {rule.partition("/")[2]: rule for rule in self.rulebook.known}
        near = [bare[pattern]] if pattern in bare else get_close_matches(pattern, sorted(self.rulebook.known), 1, 0.6)
        return f" Did you mean {near[0]}?" if near else ""

    def _told(self, rule: str, place: Place, message: str) -> Diagnostic | None:
        severity = self.rulebook.own.get(rule)
        return None if severity is None else diagnostic(rule, severity, place, message)


def diagnostic(rule: str, severity: Severity, place: Place, message: str) -> Diagnostic:
    """What is wrong with a suppression, at its own place."""
    text = " ".join(place.text.split())
    return Diagnostic(
        rule=f"{PACK}/{rule}",
        severity=severity,
        confidence=Confidence.high,
        message=message,
        path=place.path,
        start=place.start,
        end=place.end,
        text=text,
        record=place.record,
        route=place.record.route,
        excerpt=Excerpt(text, Span(0, len(text))),
        fix=Fix(_CURES[rule]) if rule in _CURES else None,
        source=place.text,
    )


_CURES = {"unused": "Remove it."}


def _unused(rule: str) -> str:
    return "Nothing is left to ignore here." if rule == "*" else f"Nothing that {rule} finds is left to ignore here."


def _expired(one: Suppression, today: str) -> str:
    from trustlint.suppressions import is_date

    if one.expires and not is_date(one.expires):
        return f"“{one.expires}” is no date: write 2027-01-31. Until then nothing is ignored here."
    return f"This was to be ignored until {one.expires}; today is {today}, and it is reported again."
