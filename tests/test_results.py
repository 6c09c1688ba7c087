"""Results kept from one run to the next: never those of something else, and always the same."""

import os
import re
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trustlint import cache as cache_module
from trustlint import discover, reading, results, work
from trustlint.cache import Cache
from trustlint.config import Settings, of_mapping
from trustlint.diagnostic import Confidence, Diagnostic, Edit, Excerpt, Fix, Label, Severity
from trustlint.fact import Fact, packed, unpacked
from trustlint.found import NOTHING, Findings
from trustlint.frozen import replace
from trustlint.gathered import Gathered
from trustlint.message import Omission, Record
from trustlint.program import Program
from trustlint.report import FileReport
from trustlint.results import IS_ON_TOP, Results, stored
from trustlint.run import check
from trustlint.sources.comments import Comment
from trustlint.sources.containers import csv
from trustlint.span import Position, Span
from trustlint.spool import Spool

ROOT = Path(__file__).resolve().parent.parent
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")

PACK = """
pack: own
title: Own
principle: Say it.
language: en
rules:
  - id: own
    check: existence
    severity: warning
    confidence: high
    message: "{word}"
    why: Because.
    phrases: [{phrase}]
    bad: ["The «{phrase}» is here."]
    good: ["Nothing."]
"""


class Lintings:
    """Counts the files that were gone through."""

    def __init__(self) -> None:
        self.paths: list[str] = []

    def taken(self) -> list[str]:
        paths, self.paths = self.paths, []
        return paths


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with packs and patterns, and no results."""
    made = tmp_path_factory.mktemp("warm")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(made))
        patched.setenv("LOCALAPPDATA", str(made))
        check(list(discover.targets([str(ROOT / "examples")])), of_mapping({"packs": ["all"]}))
    for entry in made.rglob("results-*.bin"):
        entry.unlink()
    return made


@pytest.fixture
def folder(tmp_path: Path, warm: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a cache elsewhere."""
    shutil.copytree(warm, tmp_path / "cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    (tmp_path / "work" / "a.txt").write_text("We will reply shortly.\n", encoding="utf-8")
    return tmp_path / "work"


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> Lintings:
    counted = Lintings()
    before = work.Work.gathered

    def gathered(self: work.Work, asked: Any, *rest: Any) -> list[Gathered]:
        counted.paths += [target.path for target, _ in asked]
        return before(self, asked, *rest)

    monkeypatch.setattr(work.Work, "gathered", gathered)
    return counted


def run(*paths: str, settings: Settings | None = None, **options: Any) -> list[FileReport]:
    return list(check(list(discover.targets(paths or ["a.txt"])), settings or Settings(), **options).files)


def rules(files: list[FileReport]) -> list[str]:
    return [one.rule for file in files for one in file.diagnostics]


def entries(folder: Path) -> list[Path]:
    return sorted((folder.parent / "cache").rglob("results-*.bin"))


class TestNeverThoseOfSomethingElse:
    @pytest.fixture(autouse=True)
    def _known(self, folder: Path, linted: Lintings) -> None:
        run()
        assert linted.taken() == ["a.txt"]
        run()
        assert linted.taken() == [], "what follows tests nothing where nothing is known"

    def test_changed_text(self, folder: Path, linted: Lintings) -> None:
        stat = os.stat("a.txt")
        Path("a.txt").write_text("We will reply by Monday\n", encoding="utf-8")
        os.utime("a.txt", ns=(stat.st_atime_ns, stat.st_mtime_ns))
        assert rules(run()) == []
        assert linted.taken() == ["a.txt"]

    def test_another_name(self, folder: Path, linted: Lintings) -> None:
        os.rename("a.txt", "b.txt")
        assert {one.path for file in run("b.txt") for one in file.diagnostics} == {"b.txt"}
        assert linted.taken() == ["b.txt"]

    def test_met_in_a_folder_not_named(self, folder: Path, linted: Lintings) -> None:
        run(".")
        assert linted.taken() == ["a.txt"]

    def test_another_working_directory(self, folder: Path, linted: Lintings, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copytree(folder, folder.parent / "other")
        monkeypatch.chdir(folder.parent / "other")
        run()
        assert linted.taken() == ["a.txt"]

    @pytest.mark.parametrize(
        "said",
        [
            {"rules": {"timelines/vague-time": "off"}},
            {"rules": {"timelines/vague-time": "suggestion"}},
            {"overrides": [{"path": "a.txt", "rules": {"timelines/vague-time": "off"}}]},
            {"packs": ["all"]},
            {"min-confidence": "high"},
            {"include-inactive": True},
            {"lexicon": {"agents": ["crew"]}},
            {"authority": {"refund": "50 GBP"}},
            {"sources": [{"path": "a.txt", "format": "html"}]},
        ],
        ids=str,
    )
    def test_other_settings(self, folder: Path, linted: Lintings, said: dict[str, Any]) -> None:
        settings = of_mapping(said)
        first = run(settings=settings)
        assert linted.taken() == ["a.txt"]
        assert run(settings=settings) == first == run(settings=replace(settings, cache=False))

    def test_another_version(self, folder: Path, linted: Lintings, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cache_module, "__version__", "99.0")
        run()
        assert linted.taken() == ["a.txt"]

    def test_another_program(self, folder: Path, linted: Lintings, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(results, "program", lambda _: Program(b"another", b"another"))
        run()
        assert linted.taken() == ["a.txt"]

    def test_another_file_beside(self, folder: Path, linted: Lintings) -> None:
        Path("a.txt-meta.xml").write_text("<x/>", encoding="utf-8")
        run()
        assert linted.taken() == ["a.txt"]

    @pytest.mark.parametrize("damage", [b"", b"trustlint cache\n", os.urandom(400)], ids=["empty", "head", "noise"])
    def test_a_damaged_store(self, folder: Path, linted: Lintings, damage: bytes) -> None:
        for entry in entries(folder):
            entry.write_bytes(damage)
        assert rules(run()) == ["timelines/vague-time"]
        assert linted.taken() == ["a.txt"]


class TestManyFindings:
    """Those of one file that lie in the cache by themselves."""

    @pytest.fixture(autouse=True)
    def _few(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(results, "FEW", 10)

    def own(self, folder: Path) -> list[Path]:
        return sorted((folder.parent / "cache").rglob("findings-*.bin"))

    def test_they_come_back(self, folder: Path, linted: Lintings) -> None:
        first = run()
        assert linted.taken() == ["a.txt"]
        assert len(self.own(folder)) == 1
        assert run() == first
        assert linted.taken() == []
        assert rules(first) == ["timelines/vague-time"]

    def test_each_content_has_its_own(self, folder: Path, linted: Lintings) -> None:
        run()
        Path("a.txt").write_text("We will reply soon.\n", encoding="utf-8")
        [one] = run()[0].diagnostics
        assert one.text == "soon"
        assert len(self.own(folder)) == 2

    @pytest.mark.parametrize("damage", [None, b"", b"trustlint cache\n", os.urandom(400)])
    def test_damaged_or_gone(self, folder: Path, linted: Lintings, damage: bytes | None) -> None:
        first = run()
        linted.taken()
        [entry] = self.own(folder)
        if damage is None:
            entry.unlink()
        else:
            entry.write_bytes(damage)
        assert run() == first
        assert linted.taken() == ["a.txt"]
        assert run() == first
        assert linted.taken() == []

    def test_a_byte_is_not_what_it_was(self, folder: Path, linted: Lintings) -> None:
        first = run()
        linted.taken()
        [entry] = self.own(folder)
        content = bytearray(entry.read_bytes())
        content[-1] ^= 1
        entry.write_bytes(content)
        assert run() == first
        assert linted.taken() == ["a.txt"]


class TestFilesInWindows:
    @pytest.fixture(autouse=True)
    def _small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reading, "WHOLE", 100)

    @pytest.fixture
    def table(self, folder: Path) -> Path:
        path = folder / "replies.csv"
        rows = (f"{number},Delay {number},We will reply shortly about {number}." for number in range(20))
        path.write_text("\n".join(["id,title,body", *rows]), encoding="utf-8")
        return path

    def test_one_that_was_written_to_while_it_was_read(
        self, table: Path, linted: Lintings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = csv.windows

        def windows(path: str) -> Any:
            yield from before(path)
            os.utime(path, ns=(0, 0))

        monkeypatch.setattr(csv, "windows", windows)
        run("replies.csv")
        run("replies.csv")
        assert linted.taken() == ["replies.csv", "replies.csv"]

    def test_they_are_known_again(self, table: Path, linted: Lintings) -> None:
        first = run("replies.csv")
        assert len(rules(first)) == 20
        assert run("replies.csv") == first
        assert linted.taken() == ["replies.csv"]
        table.write_text(
            table.read_text(encoding="utf-8").replace("shortly about 7", "by Monday about 7"), encoding="utf-8"
        )
        assert len(rules(run("replies.csv"))) == 19


class TestPacks:
    def test_a_pack_that_changed(self, folder: Path, linted: Lintings) -> None:
        settings = of_mapping({"packs": ["./own.yaml"]})
        for phrase in ("shortly", "reply"):
            Path("own.yaml").write_text(PACK.replace("{phrase}", phrase).replace("{word}", phrase), encoding="utf-8")
            found = run(settings=settings)
            assert [one.text for one in found[0].diagnostics] == [phrase]
            assert linted.taken() == ["a.txt"]
            assert run(settings=settings) == found
            assert linted.taken() == []

    def test_settings_of_vale_lead_elsewhere(self, folder: Path) -> None:
        Path(".vale.ini").write_text("StylesPath = ../styles\n", encoding="utf-8")
        assert results.about(replace(Settings(), packs=(".vale.ini",)), Cache.user()) is None
        assert results.about(replace(Settings(), packs=(".",)), Cache.user()) is None


class TestNothingIsKept:
    def test_without_a_cache(self, folder: Path) -> None:
        run(settings=replace(Settings(), cache=False))
        assert entries(folder) == []

    def test_of_a_file_with_errors(self, folder: Path, linted: Lintings) -> None:
        Path("broken.json").write_text('{"a": ', encoding="utf-8")
        for _ in range(2):
            assert run("broken.json")[0].errors
            assert linted.taken() == ["broken.json"]

    @posix_only
    def test_of_a_pipe(self, folder: Path, linted: Lintings) -> None:
        os.mkfifo("pipe")
        assert Results(Settings(), Cache.user()).known(discover.Target("pipe", named=True)) is None

    def test_where_there_is_no_room(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(cache_module, "_replace", full)
        assert rules(run()) == rules(run()) == ["timelines/vague-time"]

    def test_settings_that_make_no_sense_are_said_all_the_same(self, folder: Path) -> None:
        run()
        with pytest.raises(Exception, match="no rule"):
            run(settings=replace(Settings(), rules={"timelines/nothing": "off"}))
        with pytest.raises(Exception, match="no rule"):
            check([], replace(Settings(), rules={"timelines/nothing": "off"}))


class TestTheDay:
    """It counts for what is held against it, and for nothing else."""

    OVER = "We will refund you by 24 November 2026.\n"

    @staticmethod
    def on(day: str, path: str = "a.html", **options: Any) -> list[str]:
        return rules(run(path, settings=replace(Settings(), today=date.fromisoformat(day), **options)))

    def test_a_date_that_is_over_is_found_the_next_day(self, folder: Path, linted: Lintings) -> None:
        Path("a.html").write_text(f"<p>{self.OVER}</p>", encoding="utf-8")
        assert "timelines/past-date" not in self.on("2026-11-23")
        assert "timelines/past-date" in self.on("2026-11-25")
        assert linted.taken() == ["a.html", "a.html"]
        assert "timelines/past-date" in self.on("2026-11-25")
        assert linted.taken() == []
        assert "timelines/past-date" not in self.on("2026-11-23")

    def test_the_day_itself_moves_on(self, folder: Path, linted: Lintings, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("a.html").write_text(f"<p>{self.OVER}</p>", encoding="utf-8")
        for day, over in (("2026-11-23", False), ("2026-11-25", True)):
            monkeypatch.setattr("time.strftime", lambda _, day=day: day)
            assert ("timelines/past-date" in rules(run("a.html"))) is over

    @pytest.mark.parametrize(
        "text", ["We will reply shortly.", "We will refund you by Friday.", "It was sent in 2024."]
    )
    def test_a_text_without_dates_is_known_the_next_day(self, folder: Path, linted: Lintings, text: str) -> None:
        Path("a.html").write_text(f"<p>{text}</p>", encoding="utf-8")
        assert self.on("2026-11-23") == self.on("2026-11-25")
        assert linted.taken() == ["a.html"]

    def test_only_the_file_with_the_date_is_gone_through(self, folder: Path, linted: Lintings) -> None:
        Path("a.html").write_text(f"<p>{self.OVER}</p>", encoding="utf-8")
        Path("b.html").write_text("<p>We will reply shortly.</p>", encoding="utf-8")
        for day in ("2026-11-23", "2026-11-25"):
            run("a.html", "b.html", settings=replace(Settings(), today=date.fromisoformat(day)))
        assert linted.taken() == ["a.html", "b.html", "a.html"]

    @pytest.mark.parametrize("processes", [1, 2])
    @pytest.mark.parametrize("day", ["2026-11-23", "2026-11-25", "2031-01-01"])
    def test_the_examples_on_any_day(self, folder: Path, day: str, processes: int) -> None:
        shutil.copytree(ROOT / "examples", folder / "examples")
        settings = of_mapping({"packs": ["all"], "include-inactive": True, "zones": ["Europe/London"]})
        run("examples", settings=replace(settings, today=date.fromisoformat("2024-01-01")), processes=processes)
        settings = replace(settings, today=date.fromisoformat(day))
        assert run("examples", settings=settings) == run("examples", settings=replace(settings, cache=False))


class TestTheSame:
    def test_every_setting_is_known_to_matter_or_not(self) -> None:
        assert set(Settings.__match_args__) >= IS_ON_TOP

    def test_the_examples(self, folder: Path, linted: Lintings) -> None:
        shutil.copytree(ROOT / "examples", folder / "examples")
        shutil.copytree(ROOT / "tests" / "clean", folder / "clean")
        settings = of_mapping({"packs": ["all"], "include-inactive": True})
        expected = run(".", settings=replace(settings, cache=False), whole=True)
        assert rules(expected)
        linted.taken()
        assert run(".", settings=settings, whole=True) == expected
        assert linted.taken()
        assert run(".", settings=settings, whole=True) == expected
        assert linted.taken() == []

    def test_one_file_changed_of_many(self, folder: Path, linted: Lintings) -> None:
        for number in range(20):
            Path(f"{number}.txt").write_text(f"We will reply shortly, {number}.\n", encoding="utf-8")
        run(*(f"{number}.txt" for number in range(20)))
        linted.taken()
        Path("7.txt").write_text("We will call you back soon.\n", encoding="utf-8")
        found = run(*(f"{number}.txt" for number in range(20)))
        assert linted.taken() == ["7.txt"]
        assert [one.text for one in found[7].diagnostics] == ["soon"]
        assert len(rules(found)) == 20

    def test_suppressions_work_on_top(self, folder: Path, linted: Lintings) -> None:
        Path("a.txt").write_text("We will reply shortly.\n", encoding="utf-8")
        run()
        linted.taken()
        ignoring = of_mapping({"ignore": [{"rule": "timelines/vague-time", "path": "a.txt", "reason": "Known."}]})
        (hidden,) = run(settings=ignoring)
        assert hidden.suppressed == 1
        assert linted.taken() == []
        expired = of_mapping(
            {"ignore": [{"rule": "timelines/*", "path": "a.txt", "reason": "Known.", "expires": "2020-01-01"}]}
        )
        assert rules(run(settings=expired)) == ["timelines/vague-time", "suppressions/expired"]
        assert linted.taken() == []

    def test_comments_work_on_top(self, folder: Path, linted: Lintings) -> None:
        Path("a.md").write_text(
            "<!-- trustlint-ignore timelines/vague-time: known until=2030-01-01 -->\nWe will reply shortly.\n",
            encoding="utf-8",
        )
        expected = run("a.md", settings=replace(Settings(), cache=False))
        assert run("a.md") == expected
        linted.taken()
        assert run("a.md") == expected
        assert linted.taken() == []

    def test_standard_input(self, folder: Path, linted: Lintings) -> None:
        def piped(text: bytes) -> list[str]:
            return rules(list(check([], Settings(), ("<stdin>", text)).files))

        assert piped(b"We reply shortly.") == piped(b"We reply shortly.") == ["timelines/vague-time"]
        assert linted.taken() == ["<stdin>"]
        assert piped(b"We reply by Monday.") == []

    def test_several_processes(self, folder: Path, linted: Lintings) -> None:
        Path("b.txt").write_text("We will call you back soon.\n", encoding="utf-8")
        expected = run("a.txt", "b.txt", settings=replace(Settings(), cache=False))
        assert run("a.txt", "b.txt", processes=2) == expected
        linted.taken()
        assert run("a.txt", "b.txt", processes=2) == expected
        assert linted.taken() == []

    def test_reports_say_the_same(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        from trustlint.__main__ import run as command

        shutil.copy(ROOT / "examples" / "zendesk-macros.json", folder)
        for name in ("rich", "json", "sarif"):
            said = []
            for option in (["--no-cache"], []):
                command(["check", *option, "--output", name, "zendesk-macros.json"])
                lines = capsys.readouterr().out.splitlines()
                said.append([line for line in lines if not re.search(r"\bs\b|time|econds", line)])
            assert said[0] == said[1], name


class TestStored:
    PLACE = Position(1, 2, 3)
    RECORD = Record("format", "kind", "route", "id", "title", "en", "2026-01-12")
    ONE = Diagnostic(
        rule="a/b", severity=Severity.error, confidence=Confidence.high, message="m", path="p", start=PLACE, end=PLACE,
        text="t", record=RECORD, route="r", excerpt=Excerpt("text", Span(1, 2)), branch="else",
        labels=(Label(PLACE, PLACE, "l", "other"),), note="n",
        fix=Fix("f", "safe", (Edit(Span(1, 2), "c"),), "w", True), source="s", byte_column=4,
    )  # fmt: skip

    def gathered(self) -> Gathered:
        made = Gathered("p")
        fact = Fact("a/b", ("x", (1, None)), "p", (1, 2, 3), (1, 2, 4), "t", ("f", "k", "r", None, None, "en"), "r",
                    ("text", 0, 1), "else", "s", 3)  # fmt: skip
        made.format, made.records, made.messages, made.unspoken = "text", 1, 2, 3
        made.found.add(Findings([self.ONE], (), packed([fact], "p")))
        made.found.add(NOTHING)
        made.omissions = [Omission("r", "why", self.RECORD), Omission("r", "why")]
        made.comments = [Comment("next", "said", self.PLACE, self.PLACE, "s", Span(1, 2), Span(0, 9))]
        made.linted = [Span(0, 9)]
        return made

    def test_all_fields_come_back(self) -> None:
        made = self.gathered()
        findings = Spool()
        findings.add(made.found.spool.read(0, len(made.found.spool)))
        back = stored.gathered("p", stored.plain(made), findings)
        assert {**vars(back.found), "spool": None} == {**vars(made.found), "spool": None}
        assert list(back.found.facts()) == list(made.found.facts()) != []
        assert {**vars(back), "found": None} == {**vars(made), "found": None}
        [one] = back.diagnostics
        assert one == self.ONE
        assert [type(value) for value in vars(one).values()] == [type(value) for value in vars(self.ONE).values()]
        assert type(one.fix.edits[0].span) is Span  # type: ignore[union-attr]

    def test_no_field_is_left_to_its_default_above(self) -> None:
        """A new field must be kept too, and be tested here."""
        for value, but in ((self.ONE, {"fingerprint"}), (self.RECORD, set())):
            assert {name for name, held in vars(value).items() if held in (None, "", ())} == but
        made = self.gathered()
        assert {name for name, held in vars(made).items() if not held} == {"content", "dated", "heard", "_added"}
        assert {name for name, held in vars(made.found).items() if not held} == {"_errors"}
        assert self.ONE.fix is not None
        [(_, start, end)] = made.found.facts()
        for part in (
            self.ONE.fix,
            self.ONE.labels[0],
            unpacked(made.found.spool.read(start, end), "p")[0],
        ):
            assert all(part)

    def test_it_can_be_marshalled(self) -> None:
        import marshal

        plain = stored.plain(self.gathered())
        assert marshal.loads(marshal.dumps(plain)) == plain


class TestBounds:
    def test_what_nobody_asks_for_goes(self, folder: Path, linted: Lintings, monkeypatch: pytest.MonkeyPatch) -> None:
        days = [results._today()]
        monkeypatch.setattr(results, "_today", lambda: days[0])
        Path("b.txt").write_text("We will call you back soon.\n", encoding="utf-8")
        run("a.txt", "b.txt")
        days[0] += results.KEPT_DAYS + 1
        Path("a.txt").write_text("We will call you back soon.\n", encoding="utf-8")
        run("a.txt")
        linted.taken()
        run("a.txt", "b.txt")
        assert linted.taken() == ["b.txt"]

    def test_a_store_has_an_end(self, folder: Path, linted: Lintings, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(results, "MOST", 0)
        run()
        run()
        assert linted.taken() == ["a.txt", "a.txt"]

    def test_stores_have_an_end(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cache_module, "KEPT_BYTES", 0)
        run()
        assert entries(folder) == []


def test_the_day_and_the_surroundings_have_no_say() -> None:
    """Nothing that finds something asks for the day, the environment or the network: results would depend on it."""
    asks: list[str] = []
    for room in ("prose", "sources", "checks"):
        for module in (ROOT / "trustlint" / room).rglob("*.py"):
            text = module.read_text(encoding="utf-8")
            asks += [f"{module.name}: {word}" for word in ("environ", ".now(", ".today(", "time()") if word in text]
    assert asks == []
