"""Settings files that are wrong: every mistake with its line, what was meant, and status 2 before a file is checked."""

from collections.abc import Callable
from pathlib import Path

import pytest

Cli = Callable[..., tuple[int, str, str]]

FORMAT = "formats:\n  ours:\n    containers: [json]\n    fields: [{text: body}]\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("fail-no: error", "1:1: unknown key `fail-no` in trustlint.yaml (did you mean `fail-on`?)"),
        ("colour: true", "1:1: unknown key `colour` in trustlint.yaml"),
        (
            "packs: [all]\nfail-on: warn",
            "2:10: `fail-on` is “warn”, and can be `error`, `warning`, `suggestion` or `never` (did you mean",
        ),
        ("fail-on: error\nfail-on: never", "2:1: `fail-on` is given twice"),
        (
            "packs: recommended",
            "1:8: `packs` must be a list, not “recommended” (begin each entry with `- `, or use [a, b])",
        ),
        ("packs: []", "1:8: `packs` is empty"),
        ("include-inactive: perhaps", "1:19: `include-inactive` must be true or false, not “perhaps”"),
        ("sources: [{format: text}]", "1:11: sources[0] has no `path`"),
        ("sources:\n- {path: a, fromat: text}", "2:13: unknown key `fromat` in sources[0] (did you mean `format`?)"),
        (
            "rules: {timelines/vague-time: eror}",
            "1:31: `timelines/vague-time` is “eror”, and can be `error`, `warning`, `suggestion` or `off` (did you",
        ),
        ("overrides: [{path: a}]", "1:13: overrides[0] has no `rules`"),
        ("just words", "1: this is not a settings file (write `key: value` lines)"),
        ("packs:\n\t- all", "2:1: this is not YAML: while scanning for the next token found character"),
        ("a: [1, 2", "1:1: this is not YAML: while parsing a flow sequence"),
    ],
    ids=lambda value: value.split("\n")[0] if ": " not in value[:5] else "",
)
def test_what_is_not_settings(cli: Cli, folder: Path, content: str, said: str) -> None:
    (folder / "trustlint.yaml").write_text(content)
    status, out, err = cli("check", "ok.txt")
    assert (status, out) == (2, "")
    assert err.startswith(f"trustlint: trustlint.yaml:{said}")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "rules:\n  timelines/vague-tim: error",
            "2:3: rules: there is no rule 'timelines/vague-tim' (did you mean 'timelines/vague-time'?)",
        ),
        (
            "overrides:\n- path: drafts\n  rules: {vague-time: off}",
            "3:11: rules: there is no rule 'vague-time' (did you mean 'timelines/vague-time'?)",
        ),
        (
            "packs: [recommended, timeline]",
            "1:22: there is no rule pack called “timeline”, and no such file (did you mean `timelines`?)",
        ),
        ("packs: [./house.yaml]", "1:9: there is no rule pack called “./house.yaml”, and no such file"),
        (
            "sources:\n- path: ok.txt\n  format: tekst",
            "3:3: there is no input format `tekst` (did you mean text?)",
        ),
    ],
    ids=["rule", "rule in overrides", "pack", "pack by path", "format"],
)
def test_names_that_do_not_exist(cli: Cli, folder: Path, content: str, said: str) -> None:
    (folder / "trustlint.yaml").write_text(content)
    status, out, err = cli("check", "ok.txt")
    assert (status, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("formats: {ours: {fields: [{text: body}]}}", "1:17: ours has no `containers`"),
        (FORMAT.replace("json", "jsn"), "3:18: `containers[0]` is “jsn”, and can be"),
        (FORMAT.replace("fields", "feilds"), "4:5: unknown key `feilds` in ours (did you mean `fields`?)"),
        (FORMAT.replace("{text: body}", ""), "2:3: format `ours` has no `fields`: nothing would be read"),
        (FORMAT.replace("body", "'a[[b'"), "4:15: format `ours` cannot be followed: `a[[b` is not a route"),
        (FORMAT + "    records: 'x['\n", "5:5: format `ours` cannot be followed: `x[` is not a route"),
        (FORMAT + "    placeholders: liqid\n", "5:5: there is no placeholder syntax `liqid` (did you mean `liquid`?)"),
        (FORMAT + "    markup: markdwon\n", "5:13: `markup` is “markdwon”, and can be"),
    ],
    ids=["no container", "container", "key", "no fields", "route of a text", "route of records", "syntax", "markup"],
)
def test_descriptions_of_formats_are_checked_before_a_file_needs_them(
    cli: Cli, folder: Path, content: str, said: str
) -> None:
    (folder / "trustlint.yaml").write_text(content)
    status, out, err = cli("check", "ok.txt")
    assert (status, out) == (2, "")
    assert err.startswith(f"trustlint: trustlint.yaml:{said}")


def test_all_mistakes_are_told_at_once(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").write_text("fail-no: error\nmin-confidence: mid\n")
    status, _, err = cli("check", "ok.txt")
    assert status == 2
    assert "trustlint.yaml:1:1: " in err
    assert "trustlint.yaml:2:17: " in err


def test_not_utf_8(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").write_bytes("# café\n".encode("cp1252"))
    assert cli("check", "ok.txt") == (2, "", "trustlint: trustlint.yaml: is not UTF-8 (byte 5) (save it as UTF-8)\n")


def test_a_mistake_in_a_cached_file_that_was_right_before_is_told(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").write_text("fail-on: never\n")
    assert cli("check", "ok.txt")[0] == 0
    assert cli("check", "ok.txt")[0] == 0
    (folder / "trustlint.yaml").write_text("fail-on: nevr\n")
    assert cli("check", "ok.txt")[0] == 2


def test_isolated_looks_at_no_settings_file(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").write_text("nonsense: [")
    assert cli("check", "--isolated", "ok.txt")[0] == 1


def test_a_folder_called_trustlint_yaml_is_passed_over(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").mkdir()
    assert cli("check", "ok.txt")[0] == 1


def test_a_folder_as_settings_file(cli: Cli, folder: Path) -> None:
    (folder / "conf").mkdir()
    said = "trustlint: conf: cannot be read: Is a directory\n"
    assert cli("check", "--config", "conf", "ok.txt") == (2, "", said)
