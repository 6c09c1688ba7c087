"""What kind of place the output goes to."""

import os
import sys

from trustlint.typed import TextIO


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person watches. A closed stream is `None`."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def wants_color(stream: TextIO) -> bool:
    """Colour on a terminal only; `NO_COLOR` and `FORCE_COLOR` have the last word, in this order."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream)


def width(stream: TextIO) -> int:
    """Columns to write in: what `COLUMNS` says, else the terminal's, or 100 where there is no saying."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        # What `shutil` does, without the 10 ms that it takes to import.
        return os.get_terminal_size(stream.fileno()).columns if is_terminal(stream) else 100
    except (OSError, ValueError):
        return 100


def prepare_streams() -> None:
    """Let any text be written anywhere: what a code page cannot show is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_errors(stream.encoding))


def _errors(encoding: str | None) -> str:
    if (encoding or "").lower().startswith("utf"):
        return "backslashreplace"  # for half of a surrogate pair
    from trustlint.reporters.code_pages import ERRORS

    return ERRORS


def say(text: str) -> None:
    """A line on standard error."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201


def silence_stdout() -> None:
    """Send what is still to be written nowhere, so that Python does not complain about it while it shuts down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
