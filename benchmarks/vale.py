"""Vale styles here and in Vale itself: which findings are the same?

    python benchmarks/vale.py --vale PATH/TO/vale STYLE...

Runs each style folder over the clean replies of the tests, written as HTML, with the `vale` that is given and with
trustlint, and counts the findings by rule and words. Replies with placeholders are left out: Vale reads their names.
"""

import argparse
import html
import json
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from trustlint.api import check_text
from trustlint.cache import Cache
from trustlint.config import Settings
from trustlint.packs import select
from trustlint.packs.vale.styles import kebab

CLEAN = Path(__file__).resolve().parent.parent / "tests" / "clean"
MEASURES = ("vale.metric", "vale.readability")
"""Kinds that underline nothing in Vale."""


def replies() -> list[str]:
    """The clean replies as HTML, paragraph by paragraph."""
    blocks = [block for path in sorted(CLEAN.glob("*.txt")) for block in path.read_text("utf-8").split("\n---\n")]
    titled = [block.strip("\n").partition("\n") for block in blocks]
    return [page(title.removeprefix("# "), text.strip()) for title, _, text in titled if text and "{" not in text]


def page(title: str, text: str) -> str:
    paragraphs = (f"<p>{html.escape(paragraph, quote=False)}</p>\n" for paragraph in text.split("\n\n"))
    return f"<h2>{html.escape(title, quote=False)}</h2>\n{''.join(paragraphs)}"


def by_vale(vale: str, style: Path, texts: list[str]) -> list[Counter[tuple[str, str]]]:
    """What Vale finds in each text: the rule, by the name it has here, and the words."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "vale.ini").write_text(
            f"StylesPath = {style.parent}\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = {style.name}\n", "utf-8"
        )
        for number, text in enumerate(texts):
            (root / f"{number}.html").write_text(text, "utf-8")
        arguments = [vale, "--no-global", "--no-exit", "--config", str(root / "vale.ini"), "--output=JSON", str(root)]
        found = json.loads(subprocess.run(arguments, capture_output=True, text=True, check=True).stdout or "{}")
        alerts = [found.get(str(root / f"{number}.html"), []) for number in range(len(texts))]
    return [Counter((_named(one["Check"]), " ".join(one["Match"].split())) for one in each) for each in alerts]


def _named(check: str) -> str:
    style, _, rule = check.partition(".")
    return f"{kebab(style)}/{kebab(rule)}"


def by_trustlint(style: Path, texts: list[str]) -> tuple[dict[str, str], list[Counter[tuple[str, str]]]]:
    """The kinds of the rules that run, by their ids, and what they find in each text."""
    kinds = {rule.id: rule.check for rule in select([str(style)], Cache(None)).rules}
    settings = Settings(packs=(str(style),), cache=False)
    found = [check_text(text, input_format="html", config=settings) for text in texts]
    return kinds, [
        Counter((one.rule, "" if kinds[one.rule] in MEASURES else " ".join(one.text.split())) for one in each)
        for each in found
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("styles", nargs="+", type=Path)
    parser.add_argument("--vale", default="vale")
    asked = parser.parse_args()
    texts = replies()
    print(f"{len(texts)} replies")
    for style in asked.styles:
        kinds, ours = by_trustlint(style.resolve(), texts)
        theirs = by_vale(asked.vale, style.resolve(), texts)
        theirs = [Counter({key: count for key, count in each.items() if key[0] in kinds}) for each in theirs]
        same = sum((one & other).total() for one, other in zip(ours, theirs, strict=True))
        totals = [sum(each.total() for each in found) for found in (theirs, ours)]
        print(f"{style.name}: Vale {totals[0]}, trustlint {totals[1]}, the same {same}")
        missed = Counter(rule for one, other in zip(ours, theirs, strict=True) for rule, _ in (other - one))
        more = Counter(rule for one, other in zip(ours, theirs, strict=True) for rule, _ in (one - other))
        print(f"  only in Vale: {dict(missed)}\n  only here: {dict(more)}")


if __name__ == "__main__":
    main()
