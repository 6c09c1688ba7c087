"""What one small file costs, in multiples of starting Python at all.

    python benchmarks/startup.py [RUNS]

Each command is run in turn with `python -c pass`; what is printed is the middle ratio and its quartiles.
"""

import sys

from timing import ROOT, TRUSTLINT, paired

EXAMPLES = ROOT / "examples"
MACROS, LETTER = str(EXAMPLES / "zendesk-macros.json"), str(EXAMPLES / "welcome.txt")

CASES = {
    "--version": ["--version"],
    "concise, text, warm": ["check", "--output", "concise", LETTER],
    "concise, Zendesk JSON, warm": ["check", "--output", "concise", MACROS],
    "rich, Zendesk JSON, warm": ["check", "--output", "rich", MACROS],
    "concise, Zendesk JSON, cold": ["check", "--output", "concise", MACROS],
    "concise, Zendesk JSON, no cache": ["check", "--no-cache", "--output", "concise", MACROS],
}


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for name, arguments in CASES.items():
        print(f"{name:34}{paired([*TRUSTLINT, *arguments], runs=runs, cold='cold' in name)}", flush=True)


if __name__ == "__main__":
    main()
