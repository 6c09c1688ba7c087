"""`trustlint completion SHELL`, and what a shell is told to complete."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_TRUSTLINT_COMPLETE"

EPILOG = """\b
Add the line for your shell to the file that it starts with:
  eval "$(trustlint completion bash)"       ~/.bashrc
  eval "$(trustlint completion zsh)"        ~/.zshrc
  trustlint completion fish | source        ~/.config/fish/config.fish
"""


@click.command(epilog=EPILOG)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands, options, outputs, formats and rules."""
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None, "click knows the shells above"
    click.echo(made(context.find_root().command, {}, "trustlint", VARIABLE).source())


def files(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The shell knows files best."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def outputs(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    from trustlint.reporters import REPORTERS

    return _fitting(REPORTERS, incomplete)


def formats(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    from trustlint.sources.registry import platforms

    return _fitting(platforms().names, incomplete)


def rules(context: click.Context, _parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The rules of the settings in force; of the packs that ship where those cannot be read."""
    from trustlint.config import Settings
    from trustlint.engine import chosen
    from trustlint.errors import TrustlintError

    try:
        known = chosen(_settings(context.params))[0]
    except TrustlintError:
        known = chosen(Settings())[0]
    return _fitting((rule.id for rule in known), incomplete)


def _settings(asked: Mapping[str, Any]) -> Any:
    from trustlint.cli import options

    return options.settled(asked)


def _fitting(words: Iterable[str], incomplete: str) -> "list[CompletionItem]":
    # Imported when a shell asks: no other run needs it.
    from click.shell_completion import CompletionItem

    return [CompletionItem(word) for word in words if word.startswith(incomplete)]
