"""Instructions of a start, counted by valgrind: the same number on a busy machine and on an idle one.

python benchmarks/instructions.py
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence

from startup import CASES
from timing import PASS, TRUSTLINT, environment, run


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
    with tempfile.TemporaryDirectory() as cache:
        env = {**environment(cache), "PYTHONHASHSEED": "0"}
        least = instructions(PASS, env)
        print(f"{'python -c pass':34}{least:8.0f} million")
        for name, arguments in CASES.items():
            if "cold" in name:
                continue
            for _ in range(2):
                run([*TRUSTLINT, *arguments], env)
            count = instructions([*TRUSTLINT, *arguments], env)
            print(f"{name:34}{count:8.0f} million{count / least:7.1f} x", flush=True)


if __name__ == "__main__":
    main()
