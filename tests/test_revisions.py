"""Only what stands on changed lines, as git tells it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from trustlint.__main__ import run as command
from trustlint.errors import UsageError
from trustlint.revisions import Changes, Lines, parsed

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(folder)
    git("init", "-q")
    git("config", "user.email", "ana@example.org")
    git("config", "user.name", "Ana")
    return folder


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def commit(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="")
    git("add", "-A")
    git("commit", "-q", "-m", "x")


# What must not happen.


@needs_git
@pytest.mark.parametrize(
    "revision", ["--output=gone", "-p", "", " ", "a\nb", "a\0b", "nowhere", "HEAD~99", "HEAD:a.md"]
)
def test_what_is_no_revision_is_an_error(repository: Path, revision: str) -> None:
    commit(repository / "a.md", "Hello.\n")
    with pytest.raises(UsageError, match="revision"):
        Changes(revision)
    assert {path.name for path in repository.iterdir()} == {".git", "a.md"}


@needs_git
def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="not in a git repository"):
        Changes("HEAD")


def test_without_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git is not installed"):
        Changes("HEAD")


@needs_git
def test_a_repository_cannot_make_git_run_anything(repository: Path) -> None:
    commit(repository / "a.md", "Hello.\n")
    (repository / ".gitattributes").write_text("*.md diff=evil\n")
    for key in ("diff.external", "diff.evil.textconv", "diff.evil.command", "core.fsmonitor", "core.pager"):
        git("config", key, "touch ran; cat")
    (repository / "a.md").write_text("Hello.\nNew.\n")
    assert Changes("HEAD").of("a.md").touch(2, 2)
    assert not (repository / "ran").exists()


@needs_git
def test_unusual_settings_of_git_change_nothing(repository: Path) -> None:
    commit(repository / "a.md", "Hello.\n")
    settings = {"diff.noprefix": "true", "diff.mnemonicPrefix": "true", "color.ui": "always", "diff.context": "9"}
    for key, value in settings.items():
        git("config", key, value)
    (repository / "a.md").write_text("Hello.\nNew.\n")
    assert Changes("HEAD").of("a.md") == Lines(((2, 2),))


# What is changed.


@needs_git
def test_added_and_changed_lines(repository: Path) -> None:
    commit(repository / "a.md", "one\ntwo\nthree\nfour\n")
    (repository / "a.md").write_text("zero\none\nTWO\nfour\n")
    lines = Changes("HEAD").of("a.md")
    assert [number for number in range(1, 5) if lines.touch(number, number)] == [1, 3]
    assert lines.touch(2, 3)


@needs_git
def test_what_was_only_removed_is_no_change_of_other_lines(repository: Path) -> None:
    commit(repository / "a.md", "one\ntwo\nthree\n")
    (repository / "a.md").write_text("one\nthree\n")
    assert not Changes("HEAD").of("a.md").touch(1, 2)


@needs_git
@pytest.mark.parametrize("name", ["a b.md", "häß/ü.md", 'quo"te.md', "tab\there.md", "back\\slash.md", "b/a.md"])
def test_any_name(repository: Path, name: str) -> None:
    commit(repository / name, "one\n")
    (repository / name).write_text("one\ntwo\n")
    assert Changes("HEAD").of(name) == Lines(((2, 2),))


@needs_git
def test_what_git_does_not_follow_is_new(repository: Path) -> None:
    commit(repository / ".gitignore", "secret.md\n")
    for name in ("new.md", "secret.md"):
        (repository / name).write_text("one\n")
        assert Changes("HEAD").of(name).everything
    assert Changes("HEAD").of(str(repository.parent / "elsewhere.md")).everything


@needs_git
def test_a_renamed_file_is_not_new(repository: Path) -> None:
    text = "".join(f"line {number}\n" for number in range(20))
    commit(repository / "a.md", text)
    git("mv", "a.md", "b.md")
    (repository / "b.md").write_text(text + "more\n")
    assert Changes("HEAD").of("b.md") == Lines(((21, 21),))


@needs_git
def test_lines_that_git_counts_otherwise_are_all_changed(repository: Path) -> None:
    commit(repository / "a.md", "one\rtwo\rthree\n")
    assert not Changes("HEAD").of("a.md").touch(1, 3)
    (repository / "a.md").write_text("one\rtwo\rthree\nfour\n", newline="")
    assert Changes("HEAD").of("a.md").everything


def test_lines_that_look_like_a_diff() -> None:
    diff = (
        "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n"
        "@@ -1 +1,2 @@\n--- a/no.md\n+++ b/no.md\n+@@ -9 +9 @@\n\\ No newline at end of file\n"
        "diff --git a/c.md b/c.md\n--- a/c.md\n+++ b/c.md\n@@ -0,0 +4,2 @@ heading\n+x\n+y\n"
    )
    assert dict(parsed(diff)) == {"a.md": Lines(((1, 2),)), "c.md": Lines(((4, 5),))}


@needs_git
def test_from_the_command_line(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository / "texts" / "a.md", "We'll reply shortly.\n\nHello.\n")
    assert command(["check", "--new-from", "HEAD", "texts/a.md"]) == 0
    (repository / "texts" / "a.md").write_text("We'll reply shortly.\n\nHello.\n\nWe'll call you soon.\n")
    monkeypatch.chdir(repository / "texts")
    assert command(["check", "--new-from", "HEAD", "a.md"]) == 1
    said = capsys.readouterr().out
    assert "a.md:5:" in said
    assert "shortly" not in said
    assert command(["check", "--new-from", "nowhere", "a.md"]) == 2
