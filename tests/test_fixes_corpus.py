"""Fixes of common words in real libraries: only the words change, everywhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from trustlint.config import Settings
from trustlint.diagnostic import Confidence, Diagnostic, Edit, Severity
from trustlint.discover import Target, targets
from trustlint.errors import SourceError
from trustlint.fixes.checking import Reading
from trustlint.fixes.edits import apply_edits
from trustlint.fixes.rounds import fixed
from trustlint.linter import Linter
from trustlint.message import Message
from trustlint.prose.lexicon import Lexicon
from trustlint.reading import FileReading, Reader
from trustlint.rule import Rule
from trustlint.sources import decoding

SHARED = Path(__file__).resolve().parents[1] / "../shared/corpus"
LARGEST = 40_000
SWAP = {"your order": 'it\'s "yours" & <mine>: #1', "please": "übrigens, {{customer.name}}", "thank you": "ok"}
OPTIONS = {"swap": SWAP, "applicability": "safe"}
RULE = Rule("house", "words", "substitution", Severity.warning, Confidence.high, "", "any", options=OPTIONS)


@pytest.fixture(scope="module")
def library() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the shared corpus is not here")
    return SHARED


def found(reading: FileReading, linter: Linter) -> list[Diagnostic]:
    messages = [
        message for each in reading if isinstance(each, tuple) for message in each if isinstance(message, Message)
    ]
    return [one for message in messages for one in linter.lint(message).diagnostics]


def test_only_the_words_change(library: Path) -> None:
    linter, reader = Linter([RULE], Lexicon()), Reader(Settings(cache=False))
    fixed_files = 0
    for target in targets([str(library)]):
        if isinstance(target, Target) and Path(target.path).stat().st_size <= LARGEST:
            fixed_files += _only_the_words_change(target, linter, reader)
    assert fixed_files > 30


def _only_the_words_change(target: Target, linter: Linter, reader: Reader) -> bool:
    try:
        file = decoding.read(target.path)
        reported = found(reader.file(target), linter)
    except SourceError:
        return False
    edits: list[Edit] = [edit for one in reported if one.fix for edit in one.fix.edits]
    if not edits:
        return False

    def lint(text: str) -> list[Diagnostic]:
        return found(reader.bytes(target.path, decoding.encode(file, text)), linter)

    reading = Reading(reader.formats)
    done = fixed(file, lint, ("safe",), reading)
    assert (done.undone, done.restless) == ((), frozenset()), target.path
    # Matches do not touch here, so that one round does it all.
    assert done.text == apply_edits(file.text, dict.fromkeys(edits)), target.path
    for edit in edits:
        assert edit.span.of(file.text).lower() != edit.content.lower()
    again = fixed(replace(file, text=done.text), lint, ("safe",), reading)
    assert again.text == done.text, target.path
    return True
