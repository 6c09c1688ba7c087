"""What of the rules that ship no example needs, rule by rule, held against what is known.

    python benchmarks/untested.py [PACK…]        list it; 1 when a rule has more of it than tests/untested.yaml says
    python benchmarks/untested.py --write        write the present numbers there

Leaving out one thing at a time takes about two minutes for all packs, so the tests look at whole entries only, and this
at everything.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
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
# What no example of the rules that ship needs. `accepted` says why something is there all the same; `parts` is how many
# parts of patterns are without an example, rule by rule: the numbers may only fall (`python benchmarks/untested.py`).
"""


def known() -> dict[str, Any]:
    """`accepted`: rule, gone, reason; `parts`: a number by rule."""
    return {"accepted": [], "parts": {}, **(yaml.safe_load(KNOWN.read_text("utf-8")) or {})}


def unaccepted(alive: Iterable[Mutant], accepted: Iterable[dict[str, str]]) -> Iterator[Mutant]:
    """The survivors that nobody has given a reason for."""
    excused = {(one["rule"], one["gone"]) for one in accepted}
    return (one for one in alive if (one.rule.id, one.gone) not in excused)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="*")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    rules, lint = engine.tested(Settings(packs=("all",), cache=False), whole=True)
    before, counts, status = known(), Counter[str](), 0
    for rule in rules:
        if asked.packs and rule.pack not in asked.packs:
            continue
        lines = list(gathered(unaccepted(survivors([rule], lint), before["accepted"])))
        counts[rule.id] = len(lines)
        worse = len(lines) > before["parts"].get(rule.id, 0) and not asked.write
        status = max(status, int(worse))
        if worse or asked.packs:
            print(*(f"{Path(rule.path).name}:{line}: {rule.id}: {said}" for line, said in lines), sep="\n")
        print(f"{rule.id}: {len(lines)} (known: {before['parts'].get(rule.id, 0)})", flush=True)
    if asked.write:
        before["parts"] = {**before["parts"], **counts}
        before["parts"] = {name: count for name, count in sorted(before["parts"].items()) if count}
        KNOWN.write_text(HEAD + yaml.safe_dump(before, sort_keys=False, allow_unicode=True, width=110), "utf-8")
    print(f"{sum(counts.values())} parts of {len(counts)} rules that no example needs")
    return status


if __name__ == "__main__":
    sys.exit(main())
