"""An export that is known, one of whose macros has changed, and one that is new: whole processes, in turn.

    python benchmarks/changed.py [MACROS [RUNS]]

What a team waits for that exports its library after an edit, and checks it again.
"""

import json
import statistics
import sys
import tempfile
from pathlib import Path

from exports import macros
from timing import TRUSTLINT, environment, run


def main() -> None:
    asked = [int(argument) for argument in sys.argv[1:]]
    number, runs = (*asked, *(1000, 5)[len(asked) :])
    library = list(macros(number))
    taken: dict[str, list[float]] = {"as it was": [], "one macro changed": [], "new": []}
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "macros.json"
        command = [*TRUSTLINT, "check", "--jobs", "1", "--output", "concise", str(path)]
        env = environment(str(Path(name) / "cache"))
        for turn in range(runs + 1):
            write(path, library)
            run(command, env)  # whatever stood there before, this is known now
            known = run(command, env)
            write(path, [{**library[0], "title": f"Changed {turn}"}, *library[1:]])
            changed = run(command, env)
            new = run([*command[:-1], "--no-cache", str(path)], env)
            if turn:
                for seconds, one in zip((known, changed, new), taken.values(), strict=True):
                    one.append(seconds)
    print(f"{number:,} macros, {runs} turns:")
    for state, seconds in taken.items():
        ratios = [one / new for one, new in zip(seconds, taken["new"], strict=True)]
        print(f"{state:18} {statistics.median(seconds):7.2f} s, {statistics.median(ratios):.3f} of all new", flush=True)


def write(path: Path, library: list[dict[str, object]]) -> None:
    path.write_text(json.dumps({"macros": library, "count": len(library)}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
