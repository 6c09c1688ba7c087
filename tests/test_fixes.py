"""Fixes: which are not made, what they leave of a text, and how a file is replaced."""

import json
import os
import re
import shutil
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustlint.config import Settings
from trustlint.diagnostic import Applicability, Confidence, Diagnostic, Edit, Fix, Severity
from trustlint.engine import formats
from trustlint.errors import SourceError
from trustlint.fixes.checking import Reading, sound
from trustlint.fixes.diff import unified
from trustlint.fixes.edits import apart, apply_edits
from trustlint.fixes.rounds import Finding, Shift, fixed
from trustlint.fixes.store import replace_file
from trustlint.linter import Linter
from trustlint.message import Message, SourceFile
from trustlint.prose.lexicon import Lexicon
from trustlint.rule import Rule
from trustlint.sources.read import read
from trustlint.span import Span

SAFE: tuple[Applicability, ...] = ("safe",)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading(formats(Settings(cache=False)))


def rule(name: str, swap: dict[str, str]) -> Rule:
    options = {"swap": swap, "applicability": "safe"}
    return Rule("house", name, "substitution", Severity.warning, Confidence.high, "{match}", options=options)


def finder(path: str, *rules: Rule) -> Callable[[str], list[Diagnostic]]:
    linter = Linter(rules, Lexicon())

    def lint(text: str) -> list[Diagnostic]:
        messages = [each for each in read(SourceFile(path, text)) if isinstance(each, Message)]
        return [one for message in messages for one in linter.lint(message).diagnostics]

    return lint


class TestNotMade:
    def test_of_fixes_that_touch_only_the_first_is_made_at_once(self) -> None:
        first, beside, apart_from_both = (
            Fix("a", "safe", (Edit(Span(0, 4), "x"),)),
            Fix("b", "safe", (Edit(Span(4, 6), "y"), Edit(Span(20, 21), "y"))),
            Fix("c", "safe", (Edit(Span(7, 9), "z"),)),
        )
        assert apart([apart_from_both, beside, first, Fix("advice")]) == [first, apart_from_both]

    def test_overlapping_edits_are_a_mistake(self) -> None:
        with pytest.raises(ValueError, match="two edits"):
            apply_edits("abcdef", [Edit(Span(0, 3), ""), Edit(Span(2, 4), "")])

    def test_a_fix_that_changes_more_than_it_says(self, reading: Reading) -> None:
        file = SourceFile("macros.yaml", YAML)
        at = YAML.index("soon")
        good = Fix("good", "safe", (Edit(Span(at, at + 4), "today"),), "today")
        cuts = Fix("cuts", "safe", (Edit(Span(at + 5, at + 7), "# "),), "# ")
        lies = Fix("lies", "safe", (Edit(Span(at + 5, at + 7), "at"),), "on")
        inside = YAML.index("not for you")
        elsewhere = Fix("elsewhere", "safe", (Edit(Span(inside, inside + 3), "all"),), "all")
        assert sound(file, [good, cuts], reading) == [good]
        assert sound(file, [lies, good], reading) == [good]
        # What customers do not read may be changed by nobody's mistake either: it must be where the edit is.
        assert sound(file, [good, elsewhere], reading) == [good, elsewhere]

    def test_rules_that_undo_each_other(self, reading: Reading) -> None:
        file = SourceFile("reply.txt", "Dear Ann,\nwe utilise it and call you shortly.\n")
        lint = finder(
            "reply.txt", rule("a", {"shortly": "soon"}), rule("b", {"soon": "shortly"}), rule("c", {"utilise": "use"})
        )
        done = fixed(file, lint, SAFE, reading)
        assert done.text == "Dear Ann,\nwe use it and call you shortly.\n"
        assert done.restless == {"house/a"}

    def test_a_rule_that_finds_its_own_words(self, reading: Reading) -> None:
        file = SourceFile("reply.txt", "We call soon.")
        done = fixed(file, finder("reply.txt", rule("a", {"soon": "very soon"})), SAFE, reading)
        assert (done.text, done.restless) == (file.text, {"house/a"})

    def test_what_nobody_asked_about_wherever_it_moves(self, reading: Reading) -> None:
        file = SourceFile("reply.txt", "We utilise it. We call soon, and soon again.")
        lint = finder("reply.txt", rule("a", {"soon": "today"}), rule("c", {"utilise": "use"}))
        at = file.text.index("soon again")
        done = fixed(file, lint, SAFE, reading, frozenset({Finding("house/a", Span(at, at + 4))}))
        assert done.text == "We use it. We call today, and soon again."
        assert {finding.span.of(done.text) for finding in done.spared} == {"soon"}

    def test_less_trusted_fixes(self, reading: Reading) -> None:
        lint = finder("reply.txt", rule("a", {"soon": "today"}))
        assert fixed(SourceFile("reply.txt", "soon"), lint, ("unsafe",), reading).text == "soon"


YAML = """\
macros:
- id: 1
  title: Call
  description: not for you
  actions:
  - {field: comment_value, value: We call you soon or never.}
"""


