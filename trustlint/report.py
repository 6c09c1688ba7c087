"""What a run found, file by file: the value that reporters show."""

from itertools import chain

from trustlint.diagnostic import Diagnostic, Severity
from trustlint.errors import TrustlintError
from trustlint.frozen import dataclass
from trustlint.kept import Joined, Kept
from trustlint.memo import cached_property
from trustlint.message import Omission
from trustlint.suppressions import PACK
from trustlint.typed import Iterator, Literal, Mapping, Sequence


@dataclass(frozen=True)
class FileReport:
    """One file: how it was read and what was found. `format` is `None` when nobody could say what it is."""

    path: str
    format: str | None
    records: int = 0
    messages: int = 0
    diagnostics: Sequence[Diagnostic] = ()
    errors: tuple[TrustlintError, ...] = ()
    omissions: tuple[Omission, ...] = ()
    suppressed: int = 0
    unspoken: int = 0
    """Messages in a language that none of the rules speak."""
    baselined: int = 0
    unchanged: int = 0
    """Diagnostics left out because the baseline knows them, or because they stand on lines that did not change."""


@dataclass(frozen=True)
class Report:
    """A whole run. `errors` are those of no file in particular (a rule that ran out of time, say)."""

    files: Sequence[FileReport]
    errors: tuple[TrustlintError, ...] = ()
    seconds: float = 0.0

    @cached_property
    def diagnostics(self) -> Sequence[Diagnostic]:
        parts = [file.diagnostics for file in self.files if file.diagnostics]
        return Joined(parts) if any(isinstance(each, Kept) for each in parts) else [*chain.from_iterable(parts)]

    @cached_property
    def all_errors(self) -> list[TrustlintError]:
        return [*self.errors, *(error for file in self.files for error in file.errors)]

    @property
    def read(self) -> list[FileReport]:
        """The files that a customer's text was looked for in."""
        return [file for file in self.files if file.format is not None]

    @property
    def records(self) -> int:
        return sum(file.records for file in self.files)

    @property
    def messages(self) -> int:
        return sum(file.messages for file in self.files)

    @property
    def flagged_records(self) -> int:
        """Records that something was found in. A comment or entry that suppresses in vain is not in one."""
        return self._counted[1]

    @property
    def counts(self) -> Mapping[tuple[str, Severity], int]:
        """How often each rule found something of a severity, in the order of the library."""
        return self._counted[0]

    def left_out(self, why: Literal["suppressed", "baselined", "unchanged"]) -> int:
        """How many diagnostics are not in here, and why."""
        return sum(getattr(file, why) for file in self.files)

    def count(self, severity: Severity) -> int:
        return sum(number for (_, found), number in self.counts.items() if found is severity)

    def worst_first(self) -> Iterator[Diagnostic]:
        """The diagnostics by severity, and of one severity in the order of the library."""
        for severity in sorted(Severity, reverse=True):
            yield from (one for one in self.diagnostics if one.severity is severity)

    def reaches(self, severity: Severity | None) -> bool:
        """Whether a diagnostic is at least this bad. `None` is never reached."""
        return severity is not None and any(found >= severity for _, found in self.counts)

    @cached_property
    def _counted(self) -> tuple[dict[tuple[str, Severity], int], int]:
        """Gone through once: where they are many, each is made anew."""
        counts: dict[tuple[str, Severity], int] = {}
        before: tuple[str, str, str | None] | None = None
        records = 0
        for one in self.diagnostics:
            which = one.rule, one.severity
            counts[which] = counts.get(which, 0) + 1
            if not one.rule.startswith(f"{PACK}/"):
                # What is found in a record stands together: nothing need be kept of those before.
                record = one.path, one.record.route, one.record.id
                records += record != before
                before = record
        return counts, records
