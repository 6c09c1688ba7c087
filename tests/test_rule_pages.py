"""The pages on rules are those that the packs make; `python benchmarks/rule_pages.py` writes them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from rule_pages import ROOT, escaped, judgements, pages


def test_pages_are_up_to_date() -> None:
    stale = [
        path.relative_to(ROOT).as_posix()
        for path, text in pages()
        if not path.is_file() or path.read_text("utf-8") != text
    ]
    assert stale == [], "run `python benchmarks/rule_pages.py`"


def test_every_page_has_its_pack() -> None:
    assert set((ROOT / "docs" / "rules").glob("*.md")) == {path for path, _ in pages() if path.parent.name == "rules"}


def test_every_judgement_is_about_a_rule() -> None:
    from trustlint.cache import Cache
    from trustlint.packs import load_builtin

    assert set(judgements()) <= {rule.id for rule in load_builtin(Cache(None)).rules}


def test_examples_are_shown_as_they_are() -> None:
    assert escaped("<b> *now* [DATE]\n____") == r"\<b\> \*now\* \[DATE\]<br>\_\_\_\_"
