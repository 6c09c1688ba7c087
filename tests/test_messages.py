"""Messages of a large file, known from one run to the next: never another's, and always the same."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint import work
from trustlint.cache import Cache
from trustlint.checks import Match
from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.engine import linter
from trustlint.frozen import replace
from trustlint.linter import Heard, Linter
from trustlint.message import Message, Placeholder, Record
from trustlint.prose import plain_message
from trustlint.prose.lexicon import Lexicon
from trustlint.report import FileReport
from trustlint.results.messages import Answers, Messages, _lines
from trustlint.run import check
from trustlint.span import Span
from trustlint.spool import Spool

ROOT = Path(__file__).resolve().parent.parent
SORRY = "We are sorry for any inconvenience caused. Your case is {number}."
KIND = "Thank you for your letter number {number}."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cache, "user", lambda *, enabled=True: Cache(str(tmp_path / "cache") if enabled else None))
    monkeypatch.setattr(work, "WORTH", 0)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the messages that the rules were asked about."""
    texts: list[str] = []
    hear = Linter.heard

    def noted(self: Linter, message: Message) -> Heard:
        texts.append(message.text)
        return hear(self, message)

    monkeypatch.setattr(Linter, "heard", noted)
    return texts


def export(path: Path, texts: list[str], **more: Any) -> Path:
    macros = [
        {"id": number, "title": f"Title {number}", "actions": [{"field": "comment_value", "value": text}], **more}
        for number, text in enumerate(texts)
    ]
    path.write_text(json.dumps({"macros": macros}, indent=1), encoding="utf-8")
    return path


def found(path: Path, **settings: Any) -> FileReport:
    (report,) = check([Target(str(path), named=True)], Settings(**settings), processes=1).files
    return report


TEXTS = [text.format(number=number) for number in range(4) for text in (SORRY, KIND)]


class TestNeverAnother:
    def test_a_changed_text(self, tmp_path: Path, heard: list[str]) -> None:
        path = export(tmp_path / "macros.json", TEXTS)
        found(path)
        heard.clear()
        export(path, [TEXTS[0] + " Goodbye.", *TEXTS[1:]])
        assert found(path).diagnostics == found(path, cache=False).diagnostics
        assert heard[0] == TEXTS[0] + " Goodbye."
        assert heard[1:] == [TEXTS[0] + " Goodbye.", *TEXTS[1:]]  # and without the cache, all of them

    def test_a_changed_title(self, tmp_path: Path, heard: list[str]) -> None:
        path = export(tmp_path / "macros.json", TEXTS)
        found(path)
        heard.clear()
        export(path, TEXTS, title="Late van")
        found(path)
        assert heard == TEXTS

    def test_other_rules(self, tmp_path: Path, heard: list[str]) -> None:
        path = export(tmp_path / "macros.json", TEXTS)
        found(path)
        heard.clear()
        assert not found(path, ignore=("empathy",)).diagnostics
        assert heard == TEXTS

    def test_another_file(self, tmp_path: Path, heard: list[str]) -> None:
        found(export(tmp_path / "macros.json", TEXTS))
        heard.clear()
        found(export(tmp_path / "others.json", TEXTS))
        assert heard == TEXTS

    def test_another_day(self, tmp_path: Path, heard: list[str]) -> None:
        texts = [TEXTS[1], "Refunds will be paid by 15 May 2026."]
        path = export(tmp_path / "macros.json", texts)
        before = found(path, today=date(2026, 5, 1)).diagnostics
        heard.clear()
        export(path, [*texts, TEXTS[3]])
        after = found(path, today=date(2026, 6, 1)).diagnostics
        assert [one.text for one in after if one not in before] == ["by 15 May 2026"]
        assert heard == [texts[1], TEXTS[3]]

    def test_no_cache(self, tmp_path: Path, heard: list[str]) -> None:
        path = export(tmp_path / "macros.json", TEXTS)
        for _ in range(2):
            heard.clear()
            found(path, cache=False)
            assert heard == TEXTS


