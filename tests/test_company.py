"""What the settings say about the company."""

from pathlib import Path

import pytest

from trustlint import check_text
from trustlint.errors import ConfigError


def settings(folder: Path, zones: str) -> Path:
    path = folder / "trustlint.yaml"
    path.write_text(f"zones: {zones}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("zones", ["[Europe/London]", "[UTC, America/New_York]", "Europe/Paris", "[]"])
def test_zones_that_there_are(zones: str, tmp_path: Path) -> None:
    assert check_text("Thank you.", config=settings(tmp_path, zones)) == []


@pytest.mark.parametrize(
    ("zones", "column", "hint"),
    [
        ("[Europe/Lodnon]", 9, "did you mean `Europe/London`?"),
        ("[Europe/London, america/new_yorc]", 24, "did you mean `America/New_York`?"),
        ("[../zone, Europe/London]", 9, "zones are named like Europe/London"),
    ],
)
def test_a_zone_that_there_is_none_of(zones: str, column: int, hint: str, tmp_path: Path) -> None:
    path = settings(tmp_path, zones)
    with pytest.raises(ConfigError, match="there is no time zone") as caught:
        check_text("Thank you.", config=path)
    assert (caught.value.line, caught.value.column, caught.value.hint) == (1, column, hint)
