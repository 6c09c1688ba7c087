"""The pages on rules, made of the packs and of what is known about them: `python benchmarks/rule_pages.py`.

docs/rules/<pack>.md has a section for each rule, docs/rules/README.md lists them by pack and by principle, and the
table in docs/rule-evidence.md says what each was seen to do. A test fails when they are not what this would write.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from trustlint.cache import Cache
from trustlint.packs import load_builtin
from trustlint.rule import Example, Pack, Rule

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
BEGIN, END = "<!-- made by benchmarks/rule_pages.py -->\n", "<!-- end -->\n"
SHOWN = 5
"""Examples of a kind that are shown at once."""

KINDS = {
    "existence": "looks for words",
    "substitution": "looks for words with a better wording",
    "occurrence": "counts words",
    "requirement": "looks for words that must come with others",
    "commitment": "reads promises",
    "policy": "holds promises against your limits",
    "contradiction": "holds the texts of a library against each other",
    "placeholder": "looks at placeholders",
    "date": "holds dates against today's",
    "repetition": "looks for words said twice",
    "conditional": "looks for words that must come after others",
    "consistency": "looks for two ways to say one thing",
    "metric": "measures",
}


def pages() -> Iterator[tuple[Path, str]]:
    """Every page that is made, with its text."""
    packs = sorted(load_builtin(Cache(None)).packs)
    counts, judged = counted(), judgements()
    yield DOCS / "rules" / "README.md", index(packs)
    for pack in packs:
        yield DOCS / "rules" / f"{pack.name}.md", "\n".join(page(pack, counts, judged)) + "\n"
    hand_written = (DOCS / "rule-evidence.md").read_text("utf-8")
    before, _, rest = hand_written.partition(BEGIN)
    after = rest.partition(END)[2]
    yield DOCS / "rule-evidence.md", before + BEGIN + "\n".join(evidence(packs, counts, judged)) + "\n" + END + after


def counted() -> dict[str, dict[str, int]]:
    """The figures of docs/evidence.csv by rule."""
    with (DOCS / "evidence.csv").open(encoding="utf-8", newline="") as file:
        return {row.pop("rule"): {name: int(value) for name, value in row.items()} for row in csv.DictReader(file)}


def judgements() -> dict[str, Any]:
    """What people read of the hits, by rule: `read`, `right`, `note`, those of docs/judgements.csv included."""
    judged: dict[str, Any] = yaml.safe_load((DOCS / "evidence.yaml").read_text("utf-8"))
    with (DOCS / "judgements.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            of_rule = judged.setdefault(row["rule"], {})
            of_rule["sampled"] = of_rule.get("sampled", 0) + 1
            of_rule["acted_on"] = of_rule.get("acted_on", 0) + (row["verdict"] == "right")
    return judged


# --- a page for each pack


def page(pack: Pack, counts: Mapping[str, Any], judged: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {pack.name}: {pack.title[:1].lower()}{pack.title[1:]}\n"
    yield f"{pack.principle}\n"
    yield "| rule | severity | confidence | runs |\n|---|---|---|---|"
    for rule in pack.rules:
        yield f"| [{rule.name}](#{rule.name}) | {rule.severity.name} | {rule.confidence.name} | {state(rule)} |"
    for rule in pack.rules:
        yield ""
        yield from section(rule, counts.get(rule.id, {}), judged.get(rule.id, {}))
    yield "\n[All rules](README.md) · [How rules are written](../writing-rules.md) · [Evidence](../rule-evidence.md)"


def state(rule: Rule) -> str:
    """In which preset a rule runs, or by which setting."""
    if rule.state == "auto":
        return f"when `{rule.options.get('setting', rule.name)}` is set"
    return "in `recommended`" if rule.state == "on" else "in `all`, or when named"


def section(rule: Rule, counts: Mapping[str, int], judged: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {rule.name}\n"
    kind = KINDS.get(rule.check, f"`check: {rule.check}`")
    yield f"{rule.severity.name} · {rule.confidence.name} confidence · runs {state(rule)} · {kind}\n"
    yield f"> {escaped(rule.message)}\n"
    yield f"{escaped(rule.why)}\n"
    yield from examples("Reported, with the underlined words in bold", rule.bad)
    yield from examples("Fine", rule.good)
    yield f"**Better:** {escaped(rule.rewrite)}\n"
    yield "```yaml\n# trustlint.yaml"
    yield f"rules: {{{rule.id}: {_other(rule)}}}   # or {_others(rule)}"
    yield f'ignore: [{{rule: {rule.id}, record: "id or title", reason: why this one stays}}]'
    yield "```\n"
    if rule.state == "auto":
        setting = rule.options.get("setting", rule.name)
        yield f"It needs the setting `{setting}`: [settings](../configuration.md).\n"
    yield f"In a text: `<!-- trustlint-ignore {rule.id}: why this one stays -->` ([other formats](../suppressing.md))\n"
    yield f"Source: {', '.join(rule.source)}. {' '.join(known(rule, counts, judged))}"


def _other(rule: Rule) -> str:
    return "suggestion" if rule.severity.name == "warning" else "warning"


def _others(rule: Rule) -> str:
    return ", ".join(one for one in ("error", "warning", "suggestion", "off") if one != _other(rule))


def examples(title: str, listed: Iterable[Example]) -> Iterator[str]:
    lines = [f"* {marked(one)}" for one in listed]
    yield f"**{title}**\n"
    yield "\n".join(lines[:SHOWN]) + "\n"
    if len(lines) > SHOWN:
        yield f"<details><summary>{len(lines) - SHOWN} more</summary>\n"
        yield "\n".join(lines[SHOWN:]) + "\n\n</details>\n"


def marked(example: Example) -> str:
    """An example with its underlines in bold."""
    shown, at = "", 0
    for start, end in example.spans:
        shown += escaped(example.text[at:start]) + f"**{escaped(example.text[start:end])}**"
        at = end
    text = shown + escaped(example.text[at:])
    return text if example.fixed is None else f"{text} → {escaped(example.fixed)}"


_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>|#~$"})


def escaped(text: str) -> str:
    """Text as Markdown shows it unchanged, on one line."""
    return text.translate(_SPECIAL).replace("\n", "<br>")


def known(rule: Rule, counts: Mapping[str, int], judged: Mapping[str, Any]) -> Iterator[str]:
    """What was seen of a rule, in a sentence or two."""
    hits = counts.get("chats", 0) + counts.get("templates", 0)
    if rule.state == "auto":
        yield "It needs your settings, so it was not counted on other people's texts."
        return
    if not hits:
        yield "Not seen once on texts of public projects."
        return
    read = judged.get("read", 0) + judged.get("sampled", 0)
    right = judged.get("right", 0) + judged.get("acted_on", 0)
    times = "once" if hits == 1 else f"{hits:,} times"
    yield f"Seen {times} on texts of public projects" + (f" ({read} read, {right} right)." if read else ".")


# --- the index


def index(packs: Iterable[Pack]) -> str:
    packs = list(packs)
    return "\n".join([*_head(packs), *_by_pack(packs), *_by_principle(packs)]) + "\n"


def _head(packs: list[Pack]) -> Iterator[str]:
    rules = [rule for pack in packs for rule in pack.rules]
    by_state = {state: sum(rule.state == state for rule in rules) for state in ("on", "opt-in", "auto")}
    yield f"# The {len(rules)} rules\n"
    yield f"""\
