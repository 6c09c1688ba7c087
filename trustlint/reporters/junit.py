"""`--output junit`: a test suite per file, a failed test per diagnostic, one passed test for a clean file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TextIO

from trustlint.diagnostic import Diagnostic
from trustlint.errors import TrustlintError
from trustlint.report import Report
from trustlint.reporters import View
from trustlint.reporters.encoded import element, escaped, opened, write_markup
from trustlint.reporters.places import slashed
from trustlint.reporters.wording import one_line, unread
from trustlint.tuples import NamedTuple


class Suite(NamedTuple):
    """The tests of one file: one that is passed where nothing was found."""

    name: str
    errors: Sequence[TrustlintError]
    diagnostics: Sequence[Diagnostic] = ()

    @property
    def counts(self) -> dict[str, int]:
        errors, failures = len(self.errors), len(self.diagnostics)
        return {"tests": errors + failures or 1, "failures": failures, "errors": errors, "skipped": 0}

    @property
    def cases(self) -> Iterator[str]:
        if not self.errors and not self.diagnostics:
            yield case("trustlint", self.name)
        yield from (unchecked(error, self.name) for error in self.errors)
        yield from map(failure, numbered(self.diagnostics), self.diagnostics)

    @property
    def markup(self) -> Iterator[str]:
        yield "  " + opened("testsuite", {"name": self.name, **self.counts, "time": 0})
        yield from (f"\n    {case}" for case in self.cases)
        yield "\n  </testsuite>\n"


def write(report: Report, out: TextIO, view: View) -> None:
    tested = (file for file in report.files if file.format is not None or file.errors or file.diagnostics)
    suites = [Suite(slashed(file.path), file.errors, file.diagnostics) for file in tested]
    if report.errors:
        suites.insert(0, Suite("trustlint", report.errors))
    names = ("tests", "failures", "errors")  # the schema that Jenkins reads by knows no sum of skipped tests
    totals = {name: sum(one.counts[name] for one in suites) for name in names}
    start = opened("testsuites", {"name": "trustlint", **totals, "time": f"{report.seconds:.3f}"})
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n{start}\n'
    content = chain.from_iterable(one.markup for one in suites)
    write_markup(chain([head], content, ["</testsuites>\n"]), out)


def numbered(found: Iterable[Diagnostic]) -> Iterable[str]:
    """Names of tests: `timelines/vague-time (12:34)`, counted on where two would be the same."""
    seen: dict[str, int] = {}
    for one in found:
        name = f"{one.rule} ({one.start.line}:{one.start.column})"
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} #{seen[name]}"


def failure(name: str, one: Diagnostic) -> str:
    place = f"{slashed(one.path)}:{one.start.line}:{one.start.column}"
    told = [f"{place}: {one.rule}", one_line(one.record.name), one_line(one.excerpt.text)]
    if one.fix:
        told.append(f"{one.fix.label.capitalize()}: {one_line(one.fix.title)}")
    attributes = {"message": one_line(one.message), "type": one.severity.name}
    return case(name, slashed(one.path), one.start.line, element("failure", attributes, _lines(told)))


def unchecked(error: TrustlintError, suite: str) -> str:
    attributes = {"message": one_line(unread(error)), "type": "not-checked"}
    return case("not checked", suite, error.line, element("error", attributes, _lines([str(error)])))


def case(name: str, path: str, line: int | None = None, content: str | None = None) -> str:
    classname = re.sub(r"\.\w+$", "", path).strip("/").replace("/", ".") or path
    return element("testcase", {"name": name, "classname": classname, "file": path, "line": line, "time": 0}, content)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(map(escaped, lines))
