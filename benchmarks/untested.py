"""What of the rules that ship, and of the words they share, no example needs, held against what is known.

    python benchmarks/untested.py [PACK…]             list it; 1 when there is more of it than tests/untested.yaml says
    python benchmarks/untested.py --lexicon [NAME…]   the same of the names of the lexicon
    python benchmarks/untested.py [--lexicon] --write   write the present numbers there

Leaving out one thing at a time takes minutes for all packs and names, so the tests look at whole entries only, and this
at everything.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from trustlint import engine
from trustlint.config import Settings
from trustlint.mutation.needs import Needs
from trustlint.mutation.survivors import Gap, survivors
from trustlint.mutation.telling import gathered
from trustlint.mutation.terms import Term, terms
from trustlint.packs import BUILTIN

KNOWN = Path(__file__).resolve().parent.parent / "tests" / "untested.yaml"
HEAD = """\
# What no example of the rules that ship needs. `accepted` says why something is there all the same. `known` is how
# much else there is, by rule: whole entries (a filter, an `unless`), and parts of patterns; a list of plain words is
# one. The numbers may only fall: `python benchmarks/untested.py` lists what they stand for, `--write` writes them.
# A name of the lexicon, or of the `terms` of a pack, is `lexicon/NAME` here; what no example of any rule needs of it is
# listed with `--lexicon`.
# An accepted `part` is looked for by the benchmark only.
"""
SETTINGS = Settings(packs=("all",), cache=False)


class Examined(NamedTuple):
    """A rule or a name of the lexicon, and what of it no example needs."""

    id: str
    path: str
    alive: Sequence[Gap]


def known() -> dict[str, Any]:
    """`accepted`: rule, key or gone, reason; `known`: the numbers of entries and parts by rule."""
    data = yaml.safe_load(KNOWN.read_text("utf-8"))
    return {"accepted": data["accepted"] or [], "known": data["known"] or {}}


def unaccepted(one: Examined, accepted: Iterable[dict[str, Any]]) -> list[Gap]:
    """The survivors that nobody has given a reason for."""
    return [gap for gap in one.alive if not any(excuses(reason, one.id, gap) for reason in accepted)]


def excuses(reason: dict[str, Any], id: str, gap: Gap) -> bool:
    """Whether a reason is about a survivor: of its rule (a glob or several), under its key, and, if so said, itself."""
    asked = ("key", gap.key), ("gone", gap.gone)
    return any(fnmatchcase(id, glob) for glob in globs(reason)) and all(
        reason.get(key, value) == value for key, value in asked
    )


def globs(reason: dict[str, Any]) -> list[str]:
    """The rules that a reason is about."""
    return [reason["rule"]] if isinstance(reason["rule"], str) else reason["rule"]


def of_rules(packs: Sequence[str]) -> Iterator[Examined]:
    """The rules of some packs, or of all."""
    rules, lint = engine.tested(SETTINGS, whole=True)
    for rule in rules:
        if not packs or rule.pack in packs:
            yield Examined(rule.id, rule.path, list(survivors([rule], lint)))


def of_lexicon(names: Sequence[str]) -> Iterator[Examined]:
    """Some names of the lexicon, or all; those that code asks for are left to the tests of that code."""
    needs = Needs(engine.tested(SETTINGS, whole=True)[0], engine.words(SETTINGS))
    print(f"left out, for not only rules ask for them: {', '.join(sorted(needs.asked_by_code))}")
    for term in shipped_terms():
        if term.name not in needs.asked_by_code and (not names or term.name in names):
            yield Examined(term.id, term.path, list(needs.survivors(term)))


def shipped_terms() -> Iterator[Term]:
    """The names of the lexicon, and those of the packs."""
    for path in (*sorted(Path(BUILTIN, "lexicon").glob("*.yaml")), *sorted(Path(BUILTIN).glob("*.yaml"))):
        yield from terms(path.read_text("utf-8"), str(path))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("asked", nargs="*")
    parser.add_argument("--lexicon", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    before, now = known(), {}
    for one in of_lexicon(asked.asked) if asked.lexicon else of_rules(asked.asked):
        alive = unaccepted(one, before["accepted"])
        now[one.id] = numbers(alive)
        if asked.asked or worse(now[one.id], before["known"].get(one.id, [0, 0])):
            print(*(f"{Path(one.path).name}:{line}: {one.id}: {said}" for line, said in gathered(alive)), sep="\n")
        print(f"{one.id}: {now[one.id]}, known {before['known'].get(one.id, [0, 0])}", flush=True)
    entries, parts = (sum(counts[grade] for counts in now.values()) for grade in (0, 1))
    print(f"{len(now)} {'names' if asked.lexicon else 'rules'}: {entries} entries and {parts} parts no example needs")
    if asked.write:
        write(before, now)
        return 0
    return int(any(worse(now[name], before["known"].get(name, [0, 0])) for name in now))


def numbers(alive: Sequence[Gap]) -> list[int]:
    """How many entries and how many parts; a list of plain words is one."""
    of_grade = ([one for one in alive if (one.grade == "entry") is entry] for entry in (True, False))
    return [len(list(gathered(gaps))) for gaps in of_grade]


def worse(now: list[int], before: list[int]) -> bool:
    return any(one > other for one, other in zip(now, before, strict=True))


def write(before: dict[str, Any], now: dict[str, list[int]]) -> None:
    """Write what is known now; what was not looked at stays as it was, unless it is not there any more."""
    named = {term.id for term in shipped_terms()}
    there = {id: counts for id, counts in before["known"].items() if not id.startswith("lexicon/") or id in named}
    rest = {id: counts for id, counts in sorted({**there, **now}.items()) if any(counts)}
    accepted = yaml.safe_dump({"accepted": before["accepted"]}, sort_keys=False, allow_unicode=True, width=110)
    known = "".join(f"  {name}: {counts}\n" for name, counts in rest.items())
    KNOWN.write_text(HEAD + accepted + (f"known:\n{known}" if known else "known: {}\n"), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
