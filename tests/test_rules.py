"""The packs that ship: silent where they must be, sound, and true to their examples."""

from pathlib import Path

import pytest

from trustlint import engine
from trustlint.checks import kind
from trustlint.config import Settings
from trustlint.examples import Lint, run_examples
from trustlint.linter import Linter
from trustlint.packs import load_pack
from trustlint.packs.words import read_lexicon
from trustlint.prose import Prose, plain_message
from trustlint.prose.lexicon import Lexicon
from trustlint.rule import Rule

ROOT = Path(__file__).resolve().parents[1]
PACKS = sorted((ROOT / "rules").glob("*.yaml"))
WORDS = sorted((ROOT / "rules" / "lexicon").glob("*.yaml"))
CLEAN = sorted((ROOT / "tests" / "clean").glob("*.txt"))


@pytest.fixture(scope="module")
def recommended() -> Linter:
    return engine.linter(Settings(cache=False))


@pytest.fixture(scope="module")
def shipped() -> tuple[list[Rule], Lint]:
    return engine.tested(Settings(packs=("all",), cache=False), whole=True)


@pytest.fixture(scope="module")
def words() -> Lexicon:
    """The language's own words, without what the packs add."""
    lexicon, errors = read_lexicon((str(path), path.read_text(encoding="utf-8")) for path in WORDS)
    assert errors == []
    return lexicon


def fired(ready: Linter, text: str) -> list[tuple[str, str]]:
    """The rules that fire on a plain text, with what they underline."""
    prose = Prose(plain_message(text, placeholders=engine.placeholders(text)), ready.lexicon)
    return [
        (rule.id, match.span.of(text))
        for number, rule in enumerate(ready.rules)
        for match in ready.matches(number, prose)
    ]


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_replies_stay_silent(path: Path, recommended: Linter) -> None:
    replies = path.read_text(encoding="utf-8").split("\n---\n")
    assert [found for reply in replies for found in fired(recommended, reply)] == []


def test_every_example_of_every_rule(shipped: tuple[list[Rule], Lint]) -> None:
    results = run_examples(*shipped)
    assert [f"{failure.rule.id}: {failure.explanation}" for failure in results.failures] == []


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_a_pack_is_sound_and_named_as_its_file(path: Path, words: Lexicon) -> None:
    pack = load_pack(path, words, strict=True)
    assert (pack.name, pack.language) == (path.stem, "en")
    assert pack.title
    assert pack.principle


def test_each_rule_says_why_and_what_instead(shipped: tuple[list[Rule], Lint]) -> None:
    silent = [rule.id for rule in shipped[0] if not (rule.why and rule.rewrite and rule.source)]
    wordy = [rule.id for rule in shipped[0] if len(rule.message) > 120]
    assert (silent, wordy) == ([], [])


def test_each_bad_example_marks_its_words(shipped: tuple[list[Rule], Lint]) -> None:
    assert [example.text for rule in shipped[0] for example in rule.bad if not example.spans] == []


def test_nearly_every_rule_can_be_skipped_by_its_literals(shipped: tuple[list[Rule], Lint]) -> None:
    """Promises are an open class: those who read them pass over texts without a sign of one themselves."""
    lexicon = engine.linter(Settings(packs=("all",), cache=False)).lexicon
    always = {
        rule.id
        for rule in shipped[0]
        if rule.check not in ("commitment", "policy") and kind(rule.check).anchors(rule, lexicon) is None
    }
    assert always <= {"timelines/unfilled-placeholder"}
