"""How well commitments are found, dated, and told to lack a date, on the labelled messages beside the project.

    python benchmarks/commitments_dev.py [--half a|b|all] [--show dated|vague|flagged]

Reads ../shared/gold/dev.jsonl. Sentence level: DATED_COMMITMENT from commitments with a usable time, VAGUE_TIMELINE
from those that need a date and
have none. A sentence that the labellers left open for a label is not counted for it. Half `a` is for work, `b` for a
rare look.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from trustlint.message import Placeholder
from trustlint.prose import Prose
from trustlint.prose.commitments import commitments, needs_date
from trustlint.sources import dialect, templates

GOLD = Path(__file__).resolve().parents[1].parent / "shared" / "gold" / "dev.jsonl"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("--half", choices=("a", "b", "all"), default="a")
    ask.add_argument("--show", default="", choices=("", "dated", "vague", "flagged"))
    args = ask.parse_args()
    if not GOLD.is_file():
        sys.exit(f"{GOLD} is not here")
    messages = [json.loads(line) for line in GOLD.open(encoding="utf-8")]
    messages = [
        message for message in messages if args.half == "all" or int(message["id"], 16) % 2 == (args.half == "b")
    ]
    rows, seconds = predictions(messages)
    report("DATED_COMMITMENT", rows, 0, args.show == "dated")
    report("VAGUE_TIMELINE", rows, 1, args.show == "vague")
    flagged = [
        row for row in rows if "DATED_COMMITMENT" in row[2] and "VAGUE_TIMELINE" not in row[2] | row[3] and row[1]
    ]
    dated = sum("DATED_COMMITMENT" in row[2] for row in rows)
    print(f"dated promises flagged as undated: {len(flagged)} of {dated}")
    for row in flagged if args.show == "flagged" else []:
        print("    ", row[4])
    print(f"{seconds / len(messages) * 1e6:.0f} µs per message, {len(messages)} messages")


Row = tuple[bool, bool, set[str], set[str], str]


def predictions(messages: list[dict]) -> tuple[list[Row], float]:
    """For each sentence: dated, undated, labels, open labels, text; and the time taken."""
    rows: list[Row] = []
    seconds = 0.0
    for message in messages:
        prose = Prose.of_text(message["text"], placeholders=placeholders(message["text"]))
        prose.sentences  # noqa: B018 not what is measured
        start = time.perf_counter()
        found = commitments(prose)
        seconds += time.perf_counter() - start
        for sentence in message["sentences"]:
            inside = [each for each in found if sentence["start"] <= each.span.start < sentence["end"]]
            text = " ".join(message["text"][sentence["start"] : sentence["end"]].split())
            dated = any(
                each.dated and each.time and sentence["start"] <= each.time.span.start < sentence["end"]
                for each in inside
            )
            rows.append(
                (
                    dated,
                    any(needs_date(each) for each in inside),
                    set(sentence.get("labels", ())),
                    set(sentence.get("either", ())),
                    text,
                )
            )
    return rows, seconds


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """What the plain-text reader finds."""
    found = templates.tokens(text, dialect.syntaxes(text))
    return tuple(
        Placeholder(each.span, each.placeholder, each.name, each.fallbacks)
        for each in found
        if each.kind == "placeholder"
    )


def report(label: str, rows: list[Row], at: int, show: bool) -> None:
    counted = [row for row in rows if label not in row[3]]
    hits = [row for row in counted if row[at] and label in row[2]]
    misses = [row for row in counted if not row[at] and label in row[2]]
    alarms = [row for row in counted if row[at] and label not in row[2]]
    precision, recall = len(hits) / max(1, len(hits) + len(alarms)), len(hits) / max(1, len(hits) + len(misses))
    print(
        f"{label:18} precision {precision:.3f}  recall {recall:.3f}  ({len(hits)} hits, {len(misses)} "
        f"missed, {len(alarms)} false)"
    )
    for kind, group in (("missed", misses), ("false", alarms)) if show else ():
        for row in group:
            print(f"    {kind:6} [{','.join(sorted(row[2]))}] {row[4]}")


if __name__ == "__main__":
    main()
