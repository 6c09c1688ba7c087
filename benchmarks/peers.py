"""Other tools on the same texts, as a user waits for them: the whole process, in turn with trustlint.

    python benchmarks/peers.py [MACROS] [FILES] [RUNS]

A library in one JSON export (1,000 macros when not said) and a folder of text files (as many as the macros when not
said). `rg` and `grep` search for what the default rules look for: ripgrep for their phrases and patterns as ASCII,
where it knows the syntax, and else for the words they need; grep for those words only. They know nothing of records,
sentences or promises: they are the floor. Every other tool runs rules of its own, so this says how long one waits, not
who does more. trustlint has its patterns compiled, and forgets before every run what it has found in these files.
Tools that are not installed are named.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from exports import bodies, write_json
from timing import TRUSTLINT, Ratio, environment, run

from trustlint.config import Settings
from trustlint.engine import linter
from trustlint.local import is_local, needs

REMEMBERED = ("results-*", "verdicts-*")
"""Entries of the cache about files that were checked before."""

PATIENCE = 300
"""Seconds that another tool may take."""


def main() -> None:
    asked = [int(argument) for argument in sys.argv[1:]]
    macros = asked[0] if asked else 1000
    files = asked[1] if len(asked) > 1 else macros
    runs = asked[2] if len(asked) > 2 else 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        export = folder / "macros.json"
        size = write_json(export, macros)
        patterns, words = searched(folder)
        print(f"{macros:,} macros in one file, {size / 1e6:.1f} MB: trustlint takes, beside each,")
        own = [*TRUSTLINT, "check", "--output", "concise"]
        library = {
            "itself, one job": [*own, "--jobs", "1", str(export)],
            "rg": ["rg", "-c", "-i", "--no-unicode", "-f", str(patterns), str(export)],
            "grep -F": ["grep", "-c", "-i", "-F", "-f", str(words), str(export)],
            "vale": ["vale", "--config", str(vale_config(folder)), "--output", "line", str(as_lines(folder, macros))],
        }
        compared([*own, "--jobs", "2", str(export)], library, folder, runs)
        texts = written(folder / "texts", files)
        print(f"{files:,} text files: trustlint takes, beside each,")
        many = list(map(str, texts))
        compared(
            [*own, "--input-format", "text", str(folder / "texts")],
            {
                "rg": ["rg", "-c", "-i", "--no-unicode", "-f", str(patterns), str(folder / "texts")],
                "proselint": ["proselint", "check", *many],
                "write-good": ["write-good", *many],
                "alex": ["alex", "-q", *many],
                "textlint": ["textlint", "--config", str(textlint_config(folder)), *many],
                "vale": ["vale", "--config", str(vale_config(folder)), "--output", "line", str(folder / "texts")],
            },
            folder,
            runs,
        )


def compared(own: Sequence[str], others: dict[str, list[str]], folder: Path, runs: int) -> None:
    cache = folder / "cache"
    for name, command in others.items():
        if shutil.which(command[0]) is None:
            print(f"  {name:16} not installed")
        else:
            try:
                first, again = beside(own, command, cache, runs)
            except subprocess.TimeoutExpired:
                print(f"  {name:16} stopped after {PATIENCE} s", flush=True)
            else:
                print(f"  {name:16} {first}   again, nothing changed: {again}", flush=True)


def beside(own: Sequence[str], other: Sequence[str], cache: Path, runs: int) -> tuple[Ratio, Ratio]:
    """Trustlint's time in multiples of the other's, run in turn: as if the files were new, and as they were."""
    env = environment(str(cache))
    run(own, env)
    first: list[tuple[float, float]] = []
    again: list[tuple[float, float]] = []
    for _ in range(runs):
        forget(cache)
        new, known = run(own, env), run(own, env)
        forget(cache)
        others = run(other, env, PATIENCE)
        first.append((new, others))
        again.append((known, others))
    return ratio(first), ratio(again)


def ratio(seconds: Sequence[tuple[float, float]]) -> Ratio:
    ratios = [own / other for own, other in seconds]
    low, _, high = statistics.quantiles(ratios, n=4)
    return Ratio(statistics.median(ratios), low, high, statistics.median(own for own, _ in seconds))


def forget(cache: Path) -> None:
    for pattern in REMEMBERED:
        for entry in cache.rglob(pattern):
            entry.unlink()


def searched(folder: Path) -> tuple[Path, Path]:
    """Two files of what the default rules look for: patterns that ripgrep can read, and the words they need."""
    ready = linter(Settings())
    patterns: list[str] = []
    words: set[str] = set()
    for rule in ready.rules:
        if is_local(rule):
            from importlib import import_module

            sources = import_module(f"trustlint.checks.{rule.check}").sources_of(rule, ready.lexicon)
            for source, ways in zip(sources, needs(rule, ready.lexicon), strict=True):
                first = {literal for way in ways or () for literal in way[0] if literal.isascii()}
                words |= first
                patterns += [source] if is_read_by_ripgrep(source) else sorted(first)
    return listed(folder / "patterns", patterns), listed(folder / "words", sorted(words))


def is_read_by_ripgrep(source: str) -> bool:
    if not source.isascii() or shutil.which("rg") is None:
        return False
    done = subprocess.run(["rg", "--no-unicode", "-e", source, "/dev/null"], capture_output=True, check=False)
    return done.returncode < 2


def listed(path: Path, lines: Iterable[str]) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def written(folder: Path, number: int) -> list[Path]:
    """So many messages, each in a file of its own."""
    folder.mkdir()
    return [listed(folder / f"{at:05}.txt", [body]) for at, body in enumerate(bodies(number))]


def as_lines(folder: Path, number: int) -> Path:
    """The library as one text, for tools that know no records."""
    return listed(folder / "library.txt", bodies(number))


def vale_config(folder: Path) -> Path:
    (folder / "styles").mkdir(exist_ok=True)
    return listed(folder / ".vale.ini", ["StylesPath = styles", "[*]", "BasedOnStyles = Vale"])


def textlint_config(folder: Path) -> Path:
    return listed(folder / ".textlintrc.json", ['{"rules": {"write-good": true, "terminology": true}}'])


if __name__ == "__main__":
    main()
