"""Other tools on the same texts, as a user waits for them: the whole process, in turn with trustlint.

    python benchmarks/peers.py [MACROS] [FILES] [RUNS] [PYTHON]

A library in one JSON export (1,000 macros when not said) and a folder of Markdown files (as many as the macros when not
said). `rg` and `grep` search for what the default rules look for: ripgrep for their phrases and patterns as ASCII,
what they say about what stands before and after left out, for it knows no such syntax; in a second run it is given the
words that those patterns need in their place, which is far less. grep searches for such words only. They know nothing
of records, sentences or promises: they are the floor. Vale runs twice: with its own style, and with the default rules'
phrases and patterns as a style. Every other tool runs rules of its own, so this says how long one waits, not who does
more. trustlint has its patterns compiled, and forgets before every run what it has found in these files; what it takes
when it need not stands beside. PYTHON is one that trustlint is installed in, as for startup.py. Tools that are not
installed, or that did not do their work, are named.
"""

import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from exports import bodies, write_json
from timing import TRUSTLINT, Ratio, environment, run

from trustlint.config import Settings
from trustlint.engine import linter
from trustlint.local import is_local, needs

REMEMBERED = ("results-*", "verdicts-*", "messages-*")
"""Entries of the cache about files that were checked before."""

PATIENCE = 300
"""Seconds that another tool may take."""

SEARCHED = {"rg": 1, "grep": 1, "vale": 1}
"""The highest exit status of a tool that has done its work, where others say that it has not."""

RIPGREP = ["rg", "-c", "-i", "--no-unicode", "--dfa-size-limit", "1G", "--regex-size-limit", "1G"]
"""With room for its automaton: it takes a fifth longer in the room that it gives itself."""


def main() -> None:
    asked = [int(argument) for argument in sys.argv[1:4]]
    python = sys.argv[4] if len(sys.argv) > 4 else None
    macros = asked[0] if asked else 1000
    files = asked[1] if len(asked) > 1 else macros
    runs = asked[2] if len(asked) > 2 else 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        export = folder / "macros.json"
        size = write_json(export, macros)
        rules = sources()
        patterns, fewer, words = searched(folder, rules)
        by_rules = ["vale", "--config", str(vale_config(folder / "rules", "Trust", rules)), "--output", "line"]
        by_vale = ["vale", "--config", str(vale_config(folder / "own", "Vale")), "--output", "line"]
        print(f"{macros:,} macros in one file, {size / 1e6:.1f} MB: trustlint takes, beside each,")
        # `-P`: not the checkout that this may be started in.
        trustlint = [python, "-P", *TRUSTLINT[1:]] if python else TRUSTLINT
        own = [*trustlint, "check", "--output", "concise"]
        markdown = [*own, "--input-format", "markdown"]
        lines = str(as_lines(folder, macros))
        library = {
            "itself, one job": [*own, "--jobs", "1", str(export)],
            "rg": [*RIPGREP, "-f", str(patterns), str(export)],
            "rg, half words": [*RIPGREP, "-f", str(fewer), str(export)],
            "grep -F": ["grep", "-c", "-i", "-F", "-f", str(words), str(export)],
            "vale": [*by_vale, lines],
            "vale, our rules": [*by_rules, lines],
        }
        compared([*own, "--jobs", "2", str(export)], library, folder, runs, installed=python is not None)
        texts = written(folder / "texts", files)
        textlint = ["textlint", "--config", str(textlint_config(folder))]

        def peers(*paths: str) -> dict[str, list[str]]:
            return {
                "rg": [*RIPGREP, "-f", str(patterns), *paths],
                "proselint": ["proselint", "check", *paths],
                "write-good": ["write-good", *paths],
                "alex": ["alex", "-q", *paths],
                "textlint": [*textlint, *paths],
                "vale": [*by_vale, *paths],
                "vale, our rules": [*by_rules, *paths],
            }

        print(f"{files:,} Markdown files: trustlint takes, beside each,")
        compared(
            [*markdown, str(folder / "texts")], peers(*map(str, texts)), folder, runs, installed=python is not None
        )
        print("One Markdown file: trustlint takes, beside each,")
        compared([*markdown, str(texts[0])], peers(str(texts[0])), folder, max(runs, 7), installed=python is not None)


def compared(own: Sequence[str], others: dict[str, list[str]], folder: Path, runs: int, *, installed: bool) -> None:
    cache = folder / "cache"
    for name, command in others.items():
        if shutil.which(command[0]) is None:
            print(f"  {name:16} not installed")
        elif (why := failure(command)) is not None:
            print(f"  {name:16} did not search: {why}", flush=True)
        else:
            try:
                first, again = beside(own, command, cache, runs, installed=installed)
            except subprocess.TimeoutExpired:
                print(f"  {name:16} stopped after {PATIENCE} s", flush=True)
            else:
                print(f"  {name:16} {first}   again, nothing changed: {again}", flush=True)


