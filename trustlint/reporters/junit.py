"""`--output junit`: a test suite per file, a failed test per diagnostic, one passed test for a clean file."""

import re
from collections.abc import Iterable
from typing import TextIO

from trustlint.diagnostic import Diagnostic
from trustlint.errors import TrustlintError
from trustlint.report import FileReport, Report
from trustlint.reporters import View
from trustlint.reporters.encoded import element, escaped, write_markup
from trustlint.reporters.places import slashed
from trustlint.reporters.wording import one_line, unread
from trustlint.tuples import NamedTuple


class Suite(NamedTuple):
    """The tests of one file, as markup."""

    name: str
    failures: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, object]:
        tests = len(self.failures) + len(self.errors) + len(self.passed)
        return {"tests": tests, "failures": len(self.failures), "errors": len(self.errors), "skipped": 0}

    @property
    def markup(self) -> str:
        cases = "".join(f"\n    {case}" for case in (*self.errors, *self.failures, *self.passed))
        return "  " + element("testsuite", {"name": self.name, **self.counts, "time": 0}, f"{cases}\n  ") + "\n"


def write(report: Report, out: TextIO, view: View) -> None:
    suites = [suite(file) for file in report.files if file.format is not None or file.errors or file.diagnostics]
    if report.errors:
        suites.insert(0, Suite("trustlint", errors=tuple(unchecked(error, "trustlint") for error in report.errors)))
    names = ("tests", "failures", "errors")  # the schema that Jenkins reads by knows no sum of skipped tests
    totals = {name: sum(int(str(one.counts[name])) for one in suites) for name in names}
    attributes = {"name": "trustlint", **totals, "time": f"{report.seconds:.3f}"}
    content = "\n" + "".join(one.markup for one in suites)
    write_markup(f'<?xml version="1.0" encoding="UTF-8"?>\n{element("testsuites", attributes, content)}\n', out)


def suite(file: FileReport) -> Suite:
    path = slashed(file.path)
    errors = tuple(unchecked(error, path) for error in file.errors)
    failures = tuple(map(failure, numbered(file.diagnostics), file.diagnostics))
    passed = () if errors or failures else (case("trustlint", path),)
    return Suite(path, failures, errors, passed)


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
