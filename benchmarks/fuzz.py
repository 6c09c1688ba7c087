"""Broken files through every reader: no traceback, no hang, no memory without end.

    python benchmarks/fuzz.py [--minutes 10] [--seed 1] [--keep FOLDER] [FOLDER …]
    python benchmarks/fuzz.py --seed 1 --only 1234 [FOLDER …]

Files of the folders (of `examples/` when none is named, and a few made in `fuzz_files.py`) are broken (`mutations.py`)
and read as their names say or as any other format; each message is taken to its place in the file, split into
sentences, and now and then linted and rewritten. A case is made of the seed and its number alone. Cases run in a child
process with a cap on its memory; what takes more than its time is ended and told. Exit status 1 if anything was found.
"""

import argparse
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from fuzz_files import made
from fuzz_reading import read, warmed
from mutations import mutated

from trustlint.config import Settings
from trustlint.engine import formats

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 4.0
"""For a case, and as much again for each 100 kB of it."""
MEMORY = 1 << 30
"""Bytes that the child may use altogether; more is a MemoryError."""
BATCH = 200
_LONGEST_SEED = 150_000


class Seed(NamedTuple):
    name: str
    data: bytes


class Case(NamedTuple):
    number: int
    name: str
    data: bytes
    format: str | None
    windowed: bool
    linted: bool

    @property
    def seconds(self) -> float:
        return SECONDS * (1 + len(self.data) / 100_000) * (2 if self.linted else 1)


class Fuzzer:
    """Makes cases; files that are longer than is good for a case are cut."""

    def __init__(self, seed: int, folders: Sequence[str]) -> None:
        self.seed = seed
        self.formats = formats(Settings()).names
        self.files = [Seed(name, data) for name, data in made().items()]
        for folder in folders:
            for path in sorted(Path(folder).rglob("*")):
                if path.is_file() and path.suffix:
                    self.files.append(Seed(str(path.relative_to(folder)), path.read_bytes()[:_LONGEST_SEED]))
        self._kinds: dict[str, list[Seed]] = {}
        for each in self.files:
            self._kinds.setdefault(os.path.splitext(each.name)[1], []).append(each)

    def case(self, number: int) -> Case:
        chance = random.Random(f"{self.seed}:{number}")
        # Each kind of file as often as each other, however many there are of it.
        file = chance.choice(self._kinds[chance.choice(sorted(self._kinds))])
        data = mutated(chance, file.data, [other.data for other in chance.sample(self.files, 3)])
        format = chance.choice(self.formats) if chance.random() < 0.15 else None
        return Case(number, file.name, data, format, chance.random() < 0.1, chance.random() < 0.2)


def child(fuzzer: Fuzzer, first: int, last: int, out: int, folder: str) -> None:
    """Run cases, and tell of each that it begins and how it went."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for number in range(first, last):
        case = fuzzer.case(number)
        _tell(out, f"begun {number}")
        # Processor time: the clock also counts what other processes take.
        signal.setitimer(signal.ITIMER_VIRTUAL, 3 * case.seconds)
        before, peak = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        wrong = read(case.name, case.data, case.format, folder if case.windowed else None, linted=case.linted)
        seconds, more = time.process_time() - before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak
        _tell(out, f"done {number} {seconds:.2f} {more} {wrong.encode().hex() or '-'}")


def _tell(out: int, said: str) -> None:
    os.write(out, said.encode() + b"\n")


class Found(NamedTuple):
    case: Case
    what: str


def batch(fuzzer: Fuzzer, first: int, last: int, folder: str, peaks: Counter[str]) -> tuple[list[Found], int]:
    """What went wrong in a child, and the number of the case to go on with."""
    reads, writes = os.pipe()
    process = os.fork()
    if not process:
        os.close(reads)
        try:
            child(fuzzer, first, last, writes, folder)
        finally:
            os._exit(0)
    os.close(writes)
    found: list[Found] = []
    at, held = first, b""
    while said := os.read(reads, 65536):
        *lines, held = (held + said).split(b"\n")
        for line in lines:
            word, number, *more = line.decode("ascii").split()
            at = int(number)
            if word == "done":
                found += _judged(fuzzer.case(at), float(more[0]), int(more[1]), more[2], peaks)
                at += 1
    os.close(reads)
    status = os.waitpid(process, 0)[1]
    if at < last:
        ended = "takes too long" if os.WTERMSIG(status) == signal.SIGVTALRM else f"ended the process with {status}"
        found.append(Found(fuzzer.case(at), ended))
        at += 1
    return found, at


def _judged(case: Case, seconds: float, kilobytes: int, wrong: str, peaks: Counter[str]) -> list[Found]:
    suffix = os.path.splitext(case.name)[1]
    peaks[f"{suffix} seconds"] = max(peaks[f"{suffix} seconds"], round(seconds))
    peaks[f"{suffix} MB"] = max(peaks[f"{suffix} MB"], kilobytes // 1024)
    if wrong != "-":
        return [Found(case, bytes.fromhex(wrong).decode())]
    return [Found(case, f"took {seconds:.1f} s")] if seconds > case.seconds else []


def keep(found: Found, folder: Path | None) -> None:
    case = found.case
    shown = f"case {case.number}: {case.name} ({len(case.data)} bytes, as {case.format or 'itself'})\n{found.what}\n"
    print(shown, flush=True)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{case.number}-{os.path.basename(case.name)}"
        path.write_bytes(case.data)
        path.with_name(path.name + ".txt").write_text(shown, encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("folders", nargs="*", default=[str(ROOT / "examples")])
    options.add_argument("--minutes", type=float, default=10.0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--only", type=int)
    options.add_argument("--keep", type=Path)
    asked = options.parse_args()
    fuzzer = Fuzzer(asked.seed, asked.folders)
    if asked.only is not None:
        case = fuzzer.case(asked.only)
        with tempfile.TemporaryDirectory() as folder:
            wrong = read(case.name, case.data, case.format, folder if case.windowed else None, linted=case.linted)
        sys.exit(wrong or f"case {case.number}, {case.name}: nothing is wrong")
    warmed()
    number, several, peaks = asked.first, 0, Counter[str]()
    ends = time.monotonic() + asked.minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < ends:
            found, number = batch(fuzzer, number, number + BATCH, folder, peaks)
            several += len(found)
            for each in found:
                keep(each, asked.keep)
            if number // 1000 != (number - BATCH) // 1000:
                print(f"{number} cases, {several} found", flush=True)
    print(f"seed {asked.seed}, cases {asked.first} to {number}: {several} found; largest:", dict(sorted(peaks.items())))
    sys.exit(bool(several))


if __name__ == "__main__":
    main()
