"""What hooks and CI run: the pre-commit manifest, the action, the container file, and the files that `init` writes."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from trustlint import __version__
from trustlint.cli.starting import automation
from trustlint.config import Settings
from trustlint.engine import chosen
from trustlint.sources.detect import _CONTAINERS
from trustlint.sources.registry import platforms

ROOT = Path(__file__).resolve().parent.parent
BASH = shutil.which("bash")


def loaded(text: str) -> Any:
    return yaml.safe_load(text)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


HOOKS = {hook["id"]: hook for hook in loaded(read(".pre-commit-hooks.yaml"))}
ACTION = loaded(read("action.yml"))
STEPS = ACTION["runs"]["steps"]


# pre-commit


@pytest.mark.parametrize("name", ["main.py", "Makefile", "logo.png", "Dockerfile", "yarn.lock", "a.jsonx"])
def test_no_hook_starts_for_what_is_never_read(name: str) -> None:
    assert not any(re.search(hook["files"], name) for hook in HOOKS.values())


def test_every_file_that_is_read_unasked_starts_a_hook() -> None:
    ends = {*_CONTAINERS, *platforms()._owners}
    assert not [end for end in ends for hook in HOOKS.values() if not re.search(hook["files"], f"replies/a{end}")]


def test_the_manifest_has_what_pre_commit_asks_for() -> None:
    known = {"id", "name", "description", "entry", "language", "files", "types"}
    for hook in HOOKS.values():
        assert hook.keys() == known
        assert all(isinstance(hook[key], str) for key in known - {"types"})
        assert (hook["language"], hook["types"]) == ("python", ["file"])
    assert list(HOOKS) == ["trustlint", "trustlint-fix"]


def run(entry: str, *files: str, folder: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    program, *words = shlex.split(entry)
    assert program == "trustlint"
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder.parent / "cache"), "PYTHONIOENCODING": "utf-8"}
    environment |= variables
    command = [sys.executable, "-m", "trustlint", *words, *files]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", env=environment)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A repository in which one text has a problem, and other files have words that would be one in a text."""
    folder = tmp_path / "repository"
    (folder / "replies").mkdir(parents=True)
    (folder / "replies/late.md").write_text("# Late parcel\n\nHi [Name],\n\nWe will reply shortly.\n")
    (folder / "replies/paid.md").write_text("# Paid\n\nHi [Name],\n\nYour invoice 7 is paid.\n")
    (folder / "README.md").write_text("We will reply shortly.\n")
    (folder / "package.json").write_text('{"description": "We will reply shortly."}\n')
    (folder / "broken.json").write_text('{"macros": [')
    (folder / "trustlint.yaml").write_text('sources: [{path: "replies/*.md", format: markdown}]\n')
    return folder


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_says_nothing_of_files_that_are_no_sources(hook: str, texts: Path) -> None:
    before = {path: path.read_bytes() for path in texts.iterdir() if path.is_file()}
    done = run(HOOKS[hook]["entry"], *(path.name for path in before), folder=texts)
    assert (done.returncode, done.stdout) == (0, "")
    assert "error" not in done.stderr
    assert before == {path: path.read_bytes() for path in before}


def test_files_in_chunks_are_checked_each_alone(texts: Path) -> None:
    entry = HOOKS["trustlint"]["entry"]
    one, other = (run(entry, "README.md", f"replies/{name}.md", folder=texts) for name in ("late", "paid"))
    assert (one.returncode, other.returncode) == (1, 0)
    assert one.stdout.startswith("replies/late.md:5:15: error timelines/vague-time ")
    assert one.stdout == run(entry, *map(str, texts.rglob("*.*")), folder=texts).stdout


def test_without_settings_a_hook_reads_what_a_bare_run_would(texts: Path) -> None:
    (texts / "trustlint.yaml").unlink()
    (texts / "broken.json").unlink()
    files = sorted(path.relative_to(texts).as_posix() for path in texts.rglob("*.*"))
    assert run(HOOKS["trustlint"]["entry"], *files, folder=texts).stdout == run("trustlint check", folder=texts).stdout


def test_a_file_that_is_not_there_is_said(texts: Path) -> None:
    done = run(HOOKS["trustlint"]["entry"], "replies/gone.md", folder=texts)
    assert done.returncode == 2
    assert "replies/gone.md: no such file or folder" in done.stderr


# The action


def test_inputs_never_stand_in_scripts() -> None:
    for step in STEPS:
        assert "${{" not in step["run"]
        assert "uses" not in step
        assert step["shell"] == "bash"


