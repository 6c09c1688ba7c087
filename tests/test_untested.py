"""No filter, no `unless` and no setting of a rule that ships is there without an example that needs it, but for those
that `untested.yaml` knows of.

Parts inside patterns take longer: `python benchmarks/untested.py` looks at them.
"""

import sys
from pathlib import Path

import pytest

from trustlint import engine
from trustlint.config import Settings
from trustlint.mutation.mutants import Mutant
from trustlint.mutation.survivors import survivors
from trustlint.mutation.telling import gathered

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from untested import excuses, known, unaccepted

KNOWN = known()


@pytest.fixture(scope="module")
def alive() -> list[Mutant]:
    rules, lint = engine.tested(Settings(packs=("all",), cache=False), whole=True)
    return list(survivors(rules, lint, {"entry"}))


def test_every_entry_is_needed_or_known(alive: list[Mutant]) -> None:
    rest = list(unaccepted(alive, KNOWN["accepted"]))
    more = []
    for name in dict.fromkeys(one.rule.id for one in rest):
        told = [f"{name}:{line}: {said}" for line, said in gathered(one for one in rest if one.rule.id == name)]
        if len(told) > KNOWN["known"].get(name, [0, 0])[0]:
            more += told
    assert more == [], "add an example that needs it, take it out, or say in tests/untested.yaml why it stays"


def test_what_is_accepted_has_a_reason_and_is_there(alive: list[Mutant]) -> None:
    for one in KNOWN["accepted"]:
        assert one["reason"]
        assert one.get("part") or any(excuses(one, mutant) for mutant in alive), f"an example needs this now: {one}"
