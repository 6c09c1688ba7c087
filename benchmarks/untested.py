"""What of the rules that ship no example needs, rule by rule, held against what is known.

    python benchmarks/untested.py [PACK…]        list it; 1 when a rule has more of it than tests/untested.yaml says
    python benchmarks/untested.py --write        write the present numbers there

Leaving out one thing at a time takes a minute or two for all packs, so the tests look at whole entries only, and this
at everything.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml

from trustlint import engine
from trustlint.config import Settings
from trustlint.mutation.mutants import Mutant
from trustlint.mutation.survivors import survivors
from trustlint.mutation.telling import gathered

KNOWN = Path(__file__).resolve().parent.parent / "tests" / "untested.yaml"
HEAD = """\
# What no example of the rules that ship needs. `accepted` says why something is there all the same. `known` is how
# much else there is, by rule: whole entries (a filter, an `unless`), and parts of patterns; a list of plain words is
# one. The numbers may only fall: `python benchmarks/untested.py` lists what they stand for, `--write` writes them.
"""


def known() -> dict[str, Any]:
    """`accepted`: rule, key or gone, reason; `known`: the numbers of entries and parts by rule."""
    data = yaml.safe_load(KNOWN.read_text("utf-8"))
    return {"accepted": data["accepted"] or [], "known": data["known"] or {}}


def unaccepted(alive: Iterable[Mutant], accepted: Iterable[dict[str, str]]) -> Iterator[Mutant]:
    """The survivors that nobody has given a reason for."""
    return (one for one in alive if not any(excuses(reason, one) for reason in accepted))


def excuses(reason: dict[str, str], mutant: Mutant) -> bool:
    """Whether a reason is about a survivor: of its rule (a glob), under its key, and, where that is said, itself."""
    asked = ("key", mutant.key), ("gone", mutant.gone)
    return fnmatchcase(mutant.rule.id, reason["rule"]) and all(reason.get(key, value) == value for key, value in asked)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="*")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    rules, lint = engine.tested(Settings(packs=("all",), cache=False), whole=True)
    before, now = known(), {}
    for rule in rules:
        if asked.packs and rule.pack not in asked.packs:
            continue
        alive = list(unaccepted(survivors([rule], lint), before["accepted"]))
        of_grade = {
            True: [one for one in alive if one.grade == "entry"],
            False: [one for one in alive if one.grade != "entry"],
        }
        now[rule.id] = [len(list(gathered(of_grade[entry]))) for entry in (True, False)]
        if asked.packs or worse(now[rule.id], before["known"].get(rule.id, [0, 0])):
            print(*(f"{Path(rule.path).name}:{line}: {rule.id}: {said}" for line, said in gathered(alive)), sep="\n")
        print(f"{rule.id}: {now[rule.id]}, known {before['known'].get(rule.id, [0, 0])}", flush=True)
    entries, parts = (sum(counts[grade] for counts in now.values()) for grade in (0, 1))
    print(f"{len(now)} rules: {entries} entries and {parts} parts that no example needs")
    if asked.write:
        write(before, now)
        return 0
    return int(any(worse(now[name], before["known"].get(name, [0, 0])) for name in now))


def worse(now: list[int], before: list[int]) -> bool:
    return any(one > other for one, other in zip(now, before, strict=True))


def write(before: dict[str, Any], now: dict[str, list[int]]) -> None:
    numbers = {name: counts for name, counts in sorted({**before["known"], **now}.items()) if any(counts)}
    accepted = yaml.safe_dump({"accepted": before["accepted"]}, sort_keys=False, allow_unicode=True, width=110)
    KNOWN.write_text(
        HEAD + accepted + "known:\n" + "".join(f"  {name}: {counts}\n" for name, counts in numbers.items()), "utf-8"
    )


if __name__ == "__main__":
    sys.exit(main())
