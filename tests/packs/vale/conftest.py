"""Rule files written to Vale's documented syntax, and what they find in a text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from trustlint.cache import Cache
from trustlint.examples import placeholders
from trustlint.linter import Linter, around, diagnostic
from trustlint.packs import Packs, select
from trustlint.prose import Prose, plain_message

Style = Callable[..., Packs]

CACHE = Cache(None)
"""Nothing is kept, but the packs that ship are read once."""


@pytest.fixture
def style(tmp_path: Path) -> Style:
    """The packs of a style folder `House` with these rule files."""

    def style(**rules: str) -> Packs:
        folder = tmp_path / "styles" / "House"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in rules.items():
            (folder / f"{name}.yml").write_text(text, encoding="utf-8")
        return select([str(folder)], CACHE)

    return style


def found(packs: Packs, text: str, role: str = "body") -> list[tuple[str, str]]:
    """The underlined words and the message of everything found in a text, in its order."""
    ready = Linter(packs.rules, packs.lexicon)
    message = plain_message(text, role=role, placeholders=placeholders(text))
    prose = Prose(message, packs.lexicon)
    everything = [
        diagnostic(ready.rules[number], match, prose.message, around(prose, match.span))
        for number in range(len(ready.rules))
        for match in ready.matches(number, prose)
    ]
    return [(one.text, one.message) for one in sorted(everything, key=lambda one: one.start.offset)]


@pytest.fixture
def said(style: Style) -> Callable[..., list[tuple[str, str]]]:
    """What one rule finds in a text: the words and the message."""
    return lambda rule, text, role="body": found(style(Rule=rule), text, role)


@pytest.fixture
def words(said: Callable[..., list[tuple[str, str]]]) -> Callable[..., list[str]]:
    """The words that one rule underlines in a text."""
    return lambda rule, text, role="body": [underlined for underlined, _ in said(rule, text, role)]