def test_every_input_is_taken_and_described() -> None:
    taken = " ".join(value for step in STEPS for value in step["env"].values())
    for name, input in ACTION["inputs"].items():
        assert f"inputs.{name} " in taken
        assert input["description"]
        assert "default" in input


@pytest.mark.skipif(BASH is None or os.name == "nt", reason="needs bash")
def test_lines_of_inputs_are_words_and_never_commands(tmp_path: Path) -> None:
    program = tmp_path / "trustlint"
    program.write_text('#!/bin/sh\nfor word; do echo "<$word>"; done\nexit 1\n')
    program.chmod(0o755)
    output = tmp_path / "output"
    done = subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[-1]["run"]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={
            "PATH": os.environ["PATH"],
            "TRUSTLINT_PROGRAM": str(program),
            "GITHUB_OUTPUT": str(output),
            "TRUSTLINT_PATHS": "our macros/\n\n--fix\n$(touch harm)\n`touch harm`; touch harm\n",
            "TRUSTLINT_ARGUMENTS": "--fail-on=warning\n",
            "TRUSTLINT_SARIF": 'a "b".sarif',
        },
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.splitlines() == [
        *("<check>", "<--output>", "<github>", "<--output>", '<sarif=a "b".sarif>', "<--fail-on=warning>", "<-->"),
        *("<our macros/>", "<--fix>", "<$(touch harm)>", "<`touch harm`; touch harm>"),
    ]
    assert output.read_text() == "status=1\n"
    assert not (tmp_path / "harm").exists()


@pytest.mark.skipif(BASH is None, reason="needs bash")
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["name"])
def test_scripts_parse(step: dict[str, str]) -> None:
    assert subprocess.run([str(BASH), "-n", "-c", step["run"]]).returncode == 0


# The container file


def test_the_container_file_copies_what_the_build_needs() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", read("Containerfile"), re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    assert all((ROOT / name).exists() for name in names)
    assert {"pyproject.toml", "README.md", "LICENSE", "trustlint", "rules"} <= set(names)


# What `init` writes


def test_hook_and_ci_steps_are_yaml_and_name_this_version() -> None:
    for step in (automation.HOOK, *automation.CI.values()):
        assert loaded(step.text)
        assert loaded(step.adds)
        assert f"trustlint-support=={__version__}" in step.text


def test_the_written_hook_runs_what_the_manifest_runs() -> None:
    [hook] = loaded(automation.HOOK.text)["repos"][0]["hooks"]
    assert hook["entry"] == HOOKS["trustlint"]["entry"]
    assert loaded(automation.HOOK.adds) == loaded(automation.HOOK.text)["repos"]


def test_the_workflow_may_read_and_no_more() -> None:
    workflow = loaded(automation.GITHUB)
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow[True]) == {"pull_request", "push"}, "YAML reads `on` as true"


def test_the_documentation_shows_what_is_written() -> None:
    page = read("docs/ci.md")
    for step in automation.CI.values():
        assert f"# {step.path}\n{step.text}```\n" in page
    assert automation.HOOK.text.partition("\n")[2] in page


# What a run on GitHub leaves behind


def test_only_the_output_for_github_writes_a_summary(texts: Path) -> None:
    summary = texts.parent / "summary.md"
    run("trustlint check --output concise", folder=texts, GITHUB_STEP_SUMMARY=str(summary))
    run("trustlint check --output github=log.txt", folder=texts, GITHUB_STEP_SUMMARY=str(summary))
    run("trustlint check --output github", folder=texts, GITHUB_STEP_SUMMARY="")
    assert not summary.exists()


def test_the_summary_is_added_to_what_the_job_has_said(texts: Path) -> None:
    summary = texts.parent / "summary.md"
    summary.write_text("# Build\n")
    done = run("trustlint check --output github", folder=texts, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1
    assert summary.read_text(encoding="utf-8").startswith("# Build\n## trustlint: 1 error in 1 of 2 records\n")


def test_a_summary_that_cannot_be_written_is_said(texts: Path) -> None:
    done = run("trustlint check --output github", folder=texts, GITHUB_STEP_SUMMARY=str(texts))
    assert done.returncode == 2
    assert "cannot write the job summary" in done.stderr


def test_reports_say_why_a_rule_exists(texts: Path) -> None:
    run("trustlint check --output sarif=report.sarif --output html=report.html", folder=texts)
    [described] = json.loads((texts / "report.sarif").read_text(encoding="utf-8"))["runs"][0]["tool"]["driver"]["rules"]
    why = next(rule.why for rule in chosen(Settings())[0] if rule.id == "timelines/vague-time")
    assert described["fullDescription"]["text"] == why
    assert "<b>For example:</b>" in (texts / "report.html").read_text(encoding="utf-8")
