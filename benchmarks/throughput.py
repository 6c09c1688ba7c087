"""How much a second each layer gets through, and which one a run waits for.

    python benchmarks/throughput.py [MACROS]

One process, one export of so many macros (1,000 when not said). Each layer is run alone on what the one before it
made; `promises` are made by the prose layer, so they are taken out of what the rules cost. Last, texts in which
nearly every sentence promises something are linted by the rules on words alone and by all rules.
"""

import io
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from exports import write_json

from trustlint.candidates import Candidates
from trustlint.config import Settings
from trustlint.discover import Target
from trustlint.engine import linter
from trustlint.gathering import gather
from trustlint.linter import Linter
from trustlint.message import Message
from trustlint.prose import Prose, plain_message
from trustlint.reading import Reader
from trustlint.report import Report
from trustlint.reporters import View, reporter
from trustlint.run import reported
from trustlint.sources import decoding, templates
from trustlint.sources.markup import markup


def timed(name: str, size: int, texts: int, work: Callable[[], Any]) -> tuple[Any, float]:
    """What the work gives and how long it took; prints a line about it."""
    before = time.process_time()
    result = work()
    seconds = time.process_time() - before
    print(f"{name:12}{seconds:8.2f} s{size / seconds / 1e6:9.2f} MB/s{texts / seconds:10,.0f} messages/s", flush=True)
    return result, seconds


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "macros.json"
        size = write_json(path, number)
        measure(str(path), size, number)
    measure_promises(number)


def measure(path: str, size: int, number: int) -> None:
    print(f"{number:,} macros, {size / 1e6:.1f} MB")
    settings = Settings(packs=("recommended",))
    rules, reader = linter(settings), Reader(settings)
    values = read_values(path)
    messages = [field[0] for field in reader.file(Target(path, named=True)) if isinstance(field, tuple)]
    warm(rules, messages[:500])
    costs: dict[str, float] = {}

    def layer(name: str, work: Callable[[], Any]) -> Any:
        result, costs[name] = timed(name, size, number, work)
        return result

    layer("read", lambda: read_values(path))
    tokens = layer("templates", lambda: [templates.tokens(value, ("liquid", "fill_in")) for value in values])
    masked = [templates.mask(value, found) for value, found in zip(values, tokens, strict=True)]
    layer("markup", lambda: [markup("auto").visible(value) for value in masked])
    proses = [Prose(message, rules.lexicon) for message in messages]
    layer("masking", lambda: [prose.folded for prose in proses])
    candidates = Candidates(rules._anchors)
    layer("candidates", lambda: [candidates.of(prose.plain) for prose in proses])
    layer("sentences", lambda: [prose.sentences for prose in proses])
    layer("promises", lambda: [prose.commitments for prose in proses])
    gathered = layer("everything", lambda: gather(reader.file(Target(path, named=True)), rules))
    file = layer("report", lambda: reported(gathered, rules))
    layer("concise", lambda: reporter("concise").write(Report([file], seconds=0), io.StringIO(), View()))
    parts = ("read", "templates", "markup", "masking", "candidates", "sentences", "promises")
    rest = costs["everything"] - sum(costs[name] for name in parts)
    print(f"{'rules, rest':12}{rest:8.2f} s")
    print(f"{len(file.diagnostics):,} diagnostics; most of it is {max(parts, key=costs.__getitem__)}")


PROMISES = (
    "We'll send you the corrected invoice. Our plumber will call you by Friday 9 May.",
    "I've passed your case to our claims desk. You'll hear from them within 3 working days.",
    "Your deposit will be returned soon. We're looking into the missing booking.",
    "Once the surveyor has been, we'll write to you. I will check this with the kitchen immediately.",
)


def measure_promises(number: int) -> None:
    """What promises cost where there is nothing but promises: rules on words alone, then all rules."""
    rules = linter(Settings(packs=("recommended",)))
    words = [n for n, rule in enumerate(rules.rules) if rule.check not in {"commitment", "policy"}]
    alone = Linter([rules.rules[n] for n in words], rules.lexicon, anchors=[rules._anchors[n] for n in words])
    messages = [plain_message(f"Hi Ana,\n\n{PROMISES[n % len(PROMISES)]} ({n})") for n in range(number)]
    size = sum(len(message.text) for message in messages)
    print(f"\n{number:,} messages of nothing but promises, {size / 1e6:.1f} MB")
    seconds = []
    for name, each in (("words alone", alone), ("all rules", rules)):
        warm(each, messages[:50])
        seconds.append(timed(name, size, number, lambda each=each: [each.lint(message) for message in messages])[1])
    print(f"all rules take {seconds[1] / seconds[0]:.1f} times as long as the rules on words alone")


def read_values(path: str) -> list[str]:
    """The texts of a Zendesk export, as its container reads it."""
    return [str(each["actions"][1]["value"]) for each in json.loads(decoding.read(path).text)["macros"]]


def warm(rules: Linter, messages: list[Message]) -> None:
    """Have every pattern compiled before a clock runs."""
    for message in messages:
        rules.lint(message)


if __name__ == "__main__":
    main()
