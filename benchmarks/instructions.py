"""Instructions of a start, counted by valgrind: the same number on a busy machine and on an idle one.

    python benchmarks/instructions.py [PYTHON]

PYTHON is one that trustlint is installed in, as for `startup.py`; without it the checkout is measured.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import count

from startup import CASES, touched
from timing import TRUSTLINT, environment, run


def instructions(command: Sequence[str], env: dict[str, str]) -> float:
    """Millions."""
    counted = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    done = subprocess.run(counted, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if found is None:
        sys.exit(f"valgrind counted nothing:\n{done.stderr}")
    return int(found[1]) / 1e6


def main() -> None:
    if shutil.which("valgrind") is None:
        sys.exit("valgrind is not installed; benchmarks/startup.py measures time instead")
    python = sys.argv[1] if len(sys.argv) > 1 else None
    # `-P`: not the checkout that this may be started in.
    trustlint = [python, "-P", *TRUSTLINT[1:]] if python else TRUSTLINT
    with tempfile.TemporaryDirectory() as cache:
        env = {**environment(cache, installed=python is not None), "PYTHONHASHSEED": "0"}
        numbers = count(1)
        least = instructions([*trustlint[:-2], "-c", "pass"], env)
        print(f"{'python -c pass':34}{least:8.0f} million")
        for name, arguments in CASES.items():
            if "cold" in name:
                continue
            for _ in range(3):
                touched(next(numbers))
                run([*trustlint, *arguments], env)
            touched(next(numbers))
            found = instructions([*trustlint, *arguments], env)
            print(f"{name:34}{found:8.0f} million{found / least:7.1f} x", flush=True)


if __name__ == "__main__":
    main()