def failure(command: Sequence[str]) -> str | None:
    """What a tool says when it does nothing: an error is soon told, and would look like speed."""
    if command[0] not in SEARCHED:
        return None
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return None
    return done.stderr.strip()[:200] if done.returncode > SEARCHED[command[0]] else None


def beside(own: Sequence[str], other: Sequence[str], cache: Path, runs: int, *, installed: bool) -> tuple[Ratio, Ratio]:
    """Trustlint's time in multiples of the other's, run in turn: as if the files were new, and as they were."""
    env = environment(str(cache), installed=installed)
    done = subprocess.run(own, env=env, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        sys.exit(f"trustlint has not checked it: {done.stderr.strip()}")
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


class Source(NamedTuple):
    """A pattern of a rule, and words of which one stands in all that it matches."""

    rule: str
    pattern: str
    words: tuple[str, ...]


def sources() -> list[Source]:
    """What the default rules look for."""
    ready = linter(Settings())
    found = []
    for rule in ready.rules:
        if is_local(rule):
            patterns = import_module(f"trustlint.checks.{rule.check}").sources_of(rule, ready.lexicon)
            for pattern, ways in zip(patterns, needs(rule, ready.lexicon), strict=True):
                words = {literal for way in ways or () for literal in way[0] if literal.isascii()}
                # A name may stand once in a list of patterns.
                found.append(Source(rule.id, re.sub(r"\(\?P<\w+>", "(?:", pattern), tuple(sorted(words))))
    return found


def searched(folder: Path, rules: Sequence[Source]) -> tuple[Path, Path, Path]:
    """Three files of what the default rules look for: patterns that ripgrep can read; the same, with words in the place
    of those that it can read in part only; and the words that all of them need.
    """
    patterns, fewer = [], []
    for rule in rules:
        words = list(map(re.escape, rule.words))
        plain = without_lookaround(rule.pattern)
        whole = is_read_by_ripgrep(rule.pattern)
        patterns += [plain] if whole or is_read_by_ripgrep(plain) else words
        fewer += [rule.pattern] if whole else words
    every = sorted({word for rule in rules for word in rule.words})
    return listed(folder / "patterns", patterns), listed(folder / "fewer", fewer), listed(folder / "words", every)


PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?<?[=!])?|\)", re.DOTALL)


def without_lookaround(pattern: str) -> str:
    """A pattern without what it says about what stands before and after, and without possessive repetition."""
    kept, at, inside = [], 0, 0
    for piece in PIECE.finditer(pattern):
        kept += [] if inside else [pattern[at : piece.start()]]
        at = piece.end()
        if inside or piece[0].startswith("(?"):
            inside += piece[0].startswith("(") - (piece[0] == ")")
        else:
            kept.append(piece[0])
    return re.sub(r"([*+?}])\+", r"\1", "".join([*kept, pattern[at:]]))


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
    return [listed(folder / f"{at:05}.md", [body]) for at, body in enumerate(bodies(number))]


def as_lines(folder: Path, number: int) -> Path:
    """The library as one text, for tools that know no records."""
    return listed(folder / "library.txt", bodies(number))


def vale_config(folder: Path, style: str, rules: Sequence[Source] = ()) -> Path:
    """Settings of Vale for a style, which is written of the rules if there are any."""
    styles = folder / "styles" / style
    styles.mkdir(parents=True)
    config = listed(
        folder / ".vale.ini", ["StylesPath = styles", "MinAlertLevel = suggestion", "[*]", f"BasedOnStyles = {style}"]
    )
    for name in dict.fromkeys(rule.rule for rule in rules):
        own = [rule for rule in rules if rule.rule == name]
        written = styles / f"{name.replace('/', '-')}.yml"
        # Vale's engine has no possessive repetition.
        vale_rule(written, [re.sub(r"([*+?}])\+", r"\1", rule.pattern) for rule in own])
        if failure(["vale", "--config", str(config), str(config)]) is not None:
            vale_rule(written, [rf"\b{re.escape(word)}\b" for rule in own for word in rule.words])
    return config


def vale_rule(path: Path, tokens: Sequence[str]) -> None:
    rule = {"extends": "existence", "message": "'%s'", "ignorecase": True, "nonword": True, "tokens": list(tokens)}
    path.write_text(json.dumps(rule), encoding="utf-8")


def textlint_config(folder: Path) -> Path:
    return listed(folder / ".textlintrc.json", ['{"rules": {"write-good": true, "terminology": true}}'])


if __name__ == "__main__":
    main()
