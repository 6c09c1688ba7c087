"""Of the findings that were judged, which the rules still report by default, and how many of those are right.

    python benchmarks/standing.py [FIRST [LAST]]

Findings are held against `docs/judgements.csv`, rounds 3 to 7 when none are said: those that took what a user meets.
They are told by file, rule and line. Needs the public texts beside the project.
"""

import csv
import hashlib
import sys
from collections import Counter
from functools import cache
from pathlib import Path

from evidence import CORPUS, ROOT

from trustlint.config import Settings
from trustlint.discover import targets
from trustlint.run import check


@cache
def name(path: str) -> str:
    """What the table calls a file."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:12]


def main() -> None:
    if not CORPUS.is_dir():
        sys.exit(f"there are no texts in {CORPUS}")
    asked = [int(argument) for argument in sys.argv[1:]] or [3, 7]
    report = check(list(targets([str(CORPUS)])), Settings(cache=False), processes=None)
    found = {(name(one.path), one.rule, one.start.line) for one in report.diagnostics}
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    with (ROOT / "docs" / "judgements.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if asked[0] <= int(row["round"]) <= asked[-1] and (row["file"], row["rule"], int(row["line"])) in found:
                judged[row["rule"]] += 1
                right[row["rule"]] += row["verdict"] == "right"
    for rule, number in judged.most_common():
        print(f"{rule:40} {right[rule]:3} of {number}")
    print(f"{'all':40} {right.total():3} of {judged.total()}: {right.total() / judged.total():.0%}")


if __name__ == "__main__":
    main()
