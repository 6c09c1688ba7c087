"""`trustlint rules`: what there is to catch."""

import json
import sys
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import click

from trustlint.cli import options
from trustlint.cli.unsupported import say_unsupported
from trustlint.rule import Rule


@click.command()
@click.option("--output", type=click.Choice(["table", "json", "markdown"]), default="table", show_default=True)
@click.option("--all", "everything", is_flag=True, help="Also the rules that these settings leave switched off.")
@options.settings
@options.selection
def command(output: str, everything: bool, **asked: Any) -> None:
    """List the rules that run with these settings, pack by pack."""
    from trustlint.cli.terminal import prepare_streams
    from trustlint.engine import chosen

    settings = options.settled(asked)
    rules, running = chosen(settings)
    say_unsupported(settings)
    shown = rules if everything else [rule for rule in rules if rule.id in running]
    prepare_streams()
    if output == "json":
        click.echo(json.dumps([as_data(rule, rule.id in running) for rule in shown], ensure_ascii=False, indent=1))
    elif output == "markdown":
        click.echo("\n".join(markdown(shown, running)))
    else:
        click.echo("\n".join(table(shown, running, color=_color())), color=_color())


def _color() -> bool:
    from trustlint.cli.terminal import wants_color

    return wants_color(sys.stdout)


def as_data(rule: Rule, runs: bool) -> dict[str, Any]:
    return {
        "id": rule.id,
        "check": rule.check,
        "severity": rule.severity.name,
        "confidence": rule.confidence.name,
        "state": rule.state,
        "runs": runs,
        "language": rule.language,
        "message": rule.message,
        "why": rule.why,
        "rewrite": rule.rewrite,
        "source": list(rule.source),
    }


def table(rules: Iterable[Rule], running: Iterable[str], *, color: bool) -> Iterable[str]:
    """Rules under their packs, in columns."""
    on = set(running)
    listed = list(rules)
    wide = max((len(rule.id) for rule in listed), default=0)
    for pack, of_pack in groupby(listed, lambda rule: rule.pack):
        yield click.style(pack, bold=True) if color else pack
        for rule in of_pack:
            yield f"  {rule.id:{wide}}  {rule.severity.name:10}  {rule.confidence.name:6}  {state(rule, rule.id in on)}"
    yield f"\n{len(listed)} rules; `trustlint explain RULE` says why, with examples"


def state(rule: Rule, runs: bool) -> str:
    """Where a rule belongs, and whether that is otherwise with these settings."""
    expected = rule.state == "on" or (rule.state == "auto" and runs)
    return belongs(rule) if runs == expected else f"{belongs(rule)}, switched {'on' if runs else 'off'}"


def belongs(rule: Rule) -> str:
    """The preset that holds a rule, or the setting that it waits for."""
    if rule.state == "auto":
        return f"needs {rule.options.get('setting', 'a setting')}"
    return "recommended" if rule.state == "on" else "all"


def markdown(rules: Iterable[Rule], running: Iterable[str]) -> Iterable[str]:
    """The same as a Markdown table."""
    on = set(running)
    yield "| rule | severity | confidence | runs | message |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        runs = "yes" if rule.id in on else rule.state
        message = rule.message.replace("|", "\\|")
        yield f"| `{rule.id}` | {rule.severity.name} | {rule.confidence.name} | {runs} | {message} |"