class TestTheSame:
    def test_places_are_those_of_the_file_as_it_is(self, tmp_path: Path, heard: list[str]) -> None:
        path = export(tmp_path / "macros.json", TEXTS)
        found(path)
        heard.clear()
        export(path, [TEXTS[0], *TEXTS], id=7)
        export(path, [*TEXTS[:2], "New.", *TEXTS[2:]])
        report = found(path)
        assert report.diagnostics == found(path, cache=False).diagnostics
        content = path.read_text("utf-8")
        assert [content[one.start.offset : one.end.offset] for one in report.diagnostics] == [
            "sorry for any inconvenience"
        ] * 4

    def test_several_processes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("trustlint.jobs.WORTH", 0)
        path = export(tmp_path / "macros.json", TEXTS)
        target = [Target(str(path), named=True)]
        first = check(target, Settings(), processes=2).diagnostics
        export(path, [*TEXTS, "New."])
        assert check(target, Settings(), processes=2).diagnostics == check(target, Settings(cache=False)).diagnostics
        assert len(first) == 4

    def test_what_rules_about_libraries_note(self, tmp_path: Path) -> None:
        texts = ["We reply within 2 days.", "We reply within 5 days."]
        path = export(tmp_path / "macros.json", texts)
        found(path)
        export(path, [*texts, "New."])
        report = found(path)
        assert report.diagnostics == found(path, cache=False).diagnostics
        assert {one.rule for one in report.diagnostics} == {"consistency/conflicting-deadline"}

    def test_examples_of_all_rules(self) -> None:
        """Whatever the rules find in their own examples comes back as it was."""
        rules = linter(Settings(packs=("all",), cache=False))
        first = Messages()
        messages = [plain_message(one.text) for rule in rules.rules[::6] for one in (*rule.bad, *rule.good)]
        said = [rules.findings(message, first.of(message, rules)) for message in messages]
        assert sum(len(each.diagnostics) for each in said) > 50
        again = Messages(laid(first.heard))
        assert [rules.findings(message, again.of(message, rules)) for message in messages] == said


def test_a_new_field_must_be_asked_or_be_a_place() -> None:
    """All of these are in the digest of a message, but for `record`, told by its own fields, and the second lines."""
    assert set(Message.__match_args__) == {
        *("text", "role", "placeholders", "branch", "code", "quoted", "before", "record"),
        *("route", "file", "locate", "rewrite"),
    }
    assert set(Record.__match_args__) == {*("format", "kind", "id", "title", "language", "updated"), "route"}
    assert set(Placeholder._fields) == {"span", "kind", "name", "fallbacks", "problem"}
    assert set(Match._fields) == {"span", "values", "related", "replacement"}


WORDS = st.text("ab \u00e9\ud800", max_size=3)


def laid(answers: Answers) -> Spool:
    """What the next run finds of them."""
    spool = Spool()
    for part in answers.parts():
        spool.add(part)
    return spool


def keys(answers: Answers) -> set[bytes]:
    return {key for key, _, _ in _lines(answers.index)}


class Deaf(Linter):
    """Hears nothing: what is known of a message is all that matters."""

    def heard(self, message: Message) -> Heard:
        return Heard(())


@given(WORDS, WORDS)
def test_one_message_is_not_another(one: str, other: str) -> None:
    """Texts, titles, parts, and what was said before are never taken for each other."""
    deaf = Deaf((), Lexicon({}, {}))
    message = plain_message(one)
    others = [
        replace(message, text=other),
        replace(message, record=replace(message.record, title=other)),
        replace(message, before=(other,)),
        replace(message, branch=other),
        replace(message, role="subject"),
        replace(message, code=(Span(0, 1),)),
        replace(message, quoted=(Span(0, 1),)),
    ]
    known = Messages()
    for each in (message, *others):
        known.of(each, deaf)
    assert len(keys(known.heard)) == (len(others) if one == other else 1 + len(others))
    elsewhere = replace(message, route="another", record=replace(message.record, route="another"))
    known.of(elsewhere, deaf)
    assert len(keys(known.heard)) == (len(others) if one == other else 1 + len(others))
