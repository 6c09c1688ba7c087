"""How right trustlint is, on messages that it was not written for.

    python benchmarks/quality.py [--show LABEL]

Two sets: the labelled development set beside the checkout (`../shared/gold`, when it is there), and the held-back set
of this repository, written before any rule by someone who has not seen them. Both are scored by the scorer that comes
with the development set; without it there is nothing to run, and that is said.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trustlint.prose import Prose

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
HELD_BACK = ROOT / "tests" / "held_back" / "messages.txt"

HEADER = re.compile(r"^# id: (?P<id>\S+)\s+kind: (?P<kind>\S+)\s+industry: (?P<industry>.+)$")
LABELLED = re.compile(r"\[\[(?P<labels>[A-Z_+]+)(?P<unsure>\??)\| (?P<text>.*?)\]\]", re.DOTALL)


def held_back(kinds: frozenset[str] = frozenset()) -> Iterator[dict[str, Any]]:
    """The held-back messages as the scorer reads them. A label belongs to every sentence that its span touches."""
    for block in HELD_BACK.read_text(encoding="utf-8").removesuffix("---\n").split("\n---\n"):
        head, _, body = block.strip("\n").partition("\n")
        header = HEADER.match(head)
        if header is None:
            raise ValueError(f"no header in {head!r}")
        if not kinds or header["kind"] in kinds:
            text, labels = unmarked(body.strip("\n"))
            yield {"id": header["id"], "text": text, "sentences": sentences(text, labels)}


def unmarked(body: str) -> tuple[str, list[tuple[int, int, str, bool]]]:
    """The text without marks, and what was marked: start, end, label, unsure."""
    text, labels, at = "", [], 0
    for mark in LABELLED.finditer(body):
        text += body[at : mark.start()]
        start = len(text)
        text += mark["text"]
        labels += [(start, len(text), label, bool(mark["unsure"])) for label in mark["labels"].split("+")]
        at = mark.end()
    return text + body[at:], labels


def sentences(text: str, labels: list[tuple[int, int, str, bool]]) -> list[dict[str, Any]]:
    found = []
    for sentence in Prose.of_text(text).sentences:
        start, end = sentence.span
        here = [one for one in labels if one[0] < end and start < one[1]]
        entry: dict[str, Any] = {"start": start, "end": end}
        if sure := sorted({label for _, _, label, unsure in here if not unsure}):
            entry["labels"] = sure
        if unsure := sorted({label for _, _, label, unsure in here if unsure}):
            entry["either"] = unsure
        found.append(entry)
    return found


def score(gold: Path, show: str) -> None:
    command = [
        sys.executable,
        str(GOLD / "score"),
        "--gold",
        str(gold),
        "--trustlint",
        f"{sys.executable} -m trustlint",
    ]
    subprocess.run([*command, "--show", show] if show else command, check=True)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--show", default="", help="a label, or ALL: list misses and false alarms of the development set")
    ask.add_argument("--only", choices=["dev", "held-back"], help="one of the two sets")
    args = ask.parse_args()
    if not GOLD.is_dir():
        sys.exit(f"the labelled set and its scorer are not here ({GOLD}); nothing was measured")
    if args.only != "held-back":
        print("== development set")
        score(GOLD / "dev.jsonl", args.show)
    if args.only != "dev":
        with tempfile.TemporaryDirectory() as folder:
            for title, kinds in (
                ("all", frozenset[str]()),
                ("clean and hard negatives", frozenset({"clean", "hard-negative"})),
            ):
                gold = Path(folder) / "held-back.jsonl"
                gold.write_text("\n".join(json.dumps(one) for one in held_back(kinds)), encoding="utf-8")
                print(f"\n== held-back set, {title}", flush=True)
                score(gold, "")


if __name__ == "__main__":
    main()
