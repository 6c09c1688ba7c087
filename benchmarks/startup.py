"""What one small file costs, in multiples of starting Python at all.

    python benchmarks/startup.py [RUNS]

Each command is run in turn with `python -c pass`; what is printed is the middle ratio and its quartiles.
"""

import sys
import tempfile
from pathlib import Path

from timing import ROOT, TRUSTLINT, paired

EXAMPLES = ROOT / "examples"
MACROS, LETTER = str(EXAMPLES / "zendesk-macros.json"), str(EXAMPLES / "welcome.txt")
CHANGED = str(Path(tempfile.mkdtemp()) / "welcome.txt")

CASES = {
    "--version": ["--version"],
    "concise, text, known": ["check", "--output", "concise", LETTER],
    "concise, Zendesk JSON, known": ["check", "--output", "concise", MACROS],
    "rich, Zendesk JSON, known": ["check", "--output", "rich", MACROS],
    "concise, text, changed": ["check", "--output", "concise", CHANGED],
    "concise, text, cold": ["check", "--output", "concise", LETTER],
    "concise, text, no cache": ["check", "--no-cache", "--output", "concise", LETTER],
}
"""`known`: nothing has changed since the last run. `changed`: all is warm, and the text is another one each time, as a
hook meets it. `cold`: the cache is empty."""


def touched(number: int) -> None:
    """Make another text of the changed one."""
    text = Path(LETTER).read_text(encoding="utf-8")
    Path(CHANGED).write_text(f"{text}\nYour reference is {number}.\n", encoding="utf-8")


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for name, arguments in CASES.items():
        before = touched if "changed" in name else None
        print(f"{name:34}{paired([*TRUSTLINT, *arguments], runs=runs, cold='cold' in name, before=before)}", flush=True)


if __name__ == "__main__":
    main()
