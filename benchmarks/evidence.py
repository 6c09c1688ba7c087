"""Counts how often each rule speaks, for docs/evidence.csv: `python benchmarks/evidence.py`.

Counted are the hits on templates and on chats of public projects (`../shared/corpus`), on labelled sentences
(`../shared/gold`: right when the sentence carries the label of the rule's pack, wrong when it does not; one that its
readers left open counts as neither) and on the replies of `tests/clean`. Every rule is asked, those that are off by
default too. No text goes into the file. Without those folders nothing is written.

What people judged of the hits stands in docs/evidence.yaml; `python benchmarks/rule_pages.py` makes the pages of both.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from trustlint import check_text
from trustlint.cache import Cache
from trustlint.packs import load_builtin

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
GOLD = ROOT.parent / "shared" / "gold" / "dev.jsonl"
CLEAN = ROOT / "tests" / "clean"
COUNTS = ROOT / "docs" / "evidence.csv"

CHATS = ("vakyansh+cucom/", "asappresearch+abcd/")
"""Projects that are conversations; the others are templates."""

ALL = {"packs": ["all"], "min-confidence": "low"}
LABEL_OF_PACK = {
    "overpromise": "OVERPROMISE",
    "authority": "OVERPROMISE",
    "timelines": "VAGUE_TIMELINE",
    "conditions": "HIDDEN_CONDITION",
    "ownership": "DEFLECTION",
    "respect": "BLAME",
    "empathy": "HOLLOW_APOLOGY",
    "inducement": "INDUCEMENT",
    "fairness": "UNFAIR_EXCEPTION",
    "pressure": "PRESSURE",
}
COLUMNS = ("templates", "chats", "right", "wrong", "clean")


def in_corpus() -> Iterator[dict[str, Any]]:
    """Every diagnostic on the corpus, as `--output jsonl` has it."""
    settings = ["--isolated", "--pack", "all", "--min-confidence", "low", "--fail-on", "never"]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.jsonl"
        command = [sys.executable, "-m", "trustlint", "check", *settings, "--output", f"jsonl={report}", "."]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=CORPUS, env=environment, capture_output=True, check=False)
        if done.returncode not in (0, 2):  # 2: some files of the corpus are broken, and the rest was read
            sys.exit(done.stderr.decode())
        for line in report.read_text("utf-8").splitlines():
            if (one := json.loads(line))["type"] == "diagnostic":
                yield one


def of_corpus(counts: dict[str, Counter[str]], diagnostics: Iterable[dict[str, Any]]) -> None:
    for one in diagnostics:
        counts[one["rule"]]["chats" if one["path"].startswith(CHATS) else "templates"] += 1


def of_labelled(counts: dict[str, Counter[str]]) -> None:
    for message in map(json.loads, GOLD.read_text("utf-8").splitlines()):
        for one in check_text(message["text"], config=ALL):
            label = LABEL_OF_PACK.get(one.rule.split("/")[0])
            at = one.start.offset
            here = [sentence for sentence in message["sentences"] if sentence["start"] <= at < sentence["end"]]
            if label and here and label not in here[0].get("either", ()):
                counts[one.rule]["right" if label in here[0].get("labels", ()) else "wrong"] += 1


def of_clean(counts: dict[str, Counter[str]]) -> None:
    for path in sorted(CLEAN.glob("*.txt")):
        for block in path.read_text("utf-8").split("\n---\n"):
            _, _, reply = block.strip("\n").partition("\n")  # the first line is a title
            counts_of = Counter(one.rule for one in check_text(reply, config=ALL))
            for rule, number in counts_of.items():
                counts[rule]["clean"] += number


def main() -> None:
    if not (CORPUS.is_dir() and GOLD.is_file()):
        sys.exit(f"the texts to count on are not here ({CORPUS.parent}); nothing was written")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    of_corpus(counts, in_corpus())
    of_labelled(counts)
    of_clean(counts)
    with COUNTS.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["rule", *COLUMNS])
        for rule in load_builtin(Cache(None)).rules:
            table.writerow([rule.id, *(counts[rule.id][column] for column in COLUMNS)])
    print(f"{sum(of['templates'] + of['chats'] for of in counts.values())} hits of {len(counts)} rules")


if __name__ == "__main__":
    main()
