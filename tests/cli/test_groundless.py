"""Rules that go by a setting say nothing without it, whatever asks for them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Cli = Callable[..., Any]

MACROS = """\
{"macros": [
 {"id": 1, "title": "Hello", "active": true, "actions": [{"field": "comment_value", "value": "TEXT"}]}
]}
"""


@pytest.fixture(autouse=True)
def _macros(folder: Path) -> None:
    (folder / "macros.json").write_text(MACROS.replace("TEXT", "Our team is here for you 24/7. We reply in 1 hour."))


@pytest.mark.parametrize("asked", ["consistency", "consistency/*"])
def test_a_pack_that_is_selected_brings_no_hours_and_no_promises_of_its_own(cli: Cli, asked: str) -> None:
    assert cli("check", "--select", asked, "macros.json") == (0, "", "")


def test_a_severity_is_no_setting(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").write_text("rules: {consistency/sooner-than-kept: error}\n")
    assert cli("check", "macros.json") == (0, "", "")


def test_a_rule_that_is_asked_for_by_name_says_what_it_needs(cli: Cli) -> None:
    said = "--select: consistency/round-the-clock has nothing to go by (set `hours` in trustlint.yaml)"
    assert cli("check", "--select", "consistency/round-the-clock", "macros.json") == (2, "", f"trustlint: {said}\n")


def test_what_never_ends_is_told_once(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").write_text("hours: Mon-Fri 09:00-17:30\n")
    assert [line.split()[2] for line in cli("check", "macros.json").out.splitlines()] == ["consistency/round-the-clock"]


def test_explain_says_how_a_rule_is_brought_to_run(cli: Cli) -> None:
    waits = cli("explain", "consistency/round-the-clock").out
    assert "does not run with these settings: it needs `hours` in trustlint.yaml" in waits
    assert "Switch it" not in waits
    optional = cli("explain", "respect/readability").out
    assert "it must be asked for" in optional
    assert "Switch it on\n  in trustlint.yaml:  rules: {respect/readability: suggestion}" in optional


def test_a_policy_that_is_not_there(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").write_text("fail-on: error\npolicy: promises.yaml\n")
    said = "trustlint.yaml:2:1: `policy`: there is no file promises.yaml (paths are taken from the settings file)"
    assert cli("check", "macros.json") == (2, "", f"trustlint: {said}\n")


def test_config_shows_every_setting(cli: Cli, folder: Path) -> None:
    (folder / "trustlint.yaml").write_text(
        "hours: Mon-Fri 09:00-17:30\nzones: [Europe/London]\nplaceholders: [order.*]\n"
    )
    rows = {line.split()[0]: line.split() for line in cli("config").out.splitlines()[2:]}
    assert [rows[key][-1] for key in ("hours", "zones", "placeholders", "policy")] == [
        *(f"trustlint.yaml:{line}" for line in (1, 2, 3)), "default",
    ]  # fmt: skip
