"""What no example needs of the words that rules share."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from trustlint.mutation.needs import Needs
from trustlint.mutation.telling import gathered
from trustlint.mutation.terms import terms
from trustlint.packs import load_pack
from trustlint.packs.words import read_lexicon

PACK = r"""
pack: tea
rules:
  - id: soon
    check: existence
    severity: error
    message: "{match}"
    patterns: ['{we-pour} \bsoon\b']
    bad: ["We'll «pour tea soon».", We «stir cocoa soon».]
    good: [We pour tea soon-ish.]
  - id: kindly
    check: existence
    severity: error
    message: "{match}"
    patterns: ['\bkindly {pour}']
    unless: ['{drink} for']
    bad: [We «kindly fill up».]
    good: [We kindly fill up your tea for you.]
"""
LEXICON = r"""
language: en
words:
  drink:
    - tea
    - cocoa
patterns:
  pour:
    - '\b(?:pour|stir)\b'
    - '\bfill(?: up)?'
  we-pour: '{pour} {drink}(?! soon-)'
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def told(folder: Path, pack: str = PACK, words: str = LEXICON) -> Mapping[str, list[tuple[int, str]]]:
    """Lines and words of what no example needs, by the name that holds it."""
    path = folder / "tea.yaml"
    path.write_text(pack)
    lexicon, errors = read_lexicon([("en.yaml", words)])
    assert errors == []
    needs = Needs(load_pack(path, lexicon).rules, lexicon)
    found = {term.name: list(gathered(needs.survivors(term))) for term in terms(words, "en.yaml")}
    return {name: lines for name, lines in found.items() if lines}


class TestNothing:
    def test_when_all_is_needed(self, folder: Path) -> None:
        assert told(folder) == {}

    def test_one_example_of_one_rule_is_enough(self, folder: Path) -> None:
        """`pour` and `stir` are for the one rule, `fill` is for the other, which says it without a drink."""
        assert told(folder, PACK.replace("«stir cocoa soon»", "«stir tea soon»")) == {}

    def test_one_word_of_a_class_is_enough(self, folder: Path) -> None:
        assert told(folder, words=LEXICON.replace("- cocoa", "- cocoa\n    - coffee\n    - hot milk")) == {}

    def test_a_class_of_one_word_cannot_lose_it(self, folder: Path) -> None:
        words = LEXICON.replace("    - cocoa\n", "")
        assert told(folder, PACK.replace("cocoa", "tea"), words) == {}


class TestFound:
    def test_an_entry(self, folder: Path) -> None:
        words = LEXICON.replace(r"    - '\bfill", r"    - '\bspill'" + "\n" + r"    - '\bfill")
        assert told(folder, words=words) == {"pour": [(10, r"no example needs “\bspill” in `pour`")]}

    def test_an_optional_part(self, folder: Path) -> None:
        assert told(folder, PACK.replace("fill up", "fill")) == {
            "pour": [(10, "no example needs “(?: up)?” in `pour`")]
        }

    def test_what_no_rule_needs_is_found_though_it_occurs(self, folder: Path) -> None:
        """`soon-` stands in no example any more; `(?: up)` in one that another rule reads."""
        pack = PACK.replace("We pour tea soon-ish.", "We fill up soon.").replace("fill up»", "fill» up")
        found = told(folder, pack.replace("«kindly fill» up", "«kindly fill»"))
        assert found["we-pour"] == [(11, "no example needs “(?! soon-)” in `we-pour`")]
        assert found["pour"] == [(10, "no example needs “(?: up)?” in `pour`")]

    def test_a_class_of_words(self, folder: Path) -> None:
        words = LEXICON.replace("cocoa", "cocoa\n  cup: [mug, glass]").replace("(?! soon-)", "(?: {cup})?(?! soon-)")
        assert told(folder, words=words) == {
            "cup": [(7, "no example needs any of the 2 plain words in `cup`")],
            "we-pour": [(12, "no example needs “(?: {cup})?” in `we-pour`")],
        }

    def test_a_name_that_no_rule_uses(self, folder: Path) -> None:
        assert told(folder, words=LEXICON + "  cold: '{drink} on ice'\n") == {
            "cold": [(12, "no example needs `cold`")],
        }

    def test_examples_that_are_wrong_show_nothing(self, folder: Path) -> None:
        found = told(folder, PACK.replace("«stir cocoa soon»", "«stir cocoa now»"))
        assert found["we-pour"] == [(11, "no example needs `we-pour`")]


def test_classes_that_code_asks_for(folder: Path) -> None:
    path = folder / "tea.yaml"
    path.write_text(PACK.replace("message:", "where: {voice: us}\n    message:"))
    lexicon, _ = read_lexicon([("en.yaml", LEXICON)])
    asked = Needs(load_pack(path, lexicon).rules, lexicon).asked_by_code
    assert "role" in asked
    assert "drink" not in asked
