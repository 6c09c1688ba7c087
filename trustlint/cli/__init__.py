"""The command line. Each command is a module that is imported when it is asked for."""

import sys

from trustlint import __version__

COMMANDS = {
    "check": "Lint macros, saved replies and templates. The default command.",
    "promises": "List every promise: what, to whom, by when, under which condition.",
    "inspect": "Show what is read in a file: format, records, messages, placeholders, and what is left out and why.",
    "rules": "List the rules.",
    "explain": "Why a rule exists, with bad and good examples and the better wording.",
    "test": "Run the examples inside rule packs.",
    "config": "Show the settings in force and where each comes from.",
    "init": "Look at the folder, write trustlint.yaml, the hook and the CI step, and run for the first time.",
    "completion": "Print what makes bash, zsh or fish complete commands, options and rules.",
}


def command(arguments: list[str]) -> int:
    """Run a command line and return its exit status. UsageError when it does not fit."""
    from trustlint.cli import plain

    asked = plain.understood(arguments)
    if arguments in (["--version"], ["-V"]):
        print(f"trustlint {__version__}")  # noqa: T201
        status = 0
    elif asked is not None:
        from trustlint import ready
        from trustlint.cache import Cache

        ready.modules(Cache.user(enabled=not asked["no_cache"]))
        from trustlint.cli.checking import check

        status = check(**asked)
    else:
        from trustlint.cli import commands

        status = commands.run(arguments)
    sys.stdout.flush()
    return status
