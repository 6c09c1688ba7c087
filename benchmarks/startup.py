"""What one small file costs, in multiples of starting Python at all.

    python benchmarks/startup.py [RUNS] [PYTHON]

Each command is run in turn with `python -c pass`; what is printed is the middle ratio and its quartiles. PYTHON is one
that trustlint is installed in, such as `venv/bin/python` with the wheel: what ships ready (`trustlint.ready`) is in
wheels only, so that a first run in a checkout is another thing. Without it the checkout is measured.
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
    "rich, text, changed": ["check", "--output", "rich", CHANGED],
    "concise, text, cold": ["check", "--output", "concise", LETTER],
    "rich, text, cold": ["check", "--output", "rich", LETTER],
    "concise, text, no cache": ["check", "--no-cache", "--output", "concise", LETTER],
}
"""`known`: nothing has changed since the last run. `changed`: all is warm, and the text is another one each time, as a
hook meets it. `cold`: there is no cache, as after an installation."""


def touched(number: int) -> None:
    """Make another text of the changed one."""
    text = Path(LETTER).read_text(encoding="utf-8")
    Path(CHANGED).write_text(f"{text}\nYour reference is {number}.\n", encoding="utf-8")


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    python = sys.argv[2] if len(sys.argv) > 2 else None
    # `-P`: not the checkout that this may be started in.
    trustlint = [python, "-P", *TRUSTLINT[1:]] if python else TRUSTLINT
    for name, arguments in CASES.items():
        before = touched if "changed" in name else None
        ratio = paired(
            [*trustlint, *arguments],
            [*trustlint[:-2], "-c", "pass"],
            runs=runs,
            cold="cold" in name,
            before=before,
            installed=python is not None,
        )
        print(f"{name:34}{ratio}", flush=True)


if __name__ == "__main__":
    main()
