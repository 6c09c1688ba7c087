"""Good replies stay silent: 390 of them, from many trades, with the default rules on a fixed day."""

from datetime import date
from pathlib import Path

import pytest

from trustlint import engine
from trustlint.checks import Match
from trustlint.config import Settings
from trustlint.examples import placeholders
from trustlint.linter import Linter
from trustlint.prose import Prose, plain_message

CLEAN = sorted((Path(__file__).parent / "clean").glob("*.txt"))
TODAY = date(2027, 3, 8)


@pytest.fixture(scope="module")
def default_rules() -> Linter:
    return engine.linter(Settings(cache=False, today=TODAY))


def replies(path: Path) -> list[tuple[str, str]]:
    """Titles and texts: replies are parted by `---` and begin with `# title`."""
    blocks = path.read_text(encoding="utf-8").split("\n---\n")
    return [
        (title.removeprefix("# "), text) for title, _, text in (block.strip("\n").partition("\n") for block in blocks)
    ]


def complaints(ready: Linter, text: str) -> list[str]:
    """What the rules say of a text, placeholders read as in a plain text."""
    prose = Prose(plain_message(text, placeholders=placeholders(text)), ready.lexicon)
    return [
        f"{rule.id}: {match.span.of(text)!r}"
        for number, rule in enumerate(ready.rules)
        for match in ready.matches(number, prose)
        if isinstance(match, Match)
    ]


def test_a_faulty_reply_would_be_heard(default_rules: Linter) -> None:
    assert complaints(default_rules, "We will call you soon.") == ["timelines/vague-time: 'soon'"]


def test_there_are_enough_of_them() -> None:
    assert sum(len(replies(path)) for path in CLEAN) >= 390


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_replies_stay_silent(path: Path, default_rules: Linter) -> None:
    heard = [f"{title}: {said}" for title, text in replies(path) for said in complaints(default_rules, text)]
    assert heard == []
