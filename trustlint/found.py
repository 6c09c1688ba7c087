"""What is found in the fields of a file, kept until all files are read: packed, and on disk where it is much."""

from trustlint import packing
from trustlint.diagnostic import Diagnostic
from trustlint.errors import TrustlintError
from trustlint.fact import NONE
from trustlint.spool import Spool
from trustlint.tuples import NamedTuple
from trustlint.typed import Iterator, Sequence

_HEAD = 12
"""Bytes before what is packed of a field: its number, and how long its diagnostics and its facts are."""


class Findings(NamedTuple):
    """What the rules say about a field, what could not be done, and what is for the library to judge: packed facts."""

    diagnostics: Sequence[Diagnostic]
    errors: Sequence[TrustlintError]
    facts: bytes = NONE


NOTHING = Findings((), ())
"""What is found in most fields: one value for all of them."""


class _Place(NamedTuple):
    """What is packed of a field: its number, and where its diagnostics, its facts and the next field begin."""

    number: int
    diagnostics: int
    facts: int
    end: int


class Found:
    """The findings of each field, and of each thing that could not be read, in order, by number.

    `fields` says how many there are, `noted` how many of them have facts.
    """

    def __init__(self) -> None:
        self.fields = self.noted = 0
        self.spool = Spool()
        self._errors: dict[int, Sequence[TrustlintError]] = {}

    @classmethod
    def of(cls, fields: int, noted: int, spool: Spool) -> "Found":
        """What is on a spool: that of one without errors."""
        made = cls()
        made.fields, made.noted, made.spool = fields, noted, spool
        return made

    def add(self, findings: Findings | None) -> None:
        """Add the next field; `None` for one that is gone through elsewhere."""
        if findings is not None and findings is not NOTHING:
            if findings.errors:
                self._errors[self.fields] = findings.errors
            if findings.diagnostics or findings.facts:
                diagnostics = packing.packed(findings.diagnostics) if findings.diagnostics else b""
                self._lay(self.fields, diagnostics, findings.facts)
        self.fields += 1

    @property
    def errors(self) -> list[TrustlintError]:
        return [one for _, errors in sorted(self._errors.items()) for one in errors]

    def diagnostics(self) -> Iterator[tuple[int, list[Diagnostic]]]:
        """Those of each field that has some, or has facts."""
        for place in self._places():
            content = self.spool.read(place.diagnostics, place.facts)
            yield place.number, packing.unpacked(content) if content else []

    def facts(self) -> Iterator[tuple[int, int, int]]:
        """The number of each field that has packed facts, and from where to where these stand on the spool."""
        for place in self._places():
            if place.end > place.facts:
                yield place.number, place.facts, place.end

    @classmethod
    def merged(cls, shares: "Sequence[Found]") -> "Found":
        """What was found in the fields of one file by several who shared them."""
        from heapq import merge  # where there are several

        made = cls()
        made.fields = shares[0].fields
        for share in shares:
            made._errors.update(share._errors)
        in_order = merge(*map(cls._entries, shares), key=lambda entry: entry[0])
        for entry in in_order:
            made._lay(*entry)
        return made

    def _entries(self) -> Iterator[tuple[int, bytes, bytes]]:
        for number, diagnostics, facts, end in self._places():
            yield number, self.spool.read(diagnostics, facts), self.spool.read(facts, end)

    def _lay(self, number: int, diagnostics: bytes, facts: bytes) -> None:
        self.noted += bool(facts)
        head = b"".join(size.to_bytes(4, "little") for size in (number, len(diagnostics), len(facts)))
        self.spool.add(head + diagnostics + facts)

    def _places(self) -> Iterator[_Place]:
        at = 0
        while at < len(self.spool):
            head = self.spool.read(at, at + _HEAD)
            number, diagnostics, facts = (int.from_bytes(head[start : start + 4], "little") for start in (0, 4, 8))
            at += _HEAD
            yield _Place(number, at, at + diagnostics, at + diagnostics + facts)
            at += diagnostics + facts
