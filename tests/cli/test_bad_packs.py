"""Rule packs that are wrong or hostile."""

from collections.abc import Callable
from pathlib import Path

import pytest

from trustlint import engine

Cli = Callable[..., tuple[int, str, str]]

RULE = """\
pack: house
rules:
  - id: late
    check: existence
    severity: error
    message: Late.
    phrases: [late]
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("existence", "existense", "4:12: `check` is “existense”, and can be"),
        ("phrases", "phrase", "7:5: unknown key `phrase` in"),
        ("severity: error", "severity: bad", "5:15: `severity` is “bad”, and can be"),
        ("phrases: [late]", "patterns: ['(late']", "7:"),
        ("id: late", "id: Too Late", "3:9: `id` is “Too Late”, and must be kebab-case"),
        ("    message: Late.\n", "", "3:5: "),
        ("pack: house", "pack: house\npack: mine", "2:1: `pack` is given twice"),
        ("[late]", "[late", "8:1: this is not YAML"),
    ],
    ids=["kind", "key", "severity", "pattern", "id", "no message", "twice", "YAML"],
)
def test_a_broken_pack_is_told_with_its_line(cli: Cli, folder: Path, old: str, new: str, said: str) -> None:
    (folder / "house.yaml").write_text(RULE.replace(old, new))
    status, out, err = cli("check", "--pack", "house.yaml", "ok.txt")
    assert (status, out) == (2, "")
    assert err.startswith(f"trustlint: house.yaml:{said}")


def test_a_pack_that_is_no_pack(cli: Cli, folder: Path) -> None:
    (folder / "house.yaml").write_text("- a\n- b\n")
    status, _, err = cli("check", "--pack", "house.yaml", "ok.txt")
    assert status == 2
    assert err.startswith("trustlint: house.yaml")


def test_a_folder_without_packs(cli: Cli, folder: Path) -> None:
    (folder / "house").mkdir()
    said = "trustlint: ./house: there is no rule pack in ./house (packs end in .yaml or .yml)\n"
    assert cli("check", "--pack", "./house", "ok.txt") == (2, "", said)


def test_a_pattern_that_never_ends_is_stopped_and_the_rest_is_reported(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATTERN_SECONDS", 0.05)
    (folder / "house.yaml").write_text(RULE.replace("phrases: [late]", r"patterns: ['(?:\w|\w\w|\w+)+\d$']"))
    (folder / "long.txt").write_text("w" * 60 + "!")
    status, out, err = cli(
        "check", "--output", "concise", "--pack", "recommended", "--pack", "house.yaml", "long.txt", "ok.txt"
    )
    assert status == 2
    assert "ok.txt:1:15: error timelines/vague-time" in out
    assert err == (
        "trustlint: house.yaml:3: house/late was stopped after 0.05 seconds on text 'long' in long.txt"
        " (one of its patterns backtracks without end)\n"
    )


def test_a_pattern_that_would_fill_memory_is_refused(cli: Cli, folder: Path) -> None:
    (folder / "house.yaml").write_text(RULE.replace("phrases: [late]", "patterns: ['((a{999}){999}){999}']"))
    status, _, err = cli("check", "--pack", "house.yaml", "ok.txt")
    assert status == 2
    assert err.startswith("trustlint: house.yaml:7:")


def test_yaml_that_would_run_code_does_not(cli: Cli, folder: Path) -> None:
    (folder / "house.yaml").write_text(RULE.replace("Late.", "!!python/object/apply:os.mkdir [hacked]"))
    assert cli("check", "--pack", "house.yaml", "ok.txt")[0] == 2
    assert not (folder / "hacked").exists()
