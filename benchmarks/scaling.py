"""Whether cost grows in step with the input: with the records of a file, and with the rules that run.

    python benchmarks/scaling.py [RECORDS]

The processor time of one process, for so many records (20 when not said), ten times and a hundred times as many.
"""

import sys
import tempfile
import time
from pathlib import Path

from exports import rules, write_json

from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.run import check


def seconds(path: str, settings: Settings) -> float:
    before = time.process_time()
    check([Target(path, named=True)], settings)
    return time.process_time() - before


def main() -> None:
    least = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder:
        paths = {factor: str(Path(folder) / f"{factor}.json") for factor in (1, 10, 100)}
        for factor, path in paths.items():
            write_json(Path(path), least * factor)
        seconds(paths[10], Settings())  # every pattern is compiled now
        for factor, path in paths.items():
            taken = seconds(path, Settings())
            print(
                f"{least * factor:7,} records {taken:8.2f} s {taken / least / factor * 1000:8.2f} ms each", flush=True
            )
        ids = [rule.id for rule in rules() if rule.state != "auto"]
        for part in (4, 2, 1):
            some = ids[::part]
            taken = seconds(paths[10], Settings(packs=("all",), select=tuple(some)))
            print(f"{len(some):7,} rules   {taken:8.2f} s {taken / least / 10 * 1000:8.2f} ms a record", flush=True)


if __name__ == "__main__":
    main()
