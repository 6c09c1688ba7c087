"""How far a long run is, on a terminal only."""

import sys
from time import monotonic

from trustlint.cli.terminal import is_terminal

PATIENCE = 0.7
"""Seconds that pass before anything is drawn: most runs are over by then."""

INTERVAL = 0.1


class Progress:
    """One line on standard error that is drawn over, and wiped when all is done."""

    def __init__(self) -> None:
        self._due = monotonic() + PATIENCE
        self._drawn = False

    def __call__(self, done: int, of: int, messages: int) -> None:
        if monotonic() >= self._due:
            self._due = monotonic() + INTERVAL
            self._drawn = True
            where = f"file {done + 1:,} of {of:,}: " if of > 1 else ""
            what = "1 message" if messages == 1 else f"{messages:,} messages"
            sys.stderr.write(f"\r\x1b[K{where}{what} checked")
            sys.stderr.flush()

    def wipe(self) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def shown() -> Progress | None:
    """A progress line, or `None` where nobody would see it."""
    return Progress() if is_terminal(sys.stderr) else None
