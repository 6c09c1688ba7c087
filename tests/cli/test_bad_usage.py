"""Command lines that ask for what does not exist or does not fit: one line that says what was meant, status 2."""

from collections.abc import Callable
from pathlib import Path

import pytest

Cli = Callable[..., tuple[int, str, str]]
FOUND = "ok.txt:1:15: error timelines/vague-time “shortly” gives no date. Name one."
NOTHING = (
    "trustlint: nothing to check: looked at {} and found no text that a customer receives"
    " (`trustlint inspect FILE` says why; --allow-empty accepts it)\n"
)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--input-format", "zendesk-macro"],
            "there is no input format `zendesk-macro` (did you mean zendesk-macros?)",
        ),
        (["--output", "sarf"], "there is no output 'sarf' (did you mean `sarif`?)"),
        (["--output", "json="], "--output json=: the file name is missing"),
        (
            ["--output", "json", "--output", "sarif"],
            "two outputs go to standard output (give one a file: --output json=report.json)",
        ),
        (
            ["--output", "json=a", "--output", "sarif=a"],
            "two outputs go to a (give one a file: --output json=report.json)",
        ),
        (
            ["--select", "timelines/vague-tim"],
            "--select: there is no rule 'timelines/vague-tim' (did you mean 'timelines/vague-time'?)",
        ),
        (["--select", "xyz*"], "--select: there is no rule 'xyz*' (`trustlint rules` lists them)"),
        (
            ["--ignore", "vague-time"],
            "--ignore: there is no rule 'vague-time' (did you mean 'timelines/vague-time'?)",
        ),
        (
            ["--pack", "timeline"],
            "there is no rule pack called “timeline”, and no such file (did you mean `timelines`?)",
        ),
        (["--config", "mine.yaml"], "mine.yaml: there is no such settings file"),
        (["--today", "yesterday"], "--today: 'yesterday' is no date (write it like 2026-11-21)"),
        (["--files-from", "list"], "list: cannot read the list of files: No such file or directory"),
        (
            ["--files-from", "-", "-"],
            "standard input cannot be both a text to check and a list of files",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_options_that_ask_for_what_is_not_there(cli: Cli, arguments: list[str], said: str) -> None:
    assert cli("check", *arguments, "ok.txt") == (2, "", f"trustlint: {said}\n")


def test_unknown_option(cli: Cli) -> None:
    status, _, err = cli("check", "--sellect", "timelines", "ok.txt")
    assert status == 2
    assert "--sellect" in err
    assert "--select" in err
    assert err.rstrip().endswith("(`trustlint check --help` lists the options)")


def test_value_that_an_option_does_not_take(cli: Cli) -> None:
    status, _, err = cli("check", "--fail-on", "warn", "ok.txt")
    assert status == 2
    assert "'warn' is not one of 'error', 'warning', 'suggestion', 'never'" in err


def test_command_that_is_spelt_wrong(cli: Cli) -> None:
    status, out, err = cli("chek", "--output", "concise", "ok.txt")
    assert (status, err) == (2, "trustlint: chek: no such file or folder (did you mean `check`?)\n")
    assert FOUND in out


@pytest.mark.parametrize("command", ["explain", "inspect", "promises", "rules", "test", "config"])
def test_every_command_says_what_it_cannot_find(cli: Cli, command: str) -> None:
    arguments = {
        "explain": ["timelines/vague-tim"],
        "test": ["nowhere"],
        "rules": ["--select", "nope"],
        "config": ["--config", "nope"],
    }
    status, out, err = cli(command, *arguments.get(command, ["nowhere.json"]))
    assert status == 2
    assert "no such" in out + err or "there is no" in out + err


def test_explain_says_which_rule_was_meant(cli: Cli) -> None:
    said = "there is no rule 'vague-tim' (did you mean `timelines/vague-time`?)"
    assert cli("explain", "vague-tim") == (2, "", f"trustlint: {said}\n")


def test_report_that_cannot_be_written(cli: Cli, folder: Path) -> None:
    status, _, err = cli("check", "--output", "json=no/such/report.json", "ok.txt")
    assert (status, err) == (
        2,
        "trustlint: no/such/report.json: cannot write the report: No such file or directory\n",
    )
    (folder / "taken").mkdir()
    status, _, err = cli("check", "--output", "json=taken", "ok.txt")
    assert (status, err) == (2, "trustlint: taken: cannot write the report: Is a directory\n")


def test_a_list_of_files_that_is_no_list(cli: Cli, folder: Path) -> None:
    (folder / "list").write_bytes(b"a.txt\0b.txt\0")
    said = "list: is no list of files: it has a NUL byte (write one path on each line)"
    assert cli("check", "--files-from", "list") == (2, "", f"trustlint: {said}\n")


def test_missing_file_in_a_list_of_files(cli: Cli, folder: Path) -> None:
    (folder / "list").write_text("gone.txt\r\n\nok.txt\r\n")
    status, out, err = cli("check", "--output", "concise", "--files-from", "list")
    assert (status, err) == (2, "trustlint: gone.txt: no such file or folder\n")
    assert FOUND in out


@pytest.mark.parametrize("content", ["", " \n\n"], ids=["nothing", "white space"])
def test_standard_input_that_is_empty(cli: Cli, content: str) -> None:
    assert cli("check", "-", stdin=content.encode()) == (2, "", NOTHING.format("1 file"))


def test_standard_input_of_no_known_format(cli: Cli) -> None:
    status, _, err = cli("check", "-", stdin=b'{"name": "left-pad"}')
    assert status == 2
    assert err.startswith("trustlint: <stdin>: no")
    assert "(name its format with --input-format, or describe it under `formats:` in trustlint.yaml)" in err


def test_standard_input_that_is_binary(cli: Cli) -> None:
    status, _, err = cli("check", "--stdin-filename", "macros.json", "-", stdin=b"PK\x03\x04")
    assert (status, err) == (2, "trustlint: macros.json: is a zip archive, not text (unpack it first)\n")


@pytest.mark.parametrize("content", ["", " \n\n"], ids=["nothing", "white space"])
def test_a_text_that_is_empty(cli: Cli, folder: Path, content: str) -> None:
    (folder / "a.txt").write_text(content)
    assert cli("check", "a.txt") == (2, "", NOTHING.format("1 file"))
    assert cli("check", "--allow-empty", "a.txt")[0] == 0


def test_a_folder_without_texts(cli: Cli, folder: Path) -> None:
    (folder / "src").mkdir()
    (folder / "src/main.py").write_text("print('We will reply shortly')")
    (folder / "src/shot.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    assert cli("check", "src") == (2, "", NOTHING.format("2 files"))
    assert cli("check", "--allow-empty", "src") == (0, "", "")


def test_an_empty_list_of_files_is_not_the_working_directory(cli: Cli) -> None:
    assert cli("check", "--files-from", "-") == (2, "", NOTHING.format("0 files"))
    assert cli("check", "--allow-empty", "--files-from", "-") == (0, "", "")
