"""No filter, no `unless` and no setting of a rule that ships is there without an example that needs it, but for those
that `untested.yaml` knows of.

Parts inside patterns take longer: `python benchmarks/untested.py` looks at them, and at the names of the lexicon with
`--lexicon`.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from trustlint import engine
from trustlint.config import Settings
from trustlint.mutation.survivors import survivors
from trustlint.mutation.telling import gathered

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from untested import Examined, excuses, globs, known, unaccepted

KNOWN = known()
SETTINGS = Settings(packs=("all",), cache=False)


@pytest.fixture(scope="module")
def of_rules() -> list[Examined]:
    rules, lint = engine.tested(SETTINGS, whole=True)
    return [Examined(rule.id, rule.path, list(survivors([rule], lint, {"entry"}))) for rule in rules]


def more(examined: Iterable[Examined]) -> list[str]:
    """What there is more of than is known."""
    found = []
    for one in examined:
        said = [f"{one.id}:{line}: {said}" for line, said in gathered(unaccepted(one, KNOWN["accepted"]))]
        found += said if len(said) > KNOWN["known"].get(one.id, [0, 0])[0] else []
    return found


WHAT_TO_DO = "add an example that needs it, take it out, or say in tests/untested.yaml why it stays"


def test_every_entry_of_a_rule_is_needed_or_known(of_rules: list[Examined]) -> None:
    assert more(of_rules) == [], WHAT_TO_DO


def test_what_is_accepted_has_a_reason_and_is_there(of_rules: list[Examined]) -> None:
    for why in KNOWN["accepted"]:
        assert why["reason"]
        there = any(excuses(why, one.id, gap) for one in of_rules for gap in one.alive)
        elsewhere = why.get("part") or all(glob.startswith("lexicon/") for glob in globs(why))
        assert elsewhere or there, f"an example needs this now: {why}"
