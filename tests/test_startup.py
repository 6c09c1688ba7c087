"""Nothing heavy is imported before it is needed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from trustlint.cli import COMMANDS

HEAVY = ("rich", "yaml", "regex", "pathspec", "asyncio", "multiprocessing", "importlib.metadata", "jsonschema")


def loaded(arguments: list[str], cache: Path, stdin: str = "") -> set[str]:
    """The modules that a command line has imported by its end."""
    program = (
        "import sys\n"
        "from trustlint.__main__ import run\n"
        f"status = run({arguments!r})\n"
        "print('\\n'.join(sorted(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def of_python() -> set[str]:
    """The modules that this Python imports by itself, and for what is installed beside trustlint."""
    program = [sys.executable, "-c", "import sys; print(*sys.modules)"]
    return set(subprocess.run(program, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"]], ids=" ".join)
def test_version_and_help_import_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    assert not loaded(arguments, tmp_path).intersection(HEAVY)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_works(command: str, tmp_path: Path) -> None:
    assert not loaded([command, "--help"], tmp_path).intersection({"rich", "yaml"})


def test_a_warm_check_reads_no_yaml_and_draws_nothing(tmp_path: Path) -> None:
    arguments = ["check", "--output", "concise", "--input-format", "text", "--fail-on", "never", "-"]
    text = "Hi Ana,\n\nWe'll send the label by Friday 4 July."
    loaded(arguments, tmp_path, text)
    assert not loaded(arguments, tmp_path, text).intersection({"rich", "yaml", "pathspec"})


ANNOTATING = {"typing", "re", "enum", "functools", "collections", "contextlib", "fnmatch"}
LINTING = {"regex", "ahocorasick_rs", "trustlint.engine", "trustlint.linter", "trustlint.prose"}
STARTING = {"click", "rich", "yaml", "pathspec", "dataclasses", "inspect", "hashlib"}


@pytest.mark.parametrize("output", ["concise", "rich"])
def test_what_is_known_of_a_file_needs_nothing_that_lints(output: str, tmp_path: Path) -> None:
    text = "Hi Ana,\n\nWe'll reply shortly."
    arguments = ["check", "--isolated", "--output", output, "--fail-on", "never", "-"]
    for _ in range(2):
        loaded(arguments, tmp_path, text)
    known = loaded(arguments, tmp_path, text)
    assert not known.intersection(STARTING | LINTING)
    assert not (known - of_python()).intersection(ANNOTATING)


def test_a_changed_text_needs_nothing_that_compiles(tmp_path: Path) -> None:
    """What its words ask for was compiled before: the engine of `regex` is enough."""
    arguments = ["check", "--isolated", "--output", "concise", "--input-format", "text", "--fail-on", "never", "-"]
    for name in ("Ana", "Ben"):
        known = loaded(arguments, tmp_path, f"Hi {name},\n\nWe'll reply shortly.")
    assert "regex._regex" in known
    assert not known.intersection(STARTING | {"regex", "regex._regex_core", "calendar", "datetime", "threading"})
    assert not (known - of_python()).intersection(ANNOTATING)


def test_version_needs_no_parser(tmp_path: Path) -> None:
    needed = loaded(["--version"], tmp_path)
    assert not needed.intersection(STARTING | LINTING)
    assert not (needed - of_python()).intersection(ANNOTATING)
