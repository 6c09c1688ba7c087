"""Peak memory on large files: of those that are read in windows it must not grow with the file.

    python benchmarks/memory.py [MEGABYTES] [--faulty] [--all-rules] [--jobs N] [--python PYTHON] [KIND …]

Files of a tenth of the size and of all of it (200 MB when not said), of every kind that is read in windows or of those
named (jsonl, csv, mbox, json), held against one rule, so that it is the reading that is measured, or with --all-rules
against those that are on by default. No paragraph comes twice. Nothing is found in them; with --faulty there is a
fault in every fourth record, or with --all-rules in three of four, and what is found is part of the report. PYTHON is
one that trustlint is installed in, as for startup.py: what ships ready takes less than what is made.
"""

import argparse
import csv
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import exports
from timing import TRUSTLINT, environment

RULE = "conditions/sole-discretion"
FAULT = "We may refuse a refund at our sole discretion."
KINDS = ("jsonl", "csv", "mbox", "json")
MEASURED = """
import resource, sys
from trustlint import __main__ as door
def leave(status):
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    print(own.ru_maxrss, others.ru_maxrss, own.ru_utime, file=sys.stderr)
    sys.exit(status)
door._leave = leave
door.main()
"""


def texts(faults: Sequence[str]) -> Iterator[str]:
    """Messages of about a thousand characters, every paragraph with a number of its own. One fault stands in every
    fourth, and of many one or two in three of four.
    """
    clean = [text for text in exports.clean_texts() if "discretion" not in text]
    number = 0
    while True:
        paragraphs = [each for turn in range(3) for each in clean[(7 * number + turn) % len(clean)].split("\n\n")]
        if faults and number % 4 < (1 if len(faults) == 1 else exports.FAULTY):
            for at in range(1 if len(faults) == 1 else 1 + number % 2):
                paragraphs.insert(1, faults[(7 * number + at) % len(faults)])
        yield "\n\n".join(f"{each} ({number}.{at})" for at, each in enumerate(paragraphs))
        number += 1


def records(kind: str, faults: Sequence[str]) -> Iterator[str]:
    """What a file of a kind is made of, its beginning first."""
    yield {"csv": "id,title,body\n", "json": '{"macros": [\n'}.get(kind, "")
    for number, text in enumerate(texts(faults)):
        if kind == "csv":
            row = io.StringIO()
            csv.writer(row).writerow([number, f"Reply {number}", text])
            yield row.getvalue()
        elif kind == "mbox":
            yield f"From a@shop.example Mon Jan  5 10:00:00 2026\nSubject: Reply {number}\n\n{text}\n\n"
        else:
            action = {"field": "comment_value", "value": text}
            macro = json.dumps({"id": number, "title": f"Reply {number}", "actions": [action]})
            yield macro + "\n" if kind == "jsonl" else ",\n" * (number > 0) + macro


def write(path: Path, size: int, faults: Sequence[str]) -> int:
    """Write a file of a size in bytes; how many records it has."""
    kind = path.suffix.removeprefix(".")
    with open(path, "w", encoding="utf-8", newline="") as out:
        made = records(kind, faults)
        written, number = out.write(next(made)), 0
        while written < size:
            written += out.write(next(made))
            number += 1
        out.write("]}" if kind == "json" else "")
    return number


def peak(path: Path, cache: str, jobs: int, rules: Sequence[str], python: str | None) -> tuple[float, float, float]:
    """Megabytes of the process and of the largest of those it started, and its seconds of processor time."""
    arguments = ["check", "--jobs", str(jobs), "-qq", "--fail-on", "never", *rules]
    done = subprocess.run(
        # `-P`: not the checkout that this may be started in.
        [*((python, "-P") if python else TRUSTLINT[:1]), "-c", MEASURED, *arguments, str(path)],
        env=environment(cache, installed=python is not None),
        capture_output=True,
        text=True,
        check=True,
    )
    own, others, seconds = map(float, done.stderr.split()[-3:])
    unit = 1 if sys.platform == "darwin" else 1024
    return own * unit / 1e6, others * unit / 1e6, seconds


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("megabytes", nargs="?", type=int, default=200)
    options.add_argument("kinds", nargs="*", default=KINDS)
    options.add_argument("--faulty", action="store_true")
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--python")
    options.add_argument("--all-rules", action="store_true")
    asked = options.parse_args()
    faults = (exports.faulty_sentences() if asked.all_rules else [FAULT]) if asked.faulty else []
    rules = () if asked.all_rules else ("--select", RULE, "--min-confidence", "low")
    with tempfile.TemporaryDirectory() as folder:
        for kind in asked.kinds:
            for megabytes in (1, asked.megabytes // 10, asked.megabytes):
                path = Path(folder) / f"macros.{kind}"
                number = write(path, megabytes * 1_000_000, faults)
                own, others, seconds = peak(path, folder, asked.jobs, rules, asked.python)
                shown = f"{own:6.0f} MB at most" + (f", {others:.0f} MB another process" if others else "")
                print(f"{kind:5} {megabytes:5} MB, {number:8,} records: {shown}, {seconds:.0f} s", flush=True)
                path.unlink()


if __name__ == "__main__":
    main()
