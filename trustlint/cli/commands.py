"""The commands as click knows them. Each is a module that is imported when it is asked for."""

from typing import TYPE_CHECKING, Any

import click

from trustlint import __version__
from trustlint.cli import COMMANDS
from trustlint.errors import UsageError
from trustlint.modules import import_module

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Commands(click.Group):
    """The commands, imported one at a time; words that are no command are paths to check."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"trustlint.cli.{name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in COMMANDS and args[0] not in {"--help", "-h", "--version", "-V"}:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        named = [CompletionItem(name, help=told) for name, told in COMMANDS.items() if name.startswith(incomplete)]
        return named or [CompletionItem(incomplete, type="file")]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # Help must not import every command to learn its first line.
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


EXAMPLES = """\b
Examples:
  trustlint macros.json                 lint a Zendesk export
  trustlint templates/                  lint a folder of templates
  pbpaste | trustlint -                 lint a reply from the clipboard
  trustlint inspect macros.json         see what is read, and what is left out
  trustlint explain timelines/vague-time
"""


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EXAMPLES,
)
@click.version_option(__version__, "-V", "--version", message="trustlint %(version)s")
@click.pass_context
def trustlint(context: click.Context) -> None:
    """Find the promises in support replies that your company can't keep.

    trustlint reads macro exports, saved replies and e-mail templates in their own formats and shows, at the exact
    place, what sets an expectation that cannot be kept or cannot even be checked.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit status. UsageError when it does not fit."""
    try:
        status: Any = trustlint.main(arguments, prog_name="trustlint", standalone_mode=False)
    except SystemExit:
        # All that click itself ends is a run whose reader has seen enough, and that is no error.
        return 0
    except click.exceptions.Exit as exit:
        return exit.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.UsageError as error:
        raise _usage(error) from None
    except click.ClickException as error:
        raise UsageError(error.format_message()) from None
    return status if isinstance(status, int) else 0


def _usage(error: click.UsageError) -> UsageError:
    where = error.ctx.command_path if error.ctx else "trustlint"
    return UsageError(error.format_message(), hint=f"`{where} --help` lists the options")