class TestMade:
    def test_fixes_that_touch_are_made_one_after_the_other(self, reading: Reading) -> None:
        swap = {"in due": "within", "course": "a day"}
        done = fixed(
            SourceFile("a.txt", "in due course"),
            finder("a.txt", rule("a", swap), rule("b", {"due": "x"})),
            SAFE,
            reading,
        )
        assert done.text == "within a day"
        assert len(done.made) == 2

    def test_again_nothing_changes(self, reading: Reading) -> None:
        lint = finder("macros.yaml", rule("a", {"soon": "today"}))
        done = fixed(SourceFile("macros.yaml", YAML), lint, SAFE, reading)
        assert done.text == YAML.replace("soon", "today")
        assert fixed(SourceFile("macros.yaml", done.text), lint, SAFE, reading).made == ()

    @given(
        st.text("ab \r\n\ufeff", max_size=40),
        st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text("xy\n", max_size=4))),
    )
    def test_everything_outside_of_the_edits_stays(self, text: str, wanted: list[tuple[int, int, str]]) -> None:
        fixes = [
            Fix("", "safe", (Edit(Span(start, min(start + length, len(text))), content),))
            for start, length, content in wanted
            if start <= len(text)
        ]
        edits = sorted(edit for fix in apart(fixes) for edit in fix.edits)
        after = apply_edits(text, edits)
        at = 0
        for span, content in edits:
            new = Shift(edits)(Span(span.end, span.end))
            assert new
            assert after[new.start - len(content) : new.start] == content
            between = Shift(edits)(Span(at, span.start))
            assert between
            assert between.of(after) == text[at : span.start]
            at = span.end
        assert after.endswith(text[at:])


class TestDiff:
    def test_of_nothing(self) -> None:
        assert unified("a", "x\n", "x\n") == ""

    def test_a_name_cannot_command(self) -> None:
        assert "\x1b" not in unified("a\x1b[2J", "x\n", "y\n")

    @pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n", "a\nB\nc\nd\ne\nf\ng\nh\nI\nj\n"),
            ("as\nsoon\nas\nx\ny\nz\n", "today\nx\ny\nz\n"),
            ("a\r\nb\r\n", "a\r\nB\r\n"),
            ("a\nb", "a\nc"),
            ("a\nb", "a"),
            ("a", ""),
        ],
    )
    def test_patch_reads_it(self, tmp_path: Path, old: str, new: str) -> None:
        (tmp_path / "x").write_bytes(old.encode())
        diff = unified("x", old, new).encode()
        subprocess.run(["patch", "-p1", "-s", "--binary"], input=diff, cwd=tmp_path, check=True)
        after = tmp_path / "x"
        assert (after.read_bytes() if after.exists() else b"") == new.encode()


class TestStore:
    def test_links(self, tmp_path: Path) -> None:
        (tmp_path / "real.txt").write_text("old")
        (tmp_path / "link.txt").symlink_to("real.txt")
        with pytest.raises(SourceError, match="symbolic link") as error:
            replace_file(str(tmp_path / "link.txt"), b"old", b"new")
        assert error.value.hint == "fix real.txt itself"
        assert (tmp_path / "real.txt").read_text() == "old"

    def test_a_folder_that_is_elsewhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "outside").mkdir()
        (tmp_path / "here").mkdir()
        (tmp_path / "outside/a.txt").write_text("old")
        (tmp_path / "here/link").symlink_to("../outside")
        monkeypatch.chdir(tmp_path / "here")
        with pytest.raises(SourceError, match="leads out"):
            replace_file("link/a.txt", b"old", b"new")
        replace_file("../outside/a.txt", b"old", b"new")

    def test_read_only_files(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("old")
        path.chmod(0o444)
        with pytest.raises(SourceError, match="read-only"):
            replace_file(str(path), b"old", b"new")

    @pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may write everywhere")
    def test_folders_that_take_no_files(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("old")
        tmp_path.chmod(0o555)
        try:
            with pytest.raises(SourceError, match="cannot be fixed"):
                replace_file(str(path), b"old", b"new")
        finally:
            tmp_path.chmod(0o755)

    @pytest.mark.parametrize("now", [b"older", b"ol", b"new"])
    def test_files_that_changed(self, tmp_path: Path, now: bytes) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(now)
        with pytest.raises(SourceError, match="was changed"):
            replace_file(str(path), b"old", b"new")
        assert path.read_bytes() == now
        assert os.listdir(tmp_path) == ["a.txt"]

    def test_no_room(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"old")

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(SourceError, match="No space left"):
            replace_file(str(path), b"old", b"new")
        assert (os.listdir(tmp_path), path.read_bytes()) == (["a.txt"], b"old")

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
    def test_the_mode_stays(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"old")
        path.chmod(0o640)
        replace_file(str(path), b"old", b"new")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        assert (os.listdir(tmp_path), path.read_bytes()) == (["a.txt"], b"new")


def test_four_times_the_fixes_take_about_four_times_as_long() -> None:
    def seconds(number: int) -> float:
        macros = [
            {"id": at, "title": "M", "actions": [{"field": "comment_value", "value": f"Do the needful {at}."}]}
            for at in range(number)
        ]
        file = SourceFile("macros.json", json.dumps({"macros": macros}))
        found = [match.span() for match in re.finditer("do the needful", file.text, re.IGNORECASE)]
        fixes = [Fix("plain words", "safe", (Edit(Span(*at), "send it"),), "send it") for at in found]
        before = time.process_time()
        assert len(sound(file, fixes, Reading(formats(Settings(cache=False))))) == number
        return time.process_time() - before

    seconds(50)
    assert seconds(2400) < 4 * 2 * seconds(600)
