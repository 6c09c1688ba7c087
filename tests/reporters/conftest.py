"""Constant findings that every reporter is shown with."""

import pytest

from trustlint.diagnostic import Confidence, Diagnostic, Excerpt, Fix, Label, Severity
from trustlint.errors import SourceError
from trustlint.message import Record
from trustlint.report import FileReport, Report
from trustlint.span import Position, Span

REFUND = Record("zendesk-macros", "macro", "macros[0]", "36001", "Billing::Refund delay", "en")
HOSTILE = Record("zendesk-macros", "macro", "macros[1]", "7", "::error::\x1b[31mpwned\u202e")


def found(
    rule: str, severity: Severity, sentence: str, words: str, record: Record = REFUND, **more: object
) -> Diagnostic:
    start = sentence.index(words)
    return Diagnostic(
        rule=rule,
        severity=severity,
        confidence=Confidence.high,
        message=f"“{words}” gives no date. Name one.",
        path="exports/macros.json",
        start=Position(12, 34, 1033),
        end=Position(12, 34 + len(words), 1033 + len(words)),
        text=words,
        record=record,
        route=f"{record.route}.actions[0].value",
        excerpt=Excerpt(sentence, Span(start, start + len(words))),
        fingerprint="9f86d081884c7d65:1",
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def report() -> Report:
    label = Label(Position(3, 1, 20), Position(3, 5, 24), "first said here")
    diagnostics = (
        found(
            "timelines/vague-time",
            Severity.error,
            "We’ll send your refund as soon as\npossible.",
            "as soon as\npossible",
            fix=Fix("We’ll send your refund by {{refund_date}}."),
            labels=(label,),
            note="Said in 3 other macros too.",
            branch="else of {% if vip %}",
        ),
        found(
            "respect/calm-down", Severity.warning, "日本 😀 please calm down\x1b[2J now", "calm down\x1b[2J", HOSTILE
        ),
    )
    broken = FileReport(
        "broken.json", "json", errors=(SourceError("expected a comma", path="broken.json", line=3, column=7),)
    )
    read = FileReport("exports/macros.json", "zendesk-macros", 412, 431, diagnostics)
    return Report((read, broken), seconds=0.314)


@pytest.fixture
def clean() -> Report:
    return Report((FileReport("exports/macros.json", "zendesk-macros", 3, 4),), seconds=0.02)


@pytest.fixture
def nothing() -> Report:
    return Report((FileReport("package.json", None),))
