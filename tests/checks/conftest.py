"""Rules made of a few lines of YAML, and what they underline."""

from collections.abc import Callable

import pytest

from trustlint.examples import placeholders
from trustlint.linter import Linter
from trustlint.packs.build import read_pack
from trustlint.prose import Prose, plain_message
from trustlint.prose.lexicon import Lexicon

LEXICON = Lexicon({"agent": ("our team", "the lab")}, {})


@pytest.fixture
def underlined() -> Callable[..., list[str]]:
    """The words that a rule of a pack underlines in a text."""

    def underlined(rule: str, text: str) -> list[str]:
        head = "pack: trial\nrules:\n  - id: one\n    severity: error\n    message: “{match}”\n"
        body = "".join(f"    {line}\n" for line in rule.strip().splitlines())
        reading = read_pack(head + body, "trial.yaml", LEXICON)
        assert reading.pack is not None, [str(error) for error in reading.errors]
        prose = Prose(plain_message(text, placeholders=placeholders(text)), LEXICON)
        return [match.span.of(text) for match in Linter(reading.pack.rules, LEXICON).matches(0, prose)]

    return underlined
