"""Paths, folders and globs to files."""

import os
from pathlib import Path

import pytest

from trustlint.discover import Target, targets
from trustlint.errors import SourceError


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.json", "a.txt", "sub/c.csv", "node_modules/x.json", ".hidden/y.json", "build/z.json"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    return [one.path if isinstance(one, Target) else f"! {one}" for one in targets(paths)]


def test_hidden_folders_and_installed_packages_are_passed_over(tree: Path) -> None:
    assert found(".") == ["a.txt", "b.json", "build/z.json", "sub/c.csv"]


def test_gitignore_is_honoured_in_every_folder(tree: Path) -> None:
    (tree / ".gitignore").write_text("build/\n*.txt\n")
    (tree / "sub/.gitignore").write_text("!keep.txt\n*.csv\n")
    (tree / "sub/keep.txt").write_text("x")
    assert found(".") == ["b.json", "sub/keep.txt"]


def test_gitignore_above_the_folder_counts_inside_a_repository(tree: Path) -> None:
    (tree / ".git").mkdir()
    (tree / ".gitignore").write_text("*.csv\n")
    assert found("sub") == []


def test_what_is_named_outright_is_taken_even_when_ignored(tree: Path) -> None:
    (tree / ".gitignore").write_text("*.json\n")
    assert list(targets(["b.json"])) == [Target("b.json", named=True)]


def test_each_file_comes_once(tree: Path) -> None:
    assert found("a.txt", "./a.txt", ".", "*.txt").count("a.txt") == 1


def test_globs_reach_into_folders(tree: Path) -> None:
    assert found("**/*.csv") == ["sub/c.csv"]


def test_a_missing_path_and_an_empty_glob_are_said(tree: Path) -> None:
    assert found("nowhere.json", "*.nope", "a.txt") == [
        "! nowhere.json: no such file or folder",
        "! *.nope: no file matches this pattern",
        "a.txt",
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root and Windows open every folder")
def test_a_folder_that_cannot_be_opened_is_said_and_the_rest_is_walked(tree: Path) -> None:
    (tree / "sub").chmod(0)
    try:
        assert [one for one in targets(["."]) if isinstance(one, SourceError)]
        assert "b.json" in found(".")
    finally:
        (tree / "sub").chmod(0o755)


def test_a_loop_of_links_ends(tree: Path) -> None:
    (tree / "sub/loop").symlink_to(tree, target_is_directory=True)
    assert "sub/c.csv" in found(".")
