"""`trustlint init`: what is never touched, what is written for which folder, and what is said."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from trustlint import config
from trustlint.cli.starting.automation import ci_in_use
from trustlint.cli.starting.settings import scalar
from trustlint.cli.starting.survey import MOST, Found, Group, grouped

Cli = Callable[..., tuple[int, str, str]]
BAD = "Hi {{ticket.requester.first_name}}, we will reply shortly."


def macros(*texts: str) -> str:
    return json.dumps(
        {
            "macros": [
                {"id": id, "title": f"Reply {id}", "actions": [{"field": "comment_value", "value": text}]}
                for id, text in enumerate(texts, 1)
            ]
        }
    )


@pytest.fixture
def repository(folder: Path) -> Path:
    (folder / "ok.txt").unlink()
    (folder / ".git").mkdir()
    (folder / "exports").mkdir()
    (folder / "exports/macros.json").write_text(macros(BAD, "It ships on 4 July."), encoding="utf-8")
    (folder / "package.json").write_text('{"name": "macros"}', encoding="utf-8")
    return folder


def sources(folder: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = yaml.safe_load((folder / "trustlint.yaml").read_text(encoding="utf-8"))["sources"]
    return found


# What is never touched


def test_nothing_that_exists_is_changed(cli: Cli, repository: Path) -> None:
    own = {
        "trustlint.yaml": "fail-on: never\n",
        ".pre-commit-config.yaml": "repos: []\n",
        ".gitlab-ci.yml": "test: {script: make}\n",
    }
    for name, text in own.items():
        (repository / name).write_text(text)
    status, out, _ = cli("init")
    assert status == 0
    assert own == {name: (repository / name).read_text() for name in own}
    for name in own:
        assert f"left as it is: {name}" in out
    assert "entry: trustlint check --only-sources --allow-empty" in out
    assert "gl-code-quality-report.json" in out


def test_a_second_time_changes_and_proposes_nothing(cli: Cli, repository: Path) -> None:
    cli("init", "--ci", "github")
    before = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    status, out, _ = cli("init", "--ci", "github")
    assert status == 0
    assert before == {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    assert out.count("left as it is: ") == 3
    assert "to add" not in out
    assert "wrote" not in out


def test_settings_with_a_mistake_stop_before_anything_is_written(cli: Cli, repository: Path) -> None:
    (repository / "trustlint.yaml").write_text("fail-no: error\n")
    status, _, err = cli("init")
    assert status == 2
    assert "unknown key `fail-no`" in err
    assert not (repository / ".pre-commit-config.yaml").exists()


def test_no_hook_below_the_top_of_a_repository(cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "exports")
    status, out, _ = cli("init", "--ci", "github")
    assert status == 0
    assert "this is not the top of a git repository" in out
    assert [path.name for path in (repository / "exports").iterdir() if path.name.startswith(".")] == []


def test_what_cannot_be_written_is_said(cli: Cli, repository: Path) -> None:
    (repository / ".github").write_text("a file where a folder should be")
    status, _, err = cli("init", "--ci", "github")
    assert status == 2
    assert "cannot write this file" in err


def test_only_what_was_asked_for(cli: Cli, repository: Path) -> None:
    (repository / ".github").mkdir()
    before = {path.name for path in repository.iterdir()}
    assert cli("init", "--no-hook", "--ci", "none")[0] == 0
    assert {path.name for path in repository.iterdir()} == before | {"trustlint.yaml"}


# What is written


def test_sources_name_what_customers_receive(cli: Cli, repository: Path) -> None:
    (repository / "exports/old").mkdir()
    for name in ("a", "b"):
        (repository / f"exports/old/{name}.json").write_text(macros(BAD), encoding="utf-8")
    status, out, _ = cli("init", "--yes")
    assert status == 0
    assert sources(repository) == [
        {"path": "exports/macros.json", "format": "zendesk-macros"},
        {"path": "exports/old/*.json", "format": "zendesk-macros"},
    ]
    assert "3 of them have texts that customers receive" in out
    assert "  exports/old/*.json: zendesk-macros, 2 records in 2 files\n" in out
    assert "The first run: 3 errors in 3 of 4 records." in out
    assert "“shortly”" in out


def test_what_is_written_is_what_is_checked(cli: Cli, repository: Path) -> None:
    before = cli("check", "--output", "concise")
    cli("init")
    assert cli("check", "--output", "concise") == before


def test_a_folder_without_texts_gets_settings_that_load(cli: Cli, repository: Path) -> None:
    (repository / "exports/macros.json").unlink()
    status, out, _ = cli("init")
    assert status == 0
    assert "found no texts that customers receive" in out
    assert "trustlint inspect FILE" in out
    assert config.load("trustlint.yaml").sources == ()


def test_a_baseline_is_proposed_for_many_problems_only(cli: Cli, repository: Path) -> None:
    assert "--write-baseline" not in cli("init")[1]
    (repository / "exports/macros.json").write_text(macros(*[BAD] * 20), encoding="utf-8")
    assert "trustlint check --write-baseline trustlint-baseline.json" in cli("init")[1]


def test_titles_of_files_cannot_command_a_terminal(cli: Cli, repository: Path) -> None:
    try:
        (repository / "exports/\x1b[31mred.json").write_text(macros(BAD), encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    status, out, err = cli("init")
    assert status == 0
    assert "\x1b" not in out + err
    assert config.load("trustlint.yaml").sources[0].path == "exports/macros.json"


@pytest.mark.parametrize(
    "path", ["a/b.json", "no", "null", "1.5", "a b/c: d.md", "“ü”.md", '"q".md', "#1.md", "-a/b.md"]
)
def test_paths_come_back_from_the_settings(path: str) -> None:
    assert yaml.safe_load(f"[{{path: {scalar(path)}, format: text}}]") == [{"path": path, "format": "text"}]


def found(path: str, format: str = "markdown") -> Found:
    return Found(path, format, 1, frozenset())


def test_a_pattern_takes_no_strangers_in() -> None:
    replies = [found("replies/a.md"), found("replies/b.md")]
    names = [one.path for one in replies]
    assert [entry.path for entry in grouped(replies, names)] == ["replies/*.md"]
    assert [entry.path for entry in grouped(replies, [*names, "replies/README.md"])] == names
    assert [entry.path for entry in grouped(replies, [*names, "replies/deep/README.md"])] == ["replies/*.md"]


def test_a_pattern_takes_no_other_format_in() -> None:
    exports = [
        found("x/a.json", "zendesk-macros"),
        found("x/b.json", "zendesk-macros"),
        found("x/c.json", "intercom-macros"),
    ]
    names = [one.path for one in exports]
    assert [entry.path for entry in grouped(exports, names)] == names


def test_files_at_the_top_are_named() -> None:
    assert [entry.path for entry in grouped([found("a.md"), found("b.md")], [])] == ["a.md", "b.md"]


def test_many_places_become_their_folders() -> None:
    many = [found(f"brands/{number}/reply.md") for number in range(MOST + 1)]
    assert grouped([*many, found("top.md")], []) == [
        Group("brands", None, tuple(sorted(many))),
        Group("top.md", "markdown", (found("top.md"),)),
    ]


# Which CI


@pytest.mark.parametrize(
    ("sign", "text", "name"),
    [
        (".github/CODEOWNERS", "", "github"),
        (".gitlab-ci.yml", "", "gitlab"),
        ("azure-pipelines.yml", "", "azure"),
        (".git/config", '[remote "origin"]\n\turl = git@github.com:acme/macros.git\n', "github"),
        (".git/config", '[remote "origin"]\n\turl = https://gitlab.example/acme/macros.git\n', "gitlab"),
        (".git/config", "[core]\n\tbare = false\n", None),
    ],
)
def test_the_ci_that_a_repository_has(repository: Path, sign: str, text: str, name: str | None) -> None:
    (repository / sign).parent.mkdir(exist_ok=True)
    (repository / sign).write_text(text)
    assert ci_in_use() == name


def test_without_a_sign_the_choice_is_named(cli: Cli, repository: Path) -> None:
    assert "no CI step: nothing says which CI this repository has (--ci github, gitlab or azure)" in cli("init")[1]
