"""`--fix` from the outside: what is not touched, what is written, and what is said."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Fix = Callable[..., Any]

PACK = """\
pack: house
title: Our words
principle: Say it plainly.
rules:
  - id: course
    check: substitution
    severity: warning
    message: "“{match}”: write “{swap}”."
    swap: {in due course: "by {{next_update}}", at this point in time: now}
    applicability: safe
    why: So.
    bad: [We answer «in due course»., It is open «at this point in time».]
    good: [We answer today.]
  - id: utilise
    check: substitution
    severity: warning
    message: "“{match}”: write “{swap}”."
    swap: {utilise: use}
    why: So.
    bad: [We «utilise» it.]
    good: [We use it.]
  - id: manual
    check: substitution
    severity: warning
    message: "“{match}”: write “{swap}”."
    swap: {kindly: please}
    applicability: manual
    why: So.
    bad: ["«Kindly» call us."]
    good: [Please call us.]
"""
MACRO = {
    "id": 1,
    "title": "Delay",
    "active": True,
    "actions": [{"field": "comment_value_html", "value": "<p>We&rsquo;ll answer in due course &amp; utilise it.</p>"}],
}


@pytest.fixture
def house(folder: Path) -> Path:
    (folder / "house.yaml").write_text(PACK, encoding="utf-8")
    (folder / "ok.txt").unlink()
    return folder


@pytest.fixture
def fix(house: Path, cli: Fix) -> Fix:
    return lambda *more, **given: cli("check", "--isolated", "--pack", "house.yaml", *more, **given)


class TestNotTouched:
    def test_without_fix_nothing_is_written(self, house: Path, fix: Fix) -> None:
        (house / "a.txt").write_text("Answer in due course.\n")
        fix("a.txt")
        assert (house / "a.txt").read_text() == "Answer in due course.\n"

    @pytest.mark.parametrize("text", ["We utilise it.\n", "Kindly call us.\n"])
    def test_what_is_not_safe(self, house: Path, fix: Fix, text: str) -> None:
        (house / "a.txt").write_text(text)
        done = fix("--fix", "a.txt")
        assert (house / "a.txt").read_text() == text
        assert "fixed 0 in 0 files" in done.err

    def test_a_file_with_nothing_to_fix(self, house: Path, fix: Fix) -> None:
        (house / "a.txt").write_text("We answer today.\n")
        before = (house / "a.txt").stat()
        assert fix("--fix", "a.txt").status == 0
        after = (house / "a.txt").stat()
        assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)

    def test_one_that_cannot_be_written_stops_no_other(self, house: Path, fix: Fix) -> None:
        for name in ("a.txt", "b.txt", "c.txt"):
            (house / name).write_text("Answer in due course.\n")
        (house / "a.txt").chmod(0o444)
        (house / "d.txt").symlink_to("b.txt")
        done = fix("--fix", "a.txt", "d.txt", "c.txt")
        assert done.status == 2
        assert "a.txt: is read-only" in done.err
        assert "d.txt: is a symbolic link" in done.err
        assert (house / "b.txt").read_text() == "Answer in due course.\n"
        assert (house / "c.txt").read_text() == "Answer by {{next_update}}.\n"
        assert "fixed 1 in 1 file" in done.err

    def test_what_is_suppressed_or_known(self, house: Path, fix: Fix) -> None:
        (house / "a.md").write_text("# One\n\nAnswer in due course.\n\n# Two\n\nSee you in due course.\n")
        assert fix("--write-baseline", "base.json", "a.md").status == 0
        (house / "a.md").write_text("# One\n\nAnswer in due course.\n\n# Two\n\nOpen at this point in time.\n")
        fix("--fix", "--baseline", "base.json", "a.md")
        assert (house / "a.md").read_text() == "# One\n\nAnswer in due course.\n\n# Two\n\nOpen now.\n"

    @pytest.mark.parametrize(
        "options",
        [["--unsafe-fixes"], ["--fix", "--write-baseline", "b.json"], ["--diff", "--write-baseline", "b.json"]],
    )
    def test_options_that_do_not_fit(self, house: Path, fix: Fix, options: list[str]) -> None:
        (house / "a.txt").write_text("Answer in due course.\n")
        assert fix(*options, "a.txt").status == 2
        assert sorted(os.listdir(house)) == ["a.txt", "house.yaml"]


class TestWritten:
    def test_safe_and_unsafe(self, house: Path, fix: Fix) -> None:
        (house / "m.json").write_text(json.dumps({"macros": [MACRO]}))
        done = fix("--fix", "m.json")
        assert "fixed 1 in 1 file; 1 more with --unsafe-fixes" in done.err
        assert "house/utilise" in done.out
        assert "house/course" not in done.out
        done = fix("--fix", "--unsafe-fixes", "m.json")
        assert "fixed 1 in 1 file" in done.err
        assert done.out == ""
        after = json.loads((house / "m.json").read_text())["macros"][0]["actions"][0]["value"]
        assert after == "<p>We&rsquo;ll answer by {{next_update}} &amp; use it.</p>"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("last", ["", "\n", "\n\n"])
    def test_everything_else_stays_byte_for_byte(
        self, house: Path, fix: Fix, encoding: str, line_end: str, last: str
    ) -> None:
        bom = "\ufeff" if encoding.startswith("utf-16") else ""
        text = f"{bom}Dear Zoë,\n\n  it is\topen at this point in time. \n\n\nBye\x0b{last}".replace("\n", line_end)
        (house / "a.txt").write_bytes(text.encode(encoding))
        fix("--fix", "a.txt")
        assert (house / "a.txt").read_bytes() == text.replace("at this point in time", "now").encode(encoding)

    def test_many_in_one_file(self, house: Path, fix: Fix) -> None:
        text = "Open at this point in time, and answered in due course.\n" * 50
        (house / "a.txt").write_text(text)
        assert "fixed 100 in 1 file" in fix("--fix", "a.txt").err
        done = (house / "a.txt").read_text()
        assert done == "Open now, and answered by {{next_update}}.\n" * 50
        assert "fixed 0 in 0 files" in fix("--fix", "a.txt").err

    def test_standard_input_goes_to_standard_output(self, house: Path, fix: Fix) -> None:
        done = fix("--fix", "--input-format", "html", "-", stdin=b"\xef\xbb\xbf<p>in due course; utilise</p>\r\n")
        assert done.out == "\ufeff<p>by {{next_update}}; utilise</p>\r\n"
        assert "house/utilise" in done.err

    def test_standard_input_without_anything_to_fix(self, house: Path, fix: Fix) -> None:
        assert fix("--fix", "--input-format", "text", "-", stdin=b"Hello\r\n").out == "Hello\r\n"


class TestDiff:
    def test_writes_nothing_and_asks_whether_there_is_anything(self, house: Path, fix: Fix) -> None:
        (house / "a.txt").write_text("Answer in due course.\n")
        (house / "b.txt").write_text("We utilise it.\n")
        done = fix("--diff", "a.txt", "b.txt")
        assert (
            done.out == "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-Answer in due course.\n+Answer by {{next_update}}.\n"
        )
        assert done.status == 1
        assert "would fix 1 in 1 file; 1 more with --unsafe-fixes" in done.err
        assert (house / "a.txt").read_text() == "Answer in due course.\n"
        assert fix("--diff", "b.txt") == (0, "", "trustlint: would fix 0 in 0 files; 1 more with --unsafe-fixes\n")


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_killed_at_any_moment_there_is_the_old_file_or_the_new_one(house: Path) -> None:
    old = json.dumps({"macros": [dict(MACRO, id=number) for number in range(10)]}, indent=1)
    new = old.replace("in due course", "by {{next_update}}")
    names = [f"m{number}.json" for number in range(12)]
    command = [sys.executable, "-m", "trustlint", "check", "--isolated", "--pack", "house.yaml", "--fix", "-q", *names]
    moments, seen = _moments(), set()
    for moment in moments:
        for name in names:
            (house / name).write_text(old)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _wait_for_the_first(house, names, old, process)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for name in names:
            text = (house / name).read_text()
            assert text in (old, new)
            seen.add(text == new)
        litter = [name for name in os.listdir(house) if name not in (*names, "house.yaml")]
        assert len(litter) <= 1
        assert all(name.endswith(".tmp") for name in litter)
        for name in litter:
            (house / name).unlink()
    assert seen == {True, False}, "the kills came too early or too late to show anything"


def _moments() -> Iterator[float]:
    chance = random.Random(7)
    return iter([chance.uniform(0, 0.1) for _ in range(4)])


def _wait_for_the_first(folder: Path, names: list[str], old: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until the writing has begun: most of a run is reading."""
    while process.poll() is None and (folder / names[0]).read_text() == old:
        time.sleep(0.001)
