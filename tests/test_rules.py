"""The packs that ship: sound, and true to their examples."""

from pathlib import Path

import pytest

from trustlint import engine
from trustlint.checks import kind
from trustlint.config import Settings
from trustlint.examples import Lint, run_examples
from trustlint.packs import load_pack
from trustlint.packs.words import read_lexicon
from trustlint.prose import Prose, plain_message
from trustlint.prose.commitments import needs_date
from trustlint.prose.lexicon import Lexicon
from trustlint.rule import Rule

ROOT = Path(__file__).resolve().parents[1]
PACKS = sorted((ROOT / "rules").glob("*.yaml"))
WORDS = sorted((ROOT / "rules" / "lexicon").glob("*.yaml"))


@pytest.fixture(scope="module")
def shipped() -> tuple[list[Rule], Lint]:
    return engine.tested(Settings(packs=("all",), cache=False), whole=True)


@pytest.fixture(scope="module")
def words() -> Lexicon:
    """The language's own words, without what the packs add."""
    lexicon, errors = read_lexicon((str(path), path.read_text(encoding="utf-8")) for path in WORDS)
    assert errors == []
    return lexicon


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
    """Promises are an open class: those who read them pass over texts without a sign of one themselves.

    So are dates that are over and what a whole library says, which are made of promises and times; placeholders are
    found before rules run.
    """
    lexicon = engine.linter(Settings(packs=("all",), cache=False)).lexicon
    always = {
        rule.id
        for rule in shipped[0]
        if rule.check not in ("commitment", "policy", "contradiction", "deadline", "date", "placeholder")
        and rule.state != "opt-in"
        and kind(rule.check).anchors(rule, lexicon) is None
    }
    assert always <= {"timelines/unfilled-placeholder"}


UNDATED = (
    "We'll write to you.",
    "We'll write to you soon.",
    "We'll write to you before the fair opens.",
    "We'll write to you after the fair.",
    "We'll write to you once the fair is over.",
    "We're going through your letter.",
    "We'll look at your letter right away.",
    "I've passed your case to our loans desk.",
    "Your letter is being translated.",
    "You will be phoned by our choirmaster.",
    "The courier will phone you before he comes.",
    "More news soon.",
    "I'm doing my best to find the ring.",
)


def test_a_promise_without_a_date_is_always_somebodys_business() -> None:
    """Between them the rules on timelines leave no gap: whatever lacks a date is reported by one of them."""
    ready = engine.linter(Settings(cache=False))
    for text in UNDATED:
        prose = Prose(plain_message(text), ready.lexicon)
        assert [needs_date(each) for each in prose.commitments] == [True], text
        assert len([rule.id for number, rule in enumerate(ready.rules) for _ in ready.matches(number, prose)]) == 1, (
            text
        )
