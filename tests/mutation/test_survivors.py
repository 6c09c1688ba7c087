"""What no example needs: found, with its line, and nothing else."""

from pathlib import Path

import pytest

from trustlint import engine
from trustlint.config import Settings
from trustlint.mutation.survivors import survivors
from trustlint.mutation.telling import gathered

PACK = """\
pack: tea
rules:
  - id: soon
    check: existence
    severity: error
    message: "{match}"
    where: {negated: false}
    patterns:
      - '\\bin (?P<mark>(?:very )?(?:a while|a bit|no time)(?! at all))\\b'
    unless: ['\\biced\\b']
    bad:
      - The tea comes in «very a while».
      - Tea in «a bit».
      - Tea in «no time».
    good:
      - It won't be there in a bit.
      - Iced tea in a bit.
      - Tea in no time at all.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tea.yaml"


def told(path: Path, text: str = PACK) -> list[tuple[int, str]]:
    path.write_text(text)
    rules, lint = engine.tested(Settings(packs=(str(path),), cache=False), whole=False)
    return list(gathered(survivors(rules, lint)))


def without(example: str) -> str:
    assert PACK.count(example) == 1
    return PACK.replace(f"      - {example}\n", "")


def test_nothing_when_all_is_needed(path: Path) -> None:
    assert told(path) == []


def test_a_filter(path: Path) -> None:
    assert told(path, without("It won't be there in a bit.")) == [(7, "no example needs “negated: false” in `where`")]


def test_an_unless(path: Path) -> None:
    (found,) = told(path, without("Iced tea in a bit."))
    assert found == (10, r"no example needs “\biced\b” in `unless`")


def test_a_condition_beside_the_words(path: Path) -> None:
    assert told(path, without("Tea in no time at all.")) == [
        (9, "no example needs “(?! at all)” in `patterns`"),
    ]


def test_an_optional_part(path: Path) -> None:
    assert told(path, PACK.replace("«very a while»", "«a while»")) == [
        (9, "no example needs “(?:very )?” in `patterns`")
    ]


def test_one_example_is_enough_for_a_list_of_words(path: Path) -> None:
    assert told(path, without("Tea in «no time».").replace("in no time at all", "in a bit at all")) == []


def test_a_list_that_nothing_shows(path: Path) -> None:
    text = PACK.replace("in (?P<mark>", "in(?: just| yet)? (?P<mark>")
    assert told(path, text) == [
        (9, "no example needs any of the 2 plain words of “(?: just| yet)” in `patterns`"),
        (9, "no example needs “(?: just| yet)?” in `patterns`"),
    ]


def test_examples_that_are_wrong_show_nothing(path: Path) -> None:
    assert told(path, PACK.replace("Tea in «a bit».", "Tea in «a minute».")) == []


def test_settings_of_a_check(path: Path) -> None:
    text = """\
pack: tea
rules:
  - id: undated
    check: commitment
    severity: error
    message: "{match}"
    time: [none, vague]
    needs-date: true
    bad: [We will «write to you», «We will write to you»., "«We'll send you the key»."]
    good: [You will write., We have written., Write to us.]
""".replace("We will «write to you», ", "")
    found = told(path, text)
    assert (7, "no example needs “vague” in `time`") in found
    assert (8, "no example needs `needs-date`") in found