* **`recommended`**, the preset that runs when nothing else is said: {by_state["on"]} rules. Each was right in at least
  nine of ten of its hits on [texts that nobody wrote for it](../rule-evidence.md), or is so narrow that it had none.
* **`all`** adds {by_state["opt-in"]} rules of taste, and such as are right less often.
* Rules that wait for a setting ({by_state["auto"]}) run in both presets once it is there.

```yaml
# trustlint.yaml
packs: [recommended]                  # or [all], or packs by name: [recommended, pressure]
rules:
  follow-up/no-next-step: suggestion  # a severity also switches a rule on
  empathy/*: warning                  # milder or harder, where it runs anyway
  timelines/immediate-start: off
```

`trustlint rules` lists what runs with your settings, `trustlint rules --all` the others too, `trustlint explain RULE`
says what stands here. How sure a rule is (`confidence`) is apart from how bad its matter is (`severity`); only rules
that are sure enough are heard (`--min-confidence`, `medium` when not said).
"""


def _by_pack(packs: Iterable[Pack]) -> Iterator[str]:
    yield "## By pack\n"
    yield "| rule | severity | confidence | runs | what it says |\n|---|---|---|---|---|"
    for pack in packs:
        yield f"| **[{pack.name}]({pack.name}.md)** | | | | *{escaped(pack.principle)}* |"
        for rule in pack.rules:
            columns = (link(rule), rule.severity.name, rule.confidence.name, state(rule), escaped(rule.message))
            yield f"| {' | '.join(columns)} |"
    yield ""


def _by_principle(packs: Iterable[Pack]) -> Iterator[str]:
    """Sources and the rules that rest on them: what a principle is covered by."""
    resting: dict[str, list[Rule]] = defaultdict(list)
    for pack in packs:
        for rule in pack.rules:
            for source in rule.source:
                resting[source].append(rule)
    own = {source: rules for source, rules in resting.items() if source.startswith("essays/")}
    yield "## By principle\n"
    yield "| principle | rules that hold it |\n|---|---|"
    for source, rules in sorted(own.items()):
        name = source.removeprefix("essays/").replace("-", " ")
        yield f"| {name} | {', '.join(map(link, rules))} |"
    yield "\n## By law, code or guide\n"
    yield "| source | rules that rest on it |\n|---|---|"
    for source, rules in sorted(resting.items()):
        if source not in own:
            yield f"| {source} | {', '.join(map(link, rules))} |"


def link(rule: Rule) -> str:
    return f"[{rule.name}]({rule.pack}.md#{rule.name})"


# --- the evidence


COLUMNS = (
    "rule", "severity", "confidence", "runs", "labelled: right / wrong", "read twice: right / wrong",
    "templates", "chats", "clean", "read: right", "sampled: right",
)  # fmt: skip


def evidence(packs: Iterable[Pack], counts: Mapping[str, Any], judged: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}"
    for pack in packs:
        for rule in pack.rules:
            yield f"| {' | '.join(_row(rule, counts.get(rule.id, {}), judged.get(rule.id, {})))} |"
    notes = [
        f"* [{rule.id}](rules/{rule.pack}.md#{rule.name}): {judged[rule.id]['note']}"
        for pack in packs
        for rule in pack.rules
        if judged.get(rule.id, {}).get("note")
    ]
    yield from ("", *notes, "")


def _row(rule: Rule, counts: Mapping[str, int], judged: Mapping[str, Any]) -> Iterator[str]:
    yield f"[{rule.id}](rules/{rule.pack}.md#{rule.name})"
    yield from (
        rule.severity.name,
        rule.confidence.name,
        {"on": "recommended", "opt-in": "all"}.get(rule.state, "setting"),
    )
    right, wrong = counts.get("right", 0), counts.get("wrong", 0)
    yield judged.get("labelled", "–")
    yield f"{right} / {wrong}" if right or wrong else "–"
    yield from (f"{counts[name]:,}" if counts.get(name) else "–" for name in ("templates", "chats", "clean"))
    yield f"{judged['read']}: {judged['right']}" if judged.get("read") else "–"
    yield f"{judged['sampled']}: {judged['acted_on']}" if judged.get("sampled") else "–"


def main() -> None:
    (DOCS / "rules").mkdir(exist_ok=True)
    made = dict(pages())
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    for path in set((DOCS / "rules").glob("*.md")) - set(made):
        path.unlink()
    print(f"{len(made)} pages", file=sys.stderr)


if __name__ == "__main__":
    main()
