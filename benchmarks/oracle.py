"""Whether the short cuts leave anything out: each message linted with them and without, by all rules.

    python benchmarks/oracle.py [--every N] [PATH…]

Without a path these are `examples`, `tests/clean` and, where they lie beside the project, the corpus and the gold set.
Every text is taken once; with --every each Nth of them. Without the short cuts a message takes some twenty times as
long. 1 when a diagnostic differs.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from trustlint.config import Settings
from trustlint.discover import targets
from trustlint.engine import linter
from trustlint.errors import SourceError
from trustlint.message import Message
from trustlint.reading import Reader

ROOT = Path(__file__).resolve().parents[1]
BESIDE = ROOT.parent / "shared"
PATHS = (ROOT / "examples", ROOT / "tests" / "clean", BESIDE / "corpus", BESIDE / "gold")
QUICK = Settings(packs=("all",))
THOROUGH = Settings(packs=("all",), prefilter=False)


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("paths", nargs="*")
    options.add_argument("--every", type=int, default=1)
    asked = options.parse_args()
    quick, thorough = linter(QUICK), linter(THOROUGH)
    found = differing = number = 0
    for number, message in enumerate(messages(asked.paths or [str(path) for path in PATHS if path.exists()]), 1):
        if number % asked.every:
            continue
        own, oracle = quick.lint(message), thorough.lint(message)
        found += len(oracle.diagnostics)
        if own != oracle:
            differing += 1
            print(f"{message.file.path}: {message.record.name}: {own} is not {oracle}", flush=True)
    print(f"{number // asked.every:,} of {number:,} texts, {found:,} diagnostics, {differing} texts differ")
    return int(differing > 0)


def messages(paths: Sequence[str]) -> Iterator[Message]:
    """The messages of some files and folders, those with a text that came before left out."""
    reader = Reader(QUICK)
    seen: set[str] = set()
    for target in targets(paths):
        for field in reader.file(target) if not isinstance(target, SourceError) else ():
            for message in field if isinstance(field, (list, tuple)) else ():
                if isinstance(message, Message) and message.text not in seen:
                    seen.add(message.text)
                    yield message


if __name__ == "__main__":
    sys.exit(main())
