"""Peak memory on files that are read in windows: it must not grow with the file.

    python benchmarks/memory.py [MEGABYTES]

JSONL files of a tenth of the size and of all of it (200 MB when not said), held against one rule, so that it is the
reading that is measured; what is found is part of the report and is kept.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from exports import write_jsonl
from timing import TRUSTLINT, environment

ONE_RULE = ["--select", "conditions/sole-discretion", "--min-confidence", "low"]
MEASURED = (
    "import resource, sys; from trustlint.__main__ import run; status = run(sys.argv[1:]);"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr); sys.exit(status)"
)


def peak(path: Path, cache: str) -> float:
    """Megabytes."""
    arguments = ["check", "--jobs", "1", "-qq", "--fail-on", "never", *ONE_RULE, str(path)]
    done = subprocess.run(
        [TRUSTLINT[0], "-c", MEASURED, *arguments], env=environment(cache), capture_output=True, text=True, check=True
    )
    unit = 1 if sys.platform == "darwin" else 1024
    return int(done.stderr.split()[-1]) * unit / 1e6


def main() -> None:
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in (1, largest // 10, largest):
            path = Path(folder) / "macros.jsonl"
            number = write_jsonl(path, megabytes * 1_000_000)
            print(f"{megabytes:5} MB, {number:8,} records: {peak(path, folder):6.0f} MB at most", flush=True)


if __name__ == "__main__":
    main()
