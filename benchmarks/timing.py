"""Whole processes timed against each other, in turn, so that a drifting machine drifts for both."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PASS = [sys.executable, "-c", "pass"]
TRUSTLINT = [sys.executable, "-c", "from trustlint.__main__ import main; main()"]


class Ratio(NamedTuple):
    """How many times as long as the other, run by run: the middle one, and where the middle half of them lies."""

    median: float
    low: float
    high: float
    seconds: float

    def __str__(self) -> str:
        return f"{self.median:6.2f} x  ({self.low:.2f} to {self.high:.2f}; {self.seconds * 1000:.0f} ms)"


def environment(cache: str, *, installed: bool = False) -> dict[str, str]:
    """The environment of a measured process: its own cache, and compiled modules kept as after an installation.

    `installed`: trustlint is that of its Python, not this checkout.
    """
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")}
    path = {} if installed else {"PYTHONPATH": str(ROOT)}
    return {**kept, **path, "XDG_CACHE_HOME": cache, "LOCALAPPDATA": cache, "COLUMNS": "100"}


def run(command: Sequence[str], env: dict[str, str], limit: float | None = None) -> float:
    """The seconds from start to exit. TimeoutExpired after `limit` of them."""
    before = time.perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run(command, env=env, stdout=quiet, stderr=quiet, check=False, timeout=limit)
    return time.perf_counter() - before


def paired(
    command: Sequence[str],
    other: Sequence[str] = PASS,
    *,
    runs: int = 15,
    cold: bool = False,
    before: Callable[[int], None] | None = None,
    installed: bool = False,
) -> Ratio:
    """A command against another.

    `cold` gives it an empty cache each time; `before` is called with the number of each run.
    """
    ratios, seconds = [], []
    with tempfile.TemporaryDirectory() as cache:
        env = environment(cache, installed=installed)
        for number in range(2):
            if before is not None:
                before(-number - 1)
            run(command, env)
            run(other, env)
        for number in range(runs):
            if before is not None:
                before(number)
            own = environment(os.path.join(cache, str(number)), installed=installed) if cold else env
            seconds.append(run(command, own))
            ratios.append(seconds[-1] / run(other, env))
    low, _, high = statistics.quantiles(ratios, n=4)
    return Ratio(statistics.median(ratios), low, high, statistics.median(seconds))
