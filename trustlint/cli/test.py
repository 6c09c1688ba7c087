"""`trustlint test`: the examples inside rule packs, run as the tests that they are."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click

from trustlint.cli import options
from trustlint.cli.unsupported import say_unsupported
from trustlint.examples import Failure, Lint, Results
from trustlint.rule import Rule


@click.command()
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@options.settings
@click.option("--no-cache", is_flag=True, help="Read packs anew, and keep nothing for the next run.")
@click.option(
    "--mutate", is_flag=True, help="Also list what the examples would not miss if it were left out of a rule."
)
@click.option("-v", "--verbose", is_flag=True, help="List every rule with the number of its examples.")
def command(packs: Sequence[str], mutate: bool, verbose: bool, **asked: Any) -> int:
    """Run the examples inside rule packs.

    PACK is a pack's name or a path; without one, all packs of the settings and those that ship are tested. A bad
    example must fire its rule on the marked words, a good one must stay silent, and every phrase must be what some
    example needs.

    With --mutate, every rule is also run with one thing left out at a time: a phrase, a branch or an optional part of a
    pattern, a filter of `where`, an `unless`. What no example misses is listed: it wants an example, or is not needed.
    The list does not change the exit status.
    """
    from trustlint.cli.terminal import prepare_streams
    from trustlint.engine import tested
    from trustlint.examples import run_examples

    settings = options.settled({**asked, "packs": packs or None})
    rules, lint = tested(settings, whole=not packs)
    prepare_streams()
    say_unsupported(settings)
    results = run_examples(rules, lint)
    if verbose:
        click.echo("\n".join(counts(rules, results.failures)))
    if mutate:
        click.echo("\n".join(untested(rules, lint)))
    click.echo("\n".join(told(results)))
    return 1 if results.failures else 0


def counts(rules: Iterable[Rule], failures: Iterable[Failure]) -> Iterator[str]:
    """A line per rule."""
    failed = {failure.rule.id for failure in failures}
    for rule in rules:
        verdict = "failed" if rule.id in failed else "ok"
        yield f"{verdict:6}  {rule.id}  {len(rule.bad)} bad, {len(rule.good)} good"


def told(results: Results) -> Iterator[str]:
    """Each failure with its place in the pack, and the sum."""
    from trustlint.reporters.wording import counted, harmless

    for failure in results.failures:
        path = os.path.relpath(failure.rule.path) if failure.rule.path else "?"
        yield harmless(f"{path}:{failure.line}: {failure.rule.id}: {failure.explanation}")
    ran = f"{counted(results.rules, 'rule')}, {counted(results.examples, 'example')}"
    yield f"{ran}: {counted(len(results.failures), 'failure') if results.failures else 'all as they should be'}"


def untested(rules: Sequence[Rule], lint: Lint) -> Iterator[str]:
    """A line for each thing that no example misses, and their number."""
    from trustlint.mutation.survivors import survivors
    from trustlint.mutation.telling import gathered
    from trustlint.reporters.wording import counted, harmless

    number = 0
    for rule in rules:
        for line, explanation in gathered(survivors([rule], lint)):
            number += 1
            yield harmless(f"{os.path.relpath(rule.path) if rule.path else '?'}:{line}: {rule.id}: {explanation}")
    yield (
        f"{counted(number, 'part')} of rules that no example needs" if number else "every part of every rule is needed"
    )
