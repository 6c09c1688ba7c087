"""A new user's way: an old library, first run, baseline, and a change that brings one good text and one bad one."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BASELINE = "trustlint-baseline.json"
MACROS = Path("exports/macros.json")
PAGE = Path("replies/billing.md")
OLD = [  # one problem, two, three
    "We'll look into order {n} and get back to you as soon as possible.",
    "Your parcel {n} will definitely arrive. We will reply shortly.",
    "This will never happen again. You failed to send form {n}. We'll refund you soon.",
]
GOOD = "We'll refund order 77 to your card by Friday, 4 July, and mail you the receipt the same day."
BAD = "We'll refund order 78 to your card in due course."
UNDERLINED = "in due course"
ANNOTATION = re.compile(r"::(error|warning|notice) (\S*)::(.*)")
Trustlint = Callable[..., "subprocess.CompletedProcess[str]"]


def macro(number: int, text: str) -> dict[str, Any]:
    return {
        "id": number,
        "title": f"Orders::Reply {number}",
        "active": True,
        "actions": [{"field": "comment_value", "value": text}],
    }


def write_macros(texts: list[str]) -> None:
    library = {"macros": [macro(number, text) for number, text in enumerate(texts, 1)]}
    MACROS.write_text(json.dumps(library, indent=2) + "\n", encoding="utf-8")


def entry(title: str, text: str) -> str:
    return f"\n## {title}\n\n```text\nHi [Name],\n\n{text}\n```\n"


def add_to_macros() -> int:
    """One bad macro and one good one; the line of the bad words."""
    library = json.loads(MACROS.read_text(encoding="utf-8"))
    texts = [one["actions"][0]["value"] for one in library["macros"]]
    write_macros([*texts, BAD, GOOD])
    return line_of(MACROS)


def add_to_page() -> int:
    PAGE.write_text(PAGE.read_text(encoding="utf-8") + entry("Good", GOOD) + entry("Bad", BAD), encoding="utf-8")
    return line_of(PAGE)


def line_of(path: Path) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if UNDERLINED in line)


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org", *arguments], check=True)


@pytest.fixture
def trustlint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trustlint:
    """The command line in a new repository that holds a library with 300 problems."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "GITHUB_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    repository = tmp_path / "repository"
    for folder in (MACROS.parent, PAGE.parent):
        (repository / folder).mkdir(parents=True)
    monkeypatch.chdir(repository)
    git("init", "-q", "-b", "main")
    write_macros([OLD[number % 3].format(n=number) for number in range(147)])
    old = [entry(f"Reply {number}", text.format(n=number)) for number, text in enumerate(OLD)]
    PAGE.write_text("# Billing replies\n" + "".join(old))
    Path("README.md").write_text("# Our macros\n\nWe will reply to pull requests soon.\n")
    Path("package.json").write_text('{"name": "macros", "description": "We will definitely reply soon."}\n')

    def call(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "trustlint", *arguments]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")

    return call


@pytest.fixture
def settled(trustlint: Trustlint) -> Trustlint:
    """After `init`, with the old problems in the baseline, committed."""
    first = trustlint("init", "--ci", "github")
    assert first.returncode == 0, first.stderr
    found = json.loads(trustlint("check", "--output", "json").stdout)
    assert len(found["diagnostics"]) == 300
    assert "in 150 of 150 records." in first.stdout
    assert f"trustlint check --write-baseline {BASELINE}" in first.stdout
    written = trustlint("check", "--write-baseline", BASELINE)
    assert written.returncode == 0, written.stderr
    git("add", ".")
    git("commit", "-q", "-m", "Start with trustlint")
    return trustlint


def annotations(done: "subprocess.CompletedProcess[str]") -> list[tuple[str, str, str]]:
    assert not done.stderr
    lines = done.stdout.splitlines()
    found = [ANNOTATION.fullmatch(line) for line in lines]
    return [(one[1], one[2], one[3]) for one in found if one]


def test_what_is_no_reply_is_not_checked(settled: Trustlint) -> None:
    Path("README.md").write_text("# Our macros\n\nWe will definitely reply as soon as possible.\n")
    done = settled("check", "--only-sources", "--allow-empty", "README.md", "package.json", "trustlint.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_nothing_new_is_nothing_said(settled: Trustlint) -> None:
    for narrowed in (["--baseline", BASELINE], ["--new-from", "HEAD"]):
        done = settled("check", *narrowed, "--output", "github")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(("change", "path"), [(add_to_macros, MACROS), (add_to_page, PAGE)], ids=["json", "markdown"])
def test_one_bad_text_is_one_annotation_on_its_line(settled: Trustlint, change: Callable[[], int], path: Path) -> None:
    line = change()
    by_baseline = settled("check", "--baseline", BASELINE, "--output", "github")
    [(severity, properties, message)] = annotations(by_baseline)
    assert by_baseline.returncode == 1
    assert severity == "error"
    assert properties.startswith(f"file={path.as_posix()},line={line},endLine={line},")
    assert UNDERLINED in message
    git("commit", "-q", "-a", "-m", "Two replies")
    by_lines = settled("check", "--new-from", "HEAD~1", "--output", "github")
    assert (by_lines.returncode, by_lines.stdout) == (1, by_baseline.stdout)


def test_the_baseline_line_of_the_settings_only_waits_for_its_sign_to_go(settled: Trustlint) -> None:
    settings = Path("trustlint.yaml")
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(f"# baseline: {BASELINE}", f"baseline: {BASELINE}"), encoding="utf-8")
    assert settled("check", "--output", "github").stdout == ""
    line = add_to_macros()
    [(_, properties, _)] = annotations(settled("check", "--output", "github"))
    assert f"line={line}," in properties
