"""What Vale styles ask for and do not get, said once on standard error."""

import os

from trustlint.cli.terminal import say
from trustlint.config import Settings


def say_unsupported(settings: Settings) -> None:
    """Name each rule that was left out, or is only partly followed."""
    if not any(os.path.exists(os.path.expanduser(name)) for name in settings.packs):
        return  # all of them ship, and nothing need be imported to know it
    from trustlint.engine import unsupported
    from trustlint.reporters.wording import harmless

    for notice in unsupported(settings):
        say(harmless(f"trustlint: note: {notice}"))
