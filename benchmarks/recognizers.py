"""How the time recogniser does on the public English specs of microsoft/Recognizers-Text, where they fit support text.

    python benchmarks/recognizers.py [--show FILE]

Reads ../shared/judges/recognizers-text. An extent is right when it is the expected one but for leading prepositions
and articles, which trustlint counts in; bounds are right when the date (as far as we claim it) or the hours are. What
fails is grouped by the first reason that applies; `where it fits` leaves out what no promise to a customer says.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from trustlint.prose.mask import normalise
from trustlint.prose.time import Time, times

SPECS = Path(__file__).resolve().parents[1].parent / "shared" / "judges" / "recognizers-text"
FILES = ("DateParser", "DatePeriodParser", "DurationParser", "SetParser", "TimeParser", "TimePeriodParser")
LEAD = re.compile(
    r"^(?:(?:on or before|no later than|within|in|by|on|at|before|after|until|till|since|from|between|for|of|over"
    r"|during|around|about|every|each|the|this|a|an"
    r"|take[sn]?|allow|wait|less than|more than|up to|at least|have|been|is|are|be)\s+)+",
    re.IGNORECASE,
)
APART = frozenset(
    {
        "the past, which no promise names",
        "year, decade or century alone",
        "a bare number for a day or an hour",
        "week of year",
        "part of a day or season",
    }
)
REASONS = (
    (
        "the past, which no promise names",
        r"\bago\b|\blast\b|previous|past|yesterday|earlier|since|\bback\b|before|prior",
    ),
    (
        "year, decade or century alone",
        r"^\W*(?:the\s+)?(?:year\s+)?(?:[12]\d{3}|\d0s|\w+ties|.*centur|.*decade|.*hundred|.*thousand|.*year )",
    ),
    (
        "a bare number for a day or an hour",
        r"^(?:\w+\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?$|^\w+$|^\d+[-/]\d+$|^\w+ (?:\w+ )?(?:past|to) \w+",
    ),
    (
        "times spelled out",
        (
            r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty"
            r"|thirty|forty|fifty|half|quarter)\b"
        ),
    ),
    (
        "part of a day or season",
        r"morning|afternoon|evening|night|dawn|dusk|summer|winter|spring|fall|autumn|lunch|dinner|breakfast|noon",
    ),
    ("week of year", r"week"),
    ("an open or mixed range", r"-|to\b|and\b|through|till|until|after|later|between"),
)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("--show", default="", help="a spec whose misses are listed")
    args = ask.parse_args()
    if not SPECS.is_dir():
        sys.exit(f"{SPECS} is not here")
    totals: Counter[str] = Counter()
    for name in FILES:
        cases = json.loads((SPECS / f"{name}.json").read_text(encoding="utf-8-sig"))
        score(name, [case for case in cases if "python" not in case.get("NotSupported", "")], args.show == name, totals)
    fits = totals["all"] - totals["apart"]
    print(f"{'all':18} extent {totals['extent'] / totals['all']:.2f}  of {totals['all']}")
    print(
        f"{'where it fits':18} extent {totals['extent'] / fits:.2f}  bounds {totals['bounds'] / totals['extent']:.2f}"
    )


def score(name: str, cases: list[dict[str, object]], show: bool, totals: Counter[str]) -> None:
    tally: Counter[str] = Counter()
    missed: dict[str, list[str]] = defaultdict(list)
    for case in cases:
        text = normalise(str(case["Input"]).replace("|", ""))
        found = times(text)
        expected = case["Results"]
        assert isinstance(expected, list)
        if not expected:
            tally["quiet"] += not found
            tally["silent"] += 1
        for result in expected:
            tally["all"] += 1
            match = next((time for time in found if same(time.span.of(text), result["Text"])), None)
            if match is None:
                tally["apart"] += reason(result["Text"]) in APART
                missed[reason(result["Text"])].append(
                    f"{text!r} want {result['Text']!r} have {[t.span.of(text) for t in found]}"
                )
                continue
            tally["extent"] += 1
            right = bounds(match, result["Value"])
            tally["bounds"] += right
            if not right:
                missed["bounds"].append(
                    f"{text!r} want {result['Value']['Timex']} have {match.lower}-{match.upper} {match.date}"
                )
    totals.update(tally)
    extent, bounded = tally["extent"] / tally["all"], tally["bounds"] / max(1, tally["extent"])
    print(f"{name:18} extent {extent:.2f}  bounds {bounded:.2f}  of {tally['all']}")
    print(f"{'':18} nothing found where nothing is: {tally['quiet']}/{tally['silent']}")
    for why, lines in sorted(missed.items(), key=lambda item: -len(item[1])):
        print(f"    {len(lines):4}  {why}")
        for line in lines if show else []:
            print("          ", line)


def same(ours: str, theirs: str) -> bool:
    return bare(ours) == bare(theirs)


def bare(text: str) -> str:
    return LEAD.sub("", text.strip(" .,").casefold())


def reason(text: str) -> str:
    return next((why for why, pattern in REASONS if re.search(pattern, text, re.IGNORECASE)), "other")


def bounds(time: Time, value: dict[str, object]) -> bool:
    timex = str(value["Timex"])
    if found := re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([SMHDWY])(?:(\d+)M)?", timex):
        hours = {"S": 1 / 3600, "M": 1 / 60 if found[1] else 720, "H": 1, "D": 24, "W": 168, "Y": 8760}[found[3]]
        want = float(found[2]) * hours + (int(found[4] or 0) / 60 if found[1] else 0)
        return any(bound is not None and abs(bound - want) < 0.02 for bound in (time.lower, time.upper))
    if found := re.fullmatch(r"(XXXX|\d{4})-(\d\d)(?:-(\d\d))?", timex):
        if time.date is None:
            return time.upper is not None or time.kind in (
                "none",
                "vague",
            )  # told from today: the day itself needs a clock
        return timex.replace("XXXX", "").lstrip("-").endswith(time.date.lstrip("-")) or time.date in timex
    return True


if __name__ == "__main__":
    main()
