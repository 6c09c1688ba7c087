"""`trustlint config`: what is in force, and where it comes from."""

import json
from collections.abc import Callable
from pathlib import Path

Cli = Callable[..., tuple[int, str, str]]


def row(out: str, key: str) -> list[str]:
    return next(line.split() for line in out.splitlines() if line.startswith(key))


def test_without_a_file_all_is_default(cli: Cli) -> None:
    status, out, err = cli("config")
    assert (status, err) == (0, "")
    assert out.startswith("settings file: none")
    assert row(out, "packs") == ["packs", "[recommended]", "default"]


def test_origins(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").write_text("packs: [all]\n\nfail-on: never\nrules:\n  timelines: off\n")
    _, out, _ = cli("config", "--select", "respect", "--pack", "timelines")
    assert row(out, "fail-on") == ["fail-on", "never", "trustlint.yaml:3"]
    assert row(out, "packs") == ["packs", "[timelines]", "command", "line"]
    assert row(out, "--select") == ["--select", "[respect]", "command", "line"]
    assert row(out, "rules")[-1] == "trustlint.yaml:4"


def test_isolated(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").write_text("fail-on: never\n")
    assert row(cli("config", "--isolated")[1], "fail-on") == ["fail-on", "error", "default"]


def test_the_schema_is_printed(cli: Cli) -> None:
    assert json.loads(cli("config", "--schema")[1])["title"] == "trustlint.yaml"
