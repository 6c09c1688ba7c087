"""`trustlint explain RULE`: why, bad, good, rewrite, source."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from trustlint.cli import completion, options
from trustlint.rule import Example, Rule


@click.command()
@click.argument("rule", shell_complete=completion.rules)
@options.settings
@click.option("--pack", "packs", multiple=True, metavar="NAME|PATH", help="Also look in these packs. Repeatable.")
def command(rule: str, **asked: Any) -> None:
    """Explain a rule: why it exists, bad and good examples, the better wording, where the advice comes from."""
    from trustlint.cli.terminal import prepare_streams, wants_color
    from trustlint.engine import chosen

    rules, running = chosen(options.settled(asked))
    found = _named(rule, rules)
    prepare_streams()
    paint = Paint(wants_color(sys.stdout))
    click.echo("\n".join(explained(found, found.id in running, paint)), color=paint.color)


def _named(name: str, rules: list[Rule]) -> Rule:
    from trustlint.errors import UsageError
    from trustlint.prose.lexicon import near

    fitting = [rule for rule in rules if name in {rule.id, rule.name}]
    if fitting:
        return fitting[0]
    hint = near(name, [rule.id for rule in rules]) or near(name, [rule.name for rule in rules])
    raise UsageError(f"there is no rule {name!r}", hint=hint or "`trustlint rules --all` lists them")


class Paint:
    """Colours, or none."""

    def __init__(self, color: bool) -> None:
        self.color = color

    def __call__(self, text: str, **style: Any) -> str:
        return click.style(text, **style) if self.color else text


def explained(rule: Rule, runs: bool, paint: Paint) -> Iterator[str]:
    """The lines of an explanation."""
    state = "runs with these settings" if runs else f"does not run with these settings: {_missing(rule)}"
    yield paint(rule.id, bold=True)
    yield f"{rule.severity.name}, {rule.confidence.name} confidence; {state}"
    if rule.why:
        yield from ("", *_wrapped(rule.why))
    yield from _examples("Bad", rule.bad, "red", paint)
    yield from _examples("Good", rule.good, "green", paint)
    if rule.rewrite:
        yield from ("", paint("Better wording", bold=True), f"  {rule.rewrite}")
    if rule.source:
        yield from ("", paint("Source", bold=True), *(f"  {source}" for source in rule.source))
    switch, value = ("off", "off") if runs else ("on", rule.severity.name)
    if runs or rule.state != "auto":
        yield from ("", paint(f"Switch it {switch}", bold=True), f"  in trustlint.yaml:  rules: {{{rule.id}: {value}}}")
    yield from ("", paint("Ignore it once", bold=True), f"  in the text:  <!-- trustlint-ignore {rule.id}: why -->")
    yield f'  in trustlint.yaml:  ignore: [{{rule: {rule.id}, record: "its title or id", reason: why}}]'


def _missing(rule: Rule) -> str:
    """Why a rule does not run."""
    if rule.state == "auto":
        return f"it needs `{rule.options.get('setting', 'a setting')}` in trustlint.yaml"
    return "it must be asked for" if rule.state == "opt-in" else "they leave it out"


def _wrapped(text: str) -> list[str]:
    import textwrap

    return textwrap.wrap(text, 88)


def _examples(title: str, examples: Sequence[Example], color: str, paint: Paint) -> Iterator[str]:
    if examples:
        yield ""
        yield paint(title, bold=True)
    for example in examples:
        yield "  " + marked(example, color, paint).replace("\n", "\n  ")


def marked(example: Example, color: str, paint: Paint) -> str:
    """An example with its underlines, by style or by « »."""
    shown, at = "", 0
    for start, end in example.spans:
        words = example.text[start:end]
        shown += example.text[at:start] + (paint(words, fg=color, underline=True) if paint.color else f"«{words}»")
        at = end
    return shown + example.text[at:]
